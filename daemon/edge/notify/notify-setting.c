/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-setting.h"

#define XFCONF "org.xfce.Xfconf"
#define XFCONF_PATH "/org/xfce/Xfconf"

struct OneNotifySetting {
  const OneNotifyQuiet *quiet; /* (borrowed) */
  void (*changed) (gpointer data);
  gpointer data; /* (borrowed) for changed */
  gboolean is_quiet;

  GSettings *settings;       /* (owned) or else: */
  GDBusConnection *bus;      /* (owned) NULL with GSettings */
  GCancellable *cancellable; /* (owned) likewise */
  guint signals;             /* subscription */
};

static void
setting_set (OneNotifySetting *setting, gboolean value)
{
  gboolean is_quiet = value == setting->quiet->value;

  if (setting->is_quiet == is_quiet)
    return;
  setting->is_quiet = is_quiet;
  g_debug ("%s of %s is %d", setting->quiet->key, setting->quiet->schema, value);
  setting->changed (setting->data);
}

static void
setting_changed (GSettings *settings, const char *key, gpointer data)
{
  setting_set (data, g_settings_get_boolean (settings, key));
}

/* A schema that is not installed, or a key of another type, would end the program. */
static GSettings *
setting_open (const OneNotifyQuiet *quiet)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source ? g_settings_schema_source_lookup (source, quiet->schema, TRUE) : NULL;
  g_autoptr (GSettingsSchemaKey) key = NULL;

  if (!schema || !g_settings_schema_has_key (schema, quiet->key)
      || !g_settings_schema_get_path (schema))
    return NULL;
  key = g_settings_schema_get_key (schema, quiet->key);
  if (!g_variant_type_equal (g_settings_schema_key_get_value_type (key), G_VARIANT_TYPE_BOOLEAN))
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}

static void
setting_take (OneNotifySetting *setting, GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    setting_set (setting, g_variant_get_boolean (value));
}

/* Xfce has no value of what was never set. After a cancelled call `data` may be freed. */
static void
setting_told (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) value = NULL;

  if (!answer)
    return;
  g_variant_get (answer, "(v)", &value);
  setting_take (data, value);
}

static void
setting_signal (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
                const char *signal, GVariant *values, gpointer data)
{
  OneNotifySetting *setting = data;
  g_autoptr (GVariant) value = NULL;
  const char *key;

  if (g_str_equal (signal, "PropertyRemoved")
      && g_variant_is_of_type (values, G_VARIANT_TYPE ("(ss)"))) {
    g_variant_get (values, "(&s&s)", NULL, &key);
    if (g_str_equal (key, setting->quiet->key))
      setting_set (setting, !setting->quiet->value);
  }
  if (!g_str_equal (signal, "PropertyChanged")
      || !g_variant_is_of_type (values, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (values, "(&s&sv)", NULL, &key, &value);
  if (g_str_equal (key, setting->quiet->key))
    setting_take (setting, value);
}

static void
setting_watch_xfconf (OneNotifySetting *setting, GDBusConnection *bus)
{
  setting->bus = g_object_ref (bus);
  setting->cancellable = g_cancellable_new ();
  setting->signals = g_dbus_connection_signal_subscribe (
      bus, XFCONF, XFCONF, NULL, XFCONF_PATH, setting->quiet->channel, G_DBUS_SIGNAL_FLAGS_NONE,
      setting_signal, setting, NULL);
  g_dbus_connection_call (bus, XFCONF, XFCONF_PATH, XFCONF, "GetProperty",
                          g_variant_new ("(ss)", setting->quiet->channel, setting->quiet->key),
                          G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          setting->cancellable, setting_told, setting);
}

static void
setting_watch (OneNotifySetting *setting)
{
  g_autofree char *signal = g_strconcat ("changed::", setting->quiet->key, NULL);

  g_signal_connect (setting->settings, signal, G_CALLBACK (setting_changed), setting);
  setting_set (setting, g_settings_get_boolean (setting->settings, setting->quiet->key));
}

OneNotifySetting *
one_notify_setting_new (GDBusConnection *bus, const OneNotifyQuiet *quiet,
                        void (*changed) (gpointer data), gpointer data)
{
  GSettings *settings = quiet->schema ? setting_open (quiet) : NULL;
  OneNotifySetting *setting;

  if (!settings && !quiet->channel)
    return NULL;
  setting = g_new0 (OneNotifySetting, 1);
  setting->quiet = quiet;
  setting->changed = changed;
  setting->data = data;
  setting->settings = settings;
  if (settings)
    setting_watch (setting);
  else
    setting_watch_xfconf (setting, bus);
  return setting;
}

gboolean
one_notify_setting_is_quiet (const OneNotifySetting *setting)
{
  return setting->is_quiet;
}

void
one_notify_setting_free (OneNotifySetting *setting)
{
  if (setting->settings)
    g_signal_handlers_disconnect_by_data (setting->settings, setting);
  g_clear_object (&setting->settings);
  if (setting->bus) {
    g_cancellable_cancel (setting->cancellable);
    g_dbus_connection_signal_unsubscribe (setting->bus, setting->signals);
  }
  g_clear_object (&setting->cancellable);
  g_clear_object (&setting->bus);
  g_free (setting);
}
