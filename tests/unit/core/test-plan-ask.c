/* SPDX-License-Identifier: MIT */
#include "core/plan/plan-ask.h"

#include "model/base/instant.h"

/* Tuesday, 24 November 2026, midnight UTC. */
#define MIDNIGHT 1795478400
#define T(hour, minute) (MIDNIGHT + (hour) *ONE_HOUR + (minute) *ONE_MINUTE)
#define NEVER ONE_PLAN_ASK_NEVER

static gint64
get (gint64 created, gint64 now, const OneAsking *row, const OneBusy *busy, OneSettings *settings)
{
  g_autoptr (OnePoint) point = one_point_new ();
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (OneBusy));
  OneAskPresent present = { settings, all, now, FALSE };

  point->created = created;
  for (; busy && busy->end > 0; busy++)
    g_array_append_vals (all, busy, 1);
  return one_plan_ask_get (point, row, &present);
}

static void
test_next_free_quarter (void)
{
  static const struct {
    const char *what;
    gint64 created, now;
    OneBusy busy[3];
    gint64 at;
  } rows[] = {
    { "the next quarter", T (14, 3), T (14, 3), { { 0 } }, T (14, 15) },
    { "a second before it", T (14, 15) - 1, T (14, 15) - 1, { { 0 } }, T (14, 15) },
    { "not the one that begins now", T (14, 15), T (14, 15), { { 0 } }, T (14, 30) },
    { "it has come", T (14, 3), T (14, 15), { { 0 } }, T (14, 15) },
    { "a little late", T (14, 3), T (14, 20), { { 0 } }, T (14, 20) },
    { "too late for this one", T (14, 3), T (14, 20) + 1, { { 0 } }, T (14, 30) },
    { "asleep meanwhile", T (14, 3), T (17, 2), { { 0 } }, T (17, 2) },
    { "a meeting takes it", T (14, 3), T (14, 3), { { T (14, 15), T (14, 30) } }, T (14, 30) },
    { "it takes the last second",
      T (14, 3),
      T (14, 3),
      { { T (14, 30) - 1, T (15, 0) } },
      T (15, 0) },
    { "it takes the first", T (14, 3), T (14, 3), { { T (14, 0), T (14, 15) + 1 } }, T (14, 30) },
    { "it ended before", T (14, 3), T (14, 3), { { T (14, 0), T (14, 15) } }, T (14, 15) },
    { "it begins after", T (14, 3), T (14, 3), { { T (14, 30), T (15, 0) } }, T (14, 15) },
    { "it ends within a quarter", T (14, 3), T (14, 3), { { T (14, 0), T (14, 50) } }, T (15, 0) },
    { "one after the other",
      T (14, 3),
      T (14, 3),
      { { T (15, 0), T (15, 30) }, { T (14, 0), T (15, 0) } },
      T (15, 30) },
    { "taken to midnight", T (14, 3), T (14, 3), { { T (14, 0), T (24, 0) } }, T (24 + 9, 0) },
    { "… but for the last quarter",
      T (14, 3),
      T (14, 3),
      { { T (14, 0), T (23, 45) } },
      T (23, 45) },
    { "late in the evening", T (23, 44), T (23, 44), { { 0 } }, T (23, 45) },
    { "too late in the evening", T (23, 45), T (23, 45), { { 0 } }, T (24 + 9, 0) },
    { "asleep until the night", T (14, 3), T (24 + 2, 0), { { 0 } }, T (24 + 9, 0) },
    { "asleep until noon", T (14, 3), T (24 + 12, 1), { { 0 } }, T (24 + 12, 1) },
    { "the morning is taken",
      T (23, 50),
      T (23, 50),
      { { T (24 + 9, 0), T (24 + 9, 30) } },
      T (24 + 9, 30) },
    { "taken for good", T (14, 3), T (14, 3), { { T (14, 0), T (24 * 20, 0) } }, NEVER },
    { "the clock was ahead", T (24 * 9, 0), T (14, 3), { { 0 } }, T (14, 3) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneSettings) settings = one_settings_new ();

    g_test_message ("%s", rows[i].what);
    g_assert_cmpint (get (rows[i].created, rows[i].now, NULL, rows[i].busy, settings), ==,
                     rows[i].at);
  }
}

