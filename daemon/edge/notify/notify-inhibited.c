/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-inhibited.h"

#include "edge/notify/notify-setting.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"
#define PROPERTIES "org.freedesktop.DBus.Properties"
#define CENTER "org.erikreider.swaync.cc"
#define CENTER_PATH "/org/erikreider/swaync/cc"

struct OneNotifyInhibited {
  void (*changed) (gpointer data);
  gpointer data;        /* (borrowed) for changed */
  GDBusConnection *bus; /* (owned) */
  guint signals;        /* subscriptions */
  guint center;
  char *owner;                 /* (owned) unique name; NULL while there is no server */
  GCancellable *cancellable;   /* (owned) for the call to that server */
  gboolean told;               /* by the server itself */
  const OneNotifyQuiet *quiet; /* (borrowed) that of the setting */
  OneNotifySetting *setting;   /* (owned) NULL for none */
  OneInhibition now;
};

static const char *const properties[] = { "Inhibited", "Dnd" };

static void
inhibited_work_out (OneNotifyInhibited *inhibited)
{
  OneInhibition now = inhibited->told ? ONE_INHIBITION_SOME : ONE_INHIBITION_NONE;

  if (inhibited->setting && one_notify_setting_is_quiet (inhibited->setting))
    now = MAX (now, inhibited->quiet->held);
  if (inhibited->now == now)
    return;
  inhibited->now = now;
  g_debug ("the notification server %s",
           now == ONE_INHIBITION_NONE ? "shows notifications" : "holds notifications back");
  inhibited->changed (inhibited->data);
}

static void
inhibited_tell (OneNotifyInhibited *inhibited, gboolean told)
{
  inhibited->told = told;
  inhibited_work_out (inhibited);
}

/* FALSE if the values (a{sv}) have none of the properties. */
static gboolean
inhibited_read (OneNotifyInhibited *inhibited, GVariant *values)
{
  gboolean now;

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (g_variant_lookup (values, properties[i], "b", &now)) {
      inhibited_tell (inhibited, now);
      return TRUE;
    }
  return FALSE;
}

/* Most servers have no properties. If the call was cancelled, `data` may be freed already. */
static void
inhibited_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GVariant) values = NULL;

  if (!answer) {
    g_debug ("whether notifications are held back is not known: %s", error->message);
    return;
  }
  values = g_variant_get_child_value (answer, 0);
  inhibited_read (data, values);
}

static void
inhibited_ask (OneNotifyInhibited *inhibited)
{
  g_dbus_connection_call (inhibited->bus, inhibited->owner, PATH, PROPERTIES, "GetAll",
                          g_variant_new ("(s)", NAME), G_VARIANT_TYPE ("(a{sv})"),
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

  if (g_strcmp0 (sender, inhibited->owner) != 0
      || !g_variant_is_of_type (values, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;
  changes = g_variant_get_child_value (values, 1);
  g_variant_get_child (values, 2, "^a&s", &invalid);
  if (inhibited_read (inhibited, changes))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (g_strv_contains (invalid, properties[i])) {
      inhibited_ask (inhibited);
      return;
    }
}

/* swaync has no signal for its property, but one for its window: how many there are, Dnd, … */
static void
inhibited_center (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
                  const char *signal, GVariant *values, gpointer data)
{
  OneNotifyInhibited *inhibited = data;
  g_autoptr (GVariant) dnd = NULL;

  if (g_strcmp0 (sender, inhibited->owner) != 0 || g_variant_n_children (values) < 2)
    return;
  dnd = g_variant_get_child_value (values, 1);
  if (g_variant_is_of_type (dnd, G_VARIANT_TYPE_BOOLEAN))
    inhibited_tell (inhibited, g_variant_get_boolean (dnd));
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
  inhibited->center = g_dbus_connection_signal_subscribe (bus, NULL, CENTER, NULL, CENTER_PATH,
                                                          NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                                          inhibited_center, inhibited, NULL);
  return inhibited;
}

static void
inhibited_forget (OneNotifyInhibited *inhibited)
{
  g_cancellable_cancel (inhibited->cancellable);
  g_clear_object (&inhibited->cancellable);
  g_clear_pointer (&inhibited->owner, g_free);
  g_clear_pointer (&inhibited->setting, one_notify_setting_free);
  inhibited->told = FALSE;
}

void
one_notify_inhibited_set_owner (OneNotifyInhibited *inhibited, const char *owner)
{
  inhibited_forget (inhibited);
  inhibited->cancellable = g_cancellable_new ();
  inhibited->now = ONE_INHIBITION_NONE;
  if (!owner)
    return;
  inhibited->owner = g_strdup (owner);
  inhibited_ask (inhibited);
}

static void
inhibited_setting_changed (gpointer data)
{
  OneNotifyInhibited *inhibited = data;

  if (inhibited->setting)
    inhibited_work_out (inhibited);
}

void
one_notify_inhibited_set_habits (OneNotifyInhibited *inhibited, const OneNotifyHabits *habits)
{
  g_clear_pointer (&inhibited->setting, one_notify_setting_free);
  inhibited->quiet = habits->quiet;
  if (habits->quiet)
    inhibited->setting = one_notify_setting_new (inhibited->bus, habits->quiet,
                                                 inhibited_setting_changed, inhibited);
  inhibited_work_out (inhibited);
}

OneInhibition
one_notify_inhibited_get (const OneNotifyInhibited *inhibited)
{
  return inhibited->now;
}

void
one_notify_inhibited_free (OneNotifyInhibited *inhibited)
{
  inhibited_forget (inhibited);
  g_dbus_connection_signal_unsubscribe (inhibited->bus, inhibited->signals);
  g_dbus_connection_signal_unsubscribe (inhibited->bus, inhibited->center);
  g_object_unref (inhibited->bus);
  g_free (inhibited);
}
