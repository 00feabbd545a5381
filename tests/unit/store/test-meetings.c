/* SPDX-License-Identifier: MIT */
#include "store/db/store-private.h"
#include "store/meetings-match.h"
#include "store/meetings.h"

#include "tests/unit/store/store-fixture.h"
#include "wire/error.h"

#define MONDAY G_GINT64_CONSTANT (1763978400) /* 2025-11-24 10:00 UTC */
#define HOUR 3600
#define DAY (24 * HOUR)

static OneMeeting *
meeting_new (gint64 person, const char *uid, gint64 original)
{
  OneMeeting *meeting = one_meeting_new ();

  g_free (meeting->uid);
  g_free (meeting->summary);
  g_free (meeting->address);
  meeting->uid = g_strdup (uid);
  meeting->summary = g_strdup ("Ada / me");
  meeting->address = g_strdup ("ada@example.org");
  meeting->original = meeting->start = original;
  meeting->end = original + HOUR;
  meeting->person = person;
  return meeting;
}

static void
assert_upsert (StoreFixture *fixture, OneMeeting *meeting)
{
  g_autoptr (GError) error = NULL;
  gboolean done = one_meetings_upsert (fixture->store, meeting, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

/* The id that its row has, if that is as the meeting is; else 0. */
static gint64
match (StoreFixture *fixture, OneMeeting *meeting, gint64 from, gint64 to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) meetings = g_hash_table_new (one_meeting_hash, one_meeting_equal);
  gboolean done;

  meeting->id = 0;
  g_hash_table_add (meetings, meeting);
  done = one_meetings_match_rows (fixture->store, meetings, from, to, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  return meeting->id;
}

static OneMeeting *
assert_get (StoreFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  OneMeeting *meeting = one_meetings_get (fixture->store, id, &error);

  g_assert_no_error (error);
  return meeting;
}

static void
test_a_meeting_comes_back_as_it_was_put_in (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (OneMeeting) meeting = NULL, got = NULL;
  gint64 ada;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  meeting = meeting_new (ada, "u1", MONDAY);
  g_free (meeting->location);
  g_free (meeting->join);
  g_free (meeting->source);
  g_free (meeting->name);
  meeting->location = g_strdup ("Room 'Blue'");
  meeting->join = g_strdup ("https://meet.example.org/x");
  meeting->source = g_strdup ("/calendars/ü.ics");
  meeting->name = g_strdup ("Ada");
  meeting->other_declined = TRUE;
  meeting->assumed_length = TRUE;
  meeting->changed = TRUE;
  assert_upsert (&fixture, meeting);
  got = assert_get (&fixture, meeting->id);
  g_assert_cmpstr (got->uid, ==, "u1");
  g_assert_cmpint (got->original, ==, MONDAY);
  g_assert_cmpint (got->start, ==, MONDAY);
  g_assert_cmpint (got->end, ==, MONDAY + HOUR);
  g_assert_cmpstr (got->summary, ==, "Ada / me");
  g_assert_cmpstr (got->location, ==, "Room 'Blue'");
  g_assert_cmpstr (got->join, ==, "https://meet.example.org/x");
  g_assert_cmpstr (got->source, ==, "/calendars/ü.ics");
  g_assert_cmpstr (got->address, ==, "ada@example.org");
  g_assert_cmpstr (got->name, ==, "Ada");
  g_assert_cmpint (got->person, ==, ada);
  g_assert_cmpint (got->state, ==, ONE_MEETING_PLANNED);
  g_assert_cmpint (got->moved_from, ==, 0);
  g_assert_true (got->other_declined);
  g_assert_true (got->assumed_length);
  g_assert_true (got->changed);
}

static gboolean
has_changed (const StoreFixture *fixture, const OneMeeting *meeting, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneMeeting) found = one_meetings_find_changed (fixture->store, meeting, &error);

  g_assert_no_error (error);
  g_assert_true (!found || found->id == id);
  return found != NULL;
}

static void
test_a_changed_one_is_found_by_its_identity (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (OneMeeting) meeting = NULL;
  g_autoptr (GError) error = NULL;
  gboolean gone;

  fixture_open (&fixture);
  meeting = meeting_new (fixture_add_person (&fixture, "ada@example.org", "Ada"), "u1", MONDAY);
  g_assert_false (has_changed (&fixture, meeting, 0));
  for (guint i = 0; i < 4; i++) {
    meeting->changed = i % 2 == 1;
    assert_upsert (&fixture, meeting);
    g_assert_cmpint (has_changed (&fixture, meeting, meeting->id), ==, i % 2 == 1);
  }
  meeting->original += 1;
  g_assert_false (has_changed (&fixture, meeting, 0));
  meeting->original -= 1;
  gone = one_meetings_set_gone (fixture.store, meeting->id, &error);
  g_assert_no_error (error);
  g_assert_true (gone);
  g_assert_false (has_changed (&fixture, meeting, 0));
}

static void
test_a_store_that_has_rested_can_be_asked (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (OneMeeting) meeting = NULL;

  fixture_open (&fixture);
  meeting = meeting_new (fixture_add_person (&fixture, "ada@example.org", "Ada"), "u1", MONDAY);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (OneMeeting) kept = NULL;

    assert_upsert (&fixture, meeting);
    kept = assert_get (&fixture, meeting->id);
    g_assert_cmpstr (kept->summary, ==, "Ada / me");
    one_store_trim (fixture.store);
  }
}

