/* SPDX-License-Identifier: MIT */
#include "core/plan/plan-due.h"

#define START 1700042400
#define END (START + 1800)
#define DAY (24 * 60 * 60)

/* One slot of a half-hour meeting, first seen long ago. The row is of this start unless it says
 * otherwise; a slot without one has its state at -1. */
typedef struct {
  OneStage stage;
  int state;
  gint64 row_at;
  gint64 row_until;
  gint64 row_start;
  gint64 now;
  gint64 at;
  const char *server;
} Row;

static const Row rows[] = {
  /* Without a row: due at its lead, of no use after its end. */
  { ONE_STAGE_PREP, -1, 0, 0, 0, START - 1801, START - 1800, "" },
  { ONE_STAGE_PREP, -1, 0, 0, 0, END - 1, START - 1800, "" },
  { ONE_STAGE_PREP, -1, 0, 0, 0, END, ONE_PLAN_DUE_NEVER, "" },
  { ONE_STAGE_START, -1, 0, 0, 0, START, START - 120, "" },
  { ONE_STAGE_NUDGE, -1, 0, 0, 0, END - 1, END, "" },
  { ONE_STAGE_NUDGE, -1, 0, 0, 0, END + DAY - 1, END, "" },
  { ONE_STAGE_NUDGE, -1, 0, 0, 0, END + DAY, ONE_PLAN_DUE_NEVER, "" },
  /* Shown for this start: done. Shown for another: due again, but for a nudge after the end. */
  { ONE_STAGE_PREP, ONE_SENT_SHOWN, START - 1800, 0, 0, START, ONE_PLAN_DUE_NEVER, ":1.5" },
  { ONE_STAGE_PREP, ONE_SENT_ACTED, START - 1800, 0, 0, START, ONE_PLAN_DUE_NEVER, ":1.5" },
  { ONE_STAGE_PREP, ONE_SENT_DISMISSED, START - 1800, 0, 0, START, ONE_PLAN_DUE_NEVER, ":1.5" },
  { ONE_STAGE_PREP, ONE_SENT_EXPIRED, START - 1800, 0, 0, START, ONE_PLAN_DUE_NEVER, ":1.5" },
  { ONE_STAGE_PREP, ONE_SENT_SHOWN, START - 1800, 0, 60, START, START - 1800, ":1.5" },
  { ONE_STAGE_NUDGE, ONE_SENT_SHOWN, END, 0, 60, END + 1, ONE_PLAN_DUE_NEVER, ":1.5" },
  { ONE_STAGE_NUDGE, ONE_SENT_SHOWN, END - 1, 0, 60, END + 1, END, ":1.5" },
  /* Committed, and not shown yet: due. */
  { ONE_STAGE_PREP, ONE_SENT_INTENT, START - 1800, 0, 0, START, START - 1800, "" },
  /* Put off: again at its time, never past the start. */
  { ONE_STAGE_PREP, ONE_SENT_SNOOZED, START - 900, START - 300, 0, START - 900, START - 300, "" },
  { ONE_STAGE_PREP, ONE_SENT_SNOOZED, START - 900, START + 300, 0, START - 900, START, "" },
  { ONE_STAGE_NUDGE, ONE_SENT_SNOOZED, END, END + 600, 0, END, END + 600, "" },
  /* Of a moved meeting, by the user: the later of its time and the new lead. */
  { ONE_STAGE_PREP, ONE_SENT_SNOOZED, START - 7200, START - 3600, 60, START - 7200, START - 1800,
    "" },
  { ONE_STAGE_PREP, ONE_SENT_SNOOZED, START - 7200, START - 600, 60, START - 7200, START - 600,
    "" },
  /* … and what waits on screen, the new lead alone. */
  { ONE_STAGE_PREP, ONE_SENT_SNOOZED, START - 7200, START - 600, 60, START - 7200, START - 1800,
    ":1.5" },
  /* Superseded ahead of its lead, only the line of a move was seen: due. */
  { ONE_STAGE_PREP, ONE_SENT_SUPERSEDED, START - 1801, 0, 0, START, START - 1800, ":1.5" },
  { ONE_STAGE_PREP, ONE_SENT_SUPERSEDED, START - 1800, 0, 0, START, ONE_PLAN_DUE_NEVER, ":1.5" },
};