static void
test_quiet (void)
{
  static const struct {
    const char *what;
    OneQuiet quiet;
    guint days; /* bits of GDateWeekday */
    int promises;
    const char *zone;
    gint64 now, at;
  } rows[] = {
    { "not yet", { 18 * 60, 8 * 60 }, 0, 540, "UTC", T (17, 44), T (17, 45) },
    { "for today", { 18 * 60, 8 * 60 }, 0, 540, "UTC", T (17, 45), T (24 + 9, 0) },
    { "over at night", { 18 * 60, 8 * 60 }, 0, 540, "UTC", T (6, 0), T (8, 0) },
    { "over within a quarter", { 18 * 60, 485 }, 0, 540, "UTC", T (6, 0), T (8, 15) },
    { "at noon", { 12 * 60, 13 * 60 }, 0, 540, "UTC", T (11, 50), T (13, 0) },
    { "in the morning", { 18 * 60, 10 * 60 }, 0, 540, "UTC", T (17, 50), T (24 + 10, 0) },
    { "today", { 0, 0 }, 1u << G_DATE_TUESDAY, 540, "UTC", T (14, 3), T (24 + 9, 0) },
    { "tomorrow", { 0, 0 }, 1u << G_DATE_WEDNESDAY, 540, "UTC", T (23, 50), T (48 + 9, 0) },
    { "always", { 0, 0 }, 0xfe, 540, "UTC", T (14, 3), NEVER },
    { "another morning", { 0, 0 }, 0, 450, "UTC", T (23, 50), T (24 + 7, 30) },
    { "without promises", { 0, 0 }, 0, -1, "UTC", T (23, 50), T (24 + 9, 0) },
    { "the day of the zone", { 0, 0 }, 0, 540, "Europe/Berlin", T (22, 50), T (24 + 8, 0) },
    { "quarters of the zone", { 0, 0 }, 0, 540, "Asia/Kathmandu", T (18, 10), T (24 + 3, 15) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneSettings) settings = one_settings_new ();

    g_test_message ("%s", rows[i].what);
    settings->quiet = rows[i].quiet;
    settings->quiet_days = rows[i].days;
    settings->promises = rows[i].promises;
    settings->zone = g_time_zone_new_identifier (rows[i].zone);
    g_assert_cmpint (get (rows[i].now, rows[i].now, NULL, NULL, settings), ==, rows[i].at);
  }
}

/* Put off until an hour later, or until the morning. */
static void
test_later (void)
{
  static const struct {
    OneSentState state;
    gint64 at, until, now, wanted;
  } rows[] = {
    { ONE_SENT_SNOOZED, T (14, 15), T (15, 15), T (14, 15), T (15, 15) },
    { ONE_SENT_SNOOZED, T (14, 16), T (15, 16), T (14, 16), T (15, 30) },
    { ONE_SENT_SNOOZED, T (23, 15), T (24, 15), T (23, 15), T (24 + 9, 0) },
    { ONE_SENT_INTENT, T (14, 15), 0, T (14, 16), T (14, 16) },
    { ONE_SENT_SHOWN, T (14, 15), 0, T (14, 16), NEVER },
    { ONE_SENT_ACTED, T (14, 15), 0, T (14, 16), NEVER },
    { ONE_SENT_DISMISSED, T (14, 15), 0, T (14, 16), NEVER },
    { ONE_SENT_EXPIRED, T (14, 15), 0, T (14, 16), NEVER },
    { ONE_SENT_SUPERSEDED, T (14, 15), 0, T (14, 16), NEVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneSettings) settings = one_settings_new ();
    g_autoptr (OneAsking) row = one_asking_new (7);

    g_test_message ("row %u", i);
    row->state = rows[i].state;
    row->at = rows[i].at;
    row->until = rows[i].until;
    g_assert_cmpint (get (T (14, 3), rows[i].now, row, NULL, settings), ==, rows[i].wanted);
  }
}

