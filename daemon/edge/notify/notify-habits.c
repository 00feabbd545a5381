/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-habits.h"

#define ECHO 300   /* ms within which a server is done with what oned closed */
#define JITTER 600 /* ms by which a popup goes early or late */

static const OneNotifyQuiet of_gnome = { "org.gnome.desktop.notifications", NULL, "show-banners",
                                         FALSE, ONE_INHIBITION_SOME };
/* Its messageTray.js shows no popup then, of whatever urgency. */
static const OneNotifyQuiet of_cinnamon = { "org.cinnamon.desktop.notifications", NULL,
                                            "display-notifications", FALSE, ONE_INHIBITION_ALL };
/* Gives an id, shows nothing then or later, and takes off what a new one would replace. */
static const OneNotifyQuiet of_mate = { "org.mate.NotificationDaemon", NULL, "do-not-disturb", TRUE,
                                        ONE_INHIBITION_ALL };
static const OneNotifyQuiet of_xfce = { NULL, "xfce4-notifyd", "/do-not-disturb", TRUE,
                                        ONE_INHIBITION_SOME };

/* Asked on their own screens, with five-line bodies, each timeout and urgency, replacements,
 * presses and closing. dunst to Xfce are what oned's tests run on. */
static const OneNotifyHabits known[] = {
  /* A banner for normal and above only; the fourth of a program pushes out the first. */
  { "gnome-shell", "GNOME", "43.9",
    ONE_NOTIFY_HABIT_LOW_UNSEEN | ONE_NOTIFY_HABIT_FEW_KEPT | ONE_NOTIFY_HABIT_ONE_LINE, 0,
    &of_gnome },
  { "Plasma", "KDE", "5.27.5", ONE_NOTIFY_HABIT_TELLS_QUIET, 0, NULL },
  /* A replacement without a body throws in its messageTray.js, and no answer is ever sent. */
  { "cinnamon", "GNOME", "5.6.8", ONE_NOTIFY_HABIT_EMPTY_THROWS | ONE_NOTIFY_HABIT_DISMISSES, 4400,
    &of_cinnamon },
  /* Closes all after six seconds, whatever it is asked for, and keeps it in Raven. */
  { "Budgie Notification Server", "Budgie Desktop Developers", "10.7.1",
    ONE_NOTIFY_HABIT_DEFAULT_EATS | ONE_NOTIFY_HABIT_POPUP_ENDS, 0, NULL },
  { "Notification Daemon", "MATE", "1.26.0", 0, 0, &of_mate },
  /* More than three buttons become a list, of which default is one. */
  { "lxqt-notificationd", "lxqt.org", "1.2.0",
    ONE_NOTIFY_HABIT_BUTTONS_STAY | ONE_NOTIFY_HABIT_DEFAULT_SHOWN, 0, NULL },
  /* Says "dismissed" 200 ms after it said that oned closed it. */
  { "SwayNotificationCenter", "ErikReider", "0.7.3",
    ONE_NOTIFY_HABIT_DISMISSES | ONE_NOTIFY_HABIT_TELLS_QUIET, 0, NULL },
  { "dunst", "knopwob", "1.9.0", 0, 0, NULL },
  /* https://github.com/emersion/mako/issues/653 */
  { "mako", "emersion", "1.7.1", ONE_NOTIFY_HABIT_EITHER, 0, NULL },
  { "Notification Daemon", "GNOME", "3.20.0", 0, 0, NULL },
  { "Xfce Notify Daemon", "Xfce", "0.7.3", ONE_NOTIFY_HABIT_DEFAULT_SHOWN, 0, &of_xfce },
};

static const OneNotifyHabits unknown = {
  NULL,
  NULL,
  "",
  ONE_NOTIFY_HABIT_LOW_UNSEEN | ONE_NOTIFY_HABIT_EMPTY_THROWS | ONE_NOTIFY_HABIT_BUTTONS_STAY
      | ONE_NOTIFY_HABIT_DEFAULT_EATS | ONE_NOTIFY_HABIT_POPUP_ENDS | ONE_NOTIFY_HABIT_DISMISSES,
  0,
  NULL,
};

const OneNotifyHabits *
one_notify_habits_find (const char *name, const char *vendor)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].name, name) && g_str_equal (known[i].vendor, vendor))
      return &known[i];
  return &unknown;
}

char **
one_notify_habits_list (const OneNotifyHabits *habits)
{
  static const char *const words[] = {
    "low-unseen", "few-kept",  "empty-throws", "buttons-stay", "default-shown", "default-eats",
    "popup-ends", "dismisses", "either",       "one-line",     "tells-quiet",
  };
  GPtrArray *list = g_ptr_array_new ();

  if (!habits->name)
    g_ptr_array_add (list, g_strdup ("unknown"));
  if (!habits->quiet && !(habits->habits & ONE_NOTIFY_HABIT_TELLS_QUIET))
    g_ptr_array_add (list, g_strdup ("quiet-unknown"));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (habits->habits & 1u << i)
      g_ptr_array_add (list, g_strdup (words[i]));
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}

gboolean
one_notify_habits_is_dismissal (const OneNotifyHabits *habits, gint64 shown, gint64 closed)
{
  if (!(habits->habits & ONE_NOTIFY_HABIT_DISMISSES))
    return TRUE;
  if (closed >= 0 && closed <= ECHO)
    return FALSE;
  return habits->fades == 0 || ABS (shown - (gint64) habits->fades) > JITTER;
}
