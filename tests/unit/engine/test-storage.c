/* SPDX-License-Identifier: MIT */
#include "engine/base/storage.h"
#include "engine/base/user-change.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/troubles.h"
#include "store/db/query.h"
#include "store/db/undo.h"
#include "store/meetings.h"
#include "store/people.h"
#include "store/safety/backup.h"
#include "store/sent.h"
#include "tests/unit/engine/engine-fixture.h"
#include "wire/error.h"

#define NOBODY 65534

static guint
count_people (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = one_people_list (fixture->base.store, &error);

  g_assert_no_error (error);
  return people->len;
}

static guint
count_backups (Fixture *fixture)
{
  g_autoptr (GPtrArray) list = one_backup_list (fixture->scratch.path);

  return list->len;
}

static void
exec (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (one_query_exec (fixture->base.store, sql, &error));
  g_assert_no_error (error);
}

static void
test_the_first_sight_stays (void)
{
  g_auto (Fixture) fixture = { 0 };

  engine_open (&fixture);
  g_assert_cmpint (one_storage_get_first_sight (&fixture.base, MONDAY), ==, MONDAY);
  g_assert_cmpint (one_storage_get_first_sight (&fixture.base, MONDAY + WEEK), ==, MONDAY);
  engine_close (&fixture);
  engine_open (&fixture);
  g_assert_cmpint (one_storage_get_first_sight (&fixture.base, MONDAY + 2 * WEEK), ==, MONDAY);
  g_assert_cmpuint (one_storage_get_generation (&fixture.base), ==, 0);
}

/* It is then as if the calendars were seen for the first time: that is said, and is not kept. */
static void
test_a_first_sight_that_is_not_taken (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *said = NULL;

  engine_open (&fixture);
  exec (&fixture, "PRAGMA query_only = 1");
  g_assert_cmpint (one_storage_get_first_sight (&fixture.base, MONDAY), ==, MONDAY);
  g_assert_cmpuint (one_storage_get_generation (&fixture.base), ==, 1);
  g_assert_nonnull (one_troubles_find (&fixture.base, ONE_SUBJECT_STORE));
  said = engine_take_warnings ();
  g_assert_nonnull (strstr (said, fixture.scratch.path));
  exec (&fixture, "PRAGMA query_only = 0");
  g_assert_cmpint (one_storage_get_first_sight (&fixture.base, MONDAY + 60), ==, MONDAY + 60);
}

static void
change (Fixture *fixture, const char *what, gboolean commit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneTransaction) all = one_user_change_begin (&fixture->base, what, &error);
  OneStore *store = fixture->base.store;

  g_assert_no_error (error);
  g_assert_nonnull (all);
  g_assert_true (one_people_set_name (store, 1, "Ada King", &error));
  g_assert_true (one_people_set_role (store, 1, ONE_ROLE_PEER, &error));
  if (commit)
    g_assert_true (one_transaction_commit (all, &error));
  g_assert_no_error (error);
}

static void
assert_ada (Fixture *fixture, const char *name, gboolean role_is_set)
{
  g_autoptr (OnePerson) ada = one_people_get (fixture->base.store, 1, NULL);

  g_assert_cmpstr (ada->name, ==, name);
  g_assert_cmpint (ada->role_is_set, ==, role_is_set);
}

static void
test_what_was_committed_is_one_step (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *taken = NULL, *more = NULL;

  engine_open (&fixture);
  fixture_add_person (&fixture.scratch, "ada@example.org", "Ada");
  change (&fixture, "not kept", FALSE);
  assert_ada (&fixture, "Ada", FALSE);
  change (&fixture, "name and role of Ada", TRUE);
  assert_ada (&fixture, "Ada King", TRUE);
  taken = one_undo_take_back (fixture.base.store, &error);
  g_assert_cmpstr (taken, ==, "name and role of Ada");
  assert_ada (&fixture, "Ada", FALSE);
  more = one_undo_take_back (fixture.base.store, &error);
  g_assert_null (more);
  fixture_assert_error (error, ONE_ERROR_REFUSED, "nothing to take back");
}

