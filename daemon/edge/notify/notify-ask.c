/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-ask.h"

#include "edge/notify/notify-text.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"

typedef struct {
  OneNotifyTold told;
  gpointer data;             /* (borrowed) for told */
  GCancellable *cancellable; /* (owned) */
  OneNotifyAbout about;
} Ask;

static void
ask_free (Ask *ask)
{
  g_object_unref (ask->cancellable);
  g_free (ask);
}

/* Not by libnotify, which blocks, and does not tell why its calls failed. */
static void
ask_for (Ask *ask, GDBusConnection *bus, const char *method, const char *type,
         GAsyncReadyCallback answered)
{
  g_dbus_connection_call (bus, NAME, PATH, NAME, method, NULL, G_VARIANT_TYPE (type),
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

static void
ask_able (GObject *source, GAsyncResult *result, gpointer data)
{
  Ask *ask = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autofree const char **names = NULL;

  if (!answer) {
    if (!g_cancellable_is_cancelled (ask->cancellable))
      ask->told (NULL, error, ask->data);
    ask_free (ask);
    return;
  }
  g_variant_get (answer, "(^a&s)", &names);
  ask->about.abilities = one_notify_text_parse (names);
  ask_for (ask, G_DBUS_CONNECTION (source), "GetServerInformation", "(ssss)", ask_named);
}

void
one_notify_ask_begin (GDBusConnection *bus, GCancellable *cancellable, OneNotifyTold told,
                      gpointer data)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->told = told;
  ask->data = data;
  ask->cancellable = g_object_ref (cancellable);
  ask_for (ask, bus, "GetCapabilities", "(as)", ask_able);
}
