/* SPDX-License-Identifier: MIT */
#include "store/db/undo.h"

#include <sqlite3.h>

#include "store/touches.h"
#include "store/meetings.h"
#include "store/person-merge.h"
#include "store/meta.h"
#include "store/notes.h"
#include "store/people.h"
#include "store/promises.h"
#include "store/db/query.h"
#include "store/sent.h"
#include "store/series-choices.h"
#include "store/db/transaction.h"
#include "tests/unit/store/store-fixture.h"
#include "wire/error.h"

typedef struct {
  StoreFixture fixture;
  OneStore *store; /* (borrowed) */
  gint64 ada, bob, meeting;
} Place;

/* What a user may say in one step. */
typedef gboolean (*Change) (Place *place, GError **error);

static void
place_clear (Place *place)
{
  fixture_clear (&place->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
act (Place *place, gint64 meeting, GError **error)
{
  g_autoptr (OneAction) action = one_action_new ();

  g_free (action->text);
  action->text = g_strdup ("send it");
  action->person = place->ada;
  g_date_set_dmy (&action->due, 1, G_DATE_MAY, 2027);
  return one_promises_add_action (place->store, action, meeting, error);
}

static gboolean
do_act (Place *place, GError **error)
{
  return act (place, 0, error);
}

static gboolean
do_add (Place *place, GError **error)
{
  g_autoptr (OnePoint) point = one_point_new ();

  g_free (point->text);
  point->text = g_strdup ("the move");
  point->person = place->bob;
  point->main = TRUE;
  return one_promises_add_point (place->store, point, error);
}

static gboolean
do_close (Place *place, GError **error)
{
  static const char *const ids[] = { "a1", "p1", NULL };

  return one_promises_set_state (place->store, ids, ONE_STATE_DONE, 900, error) == 2;
}

static gboolean
do_log (Place *place, GError **error)
{
  static const char *const touched[] = { "growth", "wins", NULL };
  g_autoptr (OneNote) note = one_note_new (place->meeting, "", "went well", 900);

  return one_meetings_set_state (place->store, place->meeting, ONE_MEETING_HELD, error)
         && one_meetings_set_logged (place->store, place->meeting, TRUE, error)
         && one_touches_set (place->store, place->meeting, touched, error)
         && one_notes_add (place->store, note, error) && act (place, place->meeting, error);
}

static gboolean
do_skip (Place *place, GError **error)
{
  return one_meetings_set_state (place->store, place->meeting, ONE_MEETING_SKIPPED, error)
         && one_meetings_set_logged (place->store, place->meeting, TRUE, error);
}

/* A meeting of its own, and in it everything that a log says. */
static gboolean
do_log_alone (Place *place, GError **error)
{
  g_autoptr (OneMeeting) meeting = one_meeting_new ();

  meeting->person = place->bob;
  meeting->start = meeting->end = 800;
  meeting->state = ONE_MEETING_HELD;
  return one_meetings_add (place->store, meeting, error)
         && one_touches_add (place->store, meeting->id, "wins", error)
         && act (place, meeting->id, error);
}

static gboolean
do_set_role (Place *place, GError **error)
{
  return one_people_set_role (place->store, place->ada, ONE_ROLE_MENTOR, error);
}

static gboolean
do_set_name (Place *place, GError **error)
{
  return one_people_set_name (place->store, place->bob, "Bobby", error);
}

static gboolean
do_add_address (Place *place, GError **error)
{
  return one_people_add_address (place->store, place->ada, "ada@home.example", error);
}

static gboolean
do_merge (Place *place, GError **error)
{
  return one_person_merge (place->store, place->bob, place->ada, error);
}

static gboolean
do_track (Place *place, GError **error)
{
  return one_series_choices_track (place->store, "u9", "eve@example.org", error);
}

static gboolean
do_ignore (Place *place, GError **error)
{
  return one_series_choices_ignore (place->store, "known", error);
}

static const struct {
  const char *what;
  Change change;
} steps[] = {
  { "action for Ada", do_act },         { "point for Bob", do_add },
  { "a1 and p1 done", do_close },       { "log of Ada", do_log },
  { "did not happen", do_skip },        { "log of Bob, in no calendar", do_log_alone },
  { "role of Ada", do_set_role },       { "name of Bob", do_set_name },
  { "address of Ada", do_add_address }, { "Ada joined with Bob", do_merge },
  { "series tracked", do_track },       { "series ignored", do_ignore },
};

static void
place_init (Place *place)
{
  static const char *const before[] = { "growth", "update", NULL };
  g_autoptr (GError) error = NULL;

  fixture_open (&place->fixture);
  place->store = place->fixture.store;
  place->ada = fixture_add_person (&place->fixture, "ada@example.org", "Ada");
  place->bob = fixture_add_person (&place->fixture, "bob@example.org", "");
  place->meeting = fixture_add_meeting (&place->fixture, place->ada, "u", 1000);
  g_assert_true (one_touches_set (place->store, place->meeting, before, &error));
  g_assert_true (do_act (place, &error) && do_add (place, &error));
  g_assert_true (one_series_choices_track (place->store, "known", "ada@example.org", &error));
}

static gboolean
place_do (Place *place, guint step, GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (place->store, error);

  return all && one_undo_begin (place->store, steps[step].what, 900, error)
         && steps[step].change (place, error) && one_transaction_commit (all, error);
}

static void
dump_table (sqlite3 *db, const char *table, GString *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW) {
    g_string_append (text, table);
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      g_string_append_printf (text, "|%d:%s", sqlite3_column_type (stmt, i),
                              sqlite3_column_text (stmt, i));
    g_string_append_c (text, '\n');
  }
  sqlite3_finalize (stmt);
}

/* Every row of every table but the journal, with the types of its values. */
static char *
place_dump (Place *place)
{
  static const char *const tables[] = { "person",   "address", "meeting", "touch",
                                        "proposal", "note",    "action",  "point",
                                        "sent",     "series",  "meta" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    dump_table (place->store->db, tables[i], text);
  return g_string_free (text, FALSE);
}

static void
assert_undone (Place *place, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *taken = one_undo_take_back (place->store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (taken, ==, what);
}

static void
assert_nothing_to_undo (Place *place)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (one_undo_take_back (place->store, &error));
  fixture_assert_error (error, ONE_ERROR_REFUSED, "nothing to take back");
}

static void
test_each_kind_of_change_is_taken_back_exactly (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_auto (Place) place = { 0 };
    g_autoptr (GError) error = NULL;
    g_autofree char *before = NULL, *during = NULL, *after = NULL;

    g_test_message ("%s", steps[i].what);
    place_init (&place);
    before = place_dump (&place);
    g_assert_true (place_do (&place, i, &error));
    g_assert_no_error (error);
    during = place_dump (&place);
    g_assert_cmpstr (before, !=, during);
    assert_undone (&place, steps[i].what);
    after = place_dump (&place);
    g_assert_cmpstr (before, ==, after);
    assert_nothing_to_undo (&place);
  }
}

static void
test_repeated_it_goes_further_back_over_a_restart (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

  place_init (&place);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    if (steps[i].change == do_merge) /* what comes after it speaks of who is no more */
      continue;
    g_ptr_array_add (dumps, place_dump (&place));
    g_assert_true (place_do (&place, i, &error));
  }
  fixture_close (&place.fixture);
  fixture_open (&place.fixture);
  place.store = place.fixture.store;
  for (guint i = G_N_ELEMENTS (steps); i-- > 0;) {
    g_autofree char *now = NULL;

    if (steps[i].change == do_merge)
      continue;
    assert_undone (&place, steps[i].what);
    now = place_dump (&place);
    g_assert_cmpstr (now, ==, g_ptr_array_index (dumps, dumps->len - 1));
    g_ptr_array_set_size (dumps, (int) dumps->len - 1);
  }
  assert_nothing_to_undo (&place);
}

