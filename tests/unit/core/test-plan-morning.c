/* SPDX-License-Identifier: MIT */
#include "core/plan/plan-morning.h"

#include "model/base/day.h"
#include "model/base/instant.h"

/* Tuesday, 24 November 2026, midnight UTC. */
#define MIDNIGHT 1795478400
#define NINE (MIDNIGHT + 9 * ONE_HOUR)

static GDate
november (guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, G_DATE_NOVEMBER, 2026);
  return date;
}

static void
test_morning (void)
{
  static const struct {
    int promises;
    OneQuiet quiet;
    const char *zone;
    gint64 at;
  } rows[] = {
    { 9 * 60, { 0, 0 }, "UTC", NINE },
    { 0, { 0, 0 }, "UTC", MIDNIGHT },
    { 23 * 60 + 59, { 0, 0 }, "UTC", MIDNIGHT + ONE_DAY - ONE_MINUTE },
    { 9 * 60, { 0, 0 }, "Europe/Berlin", NINE - ONE_HOUR },
    { -1, { 0, 0 }, "UTC", ONE_PLAN_MORNING_NEVER },
    /* Both sides of the end of the quiet hours. */
    { 9 * 60, { 22 * 60, 9 * 60 }, "UTC", NINE },
    { 9 * 60, { 22 * 60, 9 * 60 + 1 }, "UTC", NINE + ONE_MINUTE },
    /* Both sides of their beginning. */
    { 9 * 60, { 9 * 60 + 1, 17 * 60 }, "UTC", NINE },
    { 9 * 60, { 9 * 60, 17 * 60 }, "UTC", MIDNIGHT + 17 * ONE_HOUR },
    /* Quiet to the end of the day: ahead of that. */
    { 9 * 60, { 9 * 60, 23 * 60 + 59 }, "UTC", MIDNIGHT + ONE_DAY - ONE_MINUTE },
    { 9 * 60, { 9 * 60, 0 }, "UTC", MIDNIGHT },
    { 9 * 60, { 9 * 60, 7 * 60 }, "UTC", MIDNIGHT + 7 * ONE_HOUR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneSettings) settings = one_settings_new ();
    GDate day = november (24);

    g_test_message ("row %u", i);
    settings->promises = rows[i].promises;
    settings->quiet = rows[i].quiet;
    settings->zone = g_time_zone_new_identifier (rows[i].zone);
    g_assert_cmpint (one_plan_morning_get (settings, &day), ==, rows[i].at);
  }
}

static void
add_action (GPtrArray *actions, guint due, gint64 created)
{
  OneAction *action = one_action_new ();

  action->id = actions->len + 1;
  action->due = november (due);
  action->created = created;
  g_ptr_array_add (actions, action);
}

static GPtrArray *
actions_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) one_action_free);
}

/* What was promised this very morning needs no telling. */
static void
test_list (void)
{
  g_autoptr (OneSettings) settings = one_settings_new ();
  g_autoptr (GPtrArray) actions = actions_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) off = NULL;
  GDate day = november (24);

  add_action (actions, 23, 0);
  add_action (actions, 24, NINE - 1);
  add_action (actions, 24, NINE);
  add_action (actions, 25, 0);
  list = one_plan_morning_list (actions, &day, settings);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (((OneAction *) list->pdata[0])->id, ==, 2);
  settings->promises = -1;
  off = one_plan_morning_list (actions, &day, settings);
  g_assert_cmpuint (off->len, ==, 0);
}

/* What is due on quiet days is told on the last day before them. 21 and 22 November are a weekend.
 */