static void
spoil (const char *path)
{
  guint8 rubbish[7 * 4096];
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  memset (rubbish, 0xa5, sizeof rubbish);
  g_assert_cmpint (pwrite (fd, rubbish, sizeof rubbish, 4096), ==, sizeof rubbish);
  close (fd);
}

static void
prepare_damaged (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  engine_open (fixture);
  fixture_add_person (&fixture->scratch, "ada@example.org", "Ada");
  g_assert_true (one_backup_make_daily (fixture->base.store, MONDAY - DAY, &error));
  fixture_add_person (&fixture->scratch, "bob@example.org", "Bob");
  engine_close (fixture);
}

static void
assert_damage_is_said (Fixture *fixture)
{
  const char *said = one_troubles_find (&fixture->base, ONE_SUBJECT_DAMAGE);
  g_autofree char *warned = engine_take_warnings ();

  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, "backups/oned-2026-11-22.db"));
  g_assert_nonnull (strstr (warned, said));
}

static void
test_damage_that_is_found_at_the_start_is_said (void)
{
  g_auto (Fixture) fixture = { 0 };

  prepare_damaged (&fixture);
  spoil (fixture.scratch.path);
  engine_open (&fixture);
  assert_damage_is_said (&fixture);
  g_assert_cmpuint (count_people (&fixture), ==, 1);
  g_assert_false (one_storage_settle (&fixture.base, MONDAY));
}

static void
test_damage_that_shows_later_has_the_cycle_run_again (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;

  prepare_damaged (&fixture);
  engine_open (&fixture);
  g_assert_false (one_storage_settle (&fixture.base, MONDAY));
  spoil (fixture.scratch.path);
  exec (&fixture, "PRAGMA shrink_memory");
  people = one_people_list (fixture.base.store, &error);
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
  g_assert_cmpuint (one_storage_get_generation (&fixture.base), ==, 0);
  g_assert_true (one_storage_settle (&fixture.base, MONDAY));
  g_assert_cmpuint (one_storage_get_generation (&fixture.base), ==, 1);
  assert_damage_is_said (&fixture);
  g_assert_cmpuint (count_people (&fixture), ==, 1);
  g_assert_false (one_storage_settle (&fixture.base, MONDAY));
  g_assert_cmpuint (one_storage_get_generation (&fixture.base), ==, 1);
}

/* Root may write everywhere, so it becomes nobody for a while. */
static void
become_nobody (Fixture *fixture)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (fixture->scratch.folder, NOBODY, (gid_t) -1), ==, 0);
  g_assert_cmpint (chown (fixture->data, NOBODY, (gid_t) -1), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *path = g_strconcat (fixture->scratch.path, endings[i], NULL);

    g_assert_cmpint (chown (path, NOBODY, (gid_t) -1), ==, 0);
  }
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

