/* SPDX-License-Identifier: MIT */
#include "store/safety/backup.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/people.h"
#include "store/db/query.h"
#include "store/db/undo.h"
#include "store/db/transaction.h"
#include "store/safety/backup-ids.h"
#include "store/safety/beside.h"
#include "tests/unit/store/store-fixture.h"
#include "wire/error.h"

#define DAY (24 * 60 * 60)
#define NOON 1795348800 /* 2026-11-22 12:00 UTC */

static void
assert_made (StoreFixture *fixture, gint64 now, guint count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  g_assert_true (one_backup_make_daily (fixture->store, now, &error));
  g_assert_no_error (error);
  copies = one_backup_list (fixture->path);
  g_assert_cmpuint (copies->len, ==, count);
}

static char *
newest (StoreFixture *fixture)
{
  g_autoptr (GPtrArray) copies = one_backup_list (fixture->path);

  g_assert_cmpuint (copies->len, >, 0);
  return g_path_get_basename (copies->pdata[0]);
}

static void
test_one_a_day_when_something_changed_and_seven_are_kept (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *first = NULL, *last = NULL, *path = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  struct stat info;

  fixture_open (&fixture);
  assert_made (&fixture, NOON, 1);
  first = newest (&fixture);
  g_assert_cmpstr (first, ==, "oned-2026-11-22.db");
  fixture_add_person (&fixture, "ada@example.org", "Ada");
  assert_made (&fixture, NOON + 60, 1);
  for (int i = 1; i < 12; i++) {
    g_autofree char *address = g_strdup_printf ("p%d@example.org", i);

    fixture_add_person (&fixture, address, "");
    assert_made (&fixture, NOON + i * DAY, (guint) MIN (i + 1, ONE_BACKUP_KEPT));
  }
  last = newest (&fixture);
  g_assert_cmpstr (last, ==, "oned-2026-12-03.db");
  copies = one_backup_list (fixture.path);
  g_assert_cmpint (g_stat (copies->pdata[0], &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  path = g_path_get_dirname (copies->pdata[0]);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
}

static void
set_time (const char *path, gint64 at)
{
  struct timespec times[2] = { { .tv_sec = at }, { .tv_sec = at } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
test_nothing_written_needs_no_copy (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *log = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  fixture_open (&fixture);
  fixture_add_person (&fixture, "ada@example.org", "Ada");
  assert_made (&fixture, NOON, 1);
  copies = one_backup_list (fixture.path);
  log = g_strconcat (fixture.path, "-wal", NULL);
  set_time (fixture.path, NOON - 10);
  set_time (log, NOON - 1);
  set_time (copies->pdata[0], NOON);
  assert_made (&fixture, NOON + DAY, 1);
  fixture_add_person (&fixture, "bob@example.org", "Bob");
  assert_made (&fixture, NOON + 2 * DAY, 2);
}

/* A copy of the store as it is now. */
static char *
write_copy (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, "copy.db", NULL);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (one_backup_write (fixture->store, fd, &error));
  g_assert_no_error (error);
  close (fd);
  return path;
}

static char *
restore (StoreFixture *fixture, const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  char *aside;

  g_assert_cmpint (fd, >=, 0);
  aside = one_backup_restore (fixture->store, fd, NOON, error);
  close (fd);
  return aside;
}

static guint
count_people (OneStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = one_people_list (store, &error);

  g_assert_no_error (error);
  return people->len;
}

static void
test_what_was_copied_comes_back_and_what_was_there_is_kept_aside (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneStore) before = NULL;
  g_autofree char *copy = NULL, *aside = NULL, *wanted = NULL, *again = NULL;

  fixture_open (&fixture);
  fixture_add_person (&fixture, "ada@example.org", "Ada");
  copy = write_copy (&fixture);
  fixture_add_person (&fixture, "bob@example.org", "Bob");
  aside = restore (&fixture, copy, &error);
  g_assert_no_error (error);
  wanted = g_strconcat (fixture.path, ".before-restore-20261122T120000Z", NULL);
  g_assert_cmpstr (aside, ==, wanted);
  g_assert_cmpuint (count_people (fixture.store), ==, 1);
  before = one_store_open (aside, &error);
  g_assert_cmpuint (count_people (before), ==, 2);
  again = restore (&fixture, copy, &error);
  g_assert_cmpstr (again, !=, aside);
  fixture_close (&fixture);
  fixture_open (&fixture);
  g_assert_cmpuint (count_people (fixture.store), ==, 1);
  fixture_add_person (&fixture, "eve@example.org", "Eve");
}

/* Ids that were given after the copy was made stay given, although the copy does not know them. */
static void
test_no_id_is_given_twice (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL, *aside = NULL, *again = NULL;
  gint64 ada, bob, eve;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  copy = write_copy (&fixture);
  bob = fixture_add_person (&fixture, "bob@example.org", "Bob");
  g_assert_cmpint (fixture_add_meeting (&fixture, bob, "u", 1000), ==, 1);
  aside = restore (&fixture, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_add_meeting (&fixture, ada, "u", 1000), ==, 2);
  eve = fixture_add_person (&fixture, "eve@example.org", "Eve");
  g_assert_cmpint (eve, ==, bob + 1);
  again = restore (&fixture, aside, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_add_person (&fixture, "zoe@example.org", "Zoe"), ==, eve + 1);
}

/* A copy by another connection, which sees what was committed. */
static void
test_beside_whoever_writes (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneStore) copied = NULL;
  g_autoptr (OneTransaction) all = NULL;
  g_autofree char *path = NULL, *left = NULL;
  int fd;

  fixture_open (&fixture);
  fixture_add_person (&fixture, "ada@example.org", "Ada");
  all = one_transaction_new (fixture.store, &error);
  fixture_add_person (&fixture, "bob@example.org", "Bob");
  path = g_build_filename (fixture.folder, "beside.db", NULL);
  fd = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  g_assert_true (one_beside_write (fixture.path, fd, &error));
  g_assert_no_error (error);
  g_assert_false (one_beside_write (fixture.path, fd, &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_REFUSED);
  g_clear_error (&error);
  close (fd);
  g_assert_true (one_transaction_commit (all, &error));
  g_clear_pointer (&all, one_transaction_free);
  g_assert_cmpuint (count_people (fixture.store), ==, 2);
  copied = one_store_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_people (copied), ==, 1);
  left = g_strconcat (fixture.path, ".copying", NULL);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
}

static void
make_database (const char *path, const char *sql)
{
  sqlite3 *db;

  g_unlink (path);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
assert_not_restored (StoreFixture *fixture, const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *left = g_strconcat (fixture->path, ".restoring", NULL);

  g_assert_null (restore (fixture, path, &error));
  g_assert_error (error, ONE_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "this "));
  g_assert_cmpuint (count_people (fixture->store), ==, 1);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
}

static void
test_what_is_no_backup_is_refused_and_nothing_changes (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  fixture_add_person (&fixture, "ada@example.org", "Ada");
  path = write_copy (&fixture);
  g_assert_cmpint (truncate (path, 3 * 4096 + 7), ==, 0);
  assert_not_restored (&fixture, path, ONE_ERROR_FAILED);
  g_assert_cmpint (truncate (path, 50), ==, 0);
  assert_not_restored (&fixture, path, ONE_ERROR_INVALID);
  g_assert_true (g_file_set_contents (path, "", 0, &error));
  assert_not_restored (&fixture, path, ONE_ERROR_INVALID);
  g_assert_true (g_file_set_contents (path, "BEGIN:VCALENDAR\n", -1, &error));
  assert_not_restored (&fixture, path, ONE_ERROR_INVALID);
  make_database (path, "CREATE TABLE bookmarks (x)");
  assert_not_restored (&fixture, path, ONE_ERROR_INVALID);
  make_database (path, "CREATE TABLE bookmarks (x); PRAGMA user_version = 1");
  assert_not_restored (&fixture, path, ONE_ERROR_INVALID);
  make_database (path, "CREATE TABLE later (x); PRAGMA application_id = 1869505892;"
                       " PRAGMA user_version = 9999");
  assert_not_restored (&fixture, path, ONE_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/backup/" name, function)
  ADD ("no-id-is-given-twice", test_no_id_is_given_twice);
  ADD ("one-a-day-seven-kept", test_one_a_day_when_something_changed_and_seven_are_kept);
  ADD ("nothing-written", test_nothing_written_needs_no_copy);
  ADD ("there-and-back", test_what_was_copied_comes_back_and_what_was_there_is_kept_aside);
  ADD ("beside-whoever-writes", test_beside_whoever_writes);
  ADD ("no-backup", test_what_is_no_backup_is_refused_and_nothing_changes);
  return g_test_run ();
}