static void
test_ahead_of_quiet_days (void)
{
  static const struct {
    guint due, told;
  } rows[] = { { 19, 19 }, { 20, 20 }, { 21, 20 }, { 22, 20 }, { 23, 23 } };
  g_autoptr (OneSettings) settings = one_settings_new ();
  g_autoptr (GPtrArray) actions = actions_new ();
  OneMorningDay saturday = { .today = november (21), .now = NINE - 3 * ONE_DAY };

  settings->quiet_days = 1u << G_DATE_SATURDAY | 1u << G_DATE_SUNDAY;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    GDate due = november (rows[i].due), told = november (rows[i].told);
    GDate day = one_plan_morning_day (settings, &due);

    g_assert_cmpint (g_date_compare (&day, &told), ==, 0);
    add_action (actions, rows[i].due, 0);
  }
  for (guint day = 19; day <= 23; day++) {
    static const guint counts[] = { 1, 3, 0, 0, 1 };
    GDate date = november (day);
    g_autoptr (GPtrArray) list = one_plan_morning_list (actions, &date, settings);

    g_assert_cmpuint (list->len, ==, counts[day - 19]);
  }
  g_assert_cmpint (one_plan_morning_wake (actions, NULL, settings, &saturday), ==, NINE - ONE_DAY);
}

