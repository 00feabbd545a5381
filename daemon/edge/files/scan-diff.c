/* SPDX-License-Identifier: MIT */
#include "edge/files/scan-diff.h"

#include "edge/stamp.h"

struct OneScanDiff {
  const OneFileIndexView *file_index; /* (borrowed) */
  guint8 *met;                        /* (owned) for each row of the table: whether it is marked */
  int row;                            /* of the table: the last that was marked; -1 for none */
  GHashTable *seen; /* (owned) set of the names in `file_index->changed` that are marked */
};

static guint
count_rows (const OneScanDiff *diff)
{
  return diff->file_index->table ? one_stat_table_count (diff->file_index->table) : 0;
}

OneScanDiff *
one_scan_diff_new (const OneFileIndexView *file_index)
{
  OneScanDiff *diff = g_new0 (OneScanDiff, 1);

  diff->file_index = file_index;
  diff->met = g_malloc0 (count_rows (diff) + 1);
  diff->row = -1;
  diff->seen = g_hash_table_new (g_str_hash, g_str_equal);
  return diff;
}

/* NULL if it is not in `file_index->changed`, which is empty as a rule. */
static const OneFileIndexRow *
mark_changed (OneScanDiff *diff, const char *name)
{
  gpointer key = NULL, file = NULL;

  if (g_hash_table_size (diff->file_index->changed) > 0
      && g_hash_table_lookup_extended (diff->file_index->changed, name, &key, &file))
    g_hash_table_add (diff->seen, key);
  return file;
}

gboolean
one_scan_diff_mark (OneScanDiff *diff, const char *name, const OneStamp *stamp)
{
  const OneFileIndexRow *changed = mark_changed (diff, name);
  const OneStatTable *table = diff->file_index->table;
  OneStatTableRow row;
  int index;

  if (changed)
    return !changed->gone && !changed->racy && one_stamp_equal (&changed->stamp, stamp);
  index = table ? one_stat_table_find_near (table, name, diff->row + 1) : -1;
  if (index < 0)
    return FALSE;
  diff->row = index;
  diff->met[index] = 1;
  row = one_stat_table_get (table, (guint) index);
  return !row.racy && one_stamp_equal (&row.stamp, stamp);
}

void
one_scan_diff_excuse (OneScanDiff *diff, const char *prefix)
{
  GHashTableIter iter;
  gpointer name;

  for (guint i = 0; i < count_rows (diff); i++)
    if (g_str_has_prefix (one_stat_table_get (diff->file_index->table, i).name, prefix))
      diff->met[i] = 1;
  g_hash_table_iter_init (&iter, diff->file_index->changed);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_prefix (name, prefix))
      g_hash_table_add (diff->seen, name);
}

void
one_scan_diff_list_missing (const OneScanDiff *diff, GPtrArray *names)
{
  GHashTable *changed = diff->file_index->changed;
  GHashTableIter iter;
  gpointer name, file;

  for (guint i = 0; i < count_rows (diff); i++)
    if (!diff->met[i]) {
      const char *missing = one_stat_table_get (diff->file_index->table, i).name;

      if (!g_hash_table_contains (changed, missing))
        g_ptr_array_add (names, (gpointer) missing);
    }
  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, &name, &file))
    if (!((const OneFileIndexRow *) file)->gone && !g_hash_table_contains (diff->seen, name))
      g_ptr_array_add (names, name);
}

void
one_scan_diff_free (OneScanDiff *diff)
{
  g_free (diff->met);
  g_hash_table_unref (diff->seen);
  g_free (diff);
}
