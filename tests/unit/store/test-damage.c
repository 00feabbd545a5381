/* SPDX-License-Identifier: MIT */
/* Files that cannot be used, and disks that do not let it be written. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/store/store-fixture.h"
#include "store/meta.h"
#include "store/db/transaction.h"
#include "wire/error.h"

typedef struct {
  const char *sentence;
  const char *sql;   /* makes the file; NULL: `bytes` does */
  const char *bytes; /* what is in it */
  const char *why;
} Foreign;

static const Foreign foreign[] = {
  { "a newer store",
    "CREATE TABLE later (x); PRAGMA application_id = 1869505892;"
    " PRAGMA user_version = 9999",
    NULL, "it was written by a newer oned" },
  { "a newer store in WAL",
    "PRAGMA journal_mode = WAL; CREATE TABLE later (x);"
    " PRAGMA application_id = 1869505892; PRAGMA user_version = 9999",
    NULL, "it was written by a newer oned" },
  { "another program's, with a version", "CREATE TABLE bookmarks (x); PRAGMA user_version = 1",
    NULL, "it is the database of another program" },
  { "another program's, without one", "CREATE TABLE bookmarks (x)", NULL,
    "it is the database of another program" },
  { "text", NULL,
    "people, and what they said; this is longer than a header of SQLite would be,"
    " because it goes on and on",
    "it is damaged or no store" },
  { "cut off in the header", NULL, "SQLite format 3", "it is damaged or no store" },
};

static void
write_file (const char *path, const char *bytes)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, bytes, -1, &error));
}