static void
test_step (void)
{
  static const struct {
    const char *what;
    guint day; /* of the row; 0: there is none */
    OneSentState state;
    guint32 row_look;
    guint32 look;
    gint64 now;
    gboolean held;
    OneMorningStep step;
  } rows[] = {
    { "before the morning", 0, 0, 0, 7, NINE - 1, FALSE, ONE_MORNING_KEEP },
    { "in the morning", 0, 0, 0, 7, NINE, FALSE, ONE_MORNING_SHOW },
    { "slept over it", 0, 0, 0, 7, MIDNIGHT + ONE_DAY - 1, FALSE, ONE_MORNING_SHOW },
    { "not to be disturbed", 0, 0, 0, 7, NINE, TRUE, ONE_MORNING_KEEP },
    { "nothing is due", 0, 0, 0, 0, NINE, FALSE, ONE_MORNING_KEEP },
    { "killed in between", 24, ONE_SENT_INTENT, 7, 7, NINE, FALSE, ONE_MORNING_SHOW },
    { "killed, and kept since", 24, ONE_SENT_INTENT, 7, 0, NINE, FALSE, ONE_MORNING_CLOSE },
    { "killed, not to be disturbed", 24, ONE_SENT_INTENT, 7, 7, NINE, TRUE, ONE_MORNING_KEEP },
    { "shown", 24, ONE_SENT_SHOWN, 7, 7, NINE, FALSE, ONE_MORNING_KEEP },
    { "shown, and one kept since", 24, ONE_SENT_SHOWN, 7, 8, NINE, FALSE, ONE_MORNING_REFRESH },
    { "shown, and all kept since", 24, ONE_SENT_SHOWN, 7, 0, NINE, FALSE, ONE_MORNING_CLOSE },
    { "shown, and the clock set back", 24, ONE_SENT_SHOWN, 7, 7, NINE - 1, FALSE,
      ONE_MORNING_KEEP },
    { "dismissed", 24, ONE_SENT_DISMISSED, 7, 8, NINE, FALSE, ONE_MORNING_KEEP },
    { "answered", 24, ONE_SENT_ACTED, 7, 8, NINE, FALSE, ONE_MORNING_KEEP },
    { "timed out", 24, ONE_SENT_EXPIRED, 7, 8, NINE, FALSE, ONE_MORNING_KEEP },
    { "closed", 24, ONE_SENT_SUPERSEDED, 7, 8, NINE, FALSE, ONE_MORNING_KEEP },
    { "yesterday's on the screen", 23, ONE_SENT_SHOWN, 7, 7, NINE, FALSE, ONE_MORNING_CLOSE },
    { "yesterday's never shown", 23, ONE_SENT_INTENT, 7, 7, NINE, FALSE, ONE_MORNING_CLOSE },
    { "yesterday's done with", 23, ONE_SENT_DISMISSED, 7, 7, NINE, FALSE, ONE_MORNING_KEEP },
    { "gone west", 25, ONE_SENT_SHOWN, 7, 7, NINE, FALSE, ONE_MORNING_CLOSE },
    { "gone west, done with", 25, ONE_SENT_ACTED, 7, 7, NINE, FALSE, ONE_MORNING_KEEP },
    { "by a wrong clock", 26, ONE_SENT_SHOWN, 7, 7, NINE, FALSE, ONE_MORNING_FORGET },
    { "by a wrong clock, done with", 26, ONE_SENT_ACTED, 7, 0, NINE, FALSE, ONE_MORNING_FORGET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OneMorningDay day = { november (24), NINE, rows[i].now, rows[i].look, rows[i].held };
    GDate of_row = november (rows[i].day > 0 ? rows[i].day : 24);
    g_autoptr (OneMorning) row = one_morning_new (&of_row);

    g_test_message ("%s", rows[i].what);
    row->state = rows[i].state;
    row->look = rows[i].row_look;
    g_assert_cmpint (one_plan_morning_step (rows[i].day > 0 ? row : NULL, &day), ==, rows[i].step);
  }
}

static void
test_wake (void)
{
  static const struct {
    const char *what;
    guint due[3]; /* of promises, by day; 0: no more */
    gboolean has_row;
    OneSentState state;
    gint64 now;
    gint64 wake;
  } rows[] = {
    { "nothing was promised", { 0 }, FALSE, 0, MIDNIGHT, 0 },
    { "today's morning", { 24, 25 }, FALSE, 0, NINE - 1, NINE },
    { "today's has come", { 24 }, FALSE, 0, NINE, 0 },
    { "the next day's", { 24, 25 }, FALSE, 0, NINE, NINE + ONE_DAY },
    { "the nearest of them", { 26, 28 }, FALSE, 0, NINE, NINE + 2 * ONE_DAY },
    { "it goes at midnight", { 24 }, TRUE, ONE_SENT_SHOWN, NINE, MIDNIGHT + ONE_DAY },
    { "midnight is nearer", { 24, 25 }, TRUE, ONE_SENT_SHOWN, NINE, MIDNIGHT + ONE_DAY },
    { "today is done with", { 24, 25 }, TRUE, ONE_SENT_ACTED, NINE - 1, NINE + ONE_DAY },
    { "to be shown still", { 24 }, TRUE, ONE_SENT_INTENT, NINE - 1, NINE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneSettings) settings = one_settings_new ();
    g_autoptr (GPtrArray) actions = actions_new ();
    OneMorningDay day = { .today = november (24), .now = rows[i].now };
    g_autoptr (OneMorning) row = one_morning_new (&day.today);

    g_test_message ("%s", rows[i].what);
    row->state = rows[i].state;
    for (guint j = 0; rows[i].due[j] != 0; j++)
      add_action (actions, rows[i].due[j], 0);
    g_assert_cmpint (one_plan_morning_wake (actions, rows[i].has_row ? row : NULL, settings, &day),
                     ==, rows[i].wake);
  }
}

/* No number is of two days, or of a reminder of a meeting. */
static void
test_number (void)
{
  GDate day = november (24), next = november (25), parsed;

  g_assert_cmpint (one_morning_get_number (&day), !=, one_morning_get_number (&next));
  g_assert_true (one_morning_parse_number (one_morning_get_number (&day), &parsed));
  g_assert_cmpint (g_date_compare (&day, &parsed), ==, 0);
  g_assert_false (one_morning_parse_number (0, &parsed));
  g_assert_false (one_morning_parse_number (G_MAXUINT32, &parsed));
  g_assert_false (one_morning_parse_number (-one_morning_get_number (&day), &parsed));
  g_assert_false (one_morning_parse_number (G_MAXINT64, &parsed));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-morning/morning", test_morning);
  g_test_add_func ("/plan-morning/list", test_list);
  g_test_add_func ("/plan-morning/ahead-of-quiet-days", test_ahead_of_quiet_days);
  g_test_add_func ("/plan-morning/step", test_step);
  g_test_add_func ("/plan-morning/wake", test_wake);
  g_test_add_func ("/plan-morning/number", test_number);
  return g_test_run ();
}
