/* SPDX-License-Identifier: MIT */
#include "engine/detect/merge-news.h"

#include "core/detect/series-merge.h"
#include "model/calendar/reading.h"

#define FEW 200 /* series that are judged faster alone than with all others */

static gboolean
overlap (GHashTable *uids, GHashTable *others)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, uids);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    if (g_hash_table_contains (others, uid))
      return TRUE;
  return FALSE;
}

gboolean
one_merge_news_stands_alone (const OneBase *base, GHashTable *uids, GHashTable *overlapping)
{
  if (g_hash_table_size (uids) == 0)
    return TRUE;
  return g_hash_table_size (uids) <= FEW && base->settings->me[0] && overlapping
         && !overlap (uids, overlapping);
}

static gboolean
reading_has_one_of (const OneReading *reading, GHashTable *uids)
{
  for (guint i = 0; i < reading->series->len; i++)
    if (g_hash_table_contains (uids, ((const OneSeries *) reading->series->pdata[i])->uid))
      return TRUE;
  return FALSE;
}

GPtrArray *
one_merge_news (const GPtrArray *readings, GHashTable *uids)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  GPtrArray *merged;

  for (guint i = 0; i < readings->len; i++)
    if (reading_has_one_of (readings->pdata[i], uids))
      g_ptr_array_add (own, readings->pdata[i]);
  merged = one_series_merge (own);
  for (guint i = merged->len; i > 0; i--)
    if (!g_hash_table_contains (uids, ((OneMergedSeries *) merged->pdata[i - 1])->uid))
      g_ptr_array_remove_index_fast (merged, i - 1);
  return merged;
}
