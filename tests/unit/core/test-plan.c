/* SPDX-License-Identifier: MIT */
#include "plan-fixture.h"

#include <string.h>

#define HOURS (60 * MIN_)
#define DAYS (24 * HOURS)

static void
test_stages (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_ - 1), ==, "");
  g_assert_cmpint (fixture->plan->wake, ==, T10 - 30 * MIN_);
  g_assert_cmpint (fixture->plan->next_at, ==, T10 - 30 * MIN_);
  g_assert_cmpint (fixture->plan->next_stage, ==, ONE_STAGE_PREP);
  g_assert_cmpint (fixture->plan->next_meeting, ==, 1);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "");
  g_assert_cmpint (fixture->plan->wake, ==, T10 - 2 * MIN_);
  g_assert_cmpint (fixture->plan->next_stage, ==, ONE_STAGE_START);
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "show m1 start");
  g_assert_cmpint (fixture_row (fixture, 1, ONE_STAGE_PREP)->state, ==, ONE_SENT_SUPERSEDED);
  g_assert_cmpstr (fixture_run (fixture, 5 * MIN_ - 1), ==, "");
  g_assert_cmpint (fixture->plan->wake, ==, T10 + 5 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, 5 * MIN_), ==, "close m1 start");
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_ - 1), ==, "");
  g_assert_cmpint (fixture->plan->wake, ==, T10 + 30 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "show m1 nudge");
  g_assert_cmpint (fixture_row (fixture, 1, ONE_STAGE_START)->state, ==, ONE_SENT_SUPERSEDED);
  g_assert_cmpint (fixture->plan->next_at, ==, 0);
  g_assert_cmpstr (fixture_run (fixture, 9 * HOURS - 1), ==, "");
  g_assert_cmpint (fixture->plan->wake, ==, T10 + 9 * HOURS);
  g_assert_cmpstr (fixture_run (fixture, 9 * HOURS), ==, "close m1 nudge");
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_ + DAYS - 1), ==, "");
  g_assert_cmpint (fixture->plan->wake, ==, 0);
}

/* Pitfall: the second stage was swallowed, also when the loop is late. */
static void
test_late_loop (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_ + 90), ==, "show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_ + 90), ==, "show m1 start");
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_ + 90), ==, "show m1 nudge");
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_ + 91), ==, "");
}

static void
test_slept_over_lead (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  g_assert_cmpstr (fixture_run (fixture, -4 * MIN_), ==, "show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "show m1 start");
}

static void
test_slept_over_both (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_ - 1), ==, "pass m1 prep; show m1 start");
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_ - 1), ==, "");
}

static void
test_slept_over_end (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_ + DAYS - 1), ==, "show m1 nudge");
}

static void
test_slept_over_day (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_ + DAYS), ==, "");
  g_assert_cmpint (fixture->plan->wake, ==, 0);
}

static void
test_first_run (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  for (gint64 week = 0; week < 5 * 52; week++)
    fixture_meet (fixture, 1 + week, -week * 7 * DAYS - HOURS);
  fixture->since = T10;
  g_assert_cmpstr (fixture_run (fixture, 0), ==, "");
  fixture_meet (fixture, 1000, 10 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, 0), ==, "show m1000 prep");
}

/* What had begun by the first sight is silent until its end; what is ahead by a second is not. */
static void
test_first_run_edges (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture->since = T10;
  fixture_meet (fixture, 1, 0);
  fixture_meet (fixture, 2, 1);
  fixture_meet (fixture, 3, -30 * MIN_);
  fixture_meet (fixture, 4, -30 * MIN_ + 1);
  g_assert_cmpstr (fixture_run (fixture, 0), ==, "pass m2 prep; show m2 start");
  g_assert_cmpstr (fixture_run (fixture, 1), ==, "show m4 nudge");
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "close m2 start; show m1 nudge");
}

/* The clock stood a year ahead when oned was first run. */
static void
test_first_run_in_future (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture->since = T10 + 365 * DAYS;
  fixture_meet (fixture, 1, 0);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "show m1 start");
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "show m1 nudge");
}

static void
test_six_at_once (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  for (gint64 id = 1; id <= 6; id++)
    fixture_meet (fixture, id, id * MIN_);
  g_assert_cmpstr (
      fixture_run (fixture, -10 * MIN_), ==,
      "show m1 prep + show m2 prep + show m3 prep + show m4 prep + show m5 prep + show "
      "m6 prep");
  g_assert_cmpuint (fixture->last_shown, ==, 1);
  g_assert_cmpstr (fixture_run (fixture, -10 * MIN_), ==, "");
  g_assert_cmpstr (fixture_run (fixture, -MIN_), ==, "show m1 start");
  g_assert_cmpstr (fixture_run (fixture, 0), ==, "show m2 start");
}