/* Asked in between, a statement need not be prepared again. */
static void
test_a_statement_rests_with_the_store_once (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (OneMeeting) meeting = NULL;

  fixture_open (&fixture);
  meeting = meeting_new (fixture_add_person (&fixture, "ada@example.org", "Ada"), "u1", MONDAY);
  assert_upsert (&fixture, meeting);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (OneMeeting) kept = assert_get (&fixture, meeting->id);

    g_assert_nonnull (kept);
    one_store_trim (fixture.store);
    g_assert_nonnull (sqlite3_next_stmt (fixture.store->db, NULL));
  }
  one_store_trim (fixture.store);
  g_assert_null (sqlite3_next_stmt (fixture.store->db, NULL));
}

static void
test_the_same_again_writes_nothing (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (OneMeeting) meeting = NULL;
  guint64 before;
  gint64 id;

  fixture_open (&fixture);
  meeting = meeting_new (fixture_add_person (&fixture, "ada@example.org", ""), "u1", MONDAY);
  assert_upsert (&fixture, meeting);
  id = meeting->id;
  before = one_store_get_changes (fixture.store);
  for (guint i = 0; i < 3; i++)
    assert_upsert (&fixture, meeting);
  g_assert_cmpint (meeting->id, ==, id);
  g_assert_cmpuint (one_store_get_changes (fixture.store), ==, before);
}

static void
change_end (OneMeeting *meeting)
{
  meeting->end++;
}
static void
change_start (OneMeeting *meeting)
{
  meeting->start++;
}
static void
change_summary (OneMeeting *meeting)
{
  g_free (meeting->summary);
  meeting->summary = g_strdup ("other");
}
static void
change_location (OneMeeting *meeting)
{
  g_free (meeting->location);
  meeting->location = g_strdup ("other");
}
static void
change_join (OneMeeting *meeting)
{
  g_free (meeting->join);
  meeting->join = g_strdup ("https://other.example");
}
static void
change_source (OneMeeting *meeting)
{
  g_free (meeting->source);
  meeting->source = g_strdup ("/other");
}
static void
change_name (OneMeeting *meeting)
{
  g_free (meeting->name);
  meeting->name = g_strdup ("Other");
}
static void
change_address (OneMeeting *meeting)
{
  g_free (meeting->address);
  meeting->address = g_strdup ("other@example.org");
}
static void
change_state (OneMeeting *meeting)
{
  meeting->state = ONE_MEETING_CANCELLED;
}
static void
change_declined (OneMeeting *meeting)
{
  meeting->other_declined = TRUE;
}
static void
change_assumed (OneMeeting *meeting)
{
  meeting->assumed_length = TRUE;
}

static void
test_every_single_change_is_written_once (void)
{
  static void (*const changes[]) (OneMeeting *) = {
    change_end,  change_start,   change_summary, change_location, change_join,    change_source,
    change_name, change_address, change_state,   change_declined, change_assumed,
  };
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (OneMeeting) meeting = NULL;

  fixture_open (&fixture);
  meeting = meeting_new (fixture_add_person (&fixture, "ada@example.org", ""), "u1", MONDAY);
  assert_upsert (&fixture, meeting);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    guint64 before = one_store_get_changes (fixture.store);

    g_test_message ("change %u", i);
    changes[i](meeting);
    g_assert_cmpint (match (&fixture, meeting, MONDAY - DAY, MONDAY + DAY), ==, 0);
    assert_upsert (&fixture, meeting);
    g_assert_cmpuint (one_store_get_changes (fixture.store), ==, before + 1);
    g_assert_cmpint (match (&fixture, meeting, MONDAY - DAY, MONDAY + DAY), >, 0);
    assert_upsert (&fixture, meeting);
    g_assert_cmpuint (one_store_get_changes (fixture.store), ==, before + 1);
  }
}

