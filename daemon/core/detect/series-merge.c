/* SPDX-License-Identifier: MIT */
#include "core/detect/series-merge.h"

#include "core/detect/duplicates.h"
#include "core/detect/participants.h"
#include "core/detect/title-prefix.h"
#include "model/base/compare.h"
#include <string.h>

/* The newest copy that is not a cancellation and has a master; without any, the newest
 * cancellation with one; without that, the newest. Copies are sorted. */
static const OneDuplicate *
copies_find_ruling (const GArray *copies)
{
  const OneDuplicate *cancellation = NULL;

  for (guint i = 0; i < copies->len; i++) {
    const OneDuplicate *copy = &g_array_index (copies, OneDuplicate, i);

    if (copy->series->has_master && !copy->series->cancelled)
      return copy;
    if (copy->series->has_master && !cancellation)
      cancellation = copy;
  }
  return cancellation ? cancellation : &g_array_index (copies, OneDuplicate, 0);
}

/* Whether a METHOD:CANCEL for the whole series is in force: it must not be older than the master.
 */
static gboolean
copies_have_cancelled (const GArray *copies, const OneDuplicate *ruling)
{
  for (guint i = 0; i < copies->len; i++) {
    const OneSeries *series = g_array_index (copies, OneDuplicate, i).series;

    if (series->cancelled && series->has_master && series->sequence >= ruling->series->sequence)
      return TRUE;
  }
  return FALSE;
}

static OneMergedOccurrence
occurrence_of (const OneDuplicate *copy, const OneOccurrence *occurrence)
{
  const OneEvent *event = g_ptr_array_index (copy->series->events, occurrence->event);

  return (OneMergedOccurrence){
    .original = occurrence->original,
    .start = occurrence->start,
    .end = occurrence->end,
    .event = event,
    .series = copy->series,
    .source = copy->source,
    .override = occurrence->override,
    .cancelled = one_title_prefix_cancels (event) || copy->series->cancelled,
  };
}

static int
occurrence_compare (gconstpointer left, gconstpointer right)
{
  const OneMergedOccurrence *a = left;
  const OneMergedOccurrence *b = right;

  return one_compare_int64 (a->original, b->original);
}

/* A cancellation of single occurrences has no word on when or who: it only takes away. */
static void
table_cancel (GHashTable *table, GArray *occurrences, const OneDuplicate *copy,
              const OneOccurrence *from)
{
  gpointer place = g_hash_table_lookup (table, &from->original);
  OneMergedOccurrence *known =
      place ? &g_array_index (occurrences, OneMergedOccurrence, GPOINTER_TO_UINT (place) - 1)
            : NULL;

  if (known && copy->series->sequence != 0 && copy->series->sequence < known->series->sequence)
    return;
  if (known)
    known->cancelled = TRUE;
}

/* Adds what is new, and replaces what is there if `override` is allowed to. `table` is from the
 * original start (in the copy's series) to the index in `occurrences` + 1. */
static void
table_add (GHashTable *table, GArray *occurrences, const OneDuplicate *copy,
           const OneOccurrence *from)
{
  gpointer place = g_hash_table_lookup (table, &from->original);
  OneMergedOccurrence occurrence = occurrence_of (copy, from);

  if (place) {
    g_array_index (occurrences, OneMergedOccurrence, GPOINTER_TO_UINT (place) - 1) = occurrence;
    return;
  }
  g_array_append_val (occurrences, occurrence);
  g_hash_table_insert (table, (gpointer) &from->original, GUINT_TO_POINTER (occurrences->len));
}

/* Whether an override in another file counts: the ruling series may have a newer one of its own. */
static gboolean
table_allows (GHashTable *table, const GArray *occurrences, const OneDuplicate *fragment,
              const OneOccurrence *from)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (table, &from->original));
  const OneMergedOccurrence *known =
      place > 0 ? &g_array_index (occurrences, OneMergedOccurrence, place - 1) : NULL;
  OneDuplicate copy = { known ? known->series : NULL, NULL };

  return !known || !known->override || one_duplicates_compare_age (fragment, &copy) <= 0;
}

