/* SPDX-License-Identifier: MIT */
/* Stores whose file is deleted, replaced or moved away while they are open. */
#include "store/safety/moved.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/people.h"
#include "store/db/query.h"
#include "store/safety/backup.h"
#include "store/safety/memory-fallback.h"
#include "tests/unit/store/store-fixture.h"
#include "wire/error.h"

#define NOW 1795348800 /* 2026-11-22 12:00 UTC */
#define ASIDE ".replaced-20261122T120000Z"

static char *
list_people (OneStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = one_people_list (store, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (names, "%s ", ((OnePerson *) people->pdata[i])->name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_people (OneStore *store, const char *wanted)
{
  g_autofree char *names = list_people (store);

  g_assert_cmpstr (names, ==, wanted);
}

static void
assert_people_at (const char *path, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneStore) store = one_store_open (path, &error);

  g_assert_no_error (error);
  assert_people (store, wanted);
}

static char *
make_path (StoreFixture *fixture, const char *ending)
{
  return g_strconcat (fixture->path, ending, NULL);
}

static void delete (StoreFixture *fixture, const char *ending)
{
  g_autofree char *path = make_path (fixture, ending);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
rename_over (const char *from, const char *to)
{
  g_assert_cmpint (g_rename (from, to), ==, 0);
}

static void
leave_alone (StoreFixture *fixture)
{
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
}

static void
delete_file (StoreFixture *fixture)
{
  delete (fixture, "");
}

static void
delete_all (StoreFixture *fixture)
{
  delete (fixture, "");
  delete (fixture, "-wal");
  delete (fixture, "-shm");
}

static void
move_folder (StoreFixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *elsewhere = g_strconcat (folder, ".elsewhere", NULL);

  rename_over (folder, elsewhere);
}

/* There and back again: the same file. */
static void
move_and_return (StoreFixture *fixture)
{
  g_autofree char *away = make_path (fixture, ".away");

  rename_over (fixture->path, away);
  rename_over (away, fixture->path);
}

static void
put_text (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "A list of what to buy", -1, &error));
}

static void
put_nothing (StoreFixture *fixture)
{
  int fd;

  delete_file (fixture);
  fd = g_open (fixture->path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  g_assert_cmpint (fd, >=, 0);
  close (fd);
}

static void
put_newer_store (StoreFixture *fixture)
{
  g_auto (StoreFixture) other = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_open (&other);
  g_assert_true (one_query_exec (other.store, "PRAGMA user_version = 9999", &error));
  fixture_close (&other);
  rename_over (other.path, fixture->path);
}

static void
put_other_store (StoreFixture *fixture)
{
  g_auto (StoreFixture) other = { 0 };

  fixture_open (&other);
  fixture_add_person (&other, "bob@example.org", "Bob");
  fixture_close (&other);
  rename_over (other.path, fixture->path);
}

/* All three files, as a killed process leaves them. */
static void
put_other_store_with_its_log (StoreFixture *fixture)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_auto (StoreFixture) other = { 0 };

  fixture_open (&other);
  fixture_add_person (&other, "eve@example.org", "Eve");
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *from = make_path (&other, endings[i]);
    g_autofree char *to = make_path (fixture, endings[i]);

    rename_over (from, to);
  }
}

static void
open_ada (StoreFixture *fixture)
{
  fixture_open (fixture);
  fixture_add_person (fixture, "ada@example.org", "Ada");
  g_assert_false (one_moved_is (fixture->store));
}

typedef enum { STAYS, WRITTEN_AGAIN, OTHER_COUNTS, IN_MEMORY } Outcome;

static const struct {
  const char *sentence;
  void (*happen) (StoreFixture *fixture);
  Outcome outcome;
  const char *people; /* afterwards; with one more at the end */
} rows[] = {
  { "nothing", leave_alone, STAYS, "Ada " },
  { "the same file comes back", move_and_return, STAYS, "Ada " },
  { "the file is deleted", delete_file, WRITTEN_AGAIN, "Ada " },
  { "the log is deleted with it", delete_all, WRITTEN_AGAIN, "Ada " },
  { "the folder is moved away", move_folder, WRITTEN_AGAIN, "Ada " },
  { "another store", put_other_store, OTHER_COUNTS, "Bob " },
  { "another store with its log", put_other_store_with_its_log, OTHER_COUNTS, "Eve " },
  { "a text", put_text, IN_MEMORY, "Ada " },
  { "an empty file", put_nothing, IN_MEMORY, "Ada " },
  { "a newer store", put_newer_store, IN_MEMORY, "Ada " },
};