static void
test_six_after_sleep (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, -3 * HOURS);
  fixture_meet (fixture, 2, -2 * HOURS);
  fixture_meet (fixture, 3, -1 * HOURS);
  fixture_meet (fixture, 4, -10 * MIN_);
  fixture_meet (fixture, 5, 20 * MIN_);
  fixture_meet (fixture, 6, 25 * MIN_);
  g_assert_cmpstr (
      fixture_run (fixture, 0), ==,
      "pass m4 prep; show m4 start + show m5 prep + show m6 prep + show m3 nudge + show "
      "m2 nudge + show m1 nudge");
  g_assert_cmpstr (fixture_run (fixture, 1), ==, "");
}

/* Nobody has seen an intent: what a wrong clock showed of a later stage does not take it back. */
static void
test_intent_after_wrong_clock (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  g_assert_cmpstr (fixture_run (fixture, 40 * MIN_), ==, "show m1 nudge");
  fixture_move (meeting, 20 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "close m1 nudge");
  fixture_row (fixture, 1, ONE_STAGE_NUDGE)->at = T10 + HOURS;
  fixture->mute = TRUE;
  g_assert_cmpstr (fixture_run (fixture, -10 * MIN_), ==, "show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, -10 * MIN_), ==, "show m1 prep");
}

/* On one notification each goes its own way: ends, is called off, is moved, comes to its start. */
static void
test_each_of_several (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_meet (fixture, 2, 0);
  fixture_meet (fixture, 3, 10 * MIN_);
  fixture_meet (fixture, 4, 20 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -10 * MIN_), ==,
                   "show m1 prep + show m2 prep + show m3 prep + show m4 prep");
  fixture_meeting (fixture, 2)->state = ONE_MEETING_CANCELLED;
  g_assert_cmpstr (fixture_run (fixture, -9 * MIN_), ==, "tell m2 prep");
  fixture_move (fixture_meeting (fixture, 3), HOURS);
  g_assert_cmpstr (fixture_run (fixture, -8 * MIN_), ==, "replace m3 prep from 10 until 30");
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "show m1 start");
  g_assert_cmpint (fixture_row (fixture, 1, ONE_STAGE_PREP)->state, ==, ONE_SENT_SUPERSEDED);
  g_assert_cmpint (fixture_row (fixture, 4, ONE_STAGE_PREP)->state, ==, ONE_SENT_SHOWN);
  g_ptr_array_remove (fixture->meetings, fixture_meeting (fixture, 4));
  g_assert_cmpstr (fixture_run (fixture, -MIN_), ==, "close m4 prep");
}

/* The start of two takes the place of what was said of both. */
static void
test_start_of_two (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_meet (fixture, 2, 0);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "show m1 prep + show m2 prep");
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==,
                   "close m2 prep; show m1 start + show m2 start");
  g_assert_cmpstr (fixture_run (fixture, -MIN_), ==, "");
}

/* Two minutes late is a slow loop, longer is sleep. */
static void
test_at_once_edge (void)
{
  for (gint64 late = 2 * MIN_; late <= 2 * MIN_ + 1; late++) {
    g_autoptr (PlanFixture) fixture = fixture_new ();

    fixture_meet (fixture, 1, -30 * MIN_);
    fixture_meet (fixture, 2, 30 * MIN_);
    g_assert_cmpstr (fixture_run (fixture, late), ==,
                     late == 2 * MIN_ ? "show m2 prep; show m1 nudge"
                                      : "show m2 prep + show m1 nudge");
  }
}

static void
test_back_to_back (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_meet (fixture, 2, 30 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "show m1 start");
  g_assert_cmpstr (fixture_run (fixture, 0), ==, "show m2 prep");
  g_assert_cmpstr (fixture_run (fixture, 28 * MIN_), ==, "close m1 start; show m2 start");
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "show m1 nudge");
  g_assert_cmpstr (fixture_run (fixture, 60 * MIN_ - 1), ==, "close m2 start");
  g_assert_cmpstr (fixture_run (fixture, 60 * MIN_), ==, "show m2 nudge");
}

/* The end of one and the lead of the next fall together every working day. */
static void
test_nudge_and_prep (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, -30 * MIN_);
  fixture_meet (fixture, 2, 30 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, 0), ==, "show m2 prep; show m1 nudge");
}

