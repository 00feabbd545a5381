/* SPDX-License-Identifier: MIT */
/* Several preps of one meeting, and what is on screen of a meeting that changes. */
#include "plan-fixture.h"

#define HOURS (60 * MIN_)
#define DAYS (24 * HOURS)

static void
desk_set_preps (PlanFixture *fixture, guint n, gint64 first, gint64 second, gint64 third)
{
  fixture->settings->leads[ONE_STAGE_PREP] = (OneLeads){ { first, second, third }, n };
  fixture->leads = TRUE;
}

/* Three days, an hour and a half ahead. */
static PlanFixture *
desk_new_with_preps (void)
{
  PlanFixture *fixture = fixture_new ();

  desk_set_preps (fixture, 3, 3 * DAYS, HOURS, 30 * MIN_);
  return fixture;
}

static guint
count_shown (const PlanFixture *fixture)
{
  guint n = 0;

  for (guint i = 0; i < fixture->rows->len; i++)
    n += ((OneSent *) g_ptr_array_index (fixture->rows, i))->state == ONE_SENT_SHOWN;
  return n;
}

static void
test_each_once (void)
{
  static const struct {
    gint64 at;
    const char *log;
    gint64 next; /* reminder */
    guint shown;
  } rows[] = {
    { -3 * DAYS, "show m1 prep 4320", -3 * DAYS, 1 }, { -HOURS, "show m1 prep 60", -HOURS, 1 },
    { -30 * MIN_, "show m1 prep 30", -30 * MIN_, 1 }, { -2 * MIN_, "show m1 start", -2 * MIN_, 1 },
    { 5 * MIN_, "close m1 start", 30 * MIN_, 0 },     { 30 * MIN_, "show m1 nudge", 30 * MIN_, 1 },
  };
  g_autoptr (PlanFixture) fixture = desk_new_with_preps ();

  fixture_meet (fixture, 1, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpstr (fixture_run (fixture, rows[i].at - 1), ==, "");
    g_assert_cmpint (fixture->plan->wake, ==, T10 + rows[i].at);
    g_assert_cmpint (fixture->plan->next_at, ==, T10 + rows[i].next);
    g_assert_cmpstr (fixture_run (fixture, rows[i].at), ==, rows[i].log);
    g_assert_cmpstr (fixture_run (fixture, rows[i].at), ==, "");
    g_assert_cmpuint (count_shown (fixture), ==, rows[i].shown);
  }
}

/* Whoever is late gets the nearest one only, and those that are still to come. */
static void
test_overtaken (void)
{
  static const struct {
    gint64 now;
    const char *log;
  } rows[] = {
    { -HOURS - 1, "show m1 prep 4320" },
    { -HOURS, "pass m1 prep 4320; show m1 prep 60" },
    { -30 * MIN_ - 1, "pass m1 prep 4320; show m1 prep 60" },
    { -30 * MIN_, "pass m1 prep 4320; pass m1 prep 60; show m1 prep 30" },
    { -2 * MIN_, "pass m1 prep 4320; pass m1 prep 60; pass m1 prep 30; show m1 start" },
    { 30 * MIN_, "show m1 nudge" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PlanFixture) fixture = desk_new_with_preps ();

    fixture_meet (fixture, 1, 0);
    g_assert_cmpstr (fixture_run (fixture, rows[i].now), ==, rows[i].log);
    g_assert_cmpstr (fixture_run (fixture, rows[i].now), ==, "");
  }
}

