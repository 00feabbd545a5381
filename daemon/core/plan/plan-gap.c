/* SPDX-License-Identifier: MIT */
#include "core/plan/plan-gap.h"

#include "model/base/day.h"

#define EVENING 19 /* o'clock */
#define HOUR 3600  /* seconds */

gint64
one_plan_gap_find (const GArray *taken, gint64 from, gint64 *end)
{
  gint64 free = from;

  for (guint i = 0; taken && i < taken->len; i++) {
    const OneTaken *one = &g_array_index (taken, OneTaken, i);

    if (one->end <= free)
      continue;
    *end = one->start;
    if (one->start - free >= ONE_PLAN_GAP_LEAST)
      return free;
    free = one->end;
  }
  *end = G_MAXINT64;
  return free;
}

/* The evening of the day of `from`, by the clock on the wall. */
static gint64
get_evening (gint64 from, GTimeZone *zone)
{
  g_autoptr (GTimeZone) own = zone ? g_time_zone_ref (zone) : g_time_zone_new_utc ();
  g_autoptr (GDateTime) local = one_day_get_time (from, own);
  g_autoptr (GDateTime) evening = NULL;

  if (local)
    evening = g_date_time_new (own, g_date_time_get_year (local), g_date_time_get_month (local),
                               g_date_time_get_day_of_month (local), EVENING, 0, 0);
  return evening ? g_date_time_to_unix (evening) : from;
}

gint64
one_plan_gap_pass (const GArray *taken, gint64 from, GTimeZone *zone)
{
  gint64 evening = MAX (get_evening (from, zone), from + HOUR);
  gint64 end;

  one_plan_gap_find (taken, from, &end);
  return MIN (end, evening);
}
