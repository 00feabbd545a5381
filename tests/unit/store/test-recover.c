/* SPDX-License-Identifier: MIT */
/* Stores that are damaged, and disks that take nothing. */
#include "store/safety/recover.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/safety/backup.h"
#include "store/meetings.h"
#include "store/people.h"
#include "store/promises.h"
#include "store/db/query.h"
#include "store/safety/memory-fallback.h"
#include "store/search.h"
#include "store/sent.h"
#include "store/db/transaction.h"
#include "store/db/undo.h"
#include "tests/unit/store/store-fixture.h"
#include "wire/error.h"

#define NOW 1795348800 /* 2026-11-22 12:00 UTC */
#define NOBODY 65534

static void
rescue (StoreFixture *fixture, char **said)
{
  g_autoptr (GError) error = NULL;

  fixture->store = one_recover_open (fixture->path, NOW, said, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
}

static void
spoil (const char *path, goffset at)
{
  guint8 rubbish[4096];
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  memset (rubbish, 0xa5, sizeof rubbish);
  g_assert_cmpint (pwrite (fd, rubbish, sizeof rubbish, at), ==, sizeof rubbish);
  close (fd);
}

static guint
count_people (OneStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = one_people_list (store, &error);

  g_assert_no_error (error);
  return people->len;
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
test_nothing_wrong_nothing_said (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *said = NULL;

  fixture_init (&fixture);
  rescue (&fixture, &said);
  g_assert_null (said);
  g_assert_null (one_memory_fallback_find_reason (fixture.store));
  g_assert_false (one_recover_is_wanted (fixture.store));
  g_assert_false (one_memory_fallback_is_wanted (fixture.store));
}

/* Two good backups, the newest of which is damaged too: the older one is taken. */
static void
prepare_damaged (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  fixture_open (fixture);
  fixture_add_person (fixture, "ada@example.org", "Ada");
  g_assert_true (one_backup_make_daily (fixture->store, NOW - 3 * 86400, &error));
  fixture_add_person (fixture, "bob@example.org", "Bob");
  g_assert_true (one_backup_make_daily (fixture->store, NOW - 2 * 86400, &error));
  fixture_add_person (fixture, "eve@example.org", "Eve");
  g_assert_true (one_backup_make_daily (fixture->store, NOW - 1 * 86400, &error));
  fixture_add_person (fixture, "joe@example.org", "Joe");
  fixture_close (fixture);
  copies = one_backup_list (fixture->path);
  g_assert_cmpuint (copies->len, ==, 3);
  spoil (copies->pdata[0], 4096);
}

static void
test_the_newest_good_backup_takes_the_place_of_a_damaged_store (void)
{
  static const goffset places[] = { 0, 2 * 4096 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_auto (StoreFixture) fixture = { 0 };
    g_autoptr (GBytes) before = NULL, after = NULL;
    g_autofree char *said = NULL, *aside = NULL;

    prepare_damaged (&fixture);
    spoil (fixture.path, places[i]);
    before = read_file (fixture.path);
    rescue (&fixture, &said);
    g_assert_cmpuint (count_people (fixture.store), ==, 2);
    aside = g_strconcat (fixture.path, ".damaged-20261122T120000Z", NULL);
    after = read_file (aside);
    g_assert_true (g_bytes_equal (before, after));
    g_assert_nonnull (strstr (said, aside));
    g_assert_nonnull (strstr (said, "backups/oned-2026-11-20.db"));
    fixture_add_person (&fixture, "new@example.org", "New");
    fixture_close (&fixture);
    fixture_open (&fixture);
    g_assert_cmpuint (count_people (fixture.store), ==, 3);
  }
}

static void
test_without_a_backup_a_new_one_is_begun_and_said (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *said = NULL, *aside = NULL;

  fixture_open (&fixture);
  fixture_add_person (&fixture, "ada@example.org", "Ada");
  fixture_close (&fixture);
  spoil (fixture.path, 4096);
  rescue (&fixture, &said);
  g_assert_cmpuint (count_people (fixture.store), ==, 0);
  aside = g_strconcat (fixture.path, ".damaged-20261122T120000Z", NULL);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
}

/* A log that was left by a kill belongs to the damaged file: applied to the backup, it would
 * damage that too. */
static void
test_the_log_of_a_damaged_store_goes_with_it (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GBytes) log = NULL, kept = NULL;
  g_autofree char *said = NULL, *path = NULL, *aside = NULL;
  g_autoptr (GError) error = NULL;

  prepare_damaged (&fixture);
  fixture_open (&fixture);
  fixture_add_person (&fixture, "new@example.org", "New");
  path = g_strconcat (fixture.path, "-wal", NULL);
  log = read_file (path);
  fixture_close (&fixture);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (log, NULL),
                                      (gssize) g_bytes_get_size (log), &error));
  spoil (fixture.path, 0);
  rescue (&fixture, &said);
  g_assert_cmpuint (count_people (fixture.store), ==, 2);
  aside = g_strconcat (fixture.path, ".damaged-20261122T120000Z-wal", NULL);
  kept = read_file (aside);
  g_assert_true (g_bytes_equal (log, kept));
}

