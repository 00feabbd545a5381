/* SPDX-License-Identifier: MIT */
#include "model/reading.h"

#include <string.h>

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
one_reading_has (const OneReading *reading, const char *uid)
{
  for (guint i = 0; i < reading->series->len; i++)
    if (strcmp (((const OneSeries *) reading->series->pdata[i])->uid, uid) == 0)
      return TRUE;
  return FALSE;
}

void
one_reading_free (OneReading *reading)
{
  g_free (reading->path);
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
  return request;
}

OneRequest *
one_request_dup_part (const OneRequest *request, guint first, guint paths, gsize bytes)
{
  OneRequest *part = one_request_new ();
  gsize size = 0;

  for (guint i = 0; i < request->roots->len; i++)
    g_ptr_array_add (part->roots, g_strdup (g_ptr_array_index (request->roots, i)));
  for (guint i = first; i < request->paths->len && part->paths->len < paths; i++) {
    const char *path = g_ptr_array_index (request->paths, i);

    size += strlen (path);
    if (size > bytes && part->paths->len > 0)
      break;
    g_ptr_array_add (part->paths, g_strdup (path));
  }
  g_free (part->zone);
  part->zone = g_strdup (request->zone);
  part->from = request->from;
  part->to = request->to;
  part->all = request->all;
  return part;
}

void
one_request_free (OneRequest *request)
{
  g_ptr_array_unref (request->roots);
  g_ptr_array_unref (request->paths);
  g_free (request->zone);
  g_free (request);
}