static void
make_read_only (Fixture *fixture)
{
  become_nobody (fixture);
  g_assert_cmpint (g_chmod (fixture->scratch.path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (fixture->data, 0500), ==, 0);
}

static void
make_writable (Fixture *fixture)
{
  g_assert_cmpint (g_chmod (fixture->data, 0700), ==, 0);
  g_assert_cmpint (g_chmod (fixture->scratch.path, 0600), ==, 0);
}

/* A disk that is full, as far as this connection goes. */
static void
refuse (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  exec (fixture, "PRAGMA query_only = 1");
  g_assert_cmpint (one_people_ensure (fixture->base.store, "x@example.org", "X", &error), ==, 0);
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
}

/* The disk takes nothing: oned goes on in memory, and what the user says is refused for so long. */
static void
test_a_disk_that_takes_nothing (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneTransaction) all = NULL;
  g_autofree char *warned = NULL;
  const char *said;

  engine_open (&fixture);
  fixture_add_person (&fixture.scratch, "ada@example.org", "Ada");
  refuse (&fixture);
  make_read_only (&fixture);
  g_assert_true (one_storage_settle (&fixture.base, MONDAY));
  g_assert_cmpuint (one_storage_get_generation (&fixture.base), ==, 1);
  g_assert_false (one_storage_settle (&fixture.base, MONDAY));
  said = one_troubles_find (&fixture.base, ONE_SUBJECT_DISK);
  g_assert_true (g_str_has_prefix (said, "the disk is full or failing; reminders still come"));
  warned = engine_take_warnings ();
  fixture_add_person (&fixture.scratch, "bob@example.org", "Bob");
  one_storage_try_disk (&fixture.base);
  g_assert_cmpuint (one_storage_get_generation (&fixture.base), ==, 1);
  all = one_user_change_begin (&fixture.base, "lost", &error);
  g_assert_null (all);
  fixture_assert_error (error, ONE_ERROR_REFUSED, said);

  make_writable (&fixture);
  one_storage_try_disk (&fixture.base);
  g_assert_cmpuint (one_storage_get_generation (&fixture.base), ==, 2);
  engine_assert_troubles (&fixture, "");
  g_assert_cmpuint (count_people (&fixture), ==, 2);
  one_storage_try_disk (&fixture.base);
  g_assert_cmpuint (one_storage_get_generation (&fixture.base), ==, 2);
  change (&fixture, "kept again", TRUE);
  engine_close (&fixture);
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

/* Why the store is in memory is what the last trouble of it was. */
static void
test_the_reason_is_the_trouble_of_the_store (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *warned = NULL;

  engine_open (&fixture);
  one_troubles_set (&fixture.base, ONE_SUBJECT_STORE, "", 0, "no room");
  refuse (&fixture);
  g_assert_true (one_storage_settle (&fixture.base, MONDAY));
  g_assert_true (
      g_str_has_prefix (one_troubles_find (&fixture.base, ONE_SUBJECT_DISK), "no room; "));
  warned = engine_take_warnings ();
}

/* A change by the user comes back to the disk by itself. */
static void
test_a_change_tries_the_disk (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *warned = NULL;

  engine_open (&fixture);
  fixture_add_person (&fixture.scratch, "ada@example.org", "Ada");
  refuse (&fixture);
  g_assert_true (one_storage_settle (&fixture.base, MONDAY));
  warned = engine_take_warnings ();
  change (&fixture, "kept", TRUE);
  engine_assert_troubles (&fixture, "");
  g_assert_cmpuint (one_storage_get_generation (&fixture.base), ==, 2);
}

static void
put_other_store (Fixture *fixture)
{
  g_auto (StoreFixture) other = { 0 };

  fixture_open (&other);
  fixture_add_person (&other, "bob@example.org", "Bob");
  fixture_add_person (&other, "eve@example.org", "Eve");
  fixture_close (&other);
  g_assert_cmpint (g_rename (other.path, fixture->scratch.path), ==, 0);
}

static void
test_a_change_after_the_file_was_deleted_is_kept (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *warned = NULL;

  engine_open (&fixture);
  fixture_add_person (&fixture.scratch, "ada@example.org", "Ada");
  g_assert_cmpint (g_unlink (fixture.scratch.path), ==, 0);
  change (&fixture, "kept", TRUE);
  g_assert_cmpuint (one_storage_get_generation (&fixture.base), ==, 1);
  g_assert_false (one_storage_take_replaced (&fixture.base));
  g_assert_nonnull (one_troubles_find (&fixture.base, ONE_SUBJECT_DAMAGE));
  warned = engine_take_warnings ();
  engine_close (&fixture);
  engine_open (&fixture);
  assert_ada (&fixture, "Ada King", TRUE);
  engine_assert_troubles (&fixture, "");
}

/* The change that meets another store was meant for the one before; the next one is for it. */
static void
test_a_change_that_meets_another_store_is_refused_once (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *warned = NULL;

  engine_open (&fixture);
  fixture_add_person (&fixture.scratch, "ada@example.org", "Ada");
  put_other_store (&fixture);
  g_assert_null (one_user_change_begin (&fixture.base, "refused", &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, one_troubles_find (&fixture.base, ONE_SUBJECT_DAMAGE)));
  g_assert_cmpint (fixture.wake, ==, MONDAY);
  warned = engine_take_warnings ();
  g_assert_cmpuint (count_people (&fixture), ==, 2);
  change (&fixture, "kept", TRUE);
  g_assert_true (one_storage_take_replaced (&fixture.base));
  g_assert_false (one_storage_take_replaced (&fixture.base));
  change (&fixture, "kept again", TRUE);
}

/* It is about the file then, and not about room on the disk. */
static void
test_a_file_of_no_use_in_its_place (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *warned = NULL;

  engine_open (&fixture);
  fixture_add_person (&fixture.scratch, "ada@example.org", "Ada");
  g_assert_true (g_file_set_contents (fixture.scratch.path, "a list", -1, &error));
  for (guint i = 0; i < 2; i++) {
    g_assert_null (one_user_change_begin (&fixture.base, "refused", &error));
    g_assert_error (error, ONE_ERROR, ONE_ERROR_REFUSED);
    g_clear_error (&error);
    g_assert_cmpuint (one_storage_get_generation (&fixture.base), ==, 1);
    g_assert_null (one_troubles_find (&fixture.base, ONE_SUBJECT_DISK));
  }
  warned = engine_take_warnings ();
  g_assert_nonnull (strstr (warned, "until that file is moved away"));
  g_assert_cmpint (g_unlink (fixture.scratch.path), ==, 0);
  change (&fixture, "kept", TRUE);
  g_clear_pointer (&warned, g_free);
  warned = engine_take_warnings ();
  g_assert_nonnull (strstr (warned, "was deleted or moved away"));
}

static void
test_a_missing_store_is_said_where_there_are_backups (void)
{
  static const struct {
    gboolean deleted, backup;
    gboolean said;
  } rows[] = {
    { FALSE, FALSE, FALSE }, { FALSE, TRUE, FALSE }, { TRUE, FALSE, FALSE }, { TRUE, TRUE, TRUE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Fixture) fixture = { 0 };

    engine_open (&fixture);
    if (rows[i].backup)
      one_storage_back_up (&fixture.base, MONDAY);
    engine_close (&fixture);
    if (rows[i].deleted)
      g_assert_cmpint (g_unlink (fixture.scratch.path), ==, 0);
    for (guint start = 0; start < 2; start++) {
      g_autofree char *warned = NULL;
      const char *said;

      engine_open (&fixture);
      said = one_troubles_find (&fixture.base, ONE_SUBJECT_DAMAGE);
      g_assert_cmpint (said != NULL, ==, rows[i].said);
      if (said)
        g_assert_nonnull (strstr (said, "backups/oned-2026-11-23.db"));
      warned = said ? engine_take_warnings () : NULL;
      engine_close (&fixture);
    }
  }
}

static void
test_one_backup_a_day (void)
{
  static const struct {
    gint64 after;
    guint backups;
  } rows[] = {
    { 0, 1 }, { HOUR, 1 }, { 15 * HOUR - 1, 1 }, { 15 * HOUR, 2 }, { DAY, 2 }, { 2 * DAY, 3 },
  };
  g_auto (Fixture) fixture = { 0 };

  engine_open (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *address = g_strdup_printf ("p%u@example.org", i);

    fixture_add_person (&fixture.scratch, address, "");
    one_storage_back_up (&fixture.base, MONDAY + rows[i].after);
    g_assert_cmpuint (count_backups (&fixture), ==, rows[i].backups);
  }
  engine_assert_troubles (&fixture, "");
}

static void
test_a_backup_that_fails_is_said_until_the_next_day (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *folder = NULL, *warned = NULL;

  engine_open (&fixture);
  folder = g_build_filename (fixture.data, "backups", NULL);
  engine_write (fixture.data, "backups", "not a folder");
  fixture_add_person (&fixture.scratch, "ada@example.org", "Ada");
  one_storage_back_up (&fixture.base, MONDAY);
  g_assert_nonnull (one_troubles_find (&fixture.base, ONE_SUBJECT_BACKUP));
  warned = engine_take_warnings ();
  g_assert_nonnull (strstr (warned, folder));
  g_assert_cmpint (g_unlink (folder), ==, 0);
  one_storage_back_up (&fixture.base, MONDAY + HOUR);
  g_assert_nonnull (one_troubles_find (&fixture.base, ONE_SUBJECT_BACKUP));
  one_storage_back_up (&fixture.base, MONDAY + DAY);
  engine_assert_troubles (&fixture, "");
  g_assert_cmpuint (count_backups (&fixture), ==, 1);
}

static void
add_reminders (Fixture *fixture, gint64 meeting, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneTransaction) all = one_transaction_new (fixture->base.store, &error);

  for (guint i = 0; i < n; i++) {
    g_autoptr (OneSent) sent = one_sent_new (meeting, ONE_STAGE_PREP);

    sent->lead = i;
    sent->state = ONE_SENT_EXPIRED;
    g_assert_true (one_sent_add (fixture->base.store, sent, &error));
  }
  g_assert_true (one_transaction_commit (all, &error));
  g_assert_no_error (error);
}