static void
test_step_and_wake (void)
{
  static const struct {
    const char *what;
    gboolean has_row;
    OneSentState state;
    guint32 row_look;
    gint64 row_at, at, now;
    gboolean held;
    OneAskStep step;
    gint64 wake;
  } rows[] = {
    { "ahead", 0, 0, 0, 0, T (9, 15), T (9, 0), 0, ONE_ASK_KEEP, T (9, 15) },
    { "now", 0, 0, 0, 0, T (9, 15), T (9, 15), 0, ONE_ASK_SHOW, 0 },
    { "now, but held", 0, 0, 0, 0, T (9, 15), T (9, 15), 1, ONE_ASK_KEEP, 0 },
    { "never", 0, 0, 0, 0, NEVER, T (9, 15), 0, ONE_ASK_KEEP, 0 },
    { "a crash between", 1, ONE_SENT_INTENT, 5, T (9, 15), T (9, 16), T (9, 16), 0, ONE_ASK_SHOW,
      0 },
    { "shown", 1, ONE_SENT_SHOWN, 5, T (9, 15), NEVER, T (9, 16), 0, ONE_ASK_KEEP, T (24, 0) },
    { "looks otherwise", 1, ONE_SENT_SHOWN, 6, T (9, 15), NEVER, T (9, 16), 0, ONE_ASK_REFRESH,
      T (24, 0) },
    { "to the last second", 1, ONE_SENT_SHOWN, 5, T (9, 15), NEVER, T (24, 0) - 1, 0, ONE_ASK_KEEP,
      T (24, 0) },
    { "its day is over", 1, ONE_SENT_SHOWN, 5, T (9, 15), NEVER, T (24, 0), 0, ONE_ASK_CLOSE,
      T (24, 0) },
    { "answered", 1, ONE_SENT_ACTED, 5, T (9, 15), NEVER, T (9, 16), 0, ONE_ASK_KEEP, 0 },
    { "a day ahead", 1, ONE_SENT_SHOWN, 5, T (33, 15), NEVER, T (9, 15), 0, ONE_ASK_KEEP,
      T (48, 0) },
    { "more than that", 1, ONE_SENT_SHOWN, 5, T (33, 15) + 1, NEVER, T (9, 15), 0, ONE_ASK_FORGET,
      T (48, 0) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneSettings) settings = one_settings_new ();
    g_autoptr (OneAsking) row = one_asking_new (7);
    const OneAsking *own = rows[i].has_row ? row : NULL;
    OneAskPresent present = { settings, NULL, rows[i].now, rows[i].held };

    g_test_message ("%s", rows[i].what);
    row->state = rows[i].state;
    row->look = rows[i].row_look;
    row->at = rows[i].row_at;
    g_assert_cmpint (one_plan_ask_step (own, rows[i].at, 5, &present), ==, rows[i].step);
    g_assert_cmpint (one_plan_ask_wake (own, rows[i].at, &present), ==, rows[i].wake);
  }
}

/* No number is of two points, or of something else. */
static void
test_number (void)
{
  gint64 point;

  g_assert_true (one_asking_parse_number (one_asking_get_number (7), &point));
  g_assert_cmpint (point, ==, 7);
  g_assert_false (one_asking_parse_number (7, &point));
  g_assert_false (one_asking_parse_number (one_asking_get_number (0), &point));
  g_assert_false (one_asking_parse_number (G_MAXINT64, &point));
  g_assert_false (one_asking_parse_number (-one_asking_get_number (7), &point));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-ask/next-free-quarter", test_next_free_quarter);
  g_test_add_func ("/plan-ask/quiet", test_quiet);
  g_test_add_func ("/plan-ask/later", test_later);
  g_test_add_func ("/plan-ask/step-and-wake", test_step_and_wake);
  g_test_add_func ("/plan-ask/number", test_number);
  return g_test_run ();
}