static void
test_a_match_says_what_is_in_force (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (OneMeeting) meeting = NULL, read = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  fixture_open (&fixture);
  meeting = meeting_new (fixture_add_person (&fixture, "ada@example.org", ""), "u1", MONDAY);
  assert_upsert (&fixture, meeting);
  id = meeting->id;
  meeting->start += HOUR;
  meeting->end += HOUR;
  read = one_meeting_dup (meeting);
  assert_upsert (&fixture, meeting);
  g_assert_true (one_meetings_set_state (fixture.store, id, ONE_MEETING_SKIPPED, &error));
  g_assert_true (one_meetings_set_logged (fixture.store, id, TRUE, &error));
  g_assert_cmpint (match (&fixture, read, MONDAY + HOUR + 1, MONDAY + DAY), ==, 0);
  g_assert_cmpint (match (&fixture, read, MONDAY, MONDAY + HOUR), ==, 0);
  g_assert_cmpint (match (&fixture, read, MONDAY + HOUR, MONDAY + HOUR + 1), ==, id);
  g_assert_cmpint (read->state, ==, ONE_MEETING_SKIPPED);
  g_assert_cmpint (read->moved_from, ==, MONDAY);
  g_assert_true (read->logged);
}

static void
test_one_that_is_gone_does_not_match (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (OneMeeting) meeting = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  meeting = meeting_new (fixture_add_person (&fixture, "ada@example.org", ""), "u1", MONDAY);
  assert_upsert (&fixture, meeting);
  g_assert_true (one_meetings_set_gone (fixture.store, meeting->id, &error));
  g_assert_cmpint (match (&fixture, meeting, 0, MONDAY + DAY), ==, 0);
}

static void
test_a_moved_meeting_keeps_its_id_and_says_from_where (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (OneMeeting) meeting = NULL, got = NULL;
  gint64 id;

  fixture_open (&fixture);
  meeting = meeting_new (fixture_add_person (&fixture, "ada@example.org", ""), "u1", MONDAY);
  assert_upsert (&fixture, meeting);
  id = meeting->id;
  meeting->start += DAY;
  meeting->end += DAY;
  meeting->moved_from = 0;
  assert_upsert (&fixture, meeting);
  g_assert_cmpint (meeting->id, ==, id);
  g_assert_cmpint (meeting->moved_from, ==, MONDAY);
  meeting->moved_from = 0;
  change_summary (meeting);
  assert_upsert (&fixture, meeting);
  g_assert_cmpint (meeting->moved_from, ==, MONDAY);
  meeting->start += DAY;
  meeting->end += DAY;
  assert_upsert (&fixture, meeting);
  got = assert_get (&fixture, id);
  g_assert_cmpint (got->moved_from, ==, MONDAY + DAY);
  g_assert_cmpint (got->original, ==, MONDAY);
}

typedef struct {
  const char *sentence;
  OneMeetingState said;
  gboolean logged;
  OneMeetingState calendar; /* in the next reading */
  gint64 shift;             /* of the start in the next reading */
  OneMeetingState then;
} Word;

static const Word words[] = {
  { "held stays held when read again", ONE_MEETING_HELD, FALSE, ONE_MEETING_PLANNED, 0,
    ONE_MEETING_HELD },
  { "skipped stays skipped when read again", ONE_MEETING_SKIPPED, TRUE, ONE_MEETING_PLANNED, 0,
    ONE_MEETING_SKIPPED },
  { "held without a log, then moved: planned again", ONE_MEETING_HELD, FALSE, ONE_MEETING_PLANNED,
    DAY, ONE_MEETING_PLANNED },
  { "logged, then moved: held", ONE_MEETING_HELD, TRUE, ONE_MEETING_PLANNED, DAY,
    ONE_MEETING_HELD },
  { "held without a log, then called off: cancelled", ONE_MEETING_HELD, FALSE,
    ONE_MEETING_CANCELLED, 0, ONE_MEETING_CANCELLED },
  { "logged, then called off: held", ONE_MEETING_HELD, TRUE, ONE_MEETING_CANCELLED, 0,
    ONE_MEETING_HELD },
  { "declined by me after the fact", ONE_MEETING_HELD, FALSE, ONE_MEETING_DECLINED, 0,
    ONE_MEETING_DECLINED },
  { "nothing said: the calendar's word", ONE_MEETING_PLANNED, FALSE, ONE_MEETING_CANCELLED, 0,
    ONE_MEETING_CANCELLED },
  { "the state that is in force, given back", ONE_MEETING_HELD, FALSE, ONE_MEETING_HELD, 0,
    ONE_MEETING_HELD },
};

