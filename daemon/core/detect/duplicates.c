/* SPDX-License-Identifier: MIT */
#include "core/detect/duplicates.h"

#include "core/detect/participants.h"
#include "model/base/compare.h"
#include "model/calendar/busy-title.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How much of it a copy says: with whom, then what; a calendar that is shared or published for
 * others to see who is busy says neither. */
static int
series_says (const OneSeries *series)
{
  const OneEvent *first = series->events->len > 0 ? g_ptr_array_index (series->events, 0) : NULL;
  int title = first && !one_busy_title_has (first->summary);

  for (guint i = 0; i < series->events->len; i++)
    if (one_participants_are_named (g_ptr_array_index (series->events, i)))
      return 2 + title;
  return title;
}

int
one_duplicates_compare_age (const OneDuplicate *a, const OneDuplicate *b)
{
  int order = one_compare_int64 (b->series->sequence, a->series->sequence);

  if (order == 0)
    order = series_says (b->series) - series_says (a->series);
  if (order == 0)
    order = one_compare_int64 (b->series->last_modified, a->series->last_modified);
  if (order == 0)
    order = one_compare_int64 (b->series->dtstamp, a->series->dtstamp);
  return order;
}

/* The path is no matter of age, but makes the answer independent of the order of the files. */
static int
copy_compare (gconstpointer left, gconstpointer right)
{
  const OneDuplicate *a = left;
  const OneDuplicate *b = right;
  int order = one_duplicates_compare_age (a, b);

  return order != 0 ? order : strcmp (a->source, b->source);
}

static void
duplicates_sort (gpointer uid, gpointer copies, gpointer data)
{
  g_array_sort (copies, copy_compare);
}

GHashTable *
one_duplicates_by_uid (const GPtrArray *readings)
{
  GHashTable *table =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < readings->len; i++) {
    const OneReading *reading = g_ptr_array_index (readings, i);

    for (guint j = 0; !reading->refused && j < reading->series->len; j++) {
      const OneSeries *series = g_ptr_array_index (reading->series, j);
      GArray *copies = g_hash_table_lookup (table, series->uid);
      OneDuplicate copy = { series, reading->path };

      if (!copies) {
        copies = g_array_new (FALSE, FALSE, sizeof (OneDuplicate));
        g_hash_table_insert (table, series->uid, copies);
      }
      g_array_append_val (copies, copy);
    }
  }
  g_hash_table_foreach (table, duplicates_sort, NULL);
  return table;
}

/* Whether one of the newest says more than another. */
static gboolean
duplicates_differ (const GArray *copies)
{
  const OneSeries *first = g_array_index (copies, OneDuplicate, 0).series;

  for (guint i = 1; i < copies->len; i++) {
    const OneSeries *series = g_array_index (copies, OneDuplicate, i).series;

    if (series->sequence == first->sequence && series_says (series) != series_says (first))
      return TRUE;
  }
  return FALSE;
}

/* By the largest number of files of one folder that hold a master of the UID; it is at a file of
 * them. */
OneTrouble *
one_duplicates_find_trouble (const GArray *copies)
{
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const OneDuplicate *worst = NULL;
  g_autofree char *what = NULL;
  guint most = 1;

  for (guint i = 0; i < copies->len; i++) {
    const OneDuplicate *copy = &g_array_index (copies, OneDuplicate, i);
    char *folder;
    guint count;

    if (!copy->series->has_master || copy->series->cancelled)
      continue;
    folder = g_path_get_dirname (copy->source);
    count = GPOINTER_TO_UINT (g_hash_table_lookup (folders, folder)) + 1;
    g_hash_table_insert (folders, folder, GUINT_TO_POINTER (count));
    worst = count > most ? copy : worst;
    most = MAX (most, count);
  }
  if (!worst)
    return NULL;
  what = g_strdup_printf (
      duplicates_differ (copies)
          ? g_dngettext (GETTEXT_PACKAGE,
                         "%u file of this folder holds the event '%s'; what says more counts",
                         "%u files of this folder hold the event '%s'; what says more counts", most)
          : g_dngettext (GETTEXT_PACKAGE,
                         "%u file of this folder holds the event '%s'; the newest counts",
                         "%u files of this folder hold the event '%s'; the newest counts", most),
      most, worst->series->uid);
  return one_trouble_new (worst->source, 0, what);
}
