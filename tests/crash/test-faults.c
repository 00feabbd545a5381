/* SPDX-License-Identifier: MIT */
/* Each call to the disk fails once, in each editing function and while a store is made or brought
 * up to date: with an error of the disk, with a full disk, and with a disk that goes on failing.
 * What was said to be done is there afterwards; what was said to have failed is there as a whole
 * or not at all. */
#include <glib/gstdio.h>

#include "store/safety/backup.h"
#include "store/touches.h"
#include "store/meetings.h"
#include "store/person-merge.h"
#include "store/meta.h"
#include "store/notes.h"
#include "store/people.h"
#include "store/promises.h"
#include "store/db/query.h"
#include "store/search.h"
#include "store/sent.h"
#include "store/series-choices.h"
#include "store/db/transaction.h"
#include "store/db/undo.h"
#include "tests/crash/shim.h"
#include "tests/unit/store/store-fixture.h"

#define CALLS_MAX 2000
/* The sanitizers look at the ways out of an edit, of which neighbouring calls have the same. */
#ifdef ONE_SANITIZED
#define STRIDE 5
#else
#define STRIDE 1
#endif

/* Ada is 1, Bob 2; there is a meeting with Ada, a1, p1 and one reminder. */
typedef gboolean (*Edit) (OneStore *store, GError **error);

static gboolean
edit_ensure (OneStore *store, GError **error)
{
  return one_people_ensure (store, "new@example.org", "New", error) > 0;
}

static gboolean
edit_address (OneStore *store, GError **error)
{
  return one_people_add_address (store, 1, "ada@home.example", error);
}

static gboolean
edit_name (OneStore *store, GError **error)
{
  return one_people_set_name (store, 1, "Countess", error);
}

static gboolean
edit_role (OneStore *store, GError **error)
{
  return one_people_set_role (store, 1, ONE_ROLE_MENTOR, error);
}

static gboolean
edit_merge (OneStore *store, GError **error)
{
  return one_person_merge (store, 2, 1, error);
}

static gboolean
edit_meeting (OneStore *store, GError **error)
{
  g_autoptr (OneMeeting) meeting = one_meeting_new ();

  meeting->person = 1;
  meeting->start = meeting->end = 4000;
  return one_meetings_add (store, meeting, error);
}

static gboolean
edit_move (OneStore *store, GError **error)
{
  g_autoptr (OneMeeting) meeting = one_meetings_get (store, 1, error);

  if (!meeting)
    return FALSE;
  meeting->start += 3600;
  meeting->end += 3600;
  return one_meetings_upsert (store, meeting, error);
}

static gboolean
edit_skip (OneStore *store, GError **error)
{
  return one_meetings_set_state (store, 1, ONE_MEETING_SKIPPED, error);
}

static gboolean
edit_logged (OneStore *store, GError **error)
{
  return one_meetings_set_logged (store, 1, TRUE, error);
}

static gboolean
edit_gone (OneStore *store, GError **error)
{
  return one_meetings_set_gone (store, 1, error);
}

static gboolean
edit_touches (OneStore *store, GError **error)
{
  static const char *const touched[] = { "growth", "wins", NULL };

  return one_touches_set (store, 1, touched, error);
}

static gboolean
edit_proposals (OneStore *store, GError **error)
{
  static const char *const prompts[] = { "one", NULL };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_proposal_free);

  g_ptr_array_add (list, one_proposal_new ("wins", prompts, 1, 0, 0));
  g_ptr_array_add (list, one_proposal_new ("growth", prompts, 1, 0, 1));
  return one_touches_set_proposals (store, 1, list, error);
}

static gboolean
edit_note (OneStore *store, GError **error)
{
  g_autoptr (OneNote) note = one_note_new (1, "", "went well", 900);

  return one_notes_add (store, note, error);
}

static gboolean
edit_action (OneStore *store, GError **error)
{
  g_autoptr (OneAction) action = one_action_new ();

  g_free (action->text);
  action->text = g_strnfill (9000, 'x');
  action->person = 1;
  return one_promises_add_action (store, action, 1, error);
}