static void
test_ids_do_not_come_back_after_it (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneAction) action = NULL;

  place_init (&place);
  g_assert_true (place_do (&place, 0, &error)); /* a2 */
  assert_undone (&place, steps[0].what);
  g_assert_null (one_promises_get_action (place.store, 2, &error));
  fixture_assert_error (error, ONE_ERROR_NOT_FOUND, "no action 'a2'");
  g_assert_true (place_do (&place, 0, &error));
  action = one_promises_get_action (place.store, 3, &error);
  g_assert_nonnull (action);
}

static void
test_a_step_that_changed_nothing_or_was_rolled_back_is_none (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;

  place_init (&place);
  g_assert_true (place_do (&place, 2, &error));
  g_assert_false (place_do (&place, 2, &error)); /* already done: rolled back by the test's own */
  {
    g_autoptr (OneTransaction) all = one_transaction_new (place.store, &error);

    g_assert_true (one_undo_begin (place.store, "the same again", 901, &error));
    g_assert_true (one_undo_begin (place.store, "and again", 902, &error));
    g_assert_true (one_transaction_commit (all, &error));
  }
  assert_undone (&place, steps[2].what);
  assert_nothing_to_undo (&place);
}

static void
test_what_the_calendar_says_is_no_step (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneMeeting) meeting = NULL;

  place_init (&place);
  g_assert_true (place_do (&place, 3, &error));
  meeting = one_meetings_get (place.store, place.meeting, &error);
  meeting->end += 60;
  g_assert_true (one_meetings_upsert (place.store, meeting, &error));
  fixture_add_meeting (&place.fixture, place.bob, "v", 2000);
  assert_undone (&place, steps[3].what);
  g_clear_pointer (&meeting, one_meeting_free);
  meeting = one_meetings_get (place.store, place.meeting, &error);
  g_assert_cmpint (meeting->end, ==, 1000 + 1800 + 60);
  g_assert_cmpint (meeting->state, ==, ONE_MEETING_PLANNED);
  assert_nothing_to_undo (&place);
}

