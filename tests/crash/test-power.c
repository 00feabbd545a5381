/* SPDX-License-Identifier: MIT */
/* What is left on the disk when the power goes. A writer's every write and sync is written down;
 * then some moment is picked, and of what was not synced until then none, all, some, the beginning
 * or half a write has reached the disk. From each such disk all that the user was told of before
 * that moment must come back. Usage: test-power [--states N] [--picks SEED] */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/promises.h"
#include "store/db/query.h"
#include "store/safety/recover.h"
#include "tests/crash/shim.h"
#include "tests/unit/store/store-fixture.h"

#define EDITS 120
#define SECTOR 512
/* So that the log goes into the store in the middle of the work, not only at its end. */
#define CHECKPOINT "PRAGMA wal_autocheckpoint = 12"

static int states = 2000;
static int seed = 1;

typedef enum { NONE, ALL, SOME, BEGINNING, TORN } Fate;
#define N_FATES 5

typedef struct {
  GByteArray *bytes; /* (owned) */
  gboolean there;
} Disk;

/* What the writer did: edit `n` made an action, or (every third) closed that of the one before. */
static gboolean
is_closing (gint64 edit)
{
  return edit % 3 == 0;
}

static gint64
action_of (gint64 edit)
{
  return edit - edit / 3;
}

static void
do_edit (OneStore *store, gint64 edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneAction) action = one_action_new ();
  g_autofree char *id = g_strdup_printf ("a%d", (int) action_of (edit));
  const char *const ids[] = { id, NULL };

  if (is_closing (edit)) {
    g_assert_cmpint (one_promises_set_state (store, ids, ONE_STATE_DONE, 1, &error), ==, 1);
    return;
  }
  g_free (action->text);
  action->text = g_strnfill ((gsize) (edit * 977 % 5000) + 1, 'x');
  action->person = 1;
  g_assert_true (one_promises_add_action (store, action, 0, &error));
  g_assert_cmpint (action->id, ==, action_of (edit));
}

static void
open_for_work (StoreFixture *fixture, const char *pragma)
{
  g_autoptr (GError) error = NULL;

  fixture_open (fixture);
  g_assert_true (one_query_exec (fixture->store, CHECKPOINT, &error));
  g_assert_true (one_query_exec (fixture->store, pragma, &error));
}

/* (transfer full) of ShimEvent. */
static GPtrArray *
work (const char *pragma)
{
  g_auto (StoreFixture) fixture = { 0 };
  GPtrArray *log = g_ptr_array_new_with_free_func ((GDestroyNotify) shim_event_free);

  shim_record (log);
  open_for_work (&fixture, pragma);
  fixture_add_person (&fixture, "ada@example.org", "Ada");
  for (gint64 edit = 1; edit <= EDITS; edit++) {
    do_edit (fixture.store, edit);
    shim_tell (edit);
    if (edit % 40 == 0) {
      fixture_close (&fixture);
      open_for_work (&fixture, pragma);
    }
  }
  shim_record (NULL);
  return log;
}

static void
put (Disk *disk, gint64 at, const guint8 *bytes, gsize count)
{
  if (disk->bytes->len < at + (gint64) count) {
    guint before = disk->bytes->len;

    g_byte_array_set_size (disk->bytes, (guint) (at + (gint64) count));
    memset (disk->bytes->data + before, 0, disk->bytes->len - before);
  }
  memcpy (disk->bytes->data + at, bytes, count);
  disk->there = TRUE;
}

static void
apply (Disk *disk, const ShimEvent *event)
{
  gsize count = 0;
  const guint8 *bytes = event->bytes ? g_bytes_get_data (event->bytes, &count) : NULL;

  if (event->kind == SHIM_WRITE)
    put (disk, event->at, bytes, count);
  if (event->kind == SHIM_TRUNCATE && event->at < disk->bytes->len)
    g_byte_array_set_size (disk->bytes, (guint) event->at);
  if (event->kind == SHIM_DELETE) {
    g_byte_array_set_size (disk->bytes, 0);
    disk->there = FALSE;
  }
}

/* Each sector of it for itself. */
static void
apply_torn (Disk *disk, const ShimEvent *event, GRand *chance)
{
  gsize count = 0;
  const guint8 *bytes = event->bytes ? g_bytes_get_data (event->bytes, &count) : NULL;

  for (gsize from = 0; from < count; from += SECTOR)
    if (g_rand_boolean (chance))
      put (disk, event->at + (gint64) from, bytes + from, MIN (SECTOR, count - from));
}

/* What came after a file was taken away went into another file of its name. */
static guint
find_certain (const GPtrArray *open)
{
  for (guint i = open->len; i > 1; i--)
    if (((const ShimEvent *) open->pdata[i - 2])->kind == SHIM_DELETE)
      return i - 1;
  return 0;
}