static void
test_the_users_word_stands_against_the_calendars (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 ada;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (OneMeeting) meeting = meeting_new (ada, "u1", MONDAY + i * 7 * DAY);
    g_autoptr (OneMeeting) got = NULL;

    g_test_message ("%s", words[i].sentence);
    assert_upsert (&fixture, meeting);
    g_assert_true (one_meetings_set_state (fixture.store, meeting->id, words[i].said, &error));
    g_assert_true (one_meetings_set_logged (fixture.store, meeting->id, words[i].logged, &error));
    meeting->state = words[i].calendar;
    meeting->start += words[i].shift;
    meeting->end += words[i].shift;
    assert_upsert (&fixture, meeting);
    g_assert_cmpint (meeting->state, ==, words[i].then);
    got = assert_get (&fixture, meeting->id);
    g_assert_cmpint (got->state, ==, words[i].then);
  }
}

static void
test_what_was_said_can_be_taken_back (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneMeeting) got = NULL;
  guint64 before;
  gint64 id;

  fixture_open (&fixture);
  id = fixture_add_meeting (&fixture, fixture_add_person (&fixture, "ada@example.org", ""), "u1",
                            MONDAY);
  g_assert_true (one_meetings_set_state (fixture.store, id, ONE_MEETING_SKIPPED, &error));
  before = one_store_get_changes (fixture.store);
  g_assert_true (one_meetings_set_state (fixture.store, id, ONE_MEETING_SKIPPED, &error));
  g_assert_true (one_meetings_set_logged (fixture.store, id, FALSE, &error));
  g_assert_cmpuint (one_store_get_changes (fixture.store), ==, before);
  g_assert_true (one_meetings_set_state (fixture.store, id, ONE_MEETING_PLANNED, &error));
  got = assert_get (&fixture, id);
  g_assert_cmpint (got->state, ==, ONE_MEETING_PLANNED);
}

static guint
count_listed (StoreFixture *fixture, gint64 person, gint64 from, gint64 to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = one_meetings_list (fixture->store, person, from, to, &error);

  g_assert_no_error (error);
  return list->len;
}

static void
test_a_meeting_that_is_gone_is_kept_and_comes_back_under_its_id (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneMeeting) meeting = NULL, gone = NULL;
  gint64 id;

  fixture_open (&fixture);
  meeting = meeting_new (fixture_add_person (&fixture, "ada@example.org", ""), "u1", MONDAY);
  assert_upsert (&fixture, meeting);
  id = meeting->id;
  g_assert_true (one_meetings_set_gone (fixture.store, id, &error));
  g_assert_cmpuint (count_listed (&fixture, 0, 0, G_MAXINT64), ==, 0);
  gone = assert_get (&fixture, id);
  g_assert_cmpint (gone->state, ==, ONE_MEETING_CANCELLED);
  assert_upsert (&fixture, meeting);
  g_assert_cmpint (meeting->id, ==, id);
  g_assert_cmpint (meeting->state, ==, ONE_MEETING_PLANNED);
  g_assert_cmpuint (count_listed (&fixture, 0, 0, G_MAXINT64), ==, 1);
}

static void
test_a_share_is_unmounted_and_what_was_said_stays (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneMeeting) got = NULL;
  gint64 id;

  fixture_open (&fixture);
  id = fixture_add_meeting (&fixture, fixture_add_person (&fixture, "ada@example.org", ""), "u1",
                            MONDAY);
  g_assert_true (one_meetings_set_state (fixture.store, id, ONE_MEETING_HELD, &error));
  g_assert_true (one_meetings_set_gone (fixture.store, id, &error));
  got = assert_get (&fixture, id);
  g_assert_cmpint (got->state, ==, ONE_MEETING_HELD);
  g_assert_cmpuint (count_listed (&fixture, 0, 0, G_MAXINT64), ==, 1);
}

