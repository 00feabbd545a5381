/* SPDX-License-Identifier: MIT */
#include "model/reading.h"

OneReading *
one_reading_new (const char *path)
{
  OneReading *reading = g_new0 (OneReading, 1);

  reading->path = g_strdup (path);
  reading->series = g_ptr_array_new_with_free_func ((GDestroyNotify) one_series_free);
  reading->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  return reading;
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

static void
copy_strings (const GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_strdup (g_ptr_array_index (from, i)));
}

OneRequest *
one_request_dup (const OneRequest *request)
{
  OneRequest *copy = one_request_new ();

  copy_strings (request->roots, copy->roots);
  copy_strings (request->paths, copy->paths);
  g_free (copy->zone);
  copy->zone = g_strdup (request->zone);
  copy->from = request->from;
  copy->to = request->to;
  copy->all = request->all;
  return copy;
}

void
one_request_free (OneRequest *request)
{
  g_ptr_array_unref (request->roots);
  g_ptr_array_unref (request->paths);
  g_free (request->zone);
  g_free (request);
}