/* Whatever became of the earlier one, the later one comes. */
static void
test_answered (void)
{
  for (guint state = ONE_SENT_SHOWN; state < ONE_N_SENT_STATES; state++) {
    g_autoptr (PlanFixture) fixture = desk_new_with_preps ();
    OneSent *row;

    fixture_meet (fixture, 1, 0);
    fixture_run (fixture, -3 * DAYS);
    row = fixture_row (fixture, 1, ONE_STAGE_PREP);
    row->state = (OneSentState) state;
    *row->server = '\0';
    row->until = state == ONE_SENT_SNOOZED ? T10 - 20 * MIN_ : 0;
    g_assert_cmpstr (fixture_run (fixture, -HOURS - 1), ==, "");
    g_assert_cmpstr (fixture_run (fixture, -HOURS), ==, "show m1 prep 60");
    g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "show m1 prep 30");
    g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==,
                     state == ONE_SENT_SNOOZED ? "close m1 prep 30; show m1 prep 4320" : "");
    g_assert_cmpstr (fixture_run (fixture, -2 * MIN_), ==, "show m1 start");
  }
}

static void
test_snoozed_short (void)
{
  g_autoptr (PlanFixture) fixture = desk_new_with_preps ();
  OneSent *row;

  fixture_meet (fixture, 1, 0);
  fixture_run (fixture, -3 * DAYS);
  row = fixture_row (fixture, 1, ONE_STAGE_PREP);
  row->state = ONE_SENT_SNOOZED;
  *row->server = '\0';
  row->until = T10 - 2 * DAYS;
  g_assert_cmpstr (fixture_run (fixture, -2 * DAYS - 1), ==, "");
  g_assert_cmpstr (fixture_run (fixture, -2 * DAYS), ==, "show m1 prep 4320");
  g_assert_cmpstr (fixture_run (fixture, -HOURS), ==, "show m1 prep 60");
  g_assert_cmpuint (count_shown (fixture), ==, 1);
}

static void
test_no_server (void)
{
  g_autoptr (PlanFixture) fixture = desk_new_with_preps ();

  fixture->mute = TRUE;
  fixture_meet (fixture, 1, 0);
  g_assert_cmpstr (fixture_run (fixture, -3 * DAYS), ==, "show m1 prep 4320");
  g_assert_cmpstr (fixture_run (fixture, -HOURS), ==, "pass m1 prep 4320; show m1 prep 60");
  fixture->mute = FALSE;
  g_assert_cmpstr (fixture_run (fixture, -HOURS + 1), ==, "pass m1 prep 4320; show m1 prep 60");
  g_assert_cmpstr (fixture_run (fixture, -HOURS + 2), ==, "");
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "show m1 prep 30");
}

/* Those that fall in the night are one in the morning: on both sides of its end. */
static void
test_quiet (void)
{
  g_autoptr (PlanFixture) fixture = desk_new_with_preps ();

  desk_set_preps (fixture, 3, 12 * HOURS, 4 * HOURS, 3 * HOURS);
  fixture->settings->quiet = (OneQuiet){ 21 * 60, 7 * 60 };
  fixture_meet (fixture, 1, 0);
  g_assert_cmpstr (fixture_run (fixture, -3 * HOURS - 1), ==, "");
  g_assert_cmpint (fixture->plan->wake, ==, T10 - 3 * HOURS);
  g_assert_cmpstr (fixture_run (fixture, -3 * HOURS), ==,
                   "pass m1 prep 720; pass m1 prep 240; show m1 prep 180");
  fixture_meet (fixture, 2, DAYS);
  desk_set_preps (fixture, 2, 13 * HOURS + MIN_, 3 * HOURS, 0);
  g_assert_cmpstr (fixture_run (fixture, DAYS - 13 * HOURS - MIN_), ==,
                   "close m1 prep 180; show m2 prep 781 + show m1 nudge");
}