/* oned prepared an agenda for it and reminded of it since. */
static void
test_a_meeting_that_is_taken_back_takes_along_what_oned_hung_on_it (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_proposal_free);
  g_autoptr (OneSent) sent = one_sent_new (2, ONE_STAGE_NUDGE);
  g_autofree char *before = NULL, *after = NULL;
  static const char *const prompts[] = { "one", NULL };

  place_init (&place);
  before = place_dump (&place);
  g_assert_true (place_do (&place, 5, &error));
  g_ptr_array_add (proposals, one_proposal_new ("wins", prompts, 2, 800, 0));
  g_assert_true (one_touches_set_proposals (place.store, 2, proposals, &error));
  g_assert_true (one_sent_add (place.store, sent, &error));
  assert_undone (&place, steps[5].what);
  after = place_dump (&place);
  g_assert_cmpstr (before, ==, after);
}

static gint64
count_rows (Place *place, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  gint64 count;

  g_assert_cmpint (sqlite3_prepare_v2 (place->store->db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  count = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  return count;
}

static void
test_the_journal_is_bounded (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;

  place_init (&place);
  g_assert_true (one_query_exec (place.store,
                                 "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                                 " WHERE i < 1500) INSERT INTO step (what, at, open)"
                                 " SELECT 'x', i, 0 FROM n;"
                                 "INSERT INTO change (step, what, key) VALUES (1, 'touch-', 99)",
                                 &error));
  g_assert_true (place_do (&place, 0, &error));
  g_assert_cmpint (count_rows (&place, "SELECT count (*) FROM step"), ==, ONE_UNDO_MAX);
  g_assert_cmpint (count_rows (&place, "SELECT count (*) FROM change"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/undo/" name, function)
  ADD ("each-kind-exactly", test_each_kind_of_change_is_taken_back_exactly);
  ADD ("further-back-over-a-restart", test_repeated_it_goes_further_back_over_a_restart);
  ADD ("ids-do-not-come-back", test_ids_do_not_come_back_after_it);
  ADD ("nothing-changed-is-no-step", test_a_step_that_changed_nothing_or_was_rolled_back_is_none);
  ADD ("calendar-is-no-step", test_what_the_calendar_says_is_no_step);
  ADD ("meeting-in-no-calendar",
       test_a_meeting_that_is_taken_back_takes_along_what_oned_hung_on_it);
  ADD ("bounded", test_the_journal_is_bounded);
  return g_test_run ();
}