static void
assert_mended (StoreFixture *fixture, Outcome outcome)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  gboolean replaced;
  gboolean mended = one_moved_mend (fixture->store, NOW, &said, &replaced, &error);

  g_assert_cmpint (mended, ==, outcome != IN_MEMORY);
  g_assert_cmpint (replaced, ==, outcome == OTHER_COUNTS);
  g_assert_cmpint (one_moved_is (fixture->store), ==, outcome == IN_MEMORY);
  g_assert_cmpint (one_moved_is_blocked (fixture->store), ==, outcome == IN_MEMORY);
  if (mended) {
    g_assert_no_error (error);
    g_assert_nonnull (strstr (said, fixture->path));
    g_assert_null (one_memory_fallback_find_reason (fixture->store));
    return;
  }
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
  g_assert_nonnull (strstr (one_memory_fallback_find_reason (fixture->store), ASIDE));
}

static void
test_a_file_that_goes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (StoreFixture) fixture = { 0 };
    g_autofree char *aside = NULL, *wanted = NULL;
    gboolean copied = rows[i].outcome == OTHER_COUNTS || rows[i].outcome == IN_MEMORY;

    g_test_message ("%s", rows[i].sentence);
    open_ada (&fixture);
    rows[i].happen (&fixture);
    g_assert_cmpint (one_moved_is (fixture.store), ==, rows[i].outcome != STAYS);
    if (rows[i].outcome != STAYS)
      assert_mended (&fixture, rows[i].outcome);
    assert_people (fixture.store, rows[i].people);
    fixture_add_person (&fixture, "zoe@example.org", "Zoe");
    fixture_close (&fixture);
    aside = make_path (&fixture, ASIDE);
    g_assert_cmpint (g_file_test (aside, G_FILE_TEST_EXISTS), ==, copied);
    if (copied)
      assert_people_at (aside, "Ada ");
    wanted = g_strconcat (rows[i].people, "Zoe ", NULL);
    if (rows[i].outcome != IN_MEMORY)
      assert_people_at (fixture.path, wanted);
  }
}

/* Nothing is done to it, and it is copied aside once. */
static void
test_what_cannot_be_used_is_left_alone_until_it_is_moved_away (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *text = NULL, *list = NULL, *second = NULL;

  open_ada (&fixture);
  put_text (&fixture);
  assert_mended (&fixture, IN_MEMORY);
  assert_mended (&fixture, IN_MEMORY);
  second = make_path (&fixture, ASIDE "-2");
  g_assert_false (g_file_test (second, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (fixture.path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "A list of what to buy");
  fixture_add_person (&fixture, "bob@example.org", "Bob");
  list = make_path (&fixture, ".list");
  rename_over (fixture.path, list);
  assert_mended (&fixture, WRITTEN_AGAIN);
  fixture_close (&fixture);
  assert_people_at (fixture.path, "Ada Bob ");
}

/* A copy may be on its way when it is first seen. */
static void
test_what_becomes_a_store_counts_then (void)
{
  g_auto (StoreFixture) fixture = { 0 };

  open_ada (&fixture);
  put_nothing (&fixture);
  assert_mended (&fixture, IN_MEMORY);
  put_other_store (&fixture);
  assert_mended (&fixture, OTHER_COUNTS);
  assert_people (fixture.store, "Bob ");
}

/* The log that lies there is the one of the deleted file: it may not be taken for the new one's. */
static void
test_a_log_that_is_left_is_not_replayed (void)
{
  g_auto (StoreFixture) fixture = { 0 };

  open_ada (&fixture);
  put_other_store (&fixture);
  assert_mended (&fixture, OTHER_COUNTS);
  /* As after a kill: nothing was written since. */
  assert_people_at (fixture.path, "Bob ");
}

static void
test_a_store_in_memory_whose_file_is_deleted_comes_back_whole (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  open_ada (&fixture);
  g_assert_true (one_memory_fallback_enter (fixture.store, "the disk is full", NULL, &error));
  g_assert_false (one_moved_is (fixture.store));
  delete_file (&fixture);
  g_assert_true (one_moved_is (fixture.store));
  assert_mended (&fixture, WRITTEN_AGAIN);
  fixture_close (&fixture);
  assert_people_at (fixture.path, "Ada ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/moved/" name, function)
  ADD ("file-goes", test_a_file_that_goes);
  ADD ("left-alone", test_what_cannot_be_used_is_left_alone_until_it_is_moved_away);
  ADD ("becomes-a-store", test_what_becomes_a_store_counts_then);
  ADD ("log-is-left", test_a_log_that_is_left_is_not_replayed);
  ADD ("in-memory", test_a_store_in_memory_whose_file_is_deleted_comes_back_whole);
  return g_test_run ();
}