static gboolean
edit_point (OneStore *store, GError **error)
{
  g_autoptr (OnePoint) point = one_point_new ();

  g_free (point->text);
  point->text = g_strdup ("the move");
  point->person = 2;
  return one_promises_add_point (store, point, error);
}

static gboolean
edit_close (OneStore *store, GError **error)
{
  static const char *const ids[] = { "a1", "p1", NULL };

  return one_promises_set_state (store, ids, ONE_STATE_DONE, 9, error) == 2;
}

static gboolean
edit_remind (OneStore *store, GError **error)
{
  g_autoptr (OneSent) sent = one_sent_new (1, ONE_STAGE_NUDGE);

  return one_sent_add (store, sent, error);
}

static gboolean
edit_answer (OneStore *store, GError **error)
{
  g_autoptr (OneSent) sent = one_sent_find (store, 1, error);

  if (!sent)
    return FALSE;
  sent->state = ONE_SENT_DISMISSED;
  return one_sent_update (store, sent, error);
}

static gboolean
edit_prune (OneStore *store, GError **error)
{
  g_autoptr (OneTransaction) transaction = one_transaction_new (store, error);
  g_autoptr (OneSent) sent = transaction ? one_sent_find (store, 1, error) : NULL;

  if (!sent)
    return FALSE;
  sent->state = ONE_SENT_EXPIRED;
  return one_sent_update (store, sent, error) && one_sent_prune (store, G_MAXINT64, 0, error) == 1
         && one_transaction_commit (transaction, error);
}

static gboolean
edit_track (OneStore *store, GError **error)
{
  return one_series_choices_track (store, "u9", "eve@example.org", error);
}

static gboolean
edit_ignore (OneStore *store, GError **error)
{
  return one_series_choices_ignore (store, "u", error);
}

static gboolean
edit_meta (OneStore *store, GError **error)
{
  return one_meta_set_int (store, ONE_META_FIRST_SIGHT, 5, error);
}

static gboolean
edit_in_a_step (OneStore *store, GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (store, error);

  return all && one_undo_begin (store, "all of it", 9, error) && edit_touches (store, error)
         && edit_note (store, error) && edit_skip (store, error) && edit_close (store, error)
         && one_transaction_commit (all, error);
}

static gboolean
edit_undo (OneStore *store, GError **error)
{
  g_autofree char *what = one_undo_take_back (store, error);

  return what != NULL;
}

static gboolean
edit_find (OneStore *store, GError **error)
{
  g_autoptr (GPtrArray) hits = one_search_list (store, "before", 9, error);

  return hits != NULL;
}

static gboolean
edit_back_up (OneStore *store, GError **error)
{
  return one_backup_make_daily (store, 86400, error);
}

static const struct {
  const char *name;
  Edit edit;
} edits[] = {
  { "ensure", edit_ensure }, { "address", edit_address }, { "name", edit_name },
  { "role", edit_role },     { "merge", edit_merge },     { "meeting", edit_meeting },
  { "move", edit_move },     { "skip", edit_skip },       { "logged", edit_logged },
  { "gone", edit_gone },     { "touches", edit_touches }, { "proposals", edit_proposals },
  { "note", edit_note },     { "action", edit_action },   { "point", edit_point },
  { "close", edit_close },   { "remind", edit_remind },   { "answer", edit_answer },
  { "prune", edit_prune },   { "track", edit_track },     { "ignore", edit_ignore },
  { "meta", edit_meta },     { "step", edit_in_a_step },  { "undo", edit_undo },
  { "find", edit_find },     { "back-up", edit_back_up },
};

static const struct {
  const char *name;
  ShimFault fault;
} faults[] = {
  { "one call fails", { .full = FALSE, .on = FALSE } },
  { "all fail from then on", { .full = FALSE, .on = TRUE } },
  { "one write finds no room", { .full = TRUE, .on = FALSE } },
  { "the disk is full", { .full = TRUE, .on = TRUE } },
};