/* Overrides without a master, from other files than the ruling one: the oldest first, so that the
 * newest has the last word; cancellations after all others. */
static void
merged_add_fragments (OneMergedSeries *merged, GHashTable *table, const GArray *copies,
                      const OneDuplicate *ruling)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = copies->len; i > 0; i--) {
      const OneDuplicate *copy = &g_array_index (copies, OneDuplicate, i - 1);
      const GArray *occurrences = copy->series->occurrences;

      if (copy == ruling || copy->series->has_master || copy->series->cancelled != (pass == 1))
        continue;
      for (guint j = 0; j < occurrences->len; j++) {
        const OneOccurrence *from = &g_array_index (occurrences, OneOccurrence, j);

        if (pass == 1)
          table_cancel (table, merged->occurrences, copy, from);
        else if (table_allows (table, merged->occurrences, copy, from))
          table_add (table, merged->occurrences, copy, from);
      }
    }
}

static void
merged_add_same (OneMergedSeries *merged, const OneSeries *series)
{
  if (!merged->same)
    merged->same = g_ptr_array_new ();
  g_ptr_array_add (merged->same, (gpointer) series);
}

static OneMergedSeries *
merged_new (const GArray *copies)
{
  OneMergedSeries *merged = g_new0 (OneMergedSeries, 1);
  g_autoptr (GHashTable) table = g_hash_table_new (g_int64_hash, g_int64_equal);
  const OneDuplicate *ruling;

  ruling = copies_find_ruling (copies);
  merged->uid = ruling->series->uid;
  merged->series = ruling->series;
  merged->source = ruling->source;
  if (ruling->series->has_master)
    merged->master = g_ptr_array_index (ruling->series->events, 0);
  merged->cancelled = copies_have_cancelled (copies, ruling);
  merged->occurrences = g_array_new (FALSE, FALSE, sizeof (OneMergedOccurrence));
  for (guint i = 0; i < copies->len; i++) {
    const OneSeries *series = g_array_index (copies, OneDuplicate, i).series;

    merged->recurring |= series->recurring;
    merged->copies += series->has_master && !series->cancelled;
    if (series != ruling->series && series->has_master && !series->cancelled
        && series->sequence == ruling->series->sequence)
      merged_add_same (merged, series);
  }
  for (guint i = 0; i < ruling->series->occurrences->len; i++)
    table_add (table, merged->occurrences, ruling,
               &g_array_index (ruling->series->occurrences, OneOccurrence, i));
  merged_add_fragments (merged, table, copies, ruling);
  for (guint i = 0; merged->cancelled && i < merged->occurrences->len; i++)
    g_array_index (merged->occurrences, OneMergedOccurrence, i).cancelled = TRUE;
  g_array_sort (merged->occurrences, occurrence_compare);
  return merged;
}

static int
merged_compare (gconstpointer left, gconstpointer right)
{
  const OneMergedSeries *a = *(const OneMergedSeries *const *) left;
  const OneMergedSeries *b = *(const OneMergedSeries *const *) right;

  return strcmp (a->uid, b->uid);
}

GPtrArray *
one_series_merge (const GPtrArray *readings)
{
  g_autoptr (GHashTable) table = one_duplicates_by_uid (readings);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) one_merged_series_free);
  GHashTableIter iter;
  gpointer copies;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &copies))
    g_ptr_array_add (all, merged_new (copies));
  g_ptr_array_sort (all, merged_compare);
  return all;
}

void
one_merged_series_free (OneMergedSeries *merged)
{
  g_array_unref (merged->occurrences);
  g_clear_pointer (&merged->same, g_ptr_array_unref);
  g_free (merged);
}

const OneEvent *
one_series_merge_words (const OneMergedSeries *merged, const OneEvent *event)
{
  gboolean bare = !*event->summary && !one_participants_are_named (event);

  return bare && merged->master ? merged->master : event;
}