static void
test_lists_have_their_edges (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  gint64 ada, bob;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "");
  bob = fixture_add_person (&fixture, "bob@example.org", "");
  fixture_add_meeting (&fixture, ada, "u1", MONDAY);
  fixture_add_meeting (&fixture, bob, "u2", MONDAY);
  fixture_add_meeting (&fixture, ada, "u1", MONDAY + DAY);
  g_assert_cmpuint (count_listed (&fixture, 0, MONDAY, MONDAY + DAY), ==, 2);
  g_assert_cmpuint (count_listed (&fixture, 0, MONDAY + 1, MONDAY + DAY), ==, 0);
  g_assert_cmpuint (count_listed (&fixture, 0, MONDAY, MONDAY), ==, 0);
  g_assert_cmpuint (count_listed (&fixture, 0, MONDAY, MONDAY + DAY + 1), ==, 3);
  g_assert_cmpuint (count_listed (&fixture, ada, MONDAY, MONDAY + DAY + 1), ==, 2);
  g_assert_cmpuint (count_listed (&fixture, bob, MONDAY, MONDAY + DAY + 1), ==, 1);
}

static void
test_meetings_in_no_calendar_are_each_their_own (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 ada, first, second;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "");
  first = fixture_add_meeting (&fixture, ada, "", MONDAY);
  second = fixture_add_meeting (&fixture, ada, "", MONDAY);
  g_assert_cmpint (first, <, second);
  g_assert_true (one_meetings_set_gone (fixture.store, first, &error));
  g_assert_cmpuint (count_listed (&fixture, ada, MONDAY, MONDAY + 1), ==, 2);
}

static void
test_met_counts_what_was_held (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 ada, ids[4];
  OneMet met;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "");
  g_assert_true (one_meetings_get_met (fixture.store, ada, &met, &error));
  g_assert_cmpuint (met.held, ==, 0);
  g_assert_cmpint (met.last, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = fixture_add_meeting (&fixture, ada, "u1", MONDAY + i * DAY);
  g_assert_true (one_meetings_set_state (fixture.store, ids[0], ONE_MEETING_HELD, &error));
  g_assert_true (one_meetings_set_state (fixture.store, ids[1], ONE_MEETING_HELD, &error));
  g_assert_true (one_meetings_set_state (fixture.store, ids[2], ONE_MEETING_SKIPPED, &error));
  g_assert_true (one_meetings_get_met (fixture.store, ada, &met, &error));
  g_assert_cmpuint (met.held, ==, 2);
  g_assert_cmpint (met.last, ==, MONDAY + DAY);
}

static void
test_an_unknown_meeting_is_named (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  g_assert_null (one_meetings_get (fixture.store, 41, &error));
  fixture_assert_error (error, ONE_ERROR_NOT_FOUND, "no meeting 'm41'");
  g_assert_false (one_meetings_set_state (fixture.store, 41, ONE_MEETING_HELD, &error));
  fixture_assert_error (error, ONE_ERROR_NOT_FOUND, "no meeting 'm41'");
  g_assert_false (one_meetings_set_logged (fixture.store, 41, TRUE, &error));
  fixture_assert_error (error, ONE_ERROR_NOT_FOUND, "no meeting 'm41'");
  g_assert_false (one_meetings_set_gone (fixture.store, 41, &error));
  fixture_assert_error (error, ONE_ERROR_NOT_FOUND, "no meeting 'm41'");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/meetings/" name, function)
  ADD ("a-match-says-what-is-in-force", test_a_match_says_what_is_in_force);
  ADD ("one-that-is-gone-does-not-match", test_one_that_is_gone_does_not_match);
  ADD ("come-back-as-put-in", test_a_meeting_comes_back_as_it_was_put_in);
  ADD ("changed-one-is-found", test_a_changed_one_is_found_by_its_identity);
  ADD ("asked-after-a-rest", test_a_store_that_has_rested_can_be_asked);
  ADD ("statements-rest-once", test_a_statement_rests_with_the_store_once);
  ADD ("same-again-writes-nothing", test_the_same_again_writes_nothing);
  ADD ("every-change-is-written-once", test_every_single_change_is_written_once);
  ADD ("moved-keeps-id-and-says-from-where", test_a_moved_meeting_keeps_its_id_and_says_from_where);
  ADD ("users-word-against-the-calendars", test_the_users_word_stands_against_the_calendars);
  ADD ("said-and-taken-back", test_what_was_said_can_be_taken_back);
  ADD ("gone-is-kept-and-comes-back",
       test_a_meeting_that_is_gone_is_kept_and_comes_back_under_its_id);
  ADD ("share-is-unmounted-and-history-stays", test_a_share_is_unmounted_and_what_was_said_stays);
  ADD ("lists-have-their-edges", test_lists_have_their_edges);
  ADD ("in-no-calendar", test_meetings_in_no_calendar_are_each_their_own);
  ADD ("met", test_met_counts_what_was_held);
  ADD ("unknown", test_an_unknown_meeting_is_named);
  return g_test_run ();
}