/* Daily and weekly with one person on the same day: two meetings, two ids. */
static void
test_daily_and_weekly (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_meet (fixture, 2, 10 * MIN_);
  fixture_meet (fixture, 3, DAYS);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "show m2 prep");
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "show m1 start");
  g_assert_cmpstr (fixture_run (fixture, 8 * MIN_), ==, "close m1 start; show m2 start");
  g_assert_cmpstr (fixture_run (fixture, DAYS - 30 * MIN_), ==,
                   "close m2 start; show m3 prep + show m2 nudge + show m1 nudge");
}

static void
test_days_ahead (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture->settings->leads[ONE_STAGE_PREP].seconds[0] = 3 * DAYS;
  fixture_meet (fixture, 1, 30 * DAYS);
  g_assert_cmpstr (fixture_run (fixture, 0), ==, "");
  g_assert_cmpint (fixture->plan->wake, ==, T10 + 27 * DAYS);
  g_assert_cmpstr (fixture_run (fixture, 27 * DAYS), ==, "show m1 prep");
}

static void
test_switches (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture->settings->leads[ONE_STAGE_PREP].n = 0;
  fixture->settings->leads[ONE_STAGE_NUDGE].n = 0;
  fixture_meet (fixture, 1, 0);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "");
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "show m1 start");
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "close m1 start");
}

static void
test_equal_leads (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture->settings->leads[ONE_STAGE_PREP].seconds[0] = 2 * MIN_;
  fixture_meet (fixture, 1, 0);
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "pass m1 prep; show m1 start");
  g_assert_cmpstr (fixture_run (fixture, 0), ==, "");
}

static void
test_no_server (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture->mute = TRUE;
  fixture_meet (fixture, 1, 0);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, -29 * MIN_), ==, "show m1 prep");
  fixture->mute = FALSE;
  g_assert_cmpstr (fixture_run (fixture, -28 * MIN_), ==, "show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, -27 * MIN_), ==, "");
  g_assert_cmpuint (fixture->rows->len, ==, 1);
}

static void
test_no_server_until_end (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture->mute = TRUE;
  fixture_meet (fixture, 1, 0);
  fixture_run (fixture, -30 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "pass m1 prep; show m1 start");
  fixture->mute = FALSE;
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "pass m1 start; show m1 nudge");
}

/* What the user or the server did with it: it does not come back by itself. */
static void
test_answered (void)
{
  static const OneSentState states[] = { ONE_SENT_ACTED, ONE_SENT_DISMISSED, ONE_SENT_EXPIRED,
                                         ONE_SENT_SHOWN };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autoptr (PlanFixture) fixture = fixture_new ();

    fixture_meet (fixture, 1, 0);
    fixture_run (fixture, -30 * MIN_);
    fixture_row (fixture, 1, ONE_STAGE_PREP)->state = states[i];
    g_assert_cmpstr (fixture_run (fixture, -29 * MIN_), ==, "");
    g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "show m1 start");
  }
}

static void
snooze (PlanFixture *fixture, gint64 id, OneStage stage, gint64 until)
{
  OneSent *row = fixture_row (fixture, id, stage);

  row->state = ONE_SENT_SNOOZED;
  *row->server = '\0';
  row->until = T10 + until;
}

static void
test_snooze (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_run (fixture, -30 * MIN_);
  snooze (fixture, 1, ONE_STAGE_PREP, -20 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_ - 1), ==, "");
  g_assert_cmpint (fixture->plan->wake, ==, T10 - 20 * MIN_);
  g_assert_cmpint (fixture->plan->next_stage, ==, ONE_STAGE_PREP);
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_ + 1), ==, "");
}

/* The clock was ahead when it was put off, by a day at least; set right, it comes when it is due. A
 * clock that was off by less changes nothing. */
static void
test_snooze_by_wrong_clock (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_run (fixture, -30 * MIN_);
  snooze (fixture, 1, ONE_STAGE_PREP, -20 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_ - DAYS), ==, "");
  g_assert_cmpint (fixture->plan->next_at, ==, T10 - 20 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_ - DAYS - 1), ==, "pass m1 prep");
  g_assert_cmpint (fixture->plan->next_at, ==, T10 - 30 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "show m1 prep");
}

/* What was put off when its time was past by a wrong clock is due at once. */
static void
test_snooze_by_wrong_clock_when_due (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_run (fixture, 30 * MIN_);
  fixture_row (fixture, 1, ONE_STAGE_NUDGE)->at = T10 + 3 * DAYS;
  snooze (fixture, 1, ONE_STAGE_NUDGE, 3 * DAYS + 10 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, 31 * MIN_), ==, "show m1 nudge");
}