static void
test_when_a_reminder_is_due (void)
{
  g_autoptr (OneSettings) settings = one_settings_new ();
  g_autoptr (OneMeeting) meeting = one_meeting_new ();
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  meeting->start = START;
  meeting->end = END;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OneSent row = { .id = 1,
                    .stage = rows[i].stage,
                    .state = (OneSentState) MAX (rows[i].state, 0),
                    .at = rows[i].row_at,
                    .until = rows[i].row_until,
                    .start = START + rows[i].row_start,
                    .server = (char *) rows[i].server,
                    .notification_id = *rows[i].server ? 7 : 0 };
    g_autoptr (GArray) slots = g_array_new (FALSE, TRUE, sizeof (OnePlanSlot));
    OnePlanSlot slot = { .stage = rows[i].stage,
                         .lead = settings->leads[rows[i].stage].seconds[0],
                         .wanted = TRUE,
                         .row = rows[i].state < 0 ? NULL : &row };
    OnePlanDue due = { meeting, slots, left, settings, 0, rows[i].now, NULL };

    g_array_append_val (slots, slot);
    g_test_message ("row %u", i);
    g_assert_cmpint (one_plan_due_at (&due, &g_array_index (slots, OnePlanSlot, 0)), ==,
                     rows[i].at);
  }
}

/* What is due waits while it may not be shown; what is not due yet keeps its instant. */
static void
test_what_is_due_is_held_while_the_server_holds_back (void)
{
  g_autoptr (OneSettings) settings = one_settings_new ();
  g_autoptr (OneMeeting) meeting = one_meeting_new ();
  g_autoptr (GArray) slots = g_array_new (FALSE, TRUE, sizeof (OnePlanSlot));
  OnePlanSlot slot = { .stage = ONE_STAGE_PREP, .lead = 1800, .wanted = TRUE };
  OnePlanDue due = { meeting, slots, NULL, settings, 0, START - 1801, NULL };

  meeting->start = START;
  meeting->end = END;
  settings->inhibited = TRUE;
  g_array_append_val (slots, slot);
  g_assert_cmpint (one_plan_due_at (&due, &slot), ==, START - 1800);
  due.now++;
  g_assert_cmpint (one_plan_due_at (&due, &slot), ==, ONE_PLAN_DUE_HELD);
}

/* The start comes through what holds back some, if it is to, and through what loses all never. */
static void
test_the_start_is_held_by_what_loses_all (void)
{
  static const struct {
    OneInhibition inhibited;
    OneStage stage;
    gboolean quiet_start, held;
  } cases[] = {
    { ONE_INHIBITION_NONE, ONE_STAGE_PREP, TRUE, FALSE },
    { ONE_INHIBITION_NONE, ONE_STAGE_START, FALSE, FALSE },
    { ONE_INHIBITION_SOME, ONE_STAGE_PREP, TRUE, TRUE },
    { ONE_INHIBITION_SOME, ONE_STAGE_START, TRUE, FALSE },
    { ONE_INHIBITION_SOME, ONE_STAGE_START, FALSE, TRUE },
    { ONE_INHIBITION_SOME, ONE_STAGE_NUDGE, TRUE, TRUE },
    { ONE_INHIBITION_ALL, ONE_STAGE_PREP, TRUE, TRUE },
    { ONE_INHIBITION_ALL, ONE_STAGE_START, TRUE, TRUE },
    { ONE_INHIBITION_ALL, ONE_STAGE_NUDGE, FALSE, TRUE },
  };
  g_autoptr (OneSettings) settings = one_settings_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    settings->inhibited = cases[i].inhibited;
    settings->quiet_start = cases[i].quiet_start;
    g_assert_cmpint (one_settings_is_held (settings, cases[i].stage), ==, cases[i].held);
    g_assert_cmpint (one_settings_is_hidden (settings), ==,
                     cases[i].inhibited != ONE_INHIBITION_NONE);
  }
}

static void
test_what_had_begun_at_first_sight_is_silent (void)
{
  static const struct {
    OneStage stage;
    gint64 since;
    gboolean due;
  } cases[] = {
    { ONE_STAGE_START, START - 1, TRUE }, { ONE_STAGE_START, START, FALSE },
    { ONE_STAGE_NUDGE, END - 1, TRUE },   { ONE_STAGE_NUDGE, END, FALSE },
    { ONE_STAGE_NUDGE, END + 11, TRUE }, /* ahead of now: a clock was wrong */
  };
  g_autoptr (OneSettings) settings = one_settings_new ();
  g_autoptr (OneMeeting) meeting = one_meeting_new ();

  meeting->start = START;
  meeting->end = END;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) slots = g_array_new (FALSE, TRUE, sizeof (OnePlanSlot));
    OnePlanSlot slot = { .stage = cases[i].stage, .wanted = TRUE };
    gint64 now = cases[i].stage == ONE_STAGE_START ? START + 10 : END + 10;
    OnePlanDue due = { meeting, slots, NULL, settings, cases[i].since, now, NULL };

    g_array_append_val (slots, slot);
    g_test_message ("row %u", i);
    g_assert_cmpint (one_plan_due_at (&due, &slot) <= now, ==, cases[i].due);
  }
}

