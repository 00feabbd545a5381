/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "edge/cache/cache-draft.h"
#include "edge/cache/cache-file.h"
#include "edge/cache/cache.h"

#define FILES 1000
#define KEY "this version"

static char *folder, *path;

static GBytes *
make_table (void)
{
  OneStatTableDraft *draft = one_stat_table_draft_new ();

  for (guint i = 0; i < FILES; i++) {
    g_autofree char *name = g_strdup_printf ("team/%u.ics", i);
    OneStatTableRow row = { .name = name, .racy = i == 7 };

    row.stamp = (OneStamp){ .inode = i + 1, .size = 5, .mtime = i, .ctime = -1 };
    one_stat_table_draft_add (draft, &row);
  }
  return one_stat_table_draft_end (draft);
}

static OneReading *
make_reading (const char *path_read)
{
  OneReading *reading = one_reading_new (path_read);
  OneSeries *series = one_series_new ("ada");
  OneOccurrence occurrence = { .original = 100, .start = 100, .end = 200 };

  g_ptr_array_add (series->events, one_event_new ());
  g_array_append_val (series->occurrences, occurrence);
  g_ptr_array_add (reading->series, series);
  g_ptr_array_add (reading->troubles, one_trouble_new (path_read, 3, "odd"));
  return reading;
}

static void
save (void)
{
  OneCacheDraft *draft = one_cache_draft_new (KEY, -5, 5);
  g_autoptr (GPtrArray) readings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);

  g_ptr_array_add (readings, make_reading ("/cal/team/1.ics"));
  one_cache_draft_set_reading_pack (draft, one_reading_pack_pack (readings, NULL, "note"));
  one_cache_draft_add_table (draft, "/cal", make_table ());
  one_cache_draft_add_table (draft, "/none",
                             one_stat_table_draft_end (one_stat_table_draft_new ()));
  g_assert_true (one_cache_draft_save (draft, folder, NULL));
}

static void
test_all_comes_back (void)
{
  g_autoptr (OneCache) cache = NULL;
  g_autoptr (OneReadingPack) reading_pack = NULL;
  g_autoptr (OneReading) reading = NULL;
  g_autoptr (OneStatTable) table = NULL;
  g_autoptr (OneStatTable) none = NULL;

  save ();
  cache = one_cache_open (folder, KEY);
  g_assert_nonnull (cache);
  g_assert_cmpint (one_cache_get_from (cache), ==, -5);
  g_assert_cmpint (one_cache_get_to (cache), ==, 5);
  reading_pack = one_cache_dup_reading_pack (cache);
  g_assert_cmpint (one_reading_pack_count (reading_pack), ==, 1);
  g_assert_cmpstr (one_reading_pack_get_note (reading_pack), ==, "note");
  reading = one_reading_pack_read (reading_pack, 0);
  g_assert_cmpstr (reading->path, ==, "/cal/team/1.ics");
  g_assert_cmpint (reading->series->len, ==, 1);
  g_assert_cmpint (reading->troubles->len, ==, 1);
  g_assert_null (one_cache_dup_table (cache, "/elsewhere"));
  none = one_cache_dup_table (cache, "/none");
  g_assert_cmpint (one_stat_table_count (none), ==, 0);
  g_assert_cmpint (one_stat_table_find (none, "team/1.ics"), ==, -1);
  table = one_cache_dup_table (cache, "/cal");
  one_cache_trim (cache);
  g_assert_cmpint (one_stat_table_count (table), ==, FILES);
  g_assert_cmpint (one_stat_table_newest (table), ==, FILES - 1);
  for (guint i = 0; i < FILES; i++) {
    g_autofree char *name = g_strdup_printf ("team/%u.ics", i);
    OneStatTableRow row = one_stat_table_get (table, (guint) one_stat_table_find (table, name));

    g_assert_cmpstr (row.name, ==, name);
    g_assert_cmpint (row.stamp.inode, ==, i + 1);
    g_assert_cmpint (row.racy, ==, i == 7);
  }
  g_assert_cmpint (one_stat_table_find (table, "team/1000.ics"), ==, -1);
  g_assert_cmpint (one_stat_table_find (table, ""), ==, -1);
}

