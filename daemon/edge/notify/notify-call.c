/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-call.h"

#include <libnotify/notify.h>

#include "edge/notify/notify-text.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"
#define PATIENCE_MS 10000
#define EVENTS_AT_ONCE 1000 /* so that a flood of signals does not hold up the notices */

void
one_notify_call_catch_up (void)
{
  GMainContext *context = g_main_context_get_thread_default ();

  for (guint i = 0; i < EVENTS_AT_ONCE && g_main_context_iteration (context, FALSE); i++)
    ;
}

static GVariant *
call_ask (GDBusConnection *bus, const char *method, const char *type, GError **error)
{
  return g_dbus_connection_call_sync (bus, NAME, PATH, NAME, method, NULL, G_VARIANT_TYPE (type),
                                      G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, NULL, error);
}

/* Not by libnotify, which does not tell why its calls failed. */
gboolean
one_notify_call_learn (GDBusConnection *bus, OneNotifyAbout *about, GError **error)
{
  g_autoptr (GVariant) answer = call_ask (bus, "GetCapabilities", "(as)", error);
  g_autoptr (GVariant) self =
      answer ? call_ask (bus, "GetServerInformation", "(ssss)", NULL) : NULL;
  g_autofree const char **names = NULL;
  const char *name = "", *vendor = "";

  if (!answer)
    return FALSE;
  g_variant_get (answer, "(^a&s)", &names);
  if (self)
    g_variant_get (self, "(&s&s&s&s)", &name, &vendor, NULL, NULL);
  about->abilities = one_notify_text_parse (names);
  about->habits = one_notify_habits_find (name, vendor);
  return TRUE;
}

guint32
one_notify_call_show (const OneNotice *notice, const OneNotifyAbout *about,
                      const OneNotifyPlace *place, GError **error)
{
  g_autoptr (GObject) notification = one_notify_dress_new (notice, about, place);
  g_autoptr (GError) why = NULL;
  gint id = 0;

  if (notify_notification_show (NOTIFY_NOTIFICATION (notification), &why))
    g_object_get (notification, "id", &id, NULL);
  if (id != 0)
    return (guint32) id;
  if (why)
    g_propagate_error (error, g_steal_pointer (&why));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the notification server gave no id");
  return 0;
}