/* Each start has its own: the new one gets those that are still ahead of it. */
static void
test_moved (void)
{
  g_autoptr (PlanFixture) fixture = desk_new_with_preps ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, -3 * DAYS);
  fixture_move (meeting, 7 * DAYS);
  g_assert_cmpstr (fixture_run (fixture, -2 * DAYS), ==, "replace m1 prep 4320 from 0 until 5760");
  g_assert_cmpstr (fixture_run (fixture, 4 * DAYS), ==, "show m1 prep 4320");
  g_assert_cmpstr (fixture_run (fixture, 7 * DAYS - HOURS), ==, "show m1 prep 60");
  fixture_move (meeting, 7 * DAYS - 15 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, 7 * DAYS - 50 * MIN_), ==,
                   "pass m1 prep 4320; replace m1 prep 60 from 10080");
  g_assert_cmpstr (fixture_run (fixture, 7 * DAYS - 45 * MIN_), ==, "show m1 prep 30");
  g_assert_cmpuint (count_shown (fixture), ==, 1);
}

static void
test_moved_near (void)
{
  g_autoptr (PlanFixture) fixture = desk_new_with_preps ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, -3 * DAYS);
  fixture_move (meeting, -DAYS);
  g_assert_cmpstr (fixture_run (fixture, -DAYS - 20 * MIN_), ==,
                   "pass m1 prep 60; show m1 prep 30 from 0");
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_cmpstr (fixture_run (fixture, -DAYS - 2 * MIN_), ==, "show m1 start");
}

static void
test_called_off (void)
{
  g_autoptr (PlanFixture) fixture = desk_new_with_preps ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, -3 * DAYS);
  meeting->state = ONE_MEETING_CANCELLED;
  g_assert_cmpstr (fixture_run (fixture, -2 * DAYS), ==, "tell m1 prep 4320");
  g_assert_cmpstr (fixture_run (fixture, -HOURS), ==, "");
  meeting->state = ONE_MEETING_PLANNED;
  g_assert_cmpstr (fixture_run (fixture, -HOURS + 1), ==, "show m1 prep 60");
}

static void
test_deleted (void)
{
  g_autoptr (PlanFixture) fixture = desk_new_with_preps ();

  fixture_meet (fixture, 1, 0);
  fixture_run (fixture, -3 * DAYS);
  g_ptr_array_set_size (fixture->meetings, 0);
  g_assert_cmpstr (fixture_run (fixture, -2 * DAYS), ==, "close m1 prep 4320");
  g_assert_cmpstr (fixture_run (fixture, -HOURS), ==, "");
}

/* Leads are counted in seconds, not in places of the list. */
static void
test_other_leads (void)
{
  static const struct {
    OneLeads before, after;
    const char *then; /* after one was shown four hours ahead, with the clock a minute on */
    const char *next;
    gint64 at;
  } rows[] = {
    { { { 4 * HOURS }, 1 }, { { 4 * HOURS, HOURS }, 2 }, "", "show m1 prep 60", -HOURS },
    { { { 4 * HOURS, HOURS }, 2 }, { { HOURS }, 1 }, "", "show m1 prep 60", -HOURS },
    { { { 4 * HOURS }, 1 }, { { DAYS, 4 * HOURS }, 2 }, "", "show m1 start", -2 * MIN_ },
    { { { 4 * HOURS }, 1 }, { { 5 * HOURS }, 1 }, "", "show m1 start", -2 * MIN_ },
    { { { 4 * HOURS }, 1 }, { { 3 * HOURS }, 1 }, "", "show m1 prep 180", -3 * HOURS },
    { { { 4 * HOURS, HOURS }, 2 }, { { 0 }, 0 }, "", "show m1 start", -2 * MIN_ },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (PlanFixture) fixture = fixture_new ();

    fixture->leads = TRUE;
    fixture->settings->leads[ONE_STAGE_PREP] = rows[i].before;
    fixture_meet (fixture, 1, 0);
    g_assert_cmpstr (fixture_run (fixture, -4 * HOURS), ==, "show m1 prep 240");
    fixture->settings->leads[ONE_STAGE_PREP] = rows[i].after;
    g_assert_cmpstr (fixture_run (fixture, -4 * HOURS + MIN_), ==, rows[i].then);
    g_assert_cmpstr (fixture_run (fixture, rows[i].at - 1), ==, "");
    g_assert_cmpstr (fixture_run (fixture, rows[i].at), ==, rows[i].next);
    g_assert_cmpuint (count_shown (fixture), ==, 1);
  }
}

