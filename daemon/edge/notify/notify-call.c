/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-call.h"

#include <libnotify/notify.h>

#include "edge/notify/notify-text.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"
#define PATIENCE_MS 10000
#define EVENTS_AT_ONCE 1000            /* so that a flood of signals does not hold up the notices */
#define DESKTOP_ENTRY "org.oned.Oned1" /* also the name of the icon */

/* Prep and start never expire: servers without a history would lose them before they are read. The
 * daemon closes both when the meeting is over. The categories are oned's own, so that users can
 * write rules for them; the specification has some for mail, chats, calls and devices only. */
static const struct {
  NotifyUrgency urgency;
  int timeout;
  gboolean transient;
  const char *category;
} manners[ONE_N_STAGES] = {
  [ONE_STAGE_PREP] = { NOTIFY_URGENCY_NORMAL, NOTIFY_EXPIRES_NEVER, FALSE, "x-oned.prep" },
  [ONE_STAGE_START] = { NOTIFY_URGENCY_CRITICAL, NOTIFY_EXPIRES_NEVER, FALSE, "x-oned.start" },
  [ONE_STAGE_NUDGE] = { NOTIFY_URGENCY_LOW, NOTIFY_EXPIRES_DEFAULT, TRUE, "x-oned.nudge" },
};

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
one_notify_call_learn (GDBusConnection *bus, guint *abilities, GError **error)
{
  g_autoptr (GVariant) answer = call_ask (bus, "GetCapabilities", "(as)", error);
  g_autoptr (GVariant) about =
      answer ? call_ask (bus, "GetServerInformation", "(ssss)", NULL) : NULL;
  g_autofree const char **names = NULL;
  const char *name = "";

  if (!answer)
    return FALSE;
  g_variant_get (answer, "(^a&s)", &names);
  if (about)
    g_variant_get_child (about, 0, "&s", &name);
  *abilities = one_notify_text_parse (names, name);
  return TRUE;
}

/* libnotify requires a function; notify-server.c listens to the signals itself. */
static void
call_ignore (NotifyNotification *notification, char *action, gpointer data)
{
}

static void
call_add_button (NotifyNotification *notification, const char *key, const OneNotice *notice,
                 OneButton button)
{
  g_autofree char *label = one_notify_text_dup_label (notice, button);

  notify_notification_add_action (notification, key, label, call_ignore, NULL, NULL);
}

static void
call_add_buttons (NotifyNotification *notification, const OneNotice *notice, guint abilities)
{
  guint buttons = notice->buttons;
  OneButton button;

  if (one_notify_text_get_default (notice, &button)) {
    call_add_button (notification, "default", notice, button);
    if (abilities & ONE_NOTIFY_TEXT_DEFAULT_SHOWN)
      buttons &= ~(1u << button);
  }
  for (guint i = 0; i < ONE_N_BUTTONS; i++)
    if (buttons & 1u << i)
      call_add_button (notification, one_button_key (i), notice, i);
}

/* "" if the icon is not installed: servers show a broken image for an unknown name. */
static const char *
call_get_icon (void)
{
  const char *const *folders = g_get_system_data_dirs ();

  for (guint i = 0; folders[i]; i++) {
    g_autofree char *path =
        g_build_filename (folders[i], "icons/hicolor/scalable/apps/" DESKTOP_ENTRY ".svg", NULL);

    if (g_file_test (path, G_FILE_TEST_EXISTS))
      return DESKTOP_ENTRY;
  }
  return "";
}

/* Uses x-dunst-stack-tag although more servers replace by x-canonical-private-synchronous: that one
 * is for volume bubbles, and servers keep no history of them. */
static void
call_tag (NotifyNotification *notification, const char *tag)
{
  notify_notification_set_hint (notification, "x-dunst-stack-tag", g_variant_new_string (tag));
}

static GObject *
call_dress (const OneNotice *notice, guint abilities)
{
  g_autofree char *summary = one_notify_text_dup_summary (notice, abilities);
  g_autofree char *body = one_notify_text_dup_body (notice, abilities);
  NotifyNotification *notification = notify_notification_new (summary, body, call_get_icon ());

  notify_notification_set_urgency (notification, manners[notice->stage].urgency);
  notify_notification_set_timeout (notification, manners[notice->stage].timeout);
  notify_notification_set_category (notification, manners[notice->stage].category);
  notify_notification_set_hint (notification, "desktop-entry",
                                g_variant_new_string (DESKTOP_ENTRY));
  if (manners[notice->stage].transient)
    notify_notification_set_hint (notification, "transient", g_variant_new_boolean (TRUE));
  if (notice->quiet)
    notify_notification_set_hint (notification, "suppress-sound", g_variant_new_boolean (TRUE));
  if (abilities & ONE_NOTIFY_TEXT_ACTIONS)
    call_add_buttons (notification, notice, abilities);
  return G_OBJECT (notification);
}

guint32
one_notify_call_show (const OneNotice *notice, guint abilities, guint32 replaces, GError **error)
{
  g_autoptr (GObject) notification = call_dress (notice, abilities);
  g_autoptr (GError) why = NULL;
  gint id = 0;

  /* libnotify stores ids as int, so larger ones cannot be replaced. */
  if (replaces <= G_MAXINT)
    g_object_set (notification, "id", (gint) replaces, NULL);
  if (replaces == 0 || !(abilities & ONE_NOTIFY_TEXT_EITHER))
    call_tag (NOTIFY_NOTIFICATION (notification), notice->tag);
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