static void
test_damage_that_shows_later_is_mended_too (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;

  prepare_damaged (&fixture);
  fixture_open (&fixture);
  for (goffset page = 1; page < 8; page++)
    spoil (fixture.path, page * 4096);
  g_assert_true (one_query_exec (fixture.store, "PRAGMA shrink_memory", &error));
  people = one_people_list (fixture.store, &error);
  g_assert_null (people);
  g_clear_error (&error);
  g_assert_true (one_recover_is_wanted (fixture.store));
  g_assert_true (one_recover_replace (fixture.store, NOW, &said, &error));
  g_assert_false (one_recover_is_wanted (fixture.store));
  g_assert_cmpuint (count_people (fixture.store), ==, 2);
}

/* Too large to be looked through at each start, and closed well. */
static void
prepare_large (StoreFixture *fixture)
{
  const goffset page = 4096, spoilt = 8;
  g_autofree char *name = g_strnfill (500, 'a');
  struct stat info;

  fixture_open (fixture);
  for (guint i = 0; i < 200; i++) {
    g_autofree char *address = g_strdup_printf ("%u@example.org", i);

    fixture_add_person (fixture, address, name);
  }
  fixture_close (fixture);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  for (goffset i = 1; i <= spoilt; i++)
    spoil (fixture->path, info.st_size - i * page);
}

static void
test_the_copy_of_the_day_notices_damage_in_a_large_store (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  prepare_large (&fixture);
  rescue (&fixture, &said);
  g_assert_null (said);
  g_assert_false (one_recover_is_wanted (fixture.store));
  g_assert_false (one_backup_make_daily (fixture.store, NOW, &error));
  g_assert_true (one_recover_is_wanted (fixture.store));
}