static void
prepare (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneTransaction) all = NULL;
  g_autoptr (OneSent) sent = one_sent_new (1, ONE_STAGE_PREP);
  g_autoptr (OneNote) note = one_note_new (1, "", "before", 1);

  fixture_open (fixture);
  fixture_add_person (fixture, "ada@example.org", "Ada");
  fixture_add_person (fixture, "bob@example.org", "");
  fixture_add_meeting (fixture, 1, "u", 1000);
  sent->state = ONE_SENT_SHOWN;
  all = one_transaction_new (fixture->store, &error);
  g_assert_true (one_undo_begin (fixture->store, "before", 1, &error));
  g_assert_true (edit_point (fixture->store, &error) && edit_action (fixture->store, &error)
                 && one_notes_add (fixture->store, note, &error)
                 && one_sent_add (fixture->store, sent, &error)
                 && one_transaction_commit (all, &error));
  g_clear_pointer (&all, one_transaction_free);
  fixture_close (fixture);
}

static char *
dump_table (sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY 1", table);
  GString *text = g_string_new (table);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (stmt); i++)
      g_string_append_printf (text, "|%s", sqlite3_column_text (stmt, i));
  sqlite3_finalize (stmt);
  return g_string_free (text, FALSE);
}

/* Every row but those of the index, which is made from the others. */
static char *
dump (OneStore *store)
{
  GString *text = g_string_new (NULL);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (store->db,
                                       "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                       " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'words%'"
                                       " AND name <> 'stale' ORDER BY name",
                                       -1, &stmt, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW) {
    g_autofree char *rows = dump_table (store->db, (const char *) sqlite3_column_text (stmt, 0));

    g_string_append_printf (text, "%s\n", rows);
  }
  sqlite3_finalize (stmt);
  return g_string_free (text, FALSE);
}