static void
make_file (StoreFixture *fixture, const Foreign *row)
{
  g_autofree char *folder = NULL;
  sqlite3 *db;

  fixture_init (fixture);
  folder = g_path_get_dirname (fixture->path);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  if (row->bytes) {
    write_file (fixture->path, row->bytes);
    return;
  }
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, row->sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static GBytes *
read_file (const char *path)
{
  char *data;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static void
assert_refused (StoreFixture *fixture, const char *why)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *wanted = g_strdup_printf ("cannot open the store '%s': %s", fixture->path, why);

  g_assert_null (one_store_open (fixture->path, &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, wanted);
}

static void
test_what_is_not_ours_is_refused_and_left_alone (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++) {
    g_auto (StoreFixture) fixture = { 0 };
    g_autoptr (GBytes) before = NULL, after = NULL;
    struct stat info;

    g_test_message ("%s", foreign[i].sentence);
    make_file (&fixture, &foreign[i]);
    before = read_file (fixture.path);
    g_assert_cmpint (g_chmod (fixture.path, 0644), ==, 0);
    assert_refused (&fixture, foreign[i].why);
    after = read_file (fixture.path);
    g_assert_true (g_bytes_equal (before, after));
    g_assert_cmpint (g_stat (fixture.path, &info), ==, 0);
    g_assert_cmpuint (info.st_mode & 0777, ==, 0644);
  }
}

/* The version may stand in the log only, when its writer was killed. */
static void
test_a_newer_version_in_the_log_is_refused_and_left_alone (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL, after = NULL, log_before = NULL, log_after = NULL;
  g_autofree char *copy = NULL, *log = NULL, *copied_log = NULL;
  sqlite3 *db;

  fixture_open (&fixture);
  fixture_close (&fixture);
  log = g_strconcat (fixture.path, "-wal", NULL);
  g_assert_cmpint (sqlite3_open (fixture.path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 9999", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  before = read_file (fixture.path);
  log_before = read_file (log);
  sqlite3_close (db);

  copy = g_strdup (fixture.path);
  g_assert_true (g_file_set_contents (copy, g_bytes_get_data (before, NULL),
                                      (gssize) g_bytes_get_size (before), NULL));
  copied_log = g_strconcat (copy, "-wal", NULL);
  g_assert_true (g_file_set_contents (copied_log, g_bytes_get_data (log_before, NULL),
                                      (gssize) g_bytes_get_size (log_before), NULL));
  assert_refused (&fixture, "it was written by a newer oned");
  after = read_file (copy);
  log_after = read_file (copied_log);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_true (g_bytes_equal (log_before, log_after));
}

static void
test_an_empty_file_is_a_new_store (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *folder = NULL;

  fixture_init (&fixture);
  folder = g_path_get_dirname (fixture.path);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  write_file (fixture.path, "");
  fixture_open (&fixture);
}

static void
test_a_damaged_page_is_seen_at_opening_and_nothing_is_deleted (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL, after = NULL;
  guint8 rubbish[4096];
  int fd;

  memset (rubbish, 0xa5, sizeof rubbish);
  fixture_open (&fixture);
  fixture_add_person (&fixture, "ada@example.org", "Ada");
  fixture_close (&fixture);
  fd = g_open (fixture.path, O_WRONLY | O_CLOEXEC, 0);
  g_assert_cmpint (pwrite (fd, rubbish, sizeof rubbish, 2 * 4096), ==, sizeof rubbish);
  close (fd);
  before = read_file (fixture.path);
  assert_refused (&fixture, "it is damaged");
  after = read_file (fixture.path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_a_file_that_was_cut_is_refused (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  fixture_add_person (&fixture, "ada@example.org", "Ada");
  fixture_close (&fixture);
  g_assert_cmpint (truncate (fixture.path, 3 * 4096 + 100), ==, 0);
  g_assert_null (one_store_open (fixture.path, &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
}

static void
test_a_folder_in_its_place_is_refused (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_init (&fixture);
  g_assert_cmpint (g_mkdir_with_parents (fixture.path, 0700), ==, 0);
  assert_refused (&fixture, "Is a directory");
  g_assert_null (one_store_open ("/proc/nowhere/oned.db", &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "cannot make the folder '/proc/nowhere':"));
}

/* Root may write everywhere, so it becomes nobody for a while. */
#define NOBODY 65534

static void
become_nobody (StoreFixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (fixture->folder, NOBODY, (gid_t) -1), ==, 0);
  g_assert_cmpint (chown (folder, NOBODY, (gid_t) -1), ==, 0);
  g_assert_cmpint (chown (fixture->path, NOBODY, (gid_t) -1), ==, 0);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

static void
become_oneself (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static void
test_a_read_only_file_is_refused_and_left_alone (void)
{
  static const struct {
    guint folder, file;
  } modes[] = { { 0500, 0400 }, { 0700, 0400 } };
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GBytes) before = NULL, after = NULL;
  g_autofree char *folder = NULL;

  fixture_open (&fixture);
  fixture_add_person (&fixture, "ada@example.org", "Ada");
  fixture_close (&fixture);
  folder = g_path_get_dirname (fixture.path);
  before = read_file (fixture.path);
  become_nobody (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_assert_cmpint (g_chmod (fixture.path, (int) modes[i].file), ==, 0);
    g_assert_cmpint (g_chmod (folder, (int) modes[i].folder), ==, 0);
    assert_refused (&fixture, "Permission denied");
  }
  become_oneself ();
  after = read_file (fixture.path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (fixture.path, 0600), ==, 0);
  fixture_open (&fixture);
  g_assert_cmpint (fixture_add_person (&fixture, "ada@example.org", ""), ==, 1);
}

/* A folder in which no log can be made: the file alone could be written. */
static void
test_a_read_only_folder_is_refused (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  fixture_open (&fixture);
  fixture_close (&fixture);
  folder = g_path_get_dirname (fixture.path);
  become_nobody (&fixture);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  g_assert_null (one_store_open (fixture.path, &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  become_oneself ();
  fixture_open (&fixture);
}

/* A file that may not grow stands for a full disk: the same refusal of the same system call. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* Counts how many of the rows the store takes before the disk is full. */
static guint
fill (StoreFixture *fixture, const char *text, GError **error)
{
  guint i = 0;

  for (; i < 1000; i++) {
    g_autofree char *key = g_strdup_printf ("key-%03u", i);

    if (!one_meta_set (fixture->store, key, text, error))
      break;
  }
  return i;
}

static void
test_a_full_disk_is_an_error_and_nothing_is_lost (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (2000, 'x');
  guint kept;

  fixture_open (&fixture);
  signal (SIGXFSZ, SIG_IGN);
  limit_files (1024 * 1024);
  kept = fill (&fixture, text, &error);
  g_assert_cmpuint (kept, >, 10);
  g_assert_cmpuint (kept, <, 1000);
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
  g_assert_true (g_str_has_prefix (error->message, "the store '"));
  limit_files (RLIM_INFINITY);
  fixture_close (&fixture);
  fixture_open (&fixture);
  for (guint i = 0; i <= kept; i++) {
    g_autofree char *key = g_strdup_printf ("key-%03u", i);
    g_autofree char *value = one_meta_find (fixture.store, key, NULL);

    g_assert_cmpstr (value, ==, i < kept ? text : NULL);
  }
}

static void
test_a_change_of_many_rows_fails_as_a_whole_on_a_full_disk (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (2000, 'x'), *value = NULL;

  fixture_open (&fixture);
  g_assert_true (one_meta_set (fixture.store, "before", "1", &error));
  signal (SIGXFSZ, SIG_IGN);
  limit_files (1024 * 1024);
  {
    g_autoptr (OneTransaction) all = one_transaction_new (fixture.store, &error);
    gboolean good = fill (&fixture, text, &error) == 1000 && one_transaction_commit (all, &error);

    g_assert_false (good);
    g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
  }
  limit_files (RLIM_INFINITY);
  g_clear_error (&error);
  g_assert_null (one_meta_find (fixture.store, "key-000", &error));
  value = one_meta_find (fixture.store, "before", &error);
  g_assert_cmpstr (value, ==, "1");
  g_assert_true (one_meta_set (fixture.store, "after", "1", &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/damage/" name, function)
  ADD ("not-ours-is-left-alone", test_what_is_not_ours_is_refused_and_left_alone);
  ADD ("newer-in-the-log-is-left-alone", test_a_newer_version_in_the_log_is_refused_and_left_alone);
  ADD ("empty-file-is-new", test_an_empty_file_is_a_new_store);
  ADD ("damaged-page", test_a_damaged_page_is_seen_at_opening_and_nothing_is_deleted);
  ADD ("cut-file", test_a_file_that_was_cut_is_refused);
  ADD ("folder-in-its-place", test_a_folder_in_its_place_is_refused);
  ADD ("read-only-file", test_a_read_only_file_is_refused_and_left_alone);
  ADD ("read-only-folder", test_a_read_only_folder_is_refused);
  ADD ("full-disk", test_a_full_disk_is_an_error_and_nothing_is_lost);
  ADD ("full-disk-many-rows", test_a_change_of_many_rows_fails_as_a_whole_on_a_full_disk);
  return g_test_run ();
}