/* What is read after the cache was let go. */
static void
test_table_outlives_the_cache (void)
{
  g_autoptr (OneStatTable) table = NULL;
  g_autoptr (OneReadingPack) reading_pack = NULL;
  g_autoptr (OneReading) reading = NULL;
  OneCache *cache;

  save ();
  cache = one_cache_open (folder, KEY);
  table = one_cache_dup_table (cache, "/cal");
  reading_pack = one_cache_dup_reading_pack (cache);
  one_cache_free (cache);
  g_remove (path);
  g_assert_cmpint (one_stat_table_find (table, "team/0.ics"), >=, 0);
  reading = one_reading_pack_read (reading_pack, 0);
  g_assert_nonnull (reading);
}

static void
assert_of_no_use (void)
{
  g_assert_null (one_cache_open (folder, KEY));
}

static void
test_other_key_is_of_no_use (void)
{
  save ();
  g_assert_null (one_cache_open (folder, "that version"));
  g_assert_null (one_cache_open (folder, ""));
}

static void
test_key_tells_what_matters_apart (void)
{
  const char *const none[] = { NULL };
  const char *const one[] = { "Bogota Time=America/Bogota", NULL };
  g_autofree char *first = one_cache_dup_key ("/bin/sh", "Europe/Berlin", none);
  g_autofree char *same = one_cache_dup_key ("/bin/sh", "Europe/Berlin", none);
  g_autofree char *zone = one_cache_dup_key ("/bin/sh", "Europe/London", none);
  g_autofree char *reader = one_cache_dup_key ("/bin/false", "Europe/Berlin", none);
  g_autofree char *meaning = one_cache_dup_key ("/bin/sh", "Europe/Berlin", one);

  g_assert_cmpstr (first, ==, same);
  g_assert_cmpstr (first, !=, zone);
  g_assert_cmpstr (first, !=, reader);
  g_assert_cmpstr (first, !=, meaning);
}

static void
test_nothing_is_there (void)
{
  g_remove (path);
  assert_of_no_use ();
  g_assert_null (one_cache_open ("/none", KEY));
}

static void
test_any_length_cut_off (void)
{
  struct stat status;

  save ();
  g_assert_cmpint (stat (path, &status), ==, 0);
  for (off_t size = status.st_size - 1; size >= 0; size -= size > 400 ? 97 : 1) {
    g_assert_cmpint (truncate (path, size), ==, 0);
    assert_of_no_use ();
  }
}

static void
flip (int fd, gsize bit)
{
  guint8 byte;

  g_assert_cmpint (pread (fd, &byte, 1, (off_t) (bit / 8)), ==, 1);
  byte = (guint8) (byte ^ (1 << bit % 8));
  g_assert_cmpint (pwrite (fd, &byte, 1, (off_t) (bit / 8)), ==, 1);
}

/* Only those that are there so that what follows them is aligned may go unnoticed. */
static void
test_any_bit_flipped (void)
{
  struct stat status;
  guint unnoticed = 0;
  int fd;

  save ();
  fd = open (path, O_RDWR);
  g_assert_cmpint (fstat (fd, &status), ==, 0);
  for (gsize bit = 0; bit < (gsize) status.st_size * 8; bit += bit < 8000 ? 1 : 97) {
    g_autoptr (OneCache) cache = NULL;

    flip (fd, bit);
    cache = one_cache_open (folder, KEY);
    unnoticed += cache ? 1 : 0;
    flip (fd, bit);
  }
  close (fd);
  g_assert_cmpint (unnoticed, <=, 2 * 7 * 8);
}