/* While the user is not to be disturbed; the start comes through. */
static void
test_held (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture->settings->inhibited = TRUE;
  g_assert_cmpstr (fixture_run (fixture, -31 * MIN_), ==, "");
  g_assert_cmpint (fixture->plan->next_at, ==, T10 - 30 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "");
  g_assert_cmpint (fixture->plan->wake, ==, T10 - 2 * MIN_);
  g_assert_cmpint (fixture->plan->next_stage, ==, ONE_STAGE_START);
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "show m1 start");
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "close m1 start");
  fixture->settings->inhibited = FALSE;
  g_assert_cmpstr (fixture_run (fixture, 31 * MIN_), ==, "show m1 nudge");
}

/* An intent waits too, and is not taken back; what was put off stays put off. */
static void
test_held_rows (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_meet (fixture, 2, 0);
  fixture_run (fixture, -30 * MIN_);
  snooze (fixture, 1, ONE_STAGE_PREP, -20 * MIN_);
  fixture_row (fixture, 2, ONE_STAGE_PREP)->state = ONE_SENT_INTENT;
  fixture->settings->inhibited = TRUE;
  fixture->settings->quiet_start = FALSE;
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "");
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "");
  fixture->settings->inhibited = FALSE;
  g_assert_nonnull (strstr (fixture_run (fixture, -1 * MIN_), "show m1 start"));
  g_assert_nonnull (strstr (fixture->log->str, "show m2 start"));
}

/* Two that were one when they were put off are one when they come again; a question that was put
 * off with them is asked again. */
static void
test_snooze_together (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_meet (fixture, 2, 0);
  fixture_meet (fixture, 3, -50 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -17 * MIN_), ==,
                   "show m1 prep + show m2 prep + show m3 nudge");
  snooze (fixture, 1, ONE_STAGE_PREP, -7 * MIN_);
  snooze (fixture, 2, ONE_STAGE_PREP, -7 * MIN_);
  snooze (fixture, 3, ONE_STAGE_NUDGE, -7 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -7 * MIN_ - 1), ==, "");
  g_assert_cmpstr (fixture_run (fixture, -7 * MIN_), ==,
                   "show m1 prep + show m2 prep; show m3 nudge");
  g_assert_cmpstr (fixture_run (fixture, -7 * MIN_ + 1), ==, "");
}

/* Up to the start: the start stage comes in time all the same. */
static void
test_snooze_to_start (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_run (fixture, -30 * MIN_);
  snooze (fixture, 1, ONE_STAGE_PREP, 5 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "show m1 start");
  g_assert_cmpint (fixture->plan->wake, ==, T10);
  g_assert_cmpstr (fixture_run (fixture, -1), ==, "");
  g_assert_cmpstr (fixture_run (fixture, 0), ==, "close m1 start; show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, 1), ==, "");
}

static void
test_snooze_ends (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_run (fixture, -30 * MIN_);
  snooze (fixture, 1, ONE_STAGE_PREP, -20 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "pass m1 prep; show m1 nudge");
}

static void
test_snooze_until (void)
{
  static const struct {
    gint64 seconds, now, until;
  } rows[] = {
    { 600, -1800, -1200 }, { 600, -600, 0 },  { 600, -599, 0 }, { 600, -1, 0 },
    { 600, 0, -T10 },      { 600, 60, -T10 }, { -1, -1800, 0 }, { 0, -1800, -1800 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OneMeeting meeting = { .start = T10, .end = T10 + 1800 };

    g_assert_cmpint (one_plan_snooze (&meeting, rows[i].seconds, T10 + rows[i].now), ==,
                     T10 + rows[i].until);
  }
}

static void
test_moved_later (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, -30 * MIN_);
  fixture_move (meeting, 60 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "replace m1 prep from 0 until 30");
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "");
  g_assert_cmpint (fixture->plan->wake, ==, T10 + 30 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, 58 * MIN_), ==, "show m1 start");
  g_assert_cmpstr (fixture_run (fixture, 90 * MIN_), ==, "show m1 nudge");
}

/* The replacement is on its way, or there is no server: the old one is not closed meanwhile. */
static void
test_moved_without_answer (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, -30 * MIN_);
  fixture_move (meeting, 60 * MIN_);
  fixture->mute = TRUE;
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "replace m1 prep from 0 until 30");
  g_assert_cmpstr (fixture_run (fixture, -19 * MIN_), ==, "replace m1 prep from 0 until 30");
  fixture->mute = FALSE;
  g_assert_cmpstr (fixture_run (fixture, -18 * MIN_), ==, "replace m1 prep from 0 until 30");
  g_assert_cmpstr (fixture_run (fixture, -17 * MIN_), ==, "");
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "show m1 prep");
}

