/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-ask.h"

#include "edge/notify/notify-text.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"
#define AGAIN 200 /* ms */
#define TRIES 50

typedef struct {
  OneNotifyTold told;
  gpointer data;        /* (borrowed) for told */
  GDBusConnection *bus; /* (owned) */
  guint tries;
  gboolean waits;            /* to ask again */
  GCancellable *cancellable; /* (owned) */
  OneNotifyAbout about;
} Ask;

/* lint-allow: forward-declaration, because a server that was asked too early is asked again. */
static void ask_begin (Ask *ask);

static void
ask_free (Ask *ask)
{
  g_object_unref (ask->cancellable);
  g_object_unref (ask->bus);
  g_free (ask);
}

/* Not by libnotify, which blocks, and does not tell why its calls failed. */
static void
ask_for (Ask *ask, const char *method, const char *type, GAsyncReadyCallback answered)
{
  g_dbus_connection_call (ask->bus, NAME, PATH, NAME, method, NULL, G_VARIANT_TYPE (type),
                          G_DBUS_CALL_FLAGS_NONE, G_MAXINT, ask->cancellable, answered, ask);
}

/* A server that does not say what it is is an unknown one. */
static void
ask_named (GObject *source, GAsyncResult *result, gpointer data)
{
  Ask *ask = data;
  g_autoptr (GVariant) self =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  const char *name = "", *vendor = "";

  if (self)
    g_variant_get (self, "(&s&s&s&s)", &name, &vendor, NULL, NULL);
  ask->about.habits = one_notify_habits_find (name, vendor);
  if (!g_cancellable_is_cancelled (ask->cancellable))
    ask->told (&ask->about, NULL, ask->data);
  ask_free (ask);
}

static gboolean
ask_again (gpointer data)
{
  Ask *ask = data;

  if (g_cancellable_is_cancelled (ask->cancellable))
    return G_SOURCE_REMOVE;
  ask->waits = FALSE;
  ask_begin (ask);
  return G_SOURCE_REMOVE;
}

/* Nobody waits any more: it was cancelled, or the thread has ended. */
static void
ask_let_go (gpointer data)
{
  Ask *ask = data;

  if (ask->waits)
    ask_free (ask);
}

/* GNOME's has its name for some 100 ms before there is anything behind it. */
static gboolean
ask_is_early (const Ask *ask, const GError *error)
{
  return ask->tries < TRIES
         && (g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD)
             || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_INTERFACE)
             || g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT));
}

static void
ask_fail (Ask *ask, const GError *error)
{
  if (!g_cancellable_is_cancelled (ask->cancellable) && ask_is_early (ask, error)) {
    g_autoptr (GSource) later = g_timeout_source_new (AGAIN);

    ask->waits = TRUE;
    g_source_set_callback (later, ask_again, ask, ask_let_go);
    g_source_attach (later, g_main_context_get_thread_default ());
    return;
  }
  if (!g_cancellable_is_cancelled (ask->cancellable))
    ask->told (NULL, error, ask->data);
  ask_free (ask);
}

static void
ask_able (GObject *source, GAsyncResult *result, gpointer data)
{
  Ask *ask = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autofree const char **names = NULL;

  if (!answer) {
    ask_fail (ask, error);
    return;
  }
  g_variant_get (answer, "(^a&s)", &names);
  ask->about.abilities = one_notify_text_parse (names);
  ask_for (ask, "GetServerInformation", "(ssss)", ask_named);
}

static void
ask_begin (Ask *ask)
{
  ask->tries++;
  ask_for (ask, "GetCapabilities", "(as)", ask_able);
}

void
one_notify_ask_begin (GDBusConnection *bus, GCancellable *cancellable, OneNotifyTold told,
                      gpointer data)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->told = told;
  ask->data = data;
  ask->cancellable = g_object_ref (cancellable);
  ask->bus = g_object_ref (bus);
  ask_begin (ask);
}
