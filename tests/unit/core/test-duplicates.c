/* SPDX-License-Identifier: MIT */
#include "core/detect/duplicates.h"

#include <string.h>

static OneReading *
make_reading (const char *path, const char *uid, gint64 sequence)
{
  OneReading *reading = one_reading_new (path);
  OneSeries *series = one_series_new (uid);

  series->sequence = sequence;
  series->has_master = TRUE;
  g_ptr_array_add (reading->series, series);
  return reading;
}

static OneSeries *
series_of (OneReading *reading)
{
  return g_ptr_array_index (reading->series, 0);
}

static void
test_the_newer_one_is_told_by_three_stamps (void)
{
  static const struct {
    gint64 a[3]; /* SEQUENCE, LAST-MODIFIED, DTSTAMP */
    gint64 b[3];
    int order;
  } rows[] = {
    { { 0, 0, 0 }, { 0, 0, 0 }, 0 },
    { { 1, 0, 0 }, { 0, 9, 9 }, -1 },
    { { 0, 9, 9 }, { 1, 0, 0 }, 1 },
    { { 1, 2, 0 }, { 1, 1, 9 }, -1 },
    { { 1, 1, 2 }, { 1, 1, 1 }, -1 },
    { { 1, 1, 1 }, { 1, 1, 2 }, 1 },
    { { 3000000000, 0, 0 }, { -1, 0, 0 }, -1 },
  };

  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OneSeries one = { .sequence = rows[i].a[0],
                      .last_modified = rows[i].a[1],
                      .dtstamp = rows[i].a[2],
                      .events = nothing };
    OneSeries other = { .sequence = rows[i].b[0],
                        .last_modified = rows[i].b[1],
                        .dtstamp = rows[i].b[2],
                        .events = nothing };
    OneDuplicate a = { &one, "/a" };
    OneDuplicate b = { &other, "/b" };

    g_test_message ("row %u", i);
    g_assert_cmpint (one_duplicates_compare_age (&a, &b), ==, rows[i].order);
  }
}

/* "path path …" of a UID, in order. */
static char *
format_sources (GHashTable *table, const char *uid)
{
  const GArray *copies = g_hash_table_lookup (table, uid);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; copies && i < copies->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            g_array_index (copies, OneDuplicate, i).source);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_the_newest_is_first_whatever_the_order_of_files (void)
{
  static const char *const orders[][3] = { { "/a", "/b", "/c" },
                                           { "/c", "/b", "/a" },
                                           { "/b", "/c", "/a" } };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++) {
    g_autoptr (GPtrArray) readings =
        g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);
    g_autoptr (GHashTable) table = NULL;
    g_autofree char *sources = NULL;

    for (guint j = 0; j < 3; j++)
      g_ptr_array_add (readings,
                       make_reading (orders[i][j], "x", g_str_equal (orders[i][j], "/c")));
    table = one_duplicates_by_uid (readings);
    sources = format_sources (table, "x");
    g_assert_cmpstr (sources, ==, "/c /a /b");
    g_assert_cmpuint (g_hash_table_size (table), ==, 1);
  }
}

static void
test_a_refused_file_claims_nothing (void)
{
  g_autoptr (GPtrArray) readings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);
  g_autoptr (GHashTable) table = NULL;

  g_ptr_array_add (readings, make_reading ("/a", "x", 0));
  g_ptr_array_add (readings, make_reading ("/b", "y", 0));
  ((OneReading *) readings->pdata[0])->refused = TRUE;
  table = one_duplicates_by_uid (readings);
  g_assert_false (g_hash_table_contains (table, "x"));
  g_assert_true (g_hash_table_contains (table, "y"));
}

/* Two files: where they are, and whether they count. */
static void
test_only_masters_in_one_folder_are_a_trouble (void)
{
  static const struct {
    const char *one;
    const char *other;
    const char *uid; /* of the other */
    gboolean cancelled;
    gboolean fragment;
    gboolean trouble;
  } rows[] = {
    { "/f/a.ics", "/f/b.ics", "x", FALSE, FALSE, TRUE },
    { "/f/a.ics", "/g/b.ics", "x", FALSE, FALSE, FALSE },
    { "/f/a.ics", "/f/g/b.ics", "x", FALSE, FALSE, FALSE },
    { "/f/a.ics", "/f/b.ics", "y", FALSE, FALSE, FALSE },
    { "/f/a.ics", "/f/b.ics", "x", TRUE, FALSE, FALSE },
    { "/f/a.ics", "/f/b.ics", "x", FALSE, TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) readings =
        g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);
    g_autoptr (GHashTable) table = NULL;
    g_autoptr (OneTrouble) trouble = NULL;

    g_ptr_array_add (readings, make_reading (rows[i].one, "x", 1));
    g_ptr_array_add (readings, make_reading (rows[i].other, rows[i].uid, 0));
    series_of (readings->pdata[1])->cancelled = rows[i].cancelled;
    series_of (readings->pdata[1])->has_master = !rows[i].fragment;
    table = one_duplicates_by_uid (readings);
    trouble = one_duplicates_find_trouble (g_hash_table_lookup (table, "x"));
    g_test_message ("row %u", i);
    g_assert_cmpint (trouble != NULL, ==, rows[i].trouble);
    if (trouble)
      g_assert_nonnull (strstr (trouble->what, "2 files of this folder hold the event 'x'"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicates/the-newer-by-three-stamps",
                   test_the_newer_one_is_told_by_three_stamps);
  g_test_add_func ("/duplicates/the-newest-is-first",
                   test_the_newest_is_first_whatever_the_order_of_files);
  g_test_add_func ("/duplicates/refused-claims-nothing", test_a_refused_file_claims_nothing);
  g_test_add_func ("/duplicates/masters-in-one-folder",
                   test_only_masters_in_one_folder_are_a_trouble);
  return g_test_run ();
}
