/* SPDX-License-Identifier: MIT */
#include "core/plan/plan-clash.h"
#include "core/plan/plan-gap.h"
#include "core/plan/taken.h"

#define T10 1700042400 /* ten o'clock, UTC */
#define MIN_ 60
#define AT(hour, minute) (T10 + (((hour) -10) * 60 + (minute)) * MIN_)
#define NEVER G_MAXINT64

/* Meetings of a day as "from-to" in minutes after ten. */
typedef struct {
  gint64 start, end;
} Busy;

static GPtrArray *
meetings_of (const Busy *busy, guint n)
{
  GPtrArray *meetings = g_ptr_array_new_with_free_func ((GDestroyNotify) one_meeting_free);

  for (guint i = 0; i < n && busy[i].end > 0; i++) {
    OneMeeting *meeting = one_meeting_new ();

    meeting->id = i + 1;
    meeting->person = i + 1;
    meeting->start = T10 + busy[i].start * MIN_;
    meeting->end = T10 + busy[i].end * MIN_;
    g_ptr_array_add (meetings, meeting);
  }
  return meetings;
}

static void
test_the_first_gap_has_a_quarter_of_an_hour (void)
{
  static const struct {
    Busy busy[4];
    gint64 from, gap, end; /* minutes after ten; end -1: none */
  } rows[] = {
    { { { 0 } }, 30, 30, -1 },
    { { { 0, 30 } }, 30, 30, -1 },
    { { { 0, 30 }, { 45, 60 } }, 30, 30, 45 },
    { { { 0, 30 }, { 44, 60 } }, 30, 60, -1 },
    { { { 44, 60 }, { 0, 30 } }, 30, 60, -1 },
    { { { 30, 60 }, { 60, 90 }, { 104, 110 } }, 30, 110, -1 },
    { { { 30, 60 }, { 60, 90 }, { 105, 110 } }, 30, 90, 105 },
    /* One inside of another. */
    { { { 0, 120 }, { 30, 60 } }, 20, 120, -1 },
    { { { 0, 31 } }, 30, 31, -1 },
    { { { 0, 30 } }, 29, 30, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) meetings = meetings_of (rows[i].busy, 4);
    g_autoptr (GArray) taken = one_taken_list (meetings, T10);
    gint64 end = 0;

    g_test_message ("row %u", i);
    g_assert_cmpint (one_plan_gap_find (taken, T10 + rows[i].from * MIN_, &end), ==,
                     T10 + rows[i].gap * MIN_);
    g_assert_cmpint (end, ==, rows[i].end < 0 ? NEVER : T10 + rows[i].end * MIN_);
  }
}

static void
test_who_knows_of_no_meeting_is_free (void)
{
  gint64 end = 0;

  g_assert_cmpint (one_plan_gap_find (NULL, T10, &end), ==, T10);
  g_assert_cmpint (end, ==, NEVER);
}

/* What is cancelled, or a day away, takes no time. */
static void
test_what_will_not_be_takes_no_time (void)
{
  static const struct {
    OneMeetingState state;
    gboolean other_declined;
    gint64 now;
    guint taken;
  } rows[] = {
    { ONE_MEETING_PLANNED, FALSE, T10, 1 },
    { ONE_MEETING_HELD, FALSE, T10, 1 },
    { ONE_MEETING_PLANNED, TRUE, T10, 0 },
    { ONE_MEETING_CANCELLED, FALSE, T10, 0 },
    { ONE_MEETING_DECLINED, FALSE, T10, 0 },
    { ONE_MEETING_SKIPPED, FALSE, T10, 0 },
    { ONE_MEETING_PLANNED, FALSE, T10 - 24 * 60 * MIN_ + 1, 1 },
    { ONE_MEETING_PLANNED, FALSE, T10 - 24 * 60 * MIN_, 0 },
    { ONE_MEETING_PLANNED, FALSE, T10 + (30 + 24 * 60) * MIN_ - 1, 1 },
    { ONE_MEETING_PLANNED, FALSE, T10 + (30 + 24 * 60) * MIN_, 0 },
  };
  static const Busy half[] = { { 0, 30 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) meetings = meetings_of (half, 1);
    g_autoptr (GArray) taken = NULL;
    OneMeeting *meeting = meetings->pdata[0];

    meeting->state = rows[i].state;
    meeting->other_declined = rows[i].other_declined;
    taken = one_taken_list (meetings, rows[i].now);
    g_test_message ("row %u", i);
    g_assert_cmpuint (taken->len, ==, rows[i].taken);
  }
}

