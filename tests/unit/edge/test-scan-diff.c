/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <string.h>
#include "edge/files/scan-diff.h"

/* What is known of each: in the table, or on top of it. */
typedef struct {
  const char *name;
  guint64 inode; /* in the table; 0 if it is not in it */
  gboolean racy;
  guint64 since; /* read later, with that inode; 0 if not */
  gboolean gone; /* known to be no more */
} Known;

static const Known knowns[] = {
  { "a/4.ics", .inode = 4 },
  { "a/1.ics", .inode = 1 },
  { "a/3.ics", .inode = 3, .racy = TRUE },
  { "b/2.ics", .inode = 2 },
  { "b/5.ics", .inode = 5, .since = 15 },
  { "b/6.ics", .since = 16 },
  { "b/7.ics", .inode = 7, .gone = TRUE },
};

static OneFileIndexView *
view_new (void)
{
  OneStatTableDraft *draft = one_stat_table_draft_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (OneFileIndex) file_index = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (knowns); i++) {
    OneStatTableRow row = { .name = knowns[i].name, .racy = knowns[i].racy };

    row.stamp.inode = knowns[i].inode;
    if (row.stamp.inode != 0)
      one_stat_table_draft_add (draft, &row);
  }
  bytes = one_stat_table_draft_end (draft);
  file_index = one_file_index_new (one_stat_table_new (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (knowns); i++) {
    OneStamp stamp = { .inode = knowns[i].since };

    if (stamp.inode != 0) {
      one_file_index_report (file_index, knowns[i].name, 1000000000);
      one_file_index_take (file_index, knowns[i].name, &stamp);
    }
    if (knowns[i].gone)
      one_file_index_del (file_index, knowns[i].name);
  }
  return one_file_index_view (file_index);
}

static const struct {
  const char *name;
  guint64 inode;
  gboolean as_known;
} calls[] = {
  { "a/1.ics", 1, TRUE },  { "a/1.ics", 9, FALSE }, { "a/3.ics", 3, FALSE },
  { "b/2.ics", 2, TRUE },  { "a/4.ics", 4, TRUE },  { "b/5.ics", 5, FALSE },
  { "b/5.ics", 15, TRUE }, { "b/6.ics", 16, TRUE }, { "b/7.ics", 7, FALSE },
  { "b/8.ics", 8, FALSE }, { "b/2.ics", 0, FALSE },
};

/* Whatever was called before. */
static void
test_the_order_does_not_matter (void)
{
  OneFileIndexView *view = view_new ();

  for (guint first = 0; first < G_N_ELEMENTS (calls); first++)
    for (guint then = 0; then < G_N_ELEMENTS (calls); then++) {
      g_autoptr (OneScanDiff) diff = one_scan_diff_new (view);
      OneStamp stamps[] = { { .inode = calls[first].inode }, { .inode = calls[then].inode } };

      g_assert_cmpint (one_scan_diff_mark (diff, calls[first].name, &stamps[0]), ==,
                       calls[first].as_known);
      g_assert_cmpint (one_scan_diff_mark (diff, calls[then].name, &stamps[1]), ==,
                       calls[then].as_known);
    }
  one_file_index_view_free (view);
}

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
check_missing (const OneScanDiff *diff, const char *expected)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *text = NULL;

  one_scan_diff_list_missing (diff, names);
  g_ptr_array_sort (names, by_text);
  g_ptr_array_add (names, NULL);
  text = g_strjoinv (" ", (char **) names->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_who_was_not_called_is_missing (void)
{
  OneFileIndexView *view = view_new ();
  g_autoptr (OneScanDiff) diff = one_scan_diff_new (view);
  OneStamp other = { .inode = 99 };

  check_missing (diff, "a/1.ics a/3.ics a/4.ics b/2.ics b/5.ics b/6.ics");
  one_scan_diff_mark (diff, "a/3.ics", &other);
  one_scan_diff_mark (diff, "b/6.ics", &other);
  one_scan_diff_mark (diff, "b/7.ics", &other);
  check_missing (diff, "a/1.ics a/4.ics b/2.ics b/5.ics");
  one_scan_diff_excuse (diff, "a/");
  check_missing (diff, "b/2.ics b/5.ics");
  one_scan_diff_excuse (diff, "");
  check_missing (diff, "");
  one_file_index_view_free (view);
}

static void
test_nothing_is_known (void)
{
  g_autoptr (OneFileIndex) file_index = one_file_index_new (NULL);
  OneFileIndexView *view = one_file_index_view (file_index);
  g_autoptr (OneScanDiff) diff = one_scan_diff_new (view);
  OneStamp stamp = { .inode = 1 };

  g_assert_false (one_scan_diff_mark (diff, "a/1.ics", &stamp));
  one_scan_diff_excuse (diff, "");
  check_missing (diff, "");
  one_file_index_view_free (view);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan-diff/the-order-does-not-matter", test_the_order_does_not_matter);
  g_test_add_func ("/scan-diff/who-was-not-called-is-missing", test_who_was_not_called_is_missing);
  g_test_add_func ("/scan-diff/nothing-is-known", test_nothing_is_known);
  return g_test_run ();
}
