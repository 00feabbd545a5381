/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-inhibited.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"
#define PROPERTY "Inhibited"
#define PROPERTIES "org.freedesktop.DBus.Properties"

struct OneNotifyInhibited {
  void (*changed) (gpointer data);
  gpointer data;             /* (borrowed) for changed */
  GDBusConnection *bus;      /* (owned) */
  guint signals;             /* subscription */
  char *owner;               /* (owned) unique name; NULL while there is no server */
  GCancellable *cancellable; /* (owned) for the call to that server */
  gboolean now;
};

static void
inhibited_set (OneNotifyInhibited *inhibited, gboolean now)
{
  if (inhibited->now == now)
    return;
  inhibited->now = now;
  g_debug ("the notification server %s", now ? "holds notifications back" : "shows them again");
  inhibited->changed (inhibited->data);
}

/* Most servers lack the property. If the call was cancelled, `data` may be freed already. */
static void
inhibited_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GVariant) value = NULL;

  if (!answer) {
    g_debug ("whether notifications are held back is not known: %s", error->message);
    return;
  }
  g_variant_get (answer, "(v)", &value);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    inhibited_set (data, g_variant_get_boolean (value));
}

static void
inhibited_ask (OneNotifyInhibited *inhibited)
{
  g_dbus_connection_call (inhibited->bus, inhibited->owner, PATH, PROPERTIES, "Get",
                          g_variant_new ("(ss)", NAME, PROPERTY), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, inhibited->cancellable,
                          inhibited_told, inhibited);
}

/* The signal has the value, or only tells that it changed (D-Bus specification, PropertiesChanged).
 */
static void
inhibited_signal (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
                  const char *signal, GVariant *values, gpointer data)
{
  OneNotifyInhibited *inhibited = data;
  g_autoptr (GVariant) changes = NULL;
  g_autofree const char **invalid = NULL;
  gboolean now;

  if (g_strcmp0 (sender, inhibited->owner) != 0
      || !g_variant_is_of_type (values, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;
  changes = g_variant_get_child_value (values, 1);
  g_variant_get_child (values, 2, "^a&s", &invalid);
  if (g_variant_lookup (changes, PROPERTY, "b", &now))
    inhibited_set (inhibited, now);
  else if (g_strv_contains (invalid, PROPERTY))
    inhibited_ask (inhibited);
}

OneNotifyInhibited *
one_notify_inhibited_new (GDBusConnection *bus, void (*changed) (gpointer data), gpointer data)
{
  OneNotifyInhibited *inhibited = g_new0 (OneNotifyInhibited, 1);

  inhibited->changed = changed;
  inhibited->data = data;
  inhibited->bus = g_object_ref (bus);
  inhibited->cancellable = g_cancellable_new ();
  inhibited->signals = g_dbus_connection_signal_subscribe (
      bus, NULL, PROPERTIES, "PropertiesChanged", PATH, NAME, G_DBUS_SIGNAL_FLAGS_NONE,
      inhibited_signal, inhibited, NULL);
  return inhibited;
}

static void
inhibited_forget (OneNotifyInhibited *inhibited)
{
  g_cancellable_cancel (inhibited->cancellable);
  g_clear_object (&inhibited->cancellable);
  g_clear_pointer (&inhibited->owner, g_free);
}

void
one_notify_inhibited_set_owner (OneNotifyInhibited *inhibited, const char *owner)
{
  inhibited_forget (inhibited);
  inhibited->cancellable = g_cancellable_new ();
  inhibited->now = FALSE;
  if (!owner)
    return;
  inhibited->owner = g_strdup (owner);
  inhibited_ask (inhibited);
}

gboolean
one_notify_inhibited_get (const OneNotifyInhibited *inhibited)
{
  return inhibited->now;
}

void
one_notify_inhibited_free (OneNotifyInhibited *inhibited)
{
  inhibited_forget (inhibited);
  g_dbus_connection_signal_unsubscribe (inhibited->bus, inhibited->signals);
  g_object_unref (inhibited->bus);
  g_free (inhibited);
}