/* The new lead has passed: the replacement is the reminder. One second apart on either side. */
static void
test_moved_within_lead (void)
{
  for (gint64 second = 0; second < 2; second++) {
    g_autoptr (PlanFixture) fixture = fixture_new ();
    OneMeeting *meeting = fixture_meet (fixture, 1, 0);

    fixture_run (fixture, -30 * MIN_);
    fixture_move (meeting, 10 * MIN_ + second);
    g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==,
                     second ? "replace m1 prep from 0 until -19" : "replace m1 prep from 0");
    g_assert_cmpstr (fixture_run (fixture, -20 * MIN_ + 1), ==, second ? "show m1 prep" : "");
  }
}

static void
test_moved_earlier (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, -30 * MIN_);
  fixture_move (meeting, -15 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "replace m1 prep from 0");
  g_assert_cmpstr (fixture_run (fixture, -17 * MIN_), ==, "show m1 start");
}

static void
test_moved_before_shown (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, -40 * MIN_);
  fixture_move (meeting, DAYS);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "");
  g_assert_cmpstr (fixture_run (fixture, DAYS - 30 * MIN_), ==, "show m1 prep");
}

/* Dismissed: the user knows the old time. The new one is announced when it is due. */
static void
test_moved_after_dismissed (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, -30 * MIN_);
  fixture_row (fixture, 1, ONE_STAGE_PREP)->state = ONE_SENT_DISMISSED;
  fixture_move (meeting, DAYS);
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "");
  g_assert_cmpstr (fixture_run (fixture, DAYS - 30 * MIN_), ==, "show m1 prep from 0");
  fixture_row (fixture, 1, ONE_STAGE_PREP)->state = ONE_SENT_DISMISSED;
  g_assert_cmpstr (fixture_run (fixture, DAYS - 29 * MIN_), ==, "");
}

static void
test_moved_after_start (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, -30 * MIN_);
  fixture_run (fixture, -2 * MIN_);
  fixture_move (meeting, 60 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, 0), ==, "replace m1 start from 0 until 58");
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, 58 * MIN_), ==, "show m1 start");
  g_assert_cmpstr (fixture_run (fixture, 90 * MIN_), ==, "show m1 nudge");
}

static void
test_moved_twice (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, -30 * MIN_);
  fixture_move (meeting, 60 * MIN_);
  fixture_run (fixture, -20 * MIN_);
  fixture_move (meeting, 120 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -10 * MIN_), ==, "replace m1 prep from 60 until 90");
  fixture_move (meeting, 0);
  g_assert_cmpstr (fixture_run (fixture, -5 * MIN_), ==, "show m1 prep from 120");
}

static void
test_moved_snoozed (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, -30 * MIN_);
  snooze (fixture, 1, ONE_STAGE_PREP, -20 * MIN_);
  fixture_move (meeting, -25 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -28 * MIN_), ==, "");
  g_assert_cmpstr (fixture_run (fixture, -27 * MIN_), ==, "show m1 start from 0");
  g_assert_cmpstr (fixture_run (fixture, -26 * MIN_), ==, "");
  g_assert_cmpstr (fixture_run (fixture, -25 * MIN_), ==,
                   "pass m1 prep; close m1 start; show m1 prep");
}

/* Did not happen, put off to the afternoon after the nudge: it is asked about again then. */
static void
test_moved_after_nudge (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, 30 * MIN_);
  fixture_move (meeting, 4 * HOURS);
  g_assert_cmpstr (fixture_run (fixture, 31 * MIN_), ==, "close m1 nudge");
  g_assert_cmpstr (fixture_run (fixture, 4 * HOURS - 2 * MIN_), ==, "pass m1 prep; show m1 start");
  g_assert_cmpstr (fixture_run (fixture, 4 * HOURS + 30 * MIN_), ==, "show m1 nudge");
}

static void
test_corrected_after_nudge (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, 30 * MIN_);
  fixture_move (meeting, -60 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, 31 * MIN_), ==, "");
}

