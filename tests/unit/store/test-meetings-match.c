/* SPDX-License-Identifier: MIT */
#include "store/meetings-match.h"
#include "store/meetings.h"

#include "tests/unit/store/store-fixture.h"
#include "wire/words.h"

#define MONDAY G_GINT64_CONSTANT (1763978400) /* 2025-11-24 10:00 UTC */
#define LENGTH 1800                           /* of those that fixture makes */
#define DAY (24 * 60 * 60)

/* A store with Ada in it, who is met on Monday. */
typedef struct {
  StoreFixture fixture;
  gint64 ada, ben;
  gint64 monday;
} TwoPeople;

static void
two_clear (TwoPeople *two)
{
  fixture_clear (&two->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TwoPeople, two_clear)

static void
two_open (TwoPeople *two)
{
  fixture_open (&two->fixture);
  two->ada = fixture_add_person (&two->fixture, "ada@example.org", "Ada");
  two->ben = fixture_add_person (&two->fixture, "ben@example.org", "Ben");
  two->monday = fixture_add_meeting (&two->fixture, two->ada, "u1", MONDAY);
}

static void
set_gone (TwoPeople *two, gint64 id)
{
  g_autoptr (GError) error = NULL;
  gboolean done = one_meetings_set_gone (two->fixture.store, id, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static guint
count_current (TwoPeople *two, gint64 from, gint64 to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = one_meetings_list_current (two->fixture.store, from, to, &error);

  g_assert_no_error (error);
  return list->len;
}

static void
test_current_is_what_is_not_over_and_begins_in_time (void)
{
  g_auto (TwoPeople) two = { 0 };

  two_open (&two);
  g_assert_cmpuint (count_current (&two, MONDAY + LENGTH - 1, MONDAY + 1), ==, 1);
  g_assert_cmpuint (count_current (&two, MONDAY + LENGTH, MONDAY + DAY), ==, 0);
  g_assert_cmpuint (count_current (&two, MONDAY, MONDAY), ==, 0);
  set_gone (&two, two.monday);
  g_assert_cmpuint (count_current (&two, MONDAY, MONDAY + 1), ==, 0);
}

static gint64
find_next (TwoPeople *two, gint64 person, gint64 from, gint64 to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneMeeting) next =
      one_meetings_find_next (two->fixture.store, person, from, to, &error);

  g_assert_no_error (error);
  return next ? next->id : 0;
}

static void
test_next_is_the_first_that_will_happen (void)
{
  g_auto (TwoPeople) two = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 later;

  two_open (&two);
  later = fixture_add_meeting (&two.fixture, two.ben, "u2", MONDAY + DAY);
  g_assert_cmpint (find_next (&two, 0, MONDAY, MONDAY + 2 * DAY), ==, two.monday);
  g_assert_cmpint (find_next (&two, 0, MONDAY + LENGTH - 1, MONDAY + 2 * DAY), ==, two.monday);
  g_assert_cmpint (find_next (&two, 0, MONDAY + LENGTH, MONDAY + 2 * DAY), ==, later);
  g_assert_cmpint (find_next (&two, 0, MONDAY + LENGTH, MONDAY + DAY), ==, 0);
  g_assert_cmpint (find_next (&two, two.ben, MONDAY, MONDAY + 2 * DAY), ==, later);
  g_assert_cmpint (find_next (&two, two.ada, MONDAY + LENGTH, MONDAY + 2 * DAY), ==, 0);
  g_assert_true (
      one_meetings_set_state (two.fixture.store, two.monday, ONE_MEETING_SKIPPED, &error));
  g_assert_cmpint (find_next (&two, 0, MONDAY, MONDAY + 2 * DAY), ==, later);
}

static OneMeetingState
state_at (TwoPeople *two, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneMeeting) meeting = NULL;
  gboolean done = one_meetings_match_clock (two->fixture.store, MONDAY, MONDAY + 1, now, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  meeting = one_meetings_get (two->fixture.store, two->monday, &error);
  g_assert_no_error (error);
  return meeting->state;
}

static void
test_the_clock_says_what_was_held (void)
{
  g_auto (TwoPeople) two = { 0 };

  two_open (&two);
  g_assert_cmpint (state_at (&two, MONDAY + LENGTH - 1), ==, ONE_MEETING_PLANNED);
  g_assert_cmpint (state_at (&two, MONDAY + LENGTH), ==, ONE_MEETING_HELD);
  g_assert_cmpint (state_at (&two, MONDAY), ==, ONE_MEETING_HELD);
  g_assert_cmpint (state_at (&two, MONDAY - 1), ==, ONE_MEETING_PLANNED);
}

static void
test_logged_and_moved_ahead_it_is_planned (void)
{
  g_auto (TwoPeople) two = { 0 };
  g_autoptr (GError) error = NULL;
  OneStore *store;

  two_open (&two);
  store = two.fixture.store;
  g_assert_true (one_meetings_set_logged (store, two.monday, TRUE, &error));
  g_assert_cmpint (state_at (&two, MONDAY + DAY), ==, ONE_MEETING_HELD);
  g_assert_cmpint (state_at (&two, MONDAY - 1), ==, ONE_MEETING_PLANNED);
}

static guint
count_ids (GArray *ids)
{
  guint count;

  g_assert_nonnull (ids);
  count = ids->len;
  g_array_unref (ids);
  return count;
}

static void
test_those_of_a_series_are_its_own (void)
{
  g_auto (TwoPeople) two = { 0 };
  g_autoptr (GError) error = NULL;
  OneStore *store;

  two_open (&two);
  store = two.fixture.store;
  fixture_add_meeting (&two.fixture, two.ada, "u1", MONDAY + DAY);
  fixture_add_meeting (&two.fixture, two.ada, "u2", MONDAY);
  g_assert_cmpuint (
      count_ids (one_meetings_match_list_ids (store, MONDAY, MONDAY + 2 * DAY, &error)), ==, 3);
  g_assert_cmpuint (
      count_ids (one_meetings_match_list_series (store, "u1", MONDAY, MONDAY + 2 * DAY, &error)),
      ==, 2);
  g_assert_cmpuint (count_ids (one_meetings_match_list_series (store, "u1", MONDAY + LENGTH,
                                                               MONDAY + 2 * DAY, &error)),
                    ==, 1);
  g_assert_cmpuint (
      count_ids (one_meetings_match_list_series (store, "u1", MONDAY, MONDAY + DAY, &error)), ==,
      1);
  g_assert_cmpuint (
      count_ids (one_meetings_match_list_series (store, "u3", MONDAY, MONDAY + DAY, &error)), ==,
      0);
}

static gboolean
has_double (TwoPeople *two, gint64 person, const char *uid, gint64 start)
{
  g_autoptr (OneMeeting) meeting = one_meeting_new ();
  g_autoptr (GError) error = NULL;
  gboolean found, done;

  g_free (meeting->uid);
  meeting->uid = g_strdup (uid);
  meeting->person = person;
  meeting->original = meeting->start = start;
  meeting->end = start + LENGTH;
  done = one_meetings_match_has_double (two->fixture.store, meeting, &found, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  return found;
}

static void
test_a_double_is_of_another_uid_with_the_same_person_and_hour (void)
{
  g_auto (TwoPeople) two = { 0 };

  two_open (&two);
  g_assert_true (has_double (&two, two.ada, "u2", MONDAY));
  g_assert_false (has_double (&two, two.ada, "u1", MONDAY));
  g_assert_false (has_double (&two, two.ada, "u2", MONDAY + 1));
  g_assert_false (has_double (&two, two.ben, "u2", MONDAY));
  set_gone (&two, two.monday);
  g_assert_true (has_double (&two, two.ada, "u2", MONDAY));
}

#define ADD(name, function) g_test_add_func ("/match/" name, function)

static gint64
find_original (TwoPeople *two)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneMeeting) meeting = one_meetings_get (two->fixture.store, two->monday, &error);

  g_assert_no_error (error);
  return meeting->original;
}

static gboolean
is_original_there (const char *uid, gint64 original, gpointer data)
{
  return *(gint64 *) data == original;
}

/* The rules of a zone changed, so that a whole series has other originals. */
static void
test_a_row_goes_to_the_occurrence_that_is_near (void)
{
  static const struct {
    const char *uid;
    gint64 by;    /* seconds that it is off */
    gint64 there; /* the original that is still in the calendar, relative to Monday's */
    gboolean taken;
  } rows[] = {
    { "u1", 3600, G_MAXINT64 / 2, TRUE },
    { "u1", -3600, G_MAXINT64 / 2, TRUE },
    { "u1", 10800, G_MAXINT64 / 2, TRUE },
    { "u1", 10801, G_MAXINT64 / 2, FALSE },
    { "u1", 3600, 0, FALSE },
    { "u2", 3600, G_MAXINT64 / 2, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (TwoPeople) two = { 0 };
    g_autoptr (GError) error = NULL;
    gint64 there = rows[i].there + MONDAY;
    OneMeeting moved = { .uid = (char *) rows[i].uid, .original = MONDAY + rows[i].by };
    gboolean done;

    two_open (&two);
    moved.person = two.ada;
    done = one_meetings_match_take_over_near (two.fixture.store, &moved, is_original_there, &there,
                                              &error);
    g_assert_no_error (error);
    g_assert_true (done);
    g_assert_cmpint (find_original (&two), ==, rows[i].taken ? MONDAY + rows[i].by : MONDAY);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("current-is-what-is-not-over-and-begins-in-time",
       test_current_is_what_is_not_over_and_begins_in_time);
  ADD ("next-is-the-first-that-will-happen", test_next_is_the_first_that_will_happen);
  ADD ("the-clock-says-what-was-held", test_the_clock_says_what_was_held);
  ADD ("logged-and-moved-ahead-it-is-planned", test_logged_and_moved_ahead_it_is_planned);
  ADD ("those-of-a-series-are-its-own", test_those_of_a_series_are_its_own);
  ADD ("a-double-is-of-another-uid-with-the-same-person-and-hour",
       test_a_double_is_of_another_uid_with_the_same_person_and_hour);
  g_test_add_func ("/meetings-match/a-row-goes-to-the-occurrence-that-is-near",
                   test_a_row_goes_to_the_occurrence_that_is_near);
  return g_test_run ();
}
