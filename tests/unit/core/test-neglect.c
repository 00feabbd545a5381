/* SPDX-License-Identifier: MIT */
#include "core/agenda/neglect.h"
#include "core/agenda/past.h"

#define DAY (24 * 60 * 60)
#define START 1767603600

/* ideal 2 meetings or 3 weeks, max 4 meetings or 6 weeks. */
static const OneLimits limits = { 2, 3, 4, 6 };

typedef struct {
  const char *name;
  const char *past; /* a letter a meeting, a step apart: h held, s skipped, c cancelled,
                       d declined, p planned */
  gint touched;     /* index of the meeting with the touch; -1 for never */
  gint64 step;      /* seconds */
  guint meetings;
  double weeks;
  double score;
  OneNeglectState state;
} Row;

static const Row rows[] = {
  { "/neglect/first-meeting-ever-is-fresh", "", -1, 7 * DAY, 0, 0, 0, ONE_NEGLECT_FRESH },
  { "/neglect/touched-last-time-is-one", "h", 0, 7 * DAY, 1, 1, 0.5, ONE_NEGLECT_FRESH },
  { "/neglect/ideal-meetings-make-due", "hh", 0, 7 * DAY, 2, 2, 1, ONE_NEGLECT_DUE },
  { "/neglect/one-below-max-is-due", "hhh", 0, 7 * DAY, 3, 3, 1.5, ONE_NEGLECT_DUE },
  { "/neglect/max-meetings-make-overdue", "hhhh", 0, 7 * DAY, 4, 4, 2, ONE_NEGLECT_OVERDUE },
  { "/neglect/never-counts-from-the-first", "hh", -1, 7 * DAY, 2, 2, 1, ONE_NEGLECT_DUE },
  { "/neglect/never-counts-from-the-first-held", "sch", -1, 7 * DAY, 1, 1, 0.5, ONE_NEGLECT_FRESH },
  { "/neglect/only-held-meetings-count", "hscdp", 0, DAY, 1, 5 / 7.0, 0.5, ONE_NEGLECT_FRESH },
  { "/neglect/weeks-go-on-without-meetings", "hss", 0, 7 * DAY, 1, 3, 1, ONE_NEGLECT_DUE },
  { "/neglect/twenty-days-are-below-three-weeks", "h", 0, 20 * DAY, 1, 20 / 7.0, 20 / 21.0,
    ONE_NEGLECT_FRESH },
  { "/neglect/three-weeks-make-due", "h", 0, 21 * DAY, 1, 3, 1, ONE_NEGLECT_DUE },
  { "/neglect/forty-one-days-are-due", "h", 0, 41 * DAY, 1, 41 / 7.0, 41 / 21.0, ONE_NEGLECT_DUE },
  { "/neglect/six-weeks-make-overdue", "h", 0, 42 * DAY, 1, 6, 2, ONE_NEGLECT_OVERDUE },
  { "/neglect/an-hour-less-in-spring-is-a-week", "h", 0, 21 * DAY - 3600, 1, 3, 1,
    ONE_NEGLECT_DUE },
  { "/neglect/an-hour-more-in-autumn-is-a-week", "h", 0, 14 * DAY + 3600, 1, 2, 2 / 3.0,
    ONE_NEGLECT_FRESH },
  { "/neglect/half-a-day-rounds-up", "h", 0, DAY / 2, 1, 1 / 7.0, 0.5, ONE_NEGLECT_FRESH },
  { "/neglect/less-than-half-a-day-is-none", "h", 0, DAY / 2 - 1, 1, 0, 0.5, ONE_NEGLECT_FRESH },
};

static OneMeetingState
letter_to_state (char letter)
{
  return letter == 'h'   ? ONE_MEETING_HELD
         : letter == 's' ? ONE_MEETING_SKIPPED
         : letter == 'c' ? ONE_MEETING_CANCELLED
         : letter == 'd' ? ONE_MEETING_DECLINED
                         : ONE_MEETING_PLANNED;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (OneHistory) history = one_history_new ();
  g_autoptr (OneMeeting) meeting = one_meeting_new ();
  OneNeglect neglect;
  gint i = 0;

  for (i = 0; row->past[i]; i++) {
    OnePast past = { .meeting = i + 1, .start = START + i * row->step };

    past.state = letter_to_state (row->past[i]);
    g_array_append_val (history->past, past);
    if (row->touched == i)
      g_ptr_array_add (history->touches, one_touch_new ("wins", i + 1, past.start));
  }
  meeting->id = i + 1;
  meeting->start = START + i * row->step;
  neglect = one_neglect_get (history, meeting, "wins", &limits);
  g_assert_cmpuint (neglect.meetings_since, ==, row->meetings);
  g_assert_cmpfloat_with_epsilon (neglect.weeks_since, row->weeks, 1e-9);
  g_assert_cmpfloat_with_epsilon (neglect.score, row->score, 1e-9);
  g_assert_cmpint (neglect.state, ==, row->state);
  g_assert_cmpint (neglect.last_touched, ==,
                   row->touched >= 0 ? START + row->touched * row->step : 0);
}

