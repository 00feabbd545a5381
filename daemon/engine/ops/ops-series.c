/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/user-change.h"
#include "engine/cycle.h"
#include "engine/state.h"
#include "store/series-choices.h"
#include "wire/error.h"

static gboolean
has_series (OneEngine *engine, const char *uid)
{
  g_autoptr (GPtrArray) paths = one_readings_list_paths (engine->base.calendars.readings, uid);

  return paths->len > 0;
}

static gboolean
write_series (OneEngine *engine, const char *uid, const char *address, GError **error)
{
  g_autofree char *what =
      g_strdup_printf ("%s the series '%s'", *address ? "track" : "ignore", uid);
  g_autoptr (OneTransaction) all = one_user_change_begin (&engine->base, what, error);

  if (!all)
    return FALSE;
  if (*address ? !one_series_choices_track (engine->base.store, uid, address, error)
               : !one_series_choices_ignore (engine->base.store, uid, error))
    return FALSE;
  return one_transaction_commit (all, error);
}

gboolean
one_ops_series_track (OneEngine *engine, const char *uid, const char *address, GError **error)
{
  if (!has_series (engine, uid)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND,
                 "no recurring series with the UID '%s' in the calendars", uid);
    return FALSE;
  }
  if (!write_series (engine, uid, address, error))
    return FALSE;
  one_cycle_rejudge (engine);
  return TRUE;
}
