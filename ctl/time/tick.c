/* SPDX-License-Identifier: MIT */
#include "ctl/time/tick.h"

#include "ctl/time/local.h"
#include "ctl/time/seconds.h"

static gint64
tick_find_midnight (gint64 now, GTimeZone *zone)
{
  GDate day;

  one_local_get_day (now, zone, &day);
  if (!g_date_valid (&day))
    return G_MAXINT64;
  g_date_add_days (&day, 1);
  return one_local_begin_day (&day, zone);
}

gint64
one_tick_find (gint64 now, const gint64 *starts, gsize count, GTimeZone *zone)
{
  gint64 next = tick_find_midnight (now, zone);

  for (gsize i = 0; i < count; i++) {
    gint64 left = starts[i] - now;

    if (left > ONE_TICK_LAST)
      next = MIN (next, starts[i] - ONE_TICK_LAST);
    else if (left > 0)
      next = MIN (next, starts[i] - (left - 1) / ONE_MINUTE * ONE_MINUTE);
  }
  return next;
}