static void
test_something_else_is_there (void)
{
  g_assert_true (g_file_set_contents (path, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", -1, NULL));
  assert_of_no_use ();
  g_remove (path);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_of_no_use ();
  g_remove (path);
  g_assert_cmpint (symlink ("/etc/passwd", path), ==, 0);
  assert_of_no_use ();
  g_remove (path);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_of_no_use ();
  g_rmdir (path);
}

static void
test_it_is_for_the_user_alone (void)
{
  struct stat status;

  save ();
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_it_cannot_be_written (void)
{
  OneCacheDraft *draft = one_cache_draft_new (KEY, 0, 1);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  one_cache_draft_set_reading_pack (draft, one_reading_pack_pack (none, NULL, ""));
  g_assert_false (one_cache_draft_save (draft, "/proc/none/oned", &error));
  g_assert_nonnull (error);
}

/* However they were put into it, and whatever the hint. */
static void
test_table_is_by_inode (void)
{
  static const guint64 inodes[] = { 7, 1, G_MAXUINT64, 3, 3, 0 };
  OneStatTableDraft *draft = one_stat_table_draft_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (OneStatTable) table = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (inodes); i++) {
    char name[2] = { (char) ('a' + i), '\0' };

    one_stat_table_draft_add (draft, &(OneStatTableRow){ .name = name, .stamp.inode = inodes[i] });
  }
  bytes = one_stat_table_draft_end (draft);
  table = one_stat_table_new (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (inodes); i++) {
    char name[2] = { (char) ('a' + i), '\0' };
    int index = one_stat_table_find (table, name);

    g_assert_cmpuint (one_stat_table_get (table, (guint) index).stamp.inode, ==, inodes[i]);
    g_assert_true (i == 0
                   || one_stat_table_get (table, i - 1).stamp.inode
                          <= one_stat_table_get (table, i).stamp.inode);
    for (int guess = -2; guess < 9; guess++)
      g_assert_cmpint (one_stat_table_find_near (table, name, guess), ==, index);
  }
  g_assert_cmpint (one_stat_table_find_near (table, "none", 0), ==, -1);
}

/* Names that are no strings, rows that are none: nothing beside it is ever looked at. */
static void
test_table_of_random_bytes_is_bounded (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gsize size;
  g_autoptr (GBytes) whole = make_table ();
  const guint8 *good = g_bytes_get_data (whole, &size);

  for (guint i = 0; i < 300; i++) {
    g_autofree guint8 *bad = g_memdup2 (good, size);
    g_autoptr (GBytes) bytes = NULL;
    OneStatTable *table;

    for (guint k = 0; k < 50; k++)
      bad[g_rand_int_range (random, i % 2 ? 40 : 0, (gint32) size - 8)] =
          (guint8) g_rand_int_range (random, 0, 256);
    bytes = g_bytes_new (bad, size);
    table = one_stat_table_new (bytes);
    if (!table)
      continue;
    g_assert_false (one_stat_table_is_whole (table));
    for (guint k = 0; k < one_stat_table_count (table); k++)
      one_stat_table_find_near (table, one_stat_table_get (table, k).name, (int) k - 1);
    one_stat_table_unref (table);
  }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("oned-XXXXXX", NULL);
  path = g_build_filename (folder, ONE_CACHE_NAME, NULL);
  g_test_add_func ("/cache/all-comes-back", test_all_comes_back);
  g_test_add_func ("/cache/a-table-outlives-the-cache", test_table_outlives_the_cache);
  g_test_add_func ("/cache/another-key-is-of-no-use", test_other_key_is_of_no_use);
  g_test_add_func ("/cache/the-key-tells-apart", test_key_tells_what_matters_apart);
  g_test_add_func ("/cache/nothing-is-there", test_nothing_is_there);
  g_test_add_func ("/cache/cut-off", test_any_length_cut_off);
  g_test_add_func ("/cache/a-bit-flipped", test_any_bit_flipped);
  g_test_add_func ("/cache/something-else-is-there", test_something_else_is_there);
  g_test_add_func ("/cache/for-the-user-alone", test_it_is_for_the_user_alone);
  g_test_add_func ("/cache/cannot-be-written", test_it_cannot_be_written);
  g_test_add_func ("/cache/a-table-is-by-inode", test_table_is_by_inode);
  g_test_add_func ("/cache/a-table-of-random-bytes", test_table_of_random_bytes_is_bounded);
  status = g_test_run ();
  g_remove (path);
  g_rmdir (folder);
  g_free (path);
  g_free (folder);
  return status;
}
