/* SPDX-License-Identifier: MIT */
#include "engine/base/today.h"

#include "model/base/day.h"

GDate
one_today_get (const OneBase *base, gint64 at)
{
  return one_day_get (at, base->zone);
}

/* GLib's days end with the year 9999: the one after never begins. */
static gint64
midnight (const OneBase *base, const GDate *day)
{
  g_autoptr (GDateTime) local = g_date_time_new (
      base->zone, g_date_get_year (day), g_date_get_month (day), g_date_get_day (day), 0, 0, 0);

  return local ? g_date_time_to_unix (local) : G_MAXINT64;
}

void
one_today_bounds (const OneBase *base, const GDate *day, gint64 *from, gint64 *to)
{
  GDate next = *day;

  g_date_add_days (&next, 1);
  *from = midnight (base, day);
  *to = midnight (base, &next);
}