static void
test_what_is_not_ours_is_not_touched (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  g_assert_true (one_query_exec (fixture.store, "PRAGMA user_version = 9999", &error));
  fixture_close (&fixture);
  g_assert_null (one_recover_open (fixture.path, NOW, &said, &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
  g_assert_null (said);
}

/* Root may write everywhere, so it becomes nobody for a while. */
static void
make_read_only (StoreFixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  const char *const paths[] = { fixture->folder, folder, fixture->path };

  if (geteuid () == 0) {
    for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
      g_assert_cmpint (chown (paths[i], NOBODY, (gid_t) -1), ==, 0);
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  }
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
}

static void
make_writable (StoreFixture *fixture)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
}

static void
become_oneself (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

static gboolean
say (OneStore *store, gint64 person, const char *text, GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (store, error);
  g_autoptr (OnePoint) point = one_point_new ();

  g_free (point->text);
  point->text = g_strdup (text);
  point->person = person;
  return all && one_undo_begin (store, "point", NOW, error)
         && one_promises_add_point (store, point, error) && one_transaction_commit (all, error);
}

static void
remind (OneStore *store, gint64 meeting, OneStage stage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSent) sent = one_sent_new (meeting, stage);

  g_assert_true (one_sent_add (store, sent, &error));
  g_assert_no_error (error);
}

static guint
count_sent (OneStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = one_sent_list (store, 0, &error);

  g_assert_no_error (error);
  return list->len;
}

static void
assert_refused (OneStore *store, gint64 person)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (say (store, person, "lost", &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, one_memory_fallback_find_reason (store));
  g_assert_nonnull (strstr (error->message, "make it writable, or free some space"));
  g_clear_error (&error);
  g_assert_null (one_undo_take_back (store, &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_REFUSED);
}

static guint
count_found (OneStore *store, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = one_search_list (store, word, 10, &error);

  g_assert_no_error (error);
  return hits->len;
}

static void
test_read_only_all_can_be_read_and_reminders_go_on (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  gint64 ada, meeting;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  meeting = fixture_add_meeting (&fixture, ada, "u", 1000);
  g_assert_true (say (fixture.store, ada, "keep this", &error));
  remind (fixture.store, meeting, ONE_STAGE_PREP);
  fixture_close (&fixture);
  make_read_only (&fixture);

  rescue (&fixture, &said);
  g_assert_null (said);
  g_assert_nonnull (strstr (one_memory_fallback_find_reason (fixture.store), "Permission denied"));
  g_assert_cmpuint (count_sent (fixture.store), ==, 1);
  g_assert_cmpuint (count_found (fixture.store, "keep"), ==, 1);
  meeting = fixture_add_meeting (&fixture, ada, "u", 9000);
  remind (fixture.store, meeting, ONE_STAGE_START);
  assert_refused (fixture.store, ada);
  g_assert_false (one_memory_fallback_leave (fixture.store, &error));
  g_clear_error (&error);
  g_assert_cmpuint (count_sent (fixture.store), ==, 2);

  make_writable (&fixture);
  g_assert_true (one_memory_fallback_leave (fixture.store, &error));
  g_assert_no_error (error);
  g_assert_null (one_memory_fallback_find_reason (fixture.store));
  g_assert_true (say (fixture.store, ada, "kept again", &error));
  fixture_close (&fixture);
  fixture_open (&fixture);
  g_assert_cmpuint (count_sent (fixture.store), ==, 2);
  g_assert_cmpuint (count_found (fixture.store, "kept"), ==, 1);
  fixture_close (&fixture);
  become_oneself ();
}

/* The writer was killed, so that all is in the log only, and then the disk took nothing more. */
static void
test_read_only_with_a_log_left_behind_nothing_acknowledged_is_missing (void)
{
  g_auto (StoreFixture) fixture = { 0 }, other = { 0 };
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *said = NULL, *folder = NULL;
  g_autoptr (GError) error = NULL;
  gint64 ada;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  g_assert_true (say (fixture.store, ada, "in the log", &error));
  fixture_init (&other);
  folder = g_path_get_dirname (other.path);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *from = g_strconcat (fixture.path, endings[i], NULL);
    g_autofree char *to = g_strconcat (other.path, endings[i], NULL);
    g_autoptr (GBytes) bytes = read_file (from);

    g_assert_true (g_file_set_contents (to, g_bytes_get_data (bytes, NULL),
                                        (gssize) g_bytes_get_size (bytes), &error));
    g_assert_cmpint (g_chmod (to, 0444), ==, 0);
  }
  make_read_only (&other);
  rescue (&other, &said);
  g_assert_cmpuint (count_found (other.store, "log"), ==, 1);
  fixture_close (&other);
  make_writable (&other);
  become_oneself ();
}

static void
test_a_file_that_somebody_changed_counts_more_than_the_memory (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneStore) other = NULL;
  gint64 ada, meeting;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  meeting = fixture_add_meeting (&fixture, ada, "u", 1000);
  g_assert_true (one_memory_fallback_enter (fixture.store, "the disk is full", NULL, &error));
  g_assert_cmpstr (one_memory_fallback_find_reason (fixture.store), !=, NULL);
  remind (fixture.store, meeting, ONE_STAGE_PREP);
  other = one_store_open (fixture.path, &error);
  g_assert_true (say (other, ada, "by another", &error));
  g_clear_pointer (&other, one_store_close);
  g_assert_true (one_memory_fallback_leave (fixture.store, &error));
  g_assert_cmpuint (count_found (fixture.store, "another"), ==, 1);
  g_assert_cmpuint (count_sent (fixture.store), ==, 0);
}

static void
test_a_refused_write_says_that_refuge_is_wanted (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 ada;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  g_assert_true (one_query_exec (fixture.store, "PRAGMA max_page_count = 1", &error));
  for (int i = 0; i < 1000 && say (fixture.store, ada, "more", &error); i++)
    ;
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (one_memory_fallback_is_wanted (fixture.store));
  g_assert_true (one_memory_fallback_enter (fixture.store, "the disk is full", NULL, &error));
  g_assert_false (one_memory_fallback_is_wanted (fixture.store));
  assert_refused (fixture.store, ada);
  g_assert_true (one_memory_fallback_leave (fixture.store, &error));
  g_assert_true (say (fixture.store, ada, "room again", &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/rescue/" name, function)
  ADD ("nothing-wrong", test_nothing_wrong_nothing_said);
  ADD ("newest-good-backup", test_the_newest_good_backup_takes_the_place_of_a_damaged_store);
  ADD ("no-backup", test_without_a_backup_a_new_one_is_begun_and_said);
  ADD ("log-goes-with-it", test_the_log_of_a_damaged_store_goes_with_it);
  ADD ("damage-that-shows-later", test_damage_that_shows_later_is_mended_too);
  ADD ("copy-notices", test_the_copy_of_the_day_notices_damage_in_a_large_store);
  ADD ("not-ours", test_what_is_not_ours_is_not_touched);
  ADD ("read-only", test_read_only_all_can_be_read_and_reminders_go_on);
  ADD ("read-only-with-a-log",
       test_read_only_with_a_log_left_behind_nothing_acknowledged_is_missing);
  ADD ("changed-meanwhile", test_a_file_that_somebody_changed_counts_more_than_the_memory);
  ADD ("refused-write", test_a_refused_write_says_that_refuge_is_wanted);
  return g_test_run ();
}