static void
test_a_question_has_its_gap_until_the_evening (void)
{
  static const struct {
    Busy busy[2];
    gint64 from, passed; /* UTC seconds */
    const char *zone;
  } rows[] = {
    { { { 30, 60 } }, AT (10, 30), AT (19, 0), NULL },
    { { { 60, 90 } }, AT (10, 30), AT (11, 0), NULL },
    { { { 45, 90 } }, AT (10, 30), AT (10, 45), NULL },
    { { { 44, 90 }, { 120, 150 } }, AT (10, 30), AT (12, 0), NULL },
    { { { 0 } }, AT (18, 0) - 1, AT (19, 0), NULL },
    { { { 0 } }, AT (18, 0) + 1, AT (19, 0) + 1, NULL },
    { { { 0 } }, AT (22, 0), AT (23, 0), NULL },
    { { { 0 } }, AT (10, 0), AT (18, 0), "Europe/Berlin" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) meetings = meetings_of (rows[i].busy, 2);
    g_autoptr (GArray) taken = one_taken_list (meetings, T10);
    g_autoptr (GTimeZone) zone = rows[i].zone ? g_time_zone_new_identifier (rows[i].zone) : NULL;

    g_test_message ("row %u", i);
    g_assert_cmpint (one_plan_gap_pass (taken, rows[i].from, zone), ==, rows[i].passed);
  }
}

static void
test_two_at_one_time_clash (void)
{
  static const struct {
    Busy other;
    OneMeetingState state;
    gboolean other_declined, same_person, assumed_length, clashes;
  } rows[] = {
    { { 0, 30 }, ONE_MEETING_PLANNED, FALSE, FALSE, FALSE, TRUE },
    { { 29, 60 }, ONE_MEETING_PLANNED, FALSE, FALSE, FALSE, TRUE },
    { { 30, 60 }, ONE_MEETING_PLANNED, FALSE, FALSE, FALSE, FALSE },
    { { -30, 1 }, ONE_MEETING_PLANNED, FALSE, FALSE, FALSE, TRUE },
    { { 5, 10 }, ONE_MEETING_PLANNED, FALSE, FALSE, FALSE, TRUE },
    { { 0, 30 }, ONE_MEETING_CANCELLED, FALSE, FALSE, FALSE, FALSE },
    { { 0, 30 }, ONE_MEETING_DECLINED, FALSE, FALSE, FALSE, FALSE },
    { { 0, 30 }, ONE_MEETING_HELD, FALSE, FALSE, FALSE, FALSE },
    { { 0, 30 }, ONE_MEETING_PLANNED, TRUE, FALSE, FALSE, FALSE },
    { { 0, 30 }, ONE_MEETING_PLANNED, FALSE, TRUE, FALSE, FALSE },
    /* Nobody knows that it lasts for half an hour. */
    { { -15, 15 }, ONE_MEETING_PLANNED, FALSE, FALSE, TRUE, FALSE },
    { { 0, 30 }, ONE_MEETING_PLANNED, FALSE, FALSE, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const Busy busy[] = { { 0, 30 }, rows[i].other };
    g_autoptr (GPtrArray) meetings = meetings_of (busy, 2);
    OneMeeting *mine = meetings->pdata[0], *other = meetings->pdata[1];

    other->state = rows[i].state;
    other->other_declined = rows[i].other_declined;
    other->assumed_length = rows[i].assumed_length;
    other->person = rows[i].same_person ? mine->person : other->person;
    g_test_message ("row %u", i);
    g_assert_true (one_plan_clash_find (mine, meetings) == (rows[i].clashes ? other : NULL));
  }
}

static void
test_the_first_of_several_clashes_is_told (void)
{
  static const Busy busy[] = { { 0, 30 }, { 20, 40 }, { 10, 40 }, { 10, 50 } };
  g_autoptr (GPtrArray) meetings = meetings_of (busy, 4);

  g_assert_true (one_plan_clash_find (meetings->pdata[0], meetings) == meetings->pdata[2]);
}

/* What will not be clashes with nothing. */
static void
test_a_cancelled_one_clashes_with_none (void)
{
  static const Busy busy[] = { { 0, 30 }, { 0, 30 } };
  g_autoptr (GPtrArray) meetings = meetings_of (busy, 2);

  ((OneMeeting *) meetings->pdata[0])->state = ONE_MEETING_CANCELLED;
  g_assert_null (one_plan_clash_find (meetings->pdata[0], meetings));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-gap/first-of-a-quarter-of-an-hour",
                   test_the_first_gap_has_a_quarter_of_an_hour);
  g_test_add_func ("/plan-gap/without-meetings-is-free", test_who_knows_of_no_meeting_is_free);
  g_test_add_func ("/plan-gap/what-will-not-be-takes-no-time", test_what_will_not_be_takes_no_time);
  g_test_add_func ("/plan-gap/question-has-its-gap-until-the-evening",
                   test_a_question_has_its_gap_until_the_evening);
  g_test_add_func ("/plan-clash/two-at-one-time", test_two_at_one_time_clash);
  g_test_add_func ("/plan-clash/first-of-several", test_the_first_of_several_clashes_is_told);
  g_test_add_func ("/plan-clash/cancelled-clashes-with-none",
                   test_a_cancelled_one_clashes_with_none);
  return g_test_run ();
}