static void
test_called_off (void)
{
  static const struct {
    OneMeetingState state;
    gboolean other;
    const char *log;
  } rows[] = {
    { ONE_MEETING_CANCELLED, FALSE, "tell m1 prep" },
    { ONE_MEETING_DECLINED, FALSE, "tell m1 prep" },
    { ONE_MEETING_PLANNED, TRUE, "tell m1 prep" },
    { ONE_MEETING_SKIPPED, FALSE, "close m1 prep" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PlanFixture) fixture = fixture_new ();
    OneMeeting *meeting = fixture_meet (fixture, 1, 0);

    fixture_run (fixture, -30 * MIN_);
    meeting->state = rows[i].state;
    meeting->other_declined = rows[i].other;
    g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, rows[i].log);
    g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "");
    g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "");
    g_assert_cmpint (fixture->plan->wake, ==, 0);
  }
}

static void
test_called_off_pending (void)
{
  static const OneMeetingState states[] = { ONE_MEETING_CANCELLED, ONE_MEETING_DECLINED,
                                            ONE_MEETING_SKIPPED };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autoptr (PlanFixture) fixture = fixture_new ();
    OneMeeting *meeting = fixture_meet (fixture, 1, 0);

    fixture->mute = TRUE;
    fixture_run (fixture, -30 * MIN_);
    fixture->mute = FALSE;
    meeting->state = states[i];
    g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "pass m1 prep");
    meeting->state = ONE_MEETING_PLANNED;
    g_assert_cmpstr (fixture_run (fixture, -10 * MIN_), ==, "show m1 prep");
  }
}

/* Deleted, or a group now: no meeting any more. */
static void
test_deleted (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_meet (fixture, 2, 1 * MIN_);
  fixture_run (fixture, -30 * MIN_);
  fixture->mute = TRUE;
  fixture_run (fixture, -29 * MIN_);
  g_ptr_array_set_size (fixture->meetings, 0);
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "close m1 prep; pass m2 prep");
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "");
}

static void
test_nudge_not_needed (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  meeting->logged = TRUE;
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "");
  meeting->logged = FALSE;
  g_assert_cmpstr (fixture_run (fixture, 31 * MIN_), ==, "show m1 nudge");
  meeting->logged = TRUE;
  g_assert_cmpstr (fixture_run (fixture, 32 * MIN_), ==, "close m1 nudge");
}

static void
test_clock_back (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_run (fixture, -30 * MIN_);
  fixture_run (fixture, -2 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -60 * MIN_), ==, "");
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "");
  g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "show m1 nudge");
}

/* The clock was days ahead, and what was shown then says nothing: it comes again at its time. A day
 * and less is taken for the user's own doing. */
static void
test_clock_was_ahead (void)
{
  static const OneSentState states[] = { ONE_SENT_SHOWN, ONE_SENT_ACTED, ONE_SENT_DISMISSED,
                                         ONE_SENT_EXPIRED };

  for (guint i = 0; i < G_N_ELEMENTS (states) * 2; i++) {
    g_autoptr (PlanFixture) fixture = fixture_new ();
    gboolean far = i % 2;
    OneSentState state = states[i / 2];
    gboolean on_screen = state == ONE_SENT_SHOWN;

    fixture_meet (fixture, 1, 0);
    fixture_run (fixture, -30 * MIN_);
    fixture_row (fixture, 1, ONE_STAGE_PREP)->state = state;
    g_assert_cmpstr (fixture_run (fixture, -DAYS - 30 * MIN_ - far), ==,
                     !far        ? ""
                     : on_screen ? "close m1 prep"
                                 : "pass m1 prep");
    g_assert_cmpint (fixture->plan->wake, ==, T10 - (far ? 30 : 2) * MIN_);
    g_assert_cmpstr (fixture_run (fixture, -DAYS - 30 * MIN_ - far), ==, "");
    g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, far ? "show m1 prep" : "");
  }
}

/* A nudge holds when the times of a past meeting are corrected; not when the meeting is days away.
 */
static void
test_nudge_was_ahead (void)
{
  for (gint64 far = 0; far < 2; far++) {
    g_autoptr (PlanFixture) fixture = fixture_new ();
    OneMeeting *meeting = fixture_meet (fixture, 1, 0);

    fixture_run (fixture, 31 * MIN_);
    fixture_move (meeting, -5 * MIN_);
    g_assert_cmpstr (fixture_run (fixture, 25 * MIN_ - DAYS - far), ==,
                     far ? "close m1 nudge" : "");
    g_assert_cmpstr (fixture_run (fixture, 25 * MIN_), ==, far ? "show m1 nudge" : "");
  }
}

static OneSent *
make_row (OneSentState state, guint32 shown, const char *server)
{
  OneSent *row = one_sent_new (1, ONE_STAGE_PREP);

  row->state = state;
  row->notification_id = shown;
  g_free (row->server);
  row->server = g_strdup (server);
  return row;
}