static void
copy_store (const StoreFixture *from, const StoreFixture *to)
{
  static const char *const endings[] = { "-wal", "-shm" };
  g_autofree char *bytes = NULL;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *path = g_strconcat (to->path, endings[i], NULL);

    g_unlink (path);
  }
  g_assert_true (g_file_get_contents (from->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents_full (to->path, bytes, (gssize) length,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* Opened again on a disk that is well, whole, and with all its rows. */
static char *
look (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  shim_fail (NULL);
  fixture_open (fixture);
  g_assert_true (one_store_check (fixture->store, &error));
  return dump (fixture->store);
}

static char *
do_once (StoreFixture *ground, StoreFixture *fixture, Edit edit)
{
  g_autoptr (GError) error = NULL;
  char *after;

  copy_store (ground, fixture);
  fixture_open (fixture);
  g_assert_true (edit (fixture->store, &error));
  after = dump (fixture->store);
  fixture_close (fixture);
  return after;
}

/* FALSE once the edit came through without meeting the fault. */
static gboolean
try_edit (StoreFixture *fixture, Edit edit, const ShimFault *fault, const char *const states[2])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  gboolean good, struck;

  fixture_open (fixture);
  shim_fail (fault);
  good = edit (fixture->store, &error);
  g_assert_true (good == (error == NULL));
  fixture_close (fixture);
  struck = shim_has_failed ();
  found = look (fixture);
  fixture_close (fixture);
  g_assert_true (g_str_equal (found, states[1]) || (!good && g_str_equal (found, states[0])));
  return struck;
}

static void
take_backups_away (const StoreFixture *fixture)
{
  g_autoptr (GPtrArray) copies = one_backup_list (fixture->path);

  for (guint i = 0; i < copies->len; i++)
    g_unlink (copies->pdata[i]);
}

static guint
try_all (StoreFixture *ground, StoreFixture *fixture, Edit edit, ShimFault fault)
{
  g_autofree char *before = NULL, *after = do_once (ground, fixture, edit);
  const char *states[2];
  gboolean struck = TRUE;

  copy_store (ground, fixture);
  before = look (fixture);
  fixture_close (fixture);
  states[0] = before;
  states[1] = after;
  for (fault.call = 0; struck; fault.call += STRIDE) {
    g_assert_cmpuint (fault.call, <, CALLS_MAX);
    copy_store (ground, fixture);
    take_backups_away (fixture);
    struck = try_edit (fixture, edit, &(ShimFault){ fault.call + 1, fault.full, fault.on }, states);
  }
  return fault.call;
}

static void
test_each_editing_function_keeps_all_or_nothing (void)
{
  g_auto (StoreFixture) ground = { 0 }, fixture = { 0 };
  guint calls = 0;

  prepare (&ground);
  prepare (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    for (guint j = 0; j < G_N_ELEMENTS (edits); j++) {
      g_test_message ("%s, %s", edits[j].name, faults[i].name);
      calls += try_all (&ground, &fixture, edits[j].edit, faults[i].fault);
    }
  g_test_message ("%u calls failed", calls);
}

/* An empty store, or one as an older oned left it: made or brought up to date, or as it was. */
static guint
try_opening (const StoreFixture *ground, StoreFixture *fixture, ShimFault fault)
{
  gboolean struck = TRUE;

  for (guint call = 1; struck; call += STRIDE) {
    g_autoptr (GError) error = NULL;
    g_autofree char *found = NULL;

    fault.call = call;
    g_assert_cmpuint (call, <, CALLS_MAX);
    copy_store (ground, fixture);
    shim_fail (&fault);
    fixture->store = one_store_open (fixture->path, &error);
    g_assert_true ((fixture->store == NULL) == (error != NULL));
    fixture_close (fixture);
    struck = shim_has_failed ();
    fault.call = call;
    found = look (fixture);
    g_assert_cmpint (fixture_add_person (fixture, "ada@example.org", "Ada"), ==, 1);
    fixture_close (fixture);
    if (!struck)
      return call;
  }
  return 0;
}

static void
make_old (const StoreFixture *fixture)
{
  static const char old[] = "DROP TABLE page_line; DROP TABLE page; DROP TABLE words;"
                            "DROP TABLE stale; ALTER TABLE proposal DROP COLUMN draft;"
                            "ALTER TABLE meeting DROP COLUMN changed;"
                            "DROP TABLE morning; DROP INDEX action_due;"
                            "DROP TABLE asking; DROP INDEX point_ask;"
                            "PRAGMA user_version = 2";
  g_autoptr (GError) error = NULL;
  static const char *const tables[] = { "note", "point", "action" };
  static const char *const events[] = { "insert", "update", "delete" };

  for (guint i = 0; i < 9; i++) {
    g_autofree char *sql =
        g_strdup_printf ("DROP TRIGGER %s_stale_%s", tables[i / 3], events[i % 3]);

    g_assert_true (one_query_exec (fixture->store, sql, &error));
  }
  g_assert_true (one_query_exec (fixture->store, old, &error));
  g_assert_no_error (error);
}

static void
test_a_store_is_made_or_brought_up_to_date_or_as_it_was (void)
{
  g_auto (StoreFixture) empty = { 0 }, old = { 0 }, fixture = { 0 };
  g_autoptr (GError) error = NULL;
  guint calls = 0;

  fixture_open (&empty);
  fixture_close (&empty);
  g_assert_true (g_file_set_contents (empty.path, "", 0, &error));
  prepare (&old);
  fixture_open (&old);
  make_old (&old);
  fixture_close (&old);
  fixture_open (&fixture);
  fixture_close (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    calls += try_opening (&empty, &fixture, faults[i].fault);
    calls += try_opening (&old, &fixture, faults[i].fault);
  }
  g_test_message ("%u calls failed", calls);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Closing and rolling back on a broken disk fail too, and say so. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  shim_register ();
  g_test_add_func ("/faults/each-edit", test_each_editing_function_keeps_all_or_nothing);
  g_test_add_func ("/faults/each-opening", test_a_store_is_made_or_brought_up_to_date_or_as_it_was);
  return g_test_run ();
}
