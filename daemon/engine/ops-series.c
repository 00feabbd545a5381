/* SPDX-License-Identifier: MIT */
#include "engine/ops.h"

#include "engine/cycle.h"
#include "engine/state.h"
#include "store/series.h"
#include "wire/error.h"

static gboolean
has_series (const OneEngine *engine, const char *uid)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, engine->readings);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const OneReading *reading = value;

    for (guint i = 0; i < reading->series->len; i++)
      if (g_str_equal (((const OneSeries *) reading->series->pdata[i])->uid, uid))
        return TRUE;
  }
  return FALSE;
}

gboolean
one_ops_series_track (OneEngine *engine, const char *uid, const char *address, GError **error)
{
  if (!has_series (engine, uid)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND,
                 "no recurring series with the UID '%s' in the calendars", uid);
    return FALSE;
  }
  if (*address ? !one_series_track (engine->store, uid, address, error)
               : !one_series_ignore (engine->store, uid, error))
    return FALSE;
  one_cycle_rejudge (engine);
  return TRUE;
}