static void
test_clock_back (void)
{
  g_autoptr (PlanFixture) fixture = desk_new_with_preps ();

  fixture_meet (fixture, 1, 0);
  fixture_run (fixture, -3 * DAYS);
  fixture_run (fixture, -HOURS);
  g_assert_cmpstr (fixture_run (fixture, -3 * HOURS), ==, "");
  g_assert_cmpstr (fixture_run (fixture, -HOURS), ==, "");
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "show m1 prep 30");
}

/* Seen for the first time a day ahead: one word, though two leads have passed. */
static void
test_first_sight (void)
{
  g_autoptr (PlanFixture) fixture = desk_new_with_preps ();

  fixture->since = T10 - 45 * MIN_;
  fixture_meet (fixture, 1, 0);
  fixture_meet (fixture, 2, -45 * MIN_);
  g_assert_cmpstr (fixture_run (fixture, -45 * MIN_), ==, "pass m1 prep 4320; show m1 prep 60");
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "show m1 prep 30");
}

/* Tomorrow's and today's at the same instant are one notification; today's leads. */
static void
test_two_meetings (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  desk_set_preps (fixture, 2, DAYS, 30 * MIN_, 0);
  fixture_meet (fixture, 1, DAYS - 30 * MIN_);
  fixture_meet (fixture, 2, 0);
  fixture_run (fixture, -30 * MIN_ - 1);
  g_assert_cmpstr (fixture_run (fixture, -30 * MIN_), ==, "show m2 prep 30 + show m1 prep 1440");
  g_assert_cmpstr (fixture_run (fixture, DAYS - 60 * MIN_), ==,
                   "close m2 prep 30; show m1 prep 30 + show m2 nudge");
}

static void
set_text (char **text, const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

typedef enum {
  CHANGE_NOTHING,
  CHANGE_TITLE,
  CHANGE_LINK,
  CHANGE_END,
  CHANGE_PLACE,
  CHANGE_NAME
} Change;

static void
meeting_change (OneMeeting *meeting, Change change)
{
  switch (change) {
  case CHANGE_NOTHING:
    break;
  case CHANGE_TITLE:
    set_text (&meeting->summary, "Another");
    break;
  case CHANGE_LINK:
    set_text (&meeting->join, "https://meet.example.org/2");
    break;
  case CHANGE_END:
    meeting->end += 15 * MIN_;
    break;
  case CHANGE_PLACE:
    set_text (&meeting->location, "Room 5");
    break;
  case CHANGE_NAME:
    set_text (&meeting->name, "Ada King");
    break;
  }
}

/* Only what the reminder on screen says makes it be shown again; never in a row of its own, and
 * once. */
static void
test_refreshed (void)
{
  static const struct {
    Change change;
    const char *prep, *start, *nudge;
  } rows[] = {
    { CHANGE_NOTHING, "", "", "" },
    { CHANGE_TITLE, "", "", "" },
    { CHANGE_LINK, "refresh m1 prep", "refresh m1 start", "" },
    { CHANGE_END, "refresh m1 prep", "refresh m1 start", "refresh m1 nudge" },
    { CHANGE_PLACE, "", "refresh m1 start", "" },
    { CHANGE_NAME, "refresh m1 prep", "refresh m1 start", "refresh m1 nudge" },
  };
  static const gint64 shown[] = { -30 * MIN_, -2 * MIN_, 30 * MIN_ };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint stage = 0; stage < ONE_N_STAGES; stage++) {
      const char *const logs[] = { rows[i].prep, rows[i].start, rows[i].nudge };
      g_autoptr (PlanFixture) fixture = fixture_new ();
      OneMeeting *meeting = fixture_meet (fixture, 1, 0);

      fixture_run (fixture, shown[stage]);
      meeting_change (meeting, rows[i].change);
      g_assert_cmpstr (fixture_run (fixture, shown[stage] + 1), ==, logs[stage]);
      g_assert_cmpstr (fixture_run (fixture, shown[stage] + 1), ==, "");
    }
}