static guint
count_reminders (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = one_sent_list (fixture->base.store, 0, &error);

  g_assert_no_error (error);
  return list->len;
}

/* Of meetings that ended a hundred days ago, all but 2,000. */
static void
test_reminders_of_long_ago_are_forgotten (void)
{
  static const struct {
    gint64 end; /* seconds before the hundred days */
    guint rows;
    guint left;
  } rows[] = {
    { 1, 2001, 2000 },
    { 0, 2001, 2001 },
    { 1, 2000, 2000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Fixture) fixture = { 0 };
    gint64 start = MONDAY - 100 * DAY - 1800 - rows[i].end;
    gint64 ada;

    engine_open (&fixture);
    ada = fixture_add_person (&fixture.scratch, "ada@example.org", "Ada");
    add_reminders (&fixture, fixture_add_meeting (&fixture.scratch, ada, "u", start), rows[i].rows);
    one_storage_back_up (&fixture.base, MONDAY);
    g_assert_cmpuint (count_reminders (&fixture), ==, rows[i].left);
  }
}

int
main (int argc, char **argv)
{
  engine_begin (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/storage/" name, function)
  ADD ("first-sight-stays", test_the_first_sight_stays);
  ADD ("first-sight-not-taken", test_a_first_sight_that_is_not_taken);
  ADD ("one-step", test_what_was_committed_is_one_step);
  ADD ("damage-at-the-start", test_damage_that_is_found_at_the_start_is_said);
  ADD ("damage-later", test_damage_that_shows_later_has_the_cycle_run_again);
  ADD ("disk-takes-nothing", test_a_disk_that_takes_nothing);
  ADD ("reason", test_the_reason_is_the_trouble_of_the_store);
  ADD ("change-tries-the-disk", test_a_change_tries_the_disk);
  ADD ("file-deleted", test_a_change_after_the_file_was_deleted_is_kept);
  ADD ("another-store", test_a_change_that_meets_another_store_is_refused_once);
  ADD ("file-of-no-use", test_a_file_of_no_use_in_its_place);
  ADD ("missing", test_a_missing_store_is_said_where_there_are_backups);
  ADD ("one-backup-a-day", test_one_backup_a_day);
  ADD ("backup-fails", test_a_backup_that_fails_is_said_until_the_next_day);
  ADD ("long-ago", test_reminders_of_long_ago_are_forgotten);
  return g_test_run ();
}