static void
test_on_screen (void)
{
  static const struct {
    OneSentState state;
    guint32 shown;
    const char *server;
    gboolean on_screen;
  } rows[] = {
    { ONE_SENT_SHOWN, 7, ":1.5", TRUE },       { ONE_SENT_INTENT, 0, "", FALSE },
    { ONE_SENT_INTENT, 7, ":1.5", TRUE },      { ONE_SENT_INTENT, 0, ":1.5", FALSE },
    { ONE_SENT_SNOOZED, 7, ":1.5", TRUE },     { ONE_SENT_SNOOZED, 7, "", FALSE },
    { ONE_SENT_ACTED, 7, ":1.5", FALSE },      { ONE_SENT_DISMISSED, 7, ":1.5", FALSE },
    { ONE_SENT_SUPERSEDED, 7, ":1.5", FALSE }, { ONE_SENT_EXPIRED, 7, ":1.5", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneSent) row = make_row (rows[i].state, rows[i].shown, rows[i].server);

    g_assert_cmpint (one_reminder_is_on_screen (row), ==, rows[i].on_screen);
  }
}

/* Moved, told so, due, and on its way when oned was killed: what still is on screen is replaced,
 * and closed if it is too late for that. */
static void
test_intent_in_its_place (void)
{
  for (guint late = 0; late < 2; late++) {
    g_autoptr (PlanFixture) fixture = fixture_new ();
    OneMeeting *meeting = fixture_meet (fixture, 1, 0);

    fixture_run (fixture, -30 * MIN_);
    fixture_move (meeting, 60 * MIN_);
    fixture_run (fixture, -20 * MIN_);
    fixture->mute = TRUE;
    g_assert_cmpstr (fixture_run (fixture, 30 * MIN_), ==, "show m1 prep");
    g_assert_true (one_reminder_is_on_screen (fixture_row (fixture, 1, ONE_STAGE_PREP)));
    meeting->logged = TRUE;
    g_assert_cmpstr (fixture_run (fixture, late ? 90 * MIN_ : 31 * MIN_), ==,
                     late ? "close m1 prep" : "show m1 prep");
  }
}

static void
test_lost_server (void)
{
  OneMeeting meeting = { .start = T10, .end = T10 + 1800 };
  OneSent row = {
    .state = ONE_SENT_SHOWN, .stage = ONE_STAGE_PREP, .start = T10, .server = (char *) ":1.5"
  };

  g_assert_true (one_plan_is_lost (&row, &meeting, ":1.7", T10 + 299));
  g_assert_true (one_plan_is_lost (&row, &meeting, "", T10));
  g_assert_false (one_plan_is_lost (&row, &meeting, ":1.5", T10));
  g_assert_false (one_plan_is_lost (&row, &meeting, ":1.7", T10 + 300));
  meeting.state = ONE_MEETING_CANCELLED;
  g_assert_false (one_plan_is_lost (&row, &meeting, ":1.7", T10));
  meeting.state = ONE_MEETING_PLANNED;
  for (guint state = 0; state < ONE_N_SENT_STATES; state++) {
    row.state = (OneSentState) state;
    g_assert_cmpint (one_plan_is_lost (&row, &meeting, ":1.7", T10), ==, state == ONE_SENT_SHOWN);
  }
}

/* Times that are corrected afterwards do not answer a question that was asked after the end. */
static void
test_lost_server_after_correction (void)
{
  OneMeeting meeting = { .start = T10 - 300, .end = T10 + 1500 };
  OneSent row = { .state = ONE_SENT_SHOWN,
                  .stage = ONE_STAGE_NUDGE,
                  .start = T10,
                  .at = T10 + 1800,
                  .server = (char *) ":1.5" };

  g_assert_true (one_plan_is_lost (&row, &meeting, ":1.7", T10 + 1900));
  meeting.end = row.at + 1;
  g_assert_false (one_plan_is_lost (&row, &meeting, ":1.7", T10 + 1900));
  meeting.end = row.at;
  g_assert_true (one_plan_is_lost (&row, &meeting, ":1.7", T10 + 1900));
  row.stage = ONE_STAGE_START;
  g_assert_false (one_plan_is_lost (&row, &meeting, ":1.7", T10));
}

/* A zero-length meeting is announced, and over at once. */
static void
test_zero_length (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  meeting->end = meeting->start;
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "show m1 prep");
  g_assert_cmpstr (fixture_run (fixture, -1), ==, "show m1 start");
  g_assert_cmpstr (fixture_run (fixture, 0), ==, "show m1 nudge");
}