/* What is not on screen is not shown for a new link. */
static void
test_refreshed_on_screen_only (void)
{
  for (guint state = 0; state < ONE_N_SENT_STATES; state++) {
    g_autoptr (PlanFixture) fixture = fixture_new ();
    OneMeeting *meeting = fixture_meet (fixture, 1, 0);

    fixture_run (fixture, -30 * MIN_);
    fixture_row (fixture, 1, ONE_STAGE_PREP)->state = (OneSentState) state;
    fixture_row (fixture, 1, ONE_STAGE_PREP)->until = T10 - 10 * MIN_;
    *fixture_row (fixture, 1, ONE_STAGE_PREP)->server = '\0';
    meeting_change (meeting, CHANGE_LINK);
    g_assert_cmpstr (fixture_run (fixture, -29 * MIN_), ==,
                     state == ONE_SENT_SHOWN    ? "refresh m1 prep"
                     : state == ONE_SENT_INTENT ? "show m1 prep"
                                                : "");
  }
}

/* A move says more than a new link, and says it in the same breath. */
static void
test_moved_and_changed (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  fixture_run (fixture, -30 * MIN_);
  fixture_move (meeting, 5 * MIN_);
  meeting_change (meeting, CHANGE_LINK);
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "replace m1 prep from 0");
  g_assert_cmpstr (fixture_run (fixture, -20 * MIN_), ==, "");
}

/* Names go at once when the user wants them to, and the times follow the user. */
static void
test_settings_changed (void)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();

  fixture_meet (fixture, 1, 0);
  fixture_run (fixture, -30 * MIN_);
  fixture->settings->private_mode = TRUE;
  g_assert_cmpstr (fixture_run (fixture, -29 * MIN_), ==, "refresh m1 prep");
  fixture->settings->zone = g_time_zone_new_identifier ("Asia/Tokyo");
  g_assert_cmpstr (fixture_run (fixture, -28 * MIN_), ==, "refresh m1 prep");
  g_assert_cmpstr (fixture_run (fixture, -27 * MIN_), ==, "");
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    GTestFunc test;
  } tests[] = {
    { "each-prep-once-and-the-wake-before-it", test_each_once },
    { "several-preps-due-at-once-show-the-nearest", test_overtaken },
    { "a-later-prep-comes-whatever-became-of-the-earlier", test_answered },
    { "a-snoozed-prep-comes-again-before-the-next", test_snoozed_short },
    { "without-a-server-the-next-prep-takes-over", test_no_server },
    { "preps-in-quiet-hours-are-one-at-their-end", test_quiet },
    { "moved-between-preps", test_moved },
    { "moved-past-several-preps", test_moved_near },
    { "called-off-between-preps-and-back", test_called_off },
    { "deleted-between-preps", test_deleted },
    { "leads-changed-between-preps", test_other_leads },
    { "clock-set-back-between-preps", test_clock_back },
    { "first-sight-after-several-leads", test_first_sight },
    { "a-day-ahead-and-half-an-hour-ahead-at-once", test_two_meetings },
    { "changed-on-screen-is-refreshed", test_refreshed },
    { "changed-off-screen-is-not", test_refreshed_on_screen_only },
    { "moved-and-changed-is-replaced", test_moved_and_changed },
    { "private-or-elsewhere-is-refreshed", test_settings_changed },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++) {
    g_autofree char *name = g_strconcat ("/plan/", tests[i].name, NULL);

    g_test_add_func (name, tests[i].test);
  }
  return g_test_run ();
}
