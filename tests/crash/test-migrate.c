/* SPDX-License-Identifier: MIT */
/* A store of every version that was ever shipped, with data in it, becomes what a new one is, and
 * every row stays as it was. usage: test-migrate FOLDER-OF-VERSIONS */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "store/promises.h"
#include "store/db/schema.h"
#include "store/search.h"
#include "store/db/undo.h"
#include "tests/unit/store/store-fixture.h"

static const char *versions; /* the folder of the frozen SQL */

static sqlite3 *
open_database (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  return db;
}

static void
run (sqlite3 *db, const char *sql)
{
  g_autofree char *why = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    why = g_strdup (sqlite3_errmsg (db));
  g_assert_cmpstr (why, ==, NULL);
}

static void
run_file (sqlite3 *db, const char *kind, guint version)
{
  g_autofree char *name = g_strdup_printf ("%s-%u.sql", kind, version);
  g_autofree char *path = g_build_filename (versions, name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  run (db, sql);
}

/* As the oned of that version left it. */
static void
make_version (const StoreFixture *fixture, guint version, gboolean with_data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u",
                                            ONE_SCHEMA_APPLICATION, version);
  sqlite3 *db;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  db = open_database (fixture->path);
  run (db, "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON");
  for (guint i = 1; i <= version; i++) {
    run_file (db, "step", i);
    if (with_data)
      run_file (db, "data", i);
  }
  run (db, marks);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Every row of the answer, with the type of each value. */
static void
append_rows (sqlite3 *db, const char *sql, GString *text)
{
  sqlite3_stmt *stmt;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count (stmt); i++) {
      int type = sqlite3_column_type (stmt, i);
      const unsigned char *value = sqlite3_column_text (stmt, i);

      g_string_append_printf (text, "%d:%s|", type, value ? (const char *) value : "");
    }
    g_string_append_c (text, '\n');
  }
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);
}

static char *
ask (const char *path, const char *sql)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = open_database (path);

  append_rows (db, sql, text);
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

/* A question for each table that holds what cannot be made again: not the index of words. By the
 * columns that there are, because a later step may add one. */
static GStrv
list_questions (const char *path)
{
  g_autofree char *all =
      ask (path, "SELECT group_concat (question, ';') FROM (SELECT 'SELECT ' || (SELECT"
                 " group_concat (name) FROM pragma_table_info (t.name)) || ' FROM ' || t.name ||"
                 " ' ORDER BY 1, 2' AS question FROM sqlite_schema AS t"
                 " WHERE type = 'table' AND name NOT LIKE 'words%' AND name NOT LIKE 'sqlite%'"
                 " AND name <> 'stale' ORDER BY name)");

  return g_strsplit (g_strstrip (g_strdelimit (all, "|\n", ' ')) + strlen ("3:"), ";", -1);
}

static char *
dump (const char *path, char **questions)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = open_database (path);

  for (guint i = 0; questions[i]; i++) {
    g_string_append_printf (text, "%s\n", questions[i]);
    append_rows (db, questions[i], text);
  }
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

/* Without regard to white space. */
static char *
schema_of (const char *path)
{
  return ask (path, "SELECT name, replace (replace (sql, ' ', ''), char (10), '')"
                    " FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
}

static void
assert_sound (const char *path)
{
  g_autofree char *pages = ask (path, "PRAGMA integrity_check");
  g_autofree char *keys = ask (path, "PRAGMA foreign_key_check");

  g_assert_cmpstr (pages, ==, "3:ok|\n");
  g_assert_cmpstr (keys, ==, "");
}

static void
assert_found (OneStore *store, const char *word, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = one_search_list (store, word, 10, &error);
  const OneHit *hit;

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpint (hit->id, ==, id);
}

/* What a later step brought works on what an earlier one kept. */
static void
assert_of_use (OneStore *store, guint version)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *taken = NULL;
  g_autoptr (OneAction) action = NULL;

  assert_found (store, "migration lead", 5);
  assert_found (store, "cafe", 9);
  assert_found (store, "draft", 12);
  taken = one_undo_take_back (store, &error);
  g_assert_cmpstr (taken, ==, version >= 2 ? "a point for Ada Lovelace" : NULL);
  g_clear_error (&error);
  action = one_promises_get_action (store, 12, &error);
  g_assert_no_error (error);
  g_assert_cmpint (action->state, ==, ONE_STATE_OPEN);
}

/* How far ahead a prep was shown is known by when it was; of the others it does not matter. */
static void
assert_leads (const char *path, guint version)
{
  g_autofree char *leads =
      ask (path, "SELECT group_concat (stage || ' ' || lead || ' ' || look, ', ')"
                 " FROM (SELECT * FROM sent ORDER BY id)");

  g_assert_cmpstr (leads, ==,
                   version >= 5 ? "3:prep 1800 0, prep 86400 4294967295|\n" : "3:prep 1800 0|\n");
}

static void
test_every_row_stays (gconstpointer data)
{
  guint version = GPOINTER_TO_UINT (data);
  g_auto (StoreFixture) old = { 0 }, fresh = { 0 };
  g_auto (GStrv) questions = NULL;
  g_autofree char *before = NULL, *after = NULL, *wanted = NULL, *got = NULL;

  fixture_init (&old);
  make_version (&old, version, TRUE);
  questions = list_questions (old.path);
  g_assert_cmpuint (g_strv_length (questions), >=, 11);
  before = dump (old.path, questions);
  fixture_open (&old);
  fixture_close (&old);
  after = dump (old.path, questions);
  g_assert_cmpstr (before, ==, after);
  assert_sound (old.path);
  assert_leads (old.path, version);
  fixture_open (&fresh);
  fixture_close (&fresh);
  wanted = schema_of (fresh.path);
  got = schema_of (old.path);
  g_assert_cmpstr (got, ==, wanted);
  fixture_open (&old);
  assert_of_use (old.store, version);
}

/* Or else a step that was shipped was changed, or a new one has no data here yet. */
static void
test_what_was_shipped_is_what_is_made (void)
{
  g_auto (StoreFixture) frozen = { 0 }, fresh = { 0 };
  g_autofree char *wanted = NULL, *got = NULL;

  fixture_init (&frozen);
  make_version (&frozen, one_schema_get_version (), FALSE);
  fixture_open (&fresh);
  fixture_close (&fresh);
  wanted = schema_of (frozen.path);
  got = schema_of (fresh.path);
  g_assert_cmpstr (got, ==, wanted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  versions = argv[1];
  g_test_add_func ("/migrate/shipped-steps-do-not-change", test_what_was_shipped_is_what_is_made);
  for (guint i = 1; i <= one_schema_get_version (); i++) {
    g_autofree char *name = g_strdup_printf ("/migrate/every-row-stays-from-version-%u", i);

    g_test_add_data_func (name, GUINT_TO_POINTER (i), test_every_row_stays);
  }
  return g_test_run ();
}
