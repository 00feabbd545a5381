/* SPDX-License-Identifier: MIT */
#include "core/detect/detect.h"

#include <string.h>

/* Most occurrences have the same event, and with it the same verdict. */
static gboolean
has_meeting (const OneDetectInput *input, const OneMergedSeries *merged)
{
  const OneEvent *judged = NULL;

  for (guint i = 0; i < merged->occurrences->len; i++) {
    const OneMergedOccurrence *occurrence =
        &g_array_index (merged->occurrences, OneMergedOccurrence, i);
    g_autoptr (OneVerdict) verdict = NULL;

    if (judged == occurrence->event)
      continue;
    judged = occurrence->event;
    verdict = one_detect_judge (input, merged, occurrence);
    if (verdict->one_on_one)
      return TRUE;
  }
  return FALSE;
}

/* Set of char* (borrowed): UIDs that more than one reading has. */
static GHashTable *
list_shared (const GPtrArray *readings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *shared = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < readings->len; i++) {
    const OneReading *reading = readings->pdata[i];

    for (guint j = 0; j < reading->series->len; j++) {
      char *uid = ((OneSeries *) reading->series->pdata[j])->uid;

      if (!g_hash_table_add (seen, uid))
        g_hash_table_add (shared, uid);
    }
  }
  return shared;
}

static gboolean
is_relevant (const OneReading *reading, GHashTable *uids)
{
  if (reading->refused || reading->troubles->len > 0)
    return TRUE;
  for (guint i = 0; i < reading->series->len; i++)
    if (g_hash_table_contains (uids, ((const OneSeries *) reading->series->pdata[i])->uid))
      return TRUE;
  return FALSE;
}

GHashTable *
one_detect_relevant_list (const OneDetectInput *input, const GPtrArray *readings,
                          const GPtrArray *merged)
{
  g_autoptr (GHashTable) uids = list_shared (readings);
  GHashTable *relevant = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < merged->len; i++)
    if (has_meeting (input, merged->pdata[i]))
      g_hash_table_add (uids, (gpointer) ((const OneMergedSeries *) merged->pdata[i])->uid);
  for (guint i = 0; i < readings->len; i++)
    if (is_relevant (readings->pdata[i], uids))
      g_hash_table_add (relevant, readings->pdata[i]);
  return relevant;
}

static void
append_list (GString *rules, char *const *list)
{
  for (; *list; list++)
    g_string_append_printf (rules, "%s\n", *list);
  g_string_append (rules, "\n");
}

char *
one_detect_relevant_dup_rules (const OneDetectInput *input)
{
  GString *rules = g_string_new (NULL);
  g_autoptr (GList) tracked = input->tracked ? g_hash_table_get_keys (input->tracked) : NULL;

  append_list (rules, input->settings->me);
  for (guint i = 0; i < input->settings->found->me->len; i++)
    g_string_append_printf (rules, "%s\n", (char *) input->settings->found->me->pdata[i]);
  append_list (rules, input->settings->rooms);
  append_list (rules, input->settings->titles);
  tracked = g_list_sort (tracked, (GCompareFunc) strcmp);
  for (GList *uid = tracked; uid; uid = uid->next)
    g_string_append_printf (rules, "%s\n%s\n", (char *) uid->data,
                            (char *) g_hash_table_lookup (input->tracked, uid->data));
  return g_string_free (rules, FALSE);
}
