/* SPDX-License-Identifier: MIT */
#include "store/db/store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "tests/unit/store/store-fixture.h"
#include "store/meta.h"
#include "store/db/query.h"
#include "store/db/schema.h"
#include "wire/error.h"

static char *
ask (const char *path, const char *sql)
{
  sqlite3 *db;
  sqlite3_stmt *stmt;
  char *answer = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  if (sqlite3_step (stmt) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return answer;
}

static int
exec (const char *path, const char *sql)
{
  sqlite3 *db;
  int status;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  status = sqlite3_exec (db, sql, NULL, NULL, NULL);
  sqlite3_close (db);
  return status;
}

static void
make_folder (StoreFixture *fixture)
{
  g_autofree char *folder = NULL;

  fixture_init (fixture);
  folder = g_path_get_dirname (fixture->path);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
}

static void
test_a_new_store_has_the_newest_version (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *version = NULL, *mode = NULL, *wanted = NULL, *application = NULL;

  fixture_open (&fixture);
  fixture_close (&fixture);
  version = ask (fixture.path, "PRAGMA user_version");
  mode = ask (fixture.path, "PRAGMA journal_mode");
  application = ask (fixture.path, "SELECT printf ('%x', application_id)"
                                   " FROM pragma_application_id");
  wanted = g_strdup_printf ("%u", one_store_get_version ());
  g_assert_cmpstr (version, ==, wanted);
  g_assert_cmpstr (mode, ==, "wal");
  g_assert_cmpstr (application, ==, "6f6e6564");
}

static void
test_every_table_is_strict (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *loose = NULL, *tables = NULL;

  fixture_open (&fixture);
  fixture_close (&fixture);
  loose = ask (fixture.path, "SELECT group_concat (name) FROM pragma_table_list"
                             " WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND NOT strict"
                             " AND name <> 'words' AND type <> 'shadow'");
  tables = ask (fixture.path, "SELECT count (*) > 9 FROM pragma_table_list"
                              " WHERE schema = 'main' AND strict");
  g_assert_cmpstr (loose, ==, NULL);
  g_assert_cmpstr (tables, ==, "1");
}

static void
test_every_statement_can_be_prepared_on_what_the_steps_built (void)
{
  g_auto (StoreFixture) fixture = { 0 };

  fixture_open (&fixture);
  for (guint i = 0; i < ONE_N_SQL; i++) {
    OneQuery query = one_query_open (fixture.store, (OneSql) i);

    g_test_message ("%s", one_sql_get ((OneSql) i));
    g_assert_cmpint (query.status, ==, SQLITE_OK);
    g_assert_nonnull (query.stmt);
    one_query_close (&query);
  }
}

static void
test_the_connection_is_strict_about_what_it_trusts (void)
{
  static const struct {
    const char *pragma;
    gint64 wanted;
  } table[] = {
    { "PRAGMA synchronous", 2 }, /* FULL */
    { "PRAGMA foreign_keys", 1 },  { "PRAGMA trusted_schema", 0 }, { "PRAGMA cell_size_check", 1 },
    { "PRAGMA secure_delete", 1 }, { "PRAGMA temp_store", 2 }, /* MEMORY */
  };
  g_auto (StoreFixture) fixture = { 0 };

  fixture_open (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    sqlite3_stmt *stmt = NULL;

    g_test_message ("%s", table[i].pragma);
    sqlite3_prepare_v2 (fixture.store->db, table[i].pragma, -1, &stmt, NULL);
    g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
    g_assert_cmpint (sqlite3_column_int64 (stmt, 0), ==, table[i].wanted);
    sqlite3_finalize (stmt);
  }
}

static guint
mode_of (const char *path)
{
  struct stat info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_mode & 07777;
}

static void
test_only_the_user_can_read_it (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL, *log = NULL, *index = NULL;
  mode_t before = umask (0);

  fixture_open (&fixture);
  g_assert_true (one_meta_set (fixture.store, "k", "v", &error));
  folder = g_path_get_dirname (fixture.path);
  log = g_strconcat (fixture.path, "-wal", NULL);
  index = g_strconcat (fixture.path, "-shm", NULL);
  g_assert_cmpuint (mode_of (folder), ==, 0700);
  g_assert_cmpuint (mode_of (fixture.path), ==, 0600);
  g_assert_cmpuint (mode_of (log), ==, 0600);
  g_assert_cmpuint (mode_of (index), ==, 0600);
  fixture_close (&fixture);
  g_assert_cmpint (g_chmod (fixture.path, 0644), ==, 0);
  fixture_open (&fixture);
  g_assert_cmpuint (mode_of (fixture.path), ==, 0600);
  umask (before);
}

/* Version 1 as it was first released, by hand: it must lead to what a new store has. */
static const char version_1[] =
    "CREATE TABLE person (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " name TEXT NOT NULL CHECK (name <> ''),"
    " named TEXT NOT NULL CHECK (named IN ('address', 'calendar', 'user')),"
    " role TEXT CHECK (role <> '')) STRICT;"
    "CREATE TABLE address (address TEXT NOT NULL PRIMARY KEY CHECK (address <> ''),"
    " person INTEGER NOT NULL REFERENCES person (id)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX address_person ON address (person);"
    "CREATE TABLE meeting (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL,"
    " original INTEGER NOT NULL, person INTEGER NOT NULL REFERENCES person (id),"
    " start INTEGER NOT NULL, finish INTEGER NOT NULL CHECK (finish >= start),"
    " summary TEXT NOT NULL, location TEXT NOT NULL, link TEXT NOT NULL, source TEXT NOT NULL,"
    " address TEXT NOT NULL, name TEXT NOT NULL,"
    " state TEXT NOT NULL CHECK (state IN ('planned', 'cancelled', 'declined')),"
    " said TEXT CHECK (said IN ('held', 'skipped', 'cancelled', 'declined')),"
    " moved_from INTEGER NOT NULL DEFAULT 0, other_declined INTEGER NOT NULL DEFAULT 0,"
    " assumed_length INTEGER NOT NULL DEFAULT 0, logged INTEGER NOT NULL DEFAULT 0,"
    " gone INTEGER NOT NULL DEFAULT 0) STRICT;"
    "CREATE UNIQUE INDEX meeting_identity ON meeting (uid, original) WHERE uid <> '';"
    "CREATE INDEX meeting_start ON meeting (start);"
    "CREATE INDEX meeting_person ON meeting (person, start);"
    "CREATE TABLE touch (id INTEGER PRIMARY KEY,"
    " meeting INTEGER NOT NULL REFERENCES meeting (id),"
    " category TEXT NOT NULL CHECK (category <> ''), UNIQUE (meeting, category)) STRICT;"
    "CREATE TABLE proposal (meeting INTEGER NOT NULL REFERENCES meeting (id),"
    " place INTEGER NOT NULL CHECK (place >= 0), category TEXT NOT NULL CHECK (category <> ''),"
    " prompts TEXT NOT NULL, PRIMARY KEY (meeting, place)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " meeting INTEGER NOT NULL REFERENCES meeting (id), category TEXT NOT NULL,"
    " text TEXT NOT NULL CHECK (text <> ''), created INTEGER NOT NULL) STRICT;"
    "CREATE INDEX note_meeting ON note (meeting);"
    "CREATE TABLE action (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " person INTEGER NOT NULL REFERENCES person (id), meeting INTEGER REFERENCES meeting (id),"
    " text TEXT NOT NULL CHECK (text <> ''),"
    " owner TEXT NOT NULL CHECK (owner IN ('me', 'them')), due TEXT, created INTEGER NOT NULL,"
    " state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),"
    " closed INTEGER NOT NULL) STRICT;"
    "CREATE INDEX action_person ON action (person);"
    "CREATE INDEX action_meeting ON action (meeting);"
    "CREATE TABLE point (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " person INTEGER NOT NULL REFERENCES person (id), category TEXT NOT NULL,"
    " text TEXT NOT NULL CHECK (text <> ''), day TEXT, main INTEGER NOT NULL,"
    " created INTEGER NOT NULL,"
    " state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),"
    " closed INTEGER NOT NULL) STRICT;"
    "CREATE INDEX point_person ON point (person);"
    "CREATE TABLE sent (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " meeting INTEGER NOT NULL REFERENCES meeting (id),"
    " stage TEXT NOT NULL CHECK (stage IN ('prep', 'start', 'nudge')), start INTEGER NOT NULL,"
    " state TEXT NOT NULL CHECK (state IN ('intent', 'shown', 'snoozed', 'acted', 'dismissed',"
    " 'expired', 'superseded')), at INTEGER NOT NULL, until INTEGER NOT NULL,"
    " server TEXT NOT NULL, shown INTEGER NOT NULL, UNIQUE (meeting, stage, start)) STRICT;"
    "CREATE TABLE series (uid TEXT NOT NULL PRIMARY KEY CHECK (uid <> ''),"
    " address TEXT NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)"
    " STRICT, WITHOUT ROWID;"
    "INSERT INTO person VALUES (4, 'Ada', 'user', 'peer');"
    "INSERT INTO meta VALUES ('k', 'from version 1');"
    "PRAGMA application_id = 1869505892; PRAGMA user_version = 1;";

/* The schema without regard to white space. */
static char *
schema_of (const char *path)
{
  return ask (path, "SELECT group_concat (replace (replace (sql, ' ', ''), char (10), ''), ';')"
                    " FROM (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name)");
}

static void
test_version_1_becomes_what_a_new_store_is (void)
{
  g_auto (StoreFixture) fresh = { 0 };
  g_auto (StoreFixture) old = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL, *one = NULL, *two = NULL;

  fixture_open (&fresh);
  fixture_close (&fresh);
  make_folder (&old);
  g_assert_cmpint (exec (old.path, version_1), ==, SQLITE_OK);
  fixture_open (&old);
  kept = one_meta_find (old.store, "k", &error);
  g_assert_cmpstr (kept, ==, "from version 1");
  g_assert_cmpint (fixture_add_person (&old, "bob@example.org", ""), ==, 5);
  fixture_close (&old);
  one = schema_of (fresh.path);
  two = schema_of (old.path);
  g_assert_cmpstr (one, ==, two);
}

static void
test_opening_again_changes_no_version_and_no_row (void)
{
  g_auto (StoreFixture) fixture = { 0 };

  fixture_open (&fixture);
  fixture_close (&fixture);
  fixture_open (&fixture);
  g_assert_cmpuint (one_store_get_changes (fixture.store), ==, 0);
}

static void
test_reading_leaves_the_files_alone (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *log = NULL, *value = NULL;
  struct stat before, after;

  fixture_open (&fixture);
  log = g_strconcat (fixture.path, "-wal", NULL);
  fixture_add_meeting (&fixture, fixture_add_person (&fixture, "ada@example.org", "Ada"), "u", 5);
  g_assert_cmpint (g_stat (log, &before), ==, 0);
  for (guint i = 0; i < 3; i++)
    fixture_add_meeting (&fixture, fixture_add_person (&fixture, "ada@example.org", "Ada"), "u", 5);
  value = one_meta_find (fixture.store, "none", &error);
  g_assert_cmpint (g_stat (log, &after), ==, 0);
  g_assert_cmpint (after.st_size, ==, before.st_size);
  g_assert_cmpint (after.st_mtim.tv_sec, ==, before.st_mtim.tv_sec);
  g_assert_cmpint (after.st_mtim.tv_nsec, ==, before.st_mtim.tv_nsec);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/store/" name, function)
  ADD ("new-one-has-newest-version", test_a_new_store_has_the_newest_version);
  ADD ("every-table-is-strict", test_every_table_is_strict);
  ADD ("every-statement-can-be-prepared",
       test_every_statement_can_be_prepared_on_what_the_steps_built);
  ADD ("trusts-little", test_the_connection_is_strict_about_what_it_trusts);
  ADD ("only-the-user-can-read-it", test_only_the_user_can_read_it);
  ADD ("version-1-becomes-what-a-new-one-is", test_version_1_becomes_what_a_new_store_is);
  ADD ("opening-again-changes-nothing", test_opening_again_changes_no_version_and_no_row);
  ADD ("reading-leaves-the-files-alone", test_reading_leaves_the_files_alone);
  return g_test_run ();
}
