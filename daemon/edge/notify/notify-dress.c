/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-dress.h"

#include <libnotify/notify.h>

#include "edge/notify/notify-text.h"

#define DESKTOP_ENTRY "org.oned.Oned1" /* also the name of the icon */
#define NOTHING "\u00a0"               /* a body for those that cannot do without one */

/* None expires: servers without a history would lose it before it is read. The daemon closes each
 * when it is of no use any more (core/plan/plan-due.h). The categories are oned's own, so that
 * users can write rules for them; the specification has some for mail, chats, calls and devices
 * only. */
static const struct {
  NotifyUrgency urgency;
  int timeout;
  const char *category;
} manners[ONE_N_STAGES] = {
  [ONE_STAGE_PREP] = { NOTIFY_URGENCY_NORMAL, NOTIFY_EXPIRES_NEVER, "x-oned.prep" },
  [ONE_STAGE_START] = { NOTIFY_URGENCY_CRITICAL, NOTIFY_EXPIRES_NEVER, "x-oned.start" },
  [ONE_STAGE_NUDGE] = { NOTIFY_URGENCY_LOW, NOTIFY_EXPIRES_NEVER, "x-oned.nudge" },
};

/* libnotify requires a function; notify-server.c listens to the signals itself. */
static void
dress_ignore (NotifyNotification *notification, char *action, gpointer data)
{
}

static void
dress_add_button (NotifyNotification *notification, const char *key, const OneNotice *notice,
                  OneButton button)
{
  g_autofree char *label = one_notify_text_dup_label (notice, button);

  notify_notification_add_action (notification, key, label, dress_ignore, NULL, NULL);
}

/* The default action comes first, unless it would take the next button's place. Where it has a
 * button of its own, the button that does the same is left out. */
static void
dress_add_buttons (NotifyNotification *notification, const OneNotice *notice, guint habits)
{
  guint buttons = notice->buttons;
  OneButton button;
  gboolean has_default = one_notify_text_get_default (notice, &button);
  gboolean last = (habits & ONE_NOTIFY_HABIT_DEFAULT_EATS) != 0;

  if (has_default && habits & ONE_NOTIFY_HABIT_DEFAULT_SHOWN)
    buttons &= ~(1u << button);
  if (has_default && !last)
    dress_add_button (notification, "default", notice, button);
  for (guint i = 0; i < ONE_N_BUTTONS; i++)
    if (buttons & 1u << i)
      dress_add_button (notification, one_notice_button_key (i), notice, i);
  if (has_default && last)
    dress_add_button (notification, "default", notice, button);
}

/* "" if the icon is not installed: servers show a broken image for an unknown name. */
static const char *
dress_get_icon (void)
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

static NotifyNotification *
dress_new_text (const OneNotice *notice, const OneNotifyAbout *about)
{
  g_autofree char *summary = one_notify_text_dup_summary (notice, about->abilities);
  g_autofree char *body = one_notify_text_dup_body (notice, about->abilities);
  gboolean fill = !*body && about->habits->habits & ONE_NOTIFY_HABIT_EMPTY_THROWS
                  && about->abilities & ONE_NOTIFY_TEXT_BODY;

  return notify_notification_new (summary, fill ? NOTHING : body, dress_get_icon ());
}

/* GNOME counts what it keeps by desktop entry, or by name where there is none. */
static void
dress_name (NotifyNotification *notification, guint name)
{
  g_autofree char *other = name > 0 ? g_strdup_printf ("oned %u", name + 1) : NULL;

  if (other)
    notify_notification_set_app_name (notification, other);
  else
    notify_notification_set_hint (notification, "desktop-entry",
                                  g_variant_new_string (DESKTOP_ENTRY));
}

/* Uses x-dunst-stack-tag although more servers replace by x-canonical-private-synchronous: that one
 * is for volume bubbles, and servers keep no history of them. */
static void
dress_tag (NotifyNotification *notification, const char *tag)
{
  notify_notification_set_hint (notification, "x-dunst-stack-tag", g_variant_new_string (tag));
}

static void
dress_mark (NotifyNotification *notification, const OneNotice *notice, guint habits)
{
  NotifyUrgency urgency = manners[notice->stage].urgency;

  if (urgency == NOTIFY_URGENCY_LOW && habits & ONE_NOTIFY_HABIT_LOW_UNSEEN)
    urgency = NOTIFY_URGENCY_NORMAL;
  notify_notification_set_urgency (notification, urgency);
  notify_notification_set_timeout (notification, manners[notice->stage].timeout);
  notify_notification_set_category (notification, manners[notice->stage].category);
  if (notice->quiet)
    notify_notification_set_hint (notification, "suppress-sound", g_variant_new_boolean (TRUE));
}

GObject *
one_notify_dress_new (const OneNotice *notice, const OneNotifyAbout *about,
                      const OneNotifyPlace *place)
{
  NotifyNotification *notification = dress_new_text (notice, about);
  guint habits = about->habits->habits;

  dress_mark (notification, notice, habits);
  dress_name (notification, place->name);
  /* libnotify stores ids as int, so larger ones cannot be replaced. */
  if (place->replaces <= G_MAXINT)
    g_object_set (notification, "id", (gint) place->replaces, NULL);
  if (place->replaces == 0 || !(habits & ONE_NOTIFY_HABIT_EITHER))
    dress_tag (notification, notice->tag);
  if (about->abilities & ONE_NOTIFY_TEXT_ACTIONS)
    dress_add_buttons (notification, notice, habits);
  return G_OBJECT (notification);
}

/* Whether the server shows the right buttons if the notice takes the place of the other one. */
static gboolean
dress_fits (const OneNotice *notice, const OneNotice *other, const OneNotifyAbout *about)
{
  if (!(about->habits->habits & ONE_NOTIFY_HABIT_BUTTONS_STAY)
      || !(about->abilities & ONE_NOTIFY_TEXT_ACTIONS))
    return TRUE;
  return notice->buttons == other->buttons && g_str_equal (notice->joined, other->joined);
}

OneNotifyPlace
one_notify_dress_find_place (const OneNotice *notice, guint32 replaced,
                             const OneNotifyScreen *screen, const OneNotifyAbout *about)
{
  const OneNotice *other = one_notify_screen_find (screen, replaced);
  OneNotifyPlace place = { replaced, 0 };

  if (other && !dress_fits (notice, other, about))
    place.replaces = 0;
  if (about->habits->habits & ONE_NOTIFY_HABIT_FEW_KEPT)
    place.name = one_notify_screen_pick_name (screen, place.replaces, ONE_NOTIFY_HABITS_KEPT);
  return place;
}