static void
test_which_of_two_comes_later (void)
{
  static const OnePlanSlot far = { .stage = ONE_STAGE_PREP, .lead = 3600 };
  static const OnePlanSlot near = { .stage = ONE_STAGE_PREP, .lead = 1800 };
  static const OnePlanSlot start = { .stage = ONE_STAGE_START, .lead = 1800 };
  static const OnePlanSlot nudge = { .stage = ONE_STAGE_NUDGE, .lead = 0 };
  static const struct {
    const OnePlanSlot *slot;
    const OnePlanSlot *other;
    gboolean later;
  } cases[] = {
    { &near, &far, TRUE },     { &far, &near, FALSE },    { &near, &near, FALSE },
    { &start, &near, TRUE },   { &near, &start, FALSE },  { &nudge, &start, TRUE },
    { &start, &nudge, FALSE }, { &nudge, &nudge, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("row %u", i);
    g_assert_cmpint (one_plan_due_is_later (cases[i].slot, cases[i].other), ==, cases[i].later);
  }
}

static void
test_which_meetings_are_reminded_of (void)
{
  static const struct {
    OneMeetingState state;
    gboolean other_declined;
    gboolean living;
  } cases[] = {
    { ONE_MEETING_PLANNED, FALSE, TRUE },   { ONE_MEETING_PLANNED, TRUE, FALSE },
    { ONE_MEETING_HELD, FALSE, TRUE },      { ONE_MEETING_HELD, TRUE, FALSE },
    { ONE_MEETING_SKIPPED, FALSE, FALSE },  { ONE_MEETING_CANCELLED, FALSE, FALSE },
    { ONE_MEETING_DECLINED, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    OneMeeting meeting = { .state = cases[i].state, .other_declined = cases[i].other_declined };

    g_test_message ("row %u", i);
    g_assert_cmpint (one_plan_due_is_living (&meeting), ==, cases[i].living);
  }
}

/* Somebody else may look at the screen of a meeting; a question stays until its gap is over. */
static void
test_when_it_leaves_the_screen (void)
{
  static const struct {
    OneStage stage;
    gint64 length, shown, leaves, taken; /* seconds after START; of a meeting that begins then */
  } cases[] = {
    { ONE_STAGE_START, 1800, -120, 300, 0 },
    { ONE_STAGE_PREP, 1800, -1800, 300, 0 },
    { ONE_STAGE_START, 1800, 0, 300, 0 },
    { ONE_STAGE_START, 1800, 1, 301, 0 },
    { ONE_STAGE_START, 1800, 1000, 1300, 0 },
    { ONE_STAGE_START, 1800, 1499, 1799, 0 },
    { ONE_STAGE_START, 1800, 1501, 1800, 0 },
    { ONE_STAGE_START, 300, -120, 300, 0 },
    { ONE_STAGE_START, 299, -120, 299, 0 },
    { ONE_STAGE_NUDGE, 1800, 1800, 9 * 60 * 60, 0 }, /* at seven in the evening */
    { ONE_STAGE_NUDGE, 1800, 1800, 2700, 2700 },
    { ONE_STAGE_NUDGE, 1800, 1800, 9 * 60 * 60, 2699 },
    { ONE_STAGE_NUDGE, 1800, 1801, 9 * 60 * 60, 2700 },
    { ONE_STAGE_NUDGE, 1800, DAY + 1500, DAY + 1800, 0 },
  };
  g_autoptr (OneSettings) settings = one_settings_new ();
  g_autoptr (OneMeeting) meeting = one_meeting_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (OneTaken));
    OneTaken next = { START + cases[i].taken, START + cases[i].taken + 1800 };
    OneSent row = { .stage = cases[i].stage, .at = START + cases[i].shown, .start = START };
    OnePlanSlot slot = { .stage = cases[i].stage, .row = &row };
    OnePlanDue due = { meeting, NULL, NULL, settings, 0, 0, taken };

    meeting->start = START;
    meeting->end = START + cases[i].length;
    if (cases[i].taken > 0)
      g_array_append_val (taken, next);
    g_test_message ("row %u", i);
    g_assert_cmpint (one_plan_due_leaves (&due, &slot), ==, START + cases[i].leaves);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-due/when-a-reminder-is-due", test_when_a_reminder_is_due);
  g_test_add_func ("/plan-due/held-back", test_what_is_due_is_held_while_the_server_holds_back);
  g_test_add_func ("/plan-due/the-start-is-held-by-what-loses-all",
                   test_the_start_is_held_by_what_loses_all);
  g_test_add_func ("/plan-due/begun-at-first-sight", test_what_had_begun_at_first_sight_is_silent);
  g_test_add_func ("/plan-due/which-comes-later", test_which_of_two_comes_later);
  g_test_add_func ("/plan-due/which-meetings", test_which_meetings_are_reminded_of);
  g_test_add_func ("/plan-due/when-it-leaves-the-screen", test_when_it_leaves_the_screen);
  return g_test_run ();
}
