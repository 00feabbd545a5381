/* SPDX-License-Identifier: MIT */
#include "edge/desktop/session.h"

#include <gio/gio.h>

#include "edge/desktop/saver.h"

#define LOGIND "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define LOGIND_MANAGER "org.freedesktop.login1.Manager"
#define LOGIND_SESSION "org.freedesktop.login1.Session"
#define PROPERTIES "org.freedesktop.DBus.Properties"

struct OneSession {
  void (*changed) (gboolean locked, gpointer data);
  gpointer data;             /* (borrowed) for changed */
  GCancellable *cancellable; /* (owned) for the calls under way */
  GDBusConnection *bus;      /* (owned) the system bus; NULL before it is there, or without one */
  guint signals;             /* subscription */
  OneSaver *saver;           /* (owned) */
  gboolean hinted;           /* by logind */
  gboolean locked;
};

static void
session_work_out (gpointer data)
{
  OneSession *session = data;
  gboolean locked = session->hinted || one_saver_is_active (session->saver);

  if (locked == session->locked)
    return;
  session->locked = locked;
  g_debug ("the session is %s", locked ? "locked" : "unlocked");
  session->changed (locked, session->data);
}

/* The answer. NULL on failure; if the call was cancelled, the session may be freed already. */
static GVariant *
session_finish (GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  GVariant *answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (!answer)
    g_debug ("whether the session is locked is not known: %s", error->message);
  return answer;
}

static void
session_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) answer = session_finish (source, result);
  OneSession *session = data;
  g_autoptr (GVariant) value = NULL;

  if (!answer)
    return;
  g_variant_get (answer, "(v)", &value);
  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return;
  session->hinted = g_variant_get_boolean (value);
  session_work_out (session);
}

static void
session_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) answer = session_finish (source, result);
  OneSession *session = data;
  const char *path;

  if (!answer)
    return;
  g_variant_get (answer, "(&o)", &path);
  g_dbus_connection_call (session->bus, LOGIND, path, PROPERTIES, "Get",
                          g_variant_new ("(ss)", LOGIND_SESSION, "LockedHint"),
                          G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          session->cancellable, session_told, session);
}

/* Asks for the session "auto", the one with the screen, because a user service belongs to none;
 * each time anew, because the user may log in again while the daemon runs. */
static void
session_ask (OneSession *session)
{
  g_dbus_connection_call (session->bus, LOGIND, LOGIND_PATH, LOGIND_MANAGER, "GetSession",
                          g_variant_new ("(s)", "auto"), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, session->cancellable, session_found,
                          session);
}

/* Some session was locked or unlocked. That is rare enough to ask about the user's, whichever it
 * was. */
static void
session_signal (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
                const char *signal, GVariant *values, gpointer data)
{
  g_autoptr (GVariant) changes = NULL;
  g_autoptr (GVariant) hint = NULL;

  if (!g_variant_is_of_type (values, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;
  changes = g_variant_get_child_value (values, 1);
  hint = g_variant_lookup_value (changes, "LockedHint", G_VARIANT_TYPE_BOOLEAN);
  if (hint)
    session_ask (data);
}

static void
session_have_bus (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = g_bus_get_finish (result, &error);
  OneSession *session = data;

  if (!bus) {
    g_debug ("whether the session is locked is not known: %s", error->message);
    return;
  }
  session->bus = bus;
  g_dbus_connection_set_exit_on_close (bus, FALSE);
  session->signals = g_dbus_connection_signal_subscribe (
      bus, LOGIND, PROPERTIES, "PropertiesChanged", NULL, LOGIND_SESSION, G_DBUS_SIGNAL_FLAGS_NONE,
      session_signal, session, NULL);
  session_ask (session);
}

OneSession *
one_session_new (void (*changed) (gboolean locked, gpointer data), gpointer data)
{
  OneSession *session = g_new0 (OneSession, 1);

  session->changed = changed;
  session->data = data;
  session->cancellable = g_cancellable_new ();
  session->saver = one_saver_new (session_work_out, session);
  g_bus_get (G_BUS_TYPE_SYSTEM, session->cancellable, session_have_bus, session);
  return session;
}

void
one_session_free (OneSession *session)
{
  g_cancellable_cancel (session->cancellable);
  if (session->bus)
    g_dbus_connection_signal_unsubscribe (session->bus, session->signals);
  g_clear_object (&session->bus);
  one_saver_free (session->saver);
  g_object_unref (session->cancellable);
  g_free (session);
}