static const struct {
  const char *name;
  GTestFunc test;
} tests[] = {
  { "each-stage-once-and-the-wake-before-it", test_stages },
  { "the-second-stage-is-not-swallowed-when-the-loop-is-late", test_late_loop },
  { "slept-over-the-lead-shows-once-on-waking", test_slept_over_lead },
  { "slept-over-both-leads-shows-the-later-stage", test_slept_over_both },
  { "slept-over-the-end-only-nudges", test_slept_over_end },
  { "slept-a-day-says-nothing", test_slept_over_day },
  { "five-years-of-old-meetings-are-silent", test_first_run },
  { "first-sight-on-either-side", test_first_run_edges },
  { "first-sight-while-the-clock-was-wrong", test_first_run_in_future },
  { "six-due-at-once-are-one", test_six_at_once },
  { "six-due-after-sleep-are-one", test_six_after_sleep },
  { "what-a-wrong-clock-showed-takes-no-intent-back", test_intent_after_wrong_clock },
  { "each-of-several-goes-its-own-way", test_each_of_several },
  { "the-start-of-two-takes-the-place-of-both", test_start_of_two },
  { "two-minutes-late-is-no-sleep", test_at_once_edge },
  { "back-to-back-meetings-do-not-hide-each-other", test_back_to_back },
  { "a-nudge-does-not-hide-the-next-agenda", test_nudge_and_prep },
  { "daily-and-weekly-with-one-person-do-not-swallow-each-other", test_daily_and_weekly },
  { "prep-three-days-ahead-of-a-monthly-meeting", test_days_ahead },
  { "stages-can-be-switched-off", test_switches },
  { "equal-leads-show-one-stage", test_equal_leads },
  { "without-a-server-the-intent-stays", test_no_server },
  { "without-a-server-until-the-end-only-nudges", test_no_server_until_end },
  { "dismissed-stays-dismissed", test_answered },
  { "snoozed-comes-again-once", test_snooze },
  { "put-off-by-a-wrong-clock", test_snooze_by_wrong_clock },
  { "put-off-by-a-wrong-clock-when-it-was-due", test_snooze_by_wrong_clock_when_due },
  { "held-back-until-the-user-may-be-disturbed", test_held },
  { "what-is-held-back-is-not-taken-back", test_held_rows },
  { "put-off-together-they-come-again-together", test_snooze_together },
  { "snoozed-never-past-the-start", test_snooze_to_start },
  { "snooze-ends-with-the-meeting", test_snooze_ends },
  { "snooze-lasts-up-to-the-start", test_snooze_until },
  { "moved-later-is-replaced-and-comes-again", test_moved_later },
  { "moved-while-the-server-does-not-answer", test_moved_without_answer },
  { "moved-within-the-lead-is-replaced-only", test_moved_within_lead },
  { "moved-earlier-is-replaced", test_moved_earlier },
  { "moved-before-it-was-shown-rings-at-the-new-time-only", test_moved_before_shown },
  { "moved-after-it-was-dismissed-rings-at-the-new-time", test_moved_after_dismissed },
  { "moved-after-its-start-stage", test_moved_after_start },
  { "moved-twice-and-back", test_moved_twice },
  { "moved-while-snoozed", test_moved_snoozed },
  { "moved-after-its-nudge-is-nudged-again", test_moved_after_nudge },
  { "corrected-after-its-nudge-is-not", test_corrected_after_nudge },
  { "called-off-on-screen-says-so", test_called_off },
  { "called-off-while-pending-and-back", test_called_off_pending },
  { "deleted-on-screen-is-closed", test_deleted },
  { "no-nudge-for-what-is-logged", test_nudge_not_needed },
  { "clock-set-back-repeats-nothing", test_clock_back },
  { "shown-days-ahead-by-a-wrong-clock-comes-again", test_clock_was_ahead },
  { "nudged-days-ahead-by-a-wrong-clock-comes-again", test_nudge_was_ahead },
  { "what-a-row-has-on-screen", test_on_screen },
  { "killed-in-the-middle-of-replacing", test_intent_in_its_place },
  { "a-lost-server-loses-only-what-it-showed", test_lost_server },
  { "a-lost-server-loses-a-question-of-corrected-times-too", test_lost_server_after_correction },
  { "a-meeting-of-no-length", test_zero_length },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *name = g_strconcat ("/plan/", tests[i].name, NULL);

    g_test_add_func (name, tests[i].test);
  }
  return g_test_run ();
}