static void
apply_open (Disk *disk, const GPtrArray *open, Fate fate, GRand *chance)
{
  guint certain = find_certain (open);
  guint cut = open->len > certain
                  ? (guint) g_rand_int_range (chance, (int) certain, (int) open->len)
                  : certain;

  for (guint i = 0; i < open->len; i++) {
    const ShimEvent *event = open->pdata[i];
    gboolean whole = i < certain || fate == ALL || (fate == SOME && g_rand_boolean (chance))
                     || ((fate == BEGINNING || fate == TORN) && i < cut);

    if (whole)
      apply (disk, event);
    else if (fate == TORN && i == cut)
      apply_torn (disk, event, chance);
  }
}

/* The disk as it is at that moment; answers what the user had been told until then. */
static gint64
cut_power (const GPtrArray *log, guint moment, GRand *chance, Disk disks[SHIM_N_PLACES])
{
  GPtrArray *open[SHIM_N_PLACES] = { g_ptr_array_new (), g_ptr_array_new () };
  Fate fate = (Fate) g_rand_int_range (chance, 0, N_FATES);
  gint64 told = 0;

  for (guint i = 0; i < moment; i++) {
    ShimEvent *event = log->pdata[i];

    if (event->kind == SHIM_TOLD) {
      told = event->at;
      continue;
    }
    if (event->kind != SHIM_SYNC) {
      g_ptr_array_add (open[event->place], event);
      continue;
    }
    for (guint j = 0; j < open[event->place]->len; j++)
      apply (&disks[event->place], open[event->place]->pdata[j]);
    g_ptr_array_set_size (open[event->place], 0);
  }
  for (guint place = 0; place < SHIM_N_PLACES; place++) {
    apply_open (&disks[place], open[place], fate, chance);
    g_ptr_array_unref (open[place]);
  }
  return told;
}

static void
lay_out (const StoreFixture *fixture, const Disk disks[SHIM_N_PLACES])
{
  static const char *const endings[] = { "", "-wal" };
  g_autofree char *map = g_strconcat (fixture->path, "-shm", NULL);

  g_unlink (map);
  for (guint place = 0; place < SHIM_N_PLACES; place++) {
    g_autofree char *path = g_strconcat (fixture->path, endings[place], NULL);

    g_unlink (path);
    if (disks[place].there)
      g_assert_true (g_file_set_contents_full (path, (const char *) disks[place].bytes->data,
                                               disks[place].bytes->len, G_FILE_SET_CONTENTS_NONE,
                                               0600, NULL));
  }
}

static gboolean
has_edit (OneStore *store, gint64 edit)
{
  g_autoptr (OneAction) action = one_promises_get_action (store, action_of (edit), NULL);

  return action && (!is_closing (edit) || action->state == ONE_STATE_DONE);
}

/* Whether all is there, opened as oned opens it: a new store whose first page was torn before
 * anything was in it is begun again; one in which something was told has then lost it. */
static gboolean
comes_back (const StoreFixture *fixture, gint64 told)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  g_autoptr (OneStore) store = one_recover_open (fixture->path, 0, &said, &error);

  if (!store || !one_store_check (store, &error)) {
    g_test_message ("%s", error->message);
    return FALSE;
  }
  for (gint64 edit = 1; edit <= told; edit++)
    if (!has_edit (store, edit))
      return FALSE;
  return TRUE;
}

/* How many of so many moments have lost something. */
static int
count_lost (const char *pragma, int moments)
{
  g_autoptr (GPtrArray) log = work (pragma);
  g_autoptr (GRand) chance = g_rand_new_with_seed ((guint32) seed);
  g_auto (StoreFixture) fixture = { 0 };
  g_autofree char *folder = NULL;
  int lost = 0;

  fixture_init (&fixture);
  folder = g_path_get_dirname (fixture.path);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (int i = 0; i < moments; i++) {
    Disk disks[SHIM_N_PLACES] = { { g_byte_array_new (), FALSE }, { g_byte_array_new (), FALSE } };
    guint moment = (guint) g_rand_int_range (chance, 1, (int) log->len + 1);
    gint64 told = cut_power (log, moment, chance, disks);

    lay_out (&fixture, disks);
    if (!comes_back (&fixture, told)) {
      g_test_message ("lost at event %u of %u, after edit %d", moment, log->len, (int) told);
      lost++;
    }
    for (guint place = 0; place < SHIM_N_PLACES; place++)
      g_byte_array_unref (disks[place].bytes);
  }
  return lost;
}

/* As the store itself is set. */
static void
test_nothing_that_was_told_is_lost (void)
{
  g_assert_cmpint (count_lost ("", states), ==, 0);
}

/* Or else this test sees nothing: without a sync at each commit, something must get lost. */
static void
test_the_test_sees_what_is_lost_without_syncs (void)
{
  int lost = count_lost ("PRAGMA synchronous = NORMAL", states / 10);

  g_test_message ("%d of %d lost", lost, states / 10);
  g_assert_cmpint (lost, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i + 1 < argc; i += 2)
    if (g_str_equal (argv[i], "--states"))
      states = atoi (argv[i + 1]);
    else if (g_str_equal (argv[i], "--picks"))
      seed = atoi (argv[i + 1]);
  shim_register ();
  g_test_add_func ("/power/told-is-kept", test_nothing_that_was_told_is_lost);
  g_test_add_func ("/power/blind-it-is-not", test_the_test_sees_what_is_lost_without_syncs);
  return g_test_run ();
}
