/* SPDX-License-Identifier: MIT */
#include "edge/notify/notify-habits.h"
#include "edge/notify/notify-screen.h"
#include "edge/notify/notify-text.h"

#define ALL (ONE_NOTIFY_TEXT_BODY | ONE_NOTIFY_TEXT_MARKUP | ONE_NOTIFY_TEXT_ACTIONS)
#define BIT(button) (1u << ONE_BUTTON_##button)

static OneNotice *
make (gint64 sent, const char *tag, OneStage stage, guint buttons)
{
  OneNotice *notice = one_notice_new (sent, stage);

  g_free (notice->tag);
  notice->tag = g_strdup (tag);
  notice->buttons = buttons;
  return notice;
}

static OneNotice *
make_text (const char *summary, const char *body, const char *commands)
{
  OneNotice *notice = make (1, "oned-m1", ONE_STAGE_PREP, BIT (AGENDA));

  g_free (notice->summary);
  g_free (notice->body);
  g_free (notice->commands);
  notice->summary = g_strdup (summary);
  notice->body = g_strdup (body);
  notice->commands = g_strdup (commands);
  return notice;
}

static void
test_abilities (void)
{
  static const struct {
    const char *names[6];
    guint abilities;
  } rows[] = {
    { { NULL }, 0 },
    { { "body", NULL }, ONE_NOTIFY_TEXT_BODY },
    { { "actions", "body", "body-markup", "persistence", NULL }, ALL },
    { { "body-images", "action-icons", "BODY", "", NULL }, 0 },
    { { "body", "body", NULL }, ONE_NOTIFY_TEXT_BODY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (one_notify_text_parse (rows[i].names), ==, rows[i].abilities);
}

#define HABIT(name) ONE_NOTIFY_HABIT_##name
#define CAREFUL                                                                                    \
  (HABIT (LOW_UNSEEN) | HABIT (EMPTY_THROWS) | HABIT (BUTTONS_STAY) | HABIT (DEFAULT_EATS)         \
   | HABIT (POPUP_ENDS) | HABIT (DISMISSES))

/* By name and vendor both: two have the same name, and two the same vendor. */
static void
test_habits (void)
{
  static const struct {
    const char *name, *vendor, *seen;
    guint habits;
  } rows[] = {
    { "gnome-shell", "GNOME", "43.9", HABIT (LOW_UNSEEN) | HABIT (FEW_KEPT) | HABIT (ONE_LINE) },
    { "Plasma", "KDE", "5.27.5", HABIT (TELLS_QUIET) },
    { "cinnamon", "GNOME", "5.6.8", HABIT (EMPTY_THROWS) | HABIT (DISMISSES) },
    { "Budgie Notification Server", "Budgie Desktop Developers", "10.7.1",
      HABIT (DEFAULT_EATS) | HABIT (POPUP_ENDS) },
    { "Notification Daemon", "MATE", "1.26.0", 0 },
    { "Notification Daemon", "GNOME", "3.20.0", 0 },
    { "lxqt-notificationd", "lxqt.org", "1.2.0", HABIT (BUTTONS_STAY) | HABIT (DEFAULT_SHOWN) },
    { "SwayNotificationCenter", "ErikReider", "0.7.3", HABIT (DISMISSES) | HABIT (TELLS_QUIET) },
    { "dunst", "knopwob", "1.9.0", 0 },
    { "mako", "emersion", "1.7.1", HABIT (EITHER) },
    { "Xfce Notify Daemon", "Xfce", "0.7.3", HABIT (DEFAULT_SHOWN) },
    { "", "", "", CAREFUL },
    { "dunst", "somebody", "", CAREFUL },
    { "somebody's", "GNOME", "", CAREFUL },
    { "DUNST", "knopwob", "", CAREFUL },
    { "notify-osd", "Canonical Ltd", "", CAREFUL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const OneNotifyHabits *found = one_notify_habits_find (rows[i].name, rows[i].vendor);

    g_assert_cmpuint (found->habits, ==, rows[i].habits);
    g_assert_cmpstr (found->seen, ==, rows[i].seen);
  }
}

static void
test_habit_words (void)
{
  static const struct {
    const char *name, *vendor, *words;
  } rows[] = {
    { "gnome-shell", "GNOME", "low-unseen few-kept one-line" },
    { "Plasma", "KDE", "tells-quiet" },
    { "lxqt-notificationd", "lxqt.org", "quiet-unknown buttons-stay default-shown" },
    { "dunst", "knopwob", "quiet-unknown" },
    { "new", "",
      "unknown quiet-unknown low-unseen empty-throws buttons-stay default-eats popup-ends "
      "dismisses" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) words =
        one_notify_habits_list (one_notify_habits_find (rows[i].name, rows[i].vendor));
    g_autofree char *joined = g_strjoinv (" ", words);

    g_assert_cmpstr (joined, ==, rows[i].words);
  }
}

static void
test_dismissals (void)
{
  static const struct {
    const char *name, *vendor;
    gint64 shown, closed;
    gboolean believed;
  } rows[] = {
    { "dunst", "knopwob", 4400, 100, TRUE },
    { "SwayNotificationCenter", "ErikReider", 4400, -1, TRUE },
    { "SwayNotificationCenter", "ErikReider", 9000, 0, FALSE },
    { "SwayNotificationCenter", "ErikReider", 9000, 300, FALSE },
    { "SwayNotificationCenter", "ErikReider", 9000, 301, TRUE },
    { "cinnamon", "GNOME", 3799, -1, TRUE },
    { "cinnamon", "GNOME", 3800, -1, FALSE },
    { "cinnamon", "GNOME", 5000, -1, FALSE },
    { "cinnamon", "GNOME", 5001, -1, TRUE },
    { "cinnamon", "GNOME", 9000, 299, FALSE },
    { "unknown", "", 4400, -1, TRUE },
    { "unknown", "", 4400, 300, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (
        one_notify_habits_is_dismissal (one_notify_habits_find (rows[i].name, rows[i].vendor),
                                        rows[i].shown, rows[i].closed),
        ==, rows[i].believed);
}

static void
test_texts (void)
{
  static const struct {
    guint abilities;
    const char *body;
    const char *commands;
    const char *summary_sent;
    const char *body_sent;
  } rows[] = {
    { ALL, "a\nb", "c", "S&<", "a\nb" },
    { ALL, "R&D <b>x</b> \"q\" 'r'", "", "S&<", "R&amp;D &lt;b&gt;x&lt;/b&gt; \"q\" 'r'" },
    { ONE_NOTIFY_TEXT_BODY, "R&D <b>", "run <x>", "S&<", "R&D <b>\nrun <x>" },
    { ONE_NOTIFY_TEXT_BODY | ONE_NOTIFY_TEXT_MARKUP, "R&D", "run <x>", "S&<",
      "R&amp;D\nrun &lt;x&gt;" },
    { ONE_NOTIFY_TEXT_BODY, "", "run", "S&<", "run" },
    { ONE_NOTIFY_TEXT_BODY, "", "", "S&<", "" },
    { ONE_NOTIFY_TEXT_ACTIONS, "a\nb", "c", "S&< · a · b", "" },
    { 0, "a\nb", "c", "S&< · a · b · c", "" },
    { 0, "", "", "S&<", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneNotice) notice = make_text ("S&<", rows[i].body, rows[i].commands);
    g_autofree char *summary = one_notify_text_dup_summary (notice, rows[i].abilities);
    g_autofree char *body = one_notify_text_dup_body (notice, rows[i].abilities);

    g_assert_cmpstr (summary, ==, rows[i].summary_sent);
    g_assert_cmpstr (body, ==, rows[i].body_sent);
  }
}

static void
test_default (void)
{
  static const struct {
    OneStage stage;
    guint buttons;
    gboolean any;
    OneButton button;
  } rows[] = {
    { ONE_STAGE_PREP, BIT (AGENDA) | BIT (SNOOZE), TRUE, ONE_BUTTON_AGENDA },
    { ONE_STAGE_PREP, BIT (AGENDA) | BIT (LOG), TRUE, ONE_BUTTON_AGENDA },
    { ONE_STAGE_NUDGE, BIT (AGENDA) | BIT (LOG), TRUE, ONE_BUTTON_LOG },
    { ONE_STAGE_NUDGE, BIT (AGENDA), TRUE, ONE_BUTTON_AGENDA },
    { ONE_STAGE_START, BIT (JOIN) | BIT (SNOOZE), FALSE, ONE_BUTTON_AGENDA },
    { ONE_STAGE_NUDGE, BIT (SKIPPED), FALSE, ONE_BUTTON_AGENDA },
    { ONE_STAGE_PREP, 0, FALSE, ONE_BUTTON_AGENDA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneNotice) notice = make (1, "t", rows[i].stage, rows[i].buttons);
    OneButton button = ONE_BUTTON_AGENDA;

    g_assert_cmpint (one_notify_text_get_default (notice, &button), ==, rows[i].any);
    g_assert_cmpint (button, ==, rows[i].button);
    g_assert_cmpint (one_notify_text_find_button (notice, "default", &button), ==, rows[i].any);
  }
}

static void
test_keys (void)
{
  g_autoptr (OneNotice) notice = make (1, "t", ONE_STAGE_PREP, BIT (SNOOZE) | BIT (JOIN));
  OneButton button;

  for (guint i = 0; i < ONE_N_BUTTONS; i++) {
    gboolean offered = i == ONE_BUTTON_SNOOZE || i == ONE_BUTTON_JOIN;
    g_autofree char *label = one_notify_text_dup_label (notice, i);

    g_assert_cmpint (one_notify_text_find_button (notice, one_notice_button_key (i), &button), ==,
                     offered);
    if (offered)
      g_assert_cmpint (button, ==, i);
    g_assert_cmpstr (label, !=, "");
  }
  g_assert_false (one_notify_text_find_button (notice, "", &button));
  g_assert_false (one_notify_text_find_button (notice, "Join", &button));
}

/* Of several meetings, the button says which one is joined. */
static void
test_joined (void)
{
  g_autoptr (OneNotice) notice = make (1, "t", ONE_STAGE_PREP, BIT (AGENDA) | BIT (JOIN));
  g_autofree char *alone = one_notify_text_dup_label (notice, ONE_BUTTON_JOIN);
  g_autofree char *of_several = NULL;
  g_autofree char *agenda = NULL;

  g_free (notice->joined);
  notice->joined = g_strdup ("Ada Lovelace");
  of_several = one_notify_text_dup_label (notice, ONE_BUTTON_JOIN);
  agenda = one_notify_text_dup_label (notice, ONE_BUTTON_AGENDA);
  g_assert_cmpstr (alone, ==, "Join");
  g_assert_cmpstr (of_several, ==, "Join Ada Lovelace");
  g_assert_cmpstr (agenda, ==, "Agenda");
}

static void
lost (gint64 sent, gpointer data)
{
  g_string_append_printf (data, "%" G_GINT64_FORMAT " ", sent);
}

static void
test_screen (void)
{
  g_autoptr (OneNotifyScreen) screen = one_notify_screen_new ();
  g_autoptr (OneNotice) ada = make (1, "oned-m1", ONE_STAGE_PREP, 0);
  g_autoptr (OneNotice) bob = make (2, "oned-m2", ONE_STAGE_PREP, 0);
  g_autoptr (OneNotice) other = make (3, "", ONE_STAGE_PREP, 0);
  g_autoptr (GString) told = g_string_new (NULL);

  one_notify_screen_add (screen, 7, ada, 0, 100);
  one_notify_screen_add (screen, G_MAXUINT32, bob, 0, 200);
  one_notify_screen_add (screen, 9, other, 0, 300);
  g_assert_cmpint (one_notify_screen_find (screen, G_MAXUINT32)->sent, ==, 2);
  g_assert_null (one_notify_screen_find (screen, 8));
  g_assert_cmpuint (one_notify_screen_get_id (screen, 1, ""), ==, 7);
  g_assert_cmpuint (one_notify_screen_get_id (screen, 44, "oned-m1"), ==, 7);
  g_assert_cmpuint (one_notify_screen_get_id (screen, 2, "oned-m1"), ==, G_MAXUINT32);
  g_assert_cmpuint (one_notify_screen_get_id (screen, 44, ""), ==, 0);
  one_notify_screen_add (screen, 7, bob, 0, 200);
  g_assert_cmpint (one_notify_screen_find (screen, 7)->sent, ==, 2);
  g_assert_true (one_notify_screen_del (screen, 9));
  g_assert_false (one_notify_screen_del (screen, 9));
  g_assert_cmpint (one_notify_screen_get_shown (screen, 7, 250), ==, 50);
  g_assert_cmpint (one_notify_screen_get_shown (screen, 8, 250), ==, -1);
  g_assert_cmpint (one_notify_screen_get_closed (screen, 9, 250), ==, -1);
  one_notify_screen_clear (screen, lost, told);
  g_assert_cmpstr (told->str, ==, "2 2 ");
  g_assert_null (one_notify_screen_find (screen, 7));
}

/* The last time counts, of the last sixteen. */
static void
test_closings (void)
{
  g_autoptr (OneNotifyScreen) screen = one_notify_screen_new ();
  g_autoptr (OneNotice) notice = make (1, "oned-m1", ONE_STAGE_PREP, 0);

  one_notify_screen_add (screen, 7, notice, 0, 100);
  one_notify_screen_close (screen, 7, 1000);
  g_assert_null (one_notify_screen_find (screen, 7));
  g_assert_cmpint (one_notify_screen_get_closed (screen, 7, 1300), ==, 300);
  one_notify_screen_close (screen, 7, 2000);
  g_assert_cmpint (one_notify_screen_get_closed (screen, 7, 2001), ==, 1);
  for (guint i = 0; i < 15; i++)
    one_notify_screen_close (screen, 20 + i, 3000);
  g_assert_cmpint (one_notify_screen_get_closed (screen, 7, 2001), ==, 1);
  one_notify_screen_close (screen, 99, 3000);
  g_assert_cmpint (one_notify_screen_get_closed (screen, 7, 2001), ==, -1);
  g_assert_cmpint (one_notify_screen_get_closed (screen, 99, 3000), ==, 0);
}

/* Three by each name; what is replaced keeps its own. */
static void
test_names (void)
{
  g_autoptr (OneNotifyScreen) screen = one_notify_screen_new ();
  g_autoptr (OneNotice) notice = make (1, "oned-m1", ONE_STAGE_PREP, 0);

  for (guint i = 0; i < 7; i++) {
    guint name = one_notify_screen_pick_name (screen, 0, 3);

    g_assert_cmpuint (name, ==, i / 3);
    one_notify_screen_add (screen, 10 + i, notice, name, 0);
  }
  g_assert_cmpuint (one_notify_screen_pick_name (screen, 11, 3), ==, 0);
  g_assert_cmpuint (one_notify_screen_pick_name (screen, 16, 3), ==, 2);
  one_notify_screen_del (screen, 14);
  g_assert_cmpuint (one_notify_screen_pick_name (screen, 0, 3), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notify/abilities-are-taken-from-capabilities", test_abilities);
  g_test_add_func ("/notify/habits-go-by-name-and-vendor", test_habits);
  g_test_add_func ("/notify/habits-have-words", test_habit_words);
  g_test_add_func ("/notify/dismissed-is-believed-but-of-liars", test_dismissals);
  g_test_add_func ("/notify/three-by-each-name", test_names);
  g_test_add_func ("/notify/closings-are-remembered-for-a-while", test_closings);
  g_test_add_func ("/notify/markup-is-escaped-only-where-it-is-rendered", test_texts);
  g_test_add_func ("/notify/click-opens-the-page-and-never-joins", test_default);
  g_test_add_func ("/notify/only-offered-keys-are-buttons", test_keys);
  g_test_add_func ("/notify/join-says-whose-meeting", test_joined);
  g_test_add_func ("/notify/screen-knows-rows-tags-and-ids", test_screen);
  return g_test_run ();
}
