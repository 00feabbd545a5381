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
one_reading_has_series (const OneReading *reading, const char *uid)
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

void
one_request_free (OneRequest *request)
{
  g_ptr_array_unref (request->roots);
  g_ptr_array_unref (request->paths);
  g_free (request->zone);
  g_free (request);
}