/* Five meetings; of the letters: a noted and a not-noted one, and one on whose agenda it was. */
static void
test_what_is_not_known (void)
{
  static const struct {
    const char
        *what;    /* n noted, u nobody noted anything, a on the agenda and not noted, t touched */
    gint64 since; /* index of the first meeting since oned is used */
    guint meetings;
    guint unknown;
  } cases[] = {
    { "", 0, 0, 0 },      { "uuuuu", 5, 0, 0 }, { "uuuuu", 4, 1, 1 }, { "uuuuu", 0, 5, 5 },
    { "tnnnn", 0, 5, 0 }, { "tunnn", 0, 5, 1 }, { "tnann", 0, 5, 1 }, { "tuuuu", 3, 5, 4 },
    { "nnnnn", 0, 5, 0 }, { "nnnnt", 0, 1, 0 }, { "uuuut", 0, 1, 0 }, { "uunnn", 2, 3, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (OneHistory) history = one_history_new ();
    OneMeeting meeting = { .id = 9, .start = START + 5 * DAY };
    const char *const none[] = { NULL };
    OneNeglect neglect;

    history->since = START + cases[i].since * DAY;
    for (guint j = 0; cases[i].what[j]; j++) {
      char what = cases[i].what[j];
      OnePast past = { j + 1, START + j * DAY, ONE_MEETING_HELD, what != 'u', what != 'u' };

      g_array_append_val (history->past, past);
      if (what == 't')
        g_ptr_array_add (history->touches, one_touch_new ("wins", j + 1, past.start));
      if (what == 'a')
        g_ptr_array_add (history->proposals, one_proposal_new ("wins", none, j + 1, past.start, 0));
    }
    g_test_message ("row %u", i);
    neglect = one_neglect_get (history, &meeting, "wins", &limits);
    g_assert_cmpuint (neglect.meetings_since, ==, cases[i].meetings);
    g_assert_cmpuint (neglect.unknown, ==, cases[i].unknown);
  }
}

static void
test_by_weeks (void)
{
  OneNeglect neglect = { .meetings_since = 2, .weeks_since = 3 };

  g_assert_false (one_neglect_is_by_weeks (&neglect, &limits));
  neglect.weeks_since = 3 + 1 / 7.0;
  g_assert_true (one_neglect_is_by_weeks (&neglect, &limits));
}

static void
test_own_meeting_is_not_looked_at (void)
{
  g_autoptr (OneHistory) history = one_history_new ();
  g_autoptr (OneMeeting) meeting = one_meeting_new ();
  OnePast past[] = { { 1, START, ONE_MEETING_HELD, TRUE, TRUE },
                     { 2, START + DAY, ONE_MEETING_HELD, TRUE, TRUE } };
  OneNeglect neglect;

  g_array_append_vals (history->past, past, 2);
  g_ptr_array_add (history->touches, one_touch_new ("wins", 1, START));
  g_ptr_array_add (history->touches, one_touch_new ("wins", 2, START + DAY));
  g_ptr_array_add (history->touches, one_touch_new ("flip", 1, START));
  meeting->id = 2;
  meeting->start = START + DAY;
  neglect = one_neglect_get (history, meeting, "wins", &limits);
  g_assert_cmpuint (neglect.meetings_since, ==, 1);
  g_assert_cmpint (neglect.last_touched, ==, START);
  /* Moved to a later day, after it was logged: still the same meeting. */
  meeting->start = START + 3 * DAY;
  neglect = one_neglect_get (history, meeting, "wins", &limits);
  g_assert_cmpuint (neglect.meetings_since, ==, 1);
  g_assert_cmpint (neglect.last_touched, ==, START);
}

static void
test_held_and_last (void)
{
  g_autoptr (OneHistory) history = one_history_new ();
  g_autoptr (OneMeeting) meeting = one_meeting_new ();
  OnePast past[] = { { 1, START, ONE_MEETING_HELD, FALSE, FALSE },
                     { 2, START + DAY, ONE_MEETING_HELD, FALSE, FALSE },
                     { 3, START + 2 * DAY, ONE_MEETING_SKIPPED, FALSE, FALSE } };

  meeting->id = 4;
  meeting->start = START + 3 * DAY;
  g_assert_null (one_past_find_last (history, meeting));
  g_array_append_vals (history->past, past, 3);
  g_assert_cmpint (one_past_find_last (history, meeting)->meeting, ==, 2);
  g_assert_cmpuint (one_past_count_held (history, meeting, START - 1), ==, 2);
  g_assert_cmpuint (one_past_count_held (history, meeting, START), ==, 1);
  g_assert_cmpuint (one_past_count_held (history, meeting, START + DAY), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add_data_func (rows[i].name, &rows[i], test_row);
  g_test_add_func ("/neglect/nothing-is-claimed-of-what-is-not-known", test_what_is_not_known);
  g_test_add_func ("/neglect/weeks-or-meetings", test_by_weeks);
  g_test_add_func ("/neglect/what-happens-at-the-meeting-itself-is-not-looked-at",
                   test_own_meeting_is_not_looked_at);
  g_test_add_func ("/neglect/counts-held-meetings-after-an-instant", test_held_and_last);
  return g_test_run ();
}
