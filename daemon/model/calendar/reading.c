/* SPDX-License-Identifier: MIT */
#include "model/calendar/reading.h"

#include <string.h>
#include "model/calendar/series-keep.h"

OneReading *
one_reading_new (const char *path)
{
  OneReading *reading = g_new0 (OneReading, 1);

  reading->path = g_strdup (path);
  reading->series = g_ptr_array_new_with_free_func ((GDestroyNotify) one_series_free);
  reading->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  return reading;
}

gboolean
one_reading_has_series (const OneReading *reading, const char *uid)
{
  for (guint i = 0; i < reading->series->len; i++)
    if (strcmp (((const OneSeries *) reading->series->pdata[i])->uid, uid) == 0)
      return TRUE;
  return FALSE;
}

void
one_reading_leave_out (OneReading *reading, const char *uid)
{
  if (!reading->left_out)
    reading->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_size (reading->left_out) < ONE_READING_MAX_LEFT_OUT)
    g_hash_table_add (reading->left_out, g_strdup (uid));
  else
    reading->incomplete |= !g_hash_table_contains (reading->left_out, uid);
}

static gboolean
is_left_out (const OneReading *reading, const char *uid)
{
  return reading->left_out && g_hash_table_contains (reading->left_out, uid);
}

static gboolean
has_master (const OneReading *reading, const char *uid)
{
  for (guint i = 0; i < reading->series->len; i++) {
    const OneSeries *series = reading->series->pdata[i];

    if (strcmp (series->uid, uid) == 0)
      return series->has_master;
  }
  return FALSE;
}

gboolean
one_reading_may_lack (const OneReading *reading, const char *uid)
{
  return reading->refused || is_left_out (reading, uid)
         || (reading->incomplete && !has_master (reading, uid));
}

gboolean
one_reading_may_lack_override (const OneReading *reading, const char *uid)
{
  return reading->refused || reading->incomplete || is_left_out (reading, uid);
}

/* Joins two states of a series, either of which may be missing, to what the file may have. The
 * newer one holds, but for what may be missing in it. */
static OneSeries *
choose (const OneReading *reading, OneSeries **now, OneSeries **before)
{
  gboolean may_lack = *before && one_reading_may_lack_override (reading, (*before)->uid);

  if (!*now)
    return may_lack ? g_steal_pointer (before) : NULL;
  if (may_lack)
    return one_series_keep_changes (g_steal_pointer (now), g_steal_pointer (before));
  return g_steal_pointer (now);
}

/* Both lists are by UID. */
static GPtrArray *
merge (const OneReading *reading, GPtrArray *now, GPtrArray *before)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func ((GDestroyNotify) one_series_free);
  guint i = 0, j = 0;

  while (i < now->len || j < before->len) {
    int order = i == now->len      ? 1
                : j == before->len ? -1
                                   : strcmp (((const OneSeries *) now->pdata[i])->uid,
                                             ((const OneSeries *) before->pdata[j])->uid);
    OneSeries *none = NULL;
    OneSeries *chosen = choose (reading, order <= 0 ? (OneSeries **) &now->pdata[i] : &none,
                                order >= 0 ? (OneSeries **) &before->pdata[j] : &none);

    if (chosen)
      g_ptr_array_add (merged, chosen);
    i += order <= 0;
    j += order >= 0;
  }
  return merged;
}

/* Elements that were taken are NULL, which one_series_free does not take. */
static void
drop_taken (GPtrArray *list)
{
  for (guint i = list->len; i > 0; i--)
    if (!list->pdata[i - 1])
      g_ptr_array_steal_index (list, i - 1);
}

void
one_reading_keep (OneReading *reading, OneReading *known)
{
  g_autoptr (GPtrArray) now = NULL;

  if (!reading->refused && !reading->incomplete && !reading->left_out)
    return;
  now = g_steal_pointer (&reading->series);
  reading->series = merge (reading, now, known->series);
  drop_taken (now);
  drop_taken (known->series);
  if (!reading->refused)
    return;
  /* It is as that one was, and from then. */
  reading->stamp = known->stamp;
  reading->holds = known->holds;
  reading->refused = known->refused;
  reading->incomplete = known->incomplete;
  g_clear_pointer (&reading->left_out, g_hash_table_unref);
  reading->left_out = g_steal_pointer (&known->left_out);
}

void
one_reading_free (OneReading *reading)
{
  g_free (reading->path);
  g_clear_pointer (&reading->left_out, g_hash_table_unref);
  g_ptr_array_unref (reading->series);
  g_ptr_array_unref (reading->troubles);
  g_free (reading);
}

OneRequest *
one_request_new (void)
{
  OneRequest *request = g_new0 (OneRequest, 1);

  request->roots = g_ptr_array_new_with_free_func (g_free);
  request->paths = g_ptr_array_new_with_free_func (g_free);
  request->zone = g_strdup ("UTC");
  request->zones = g_ptr_array_new_with_free_func (g_free);
  request->zone_folder = g_strdup ("/usr/share/zoneinfo");
  return request;
}

void
one_request_free (OneRequest *request)
{
  g_ptr_array_unref (request->roots);
  g_ptr_array_unref (request->paths);
  g_free (request->zone);
  g_ptr_array_unref (request->zones);
  g_free (request->zone_folder);
  g_free (request);
}
