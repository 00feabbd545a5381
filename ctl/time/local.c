/* SPDX-License-Identifier: MIT */
#include "ctl/time/local.h"

#define YEAR_10000 G_GINT64_CONSTANT (253402300800) /* its first instant in UTC */

void
one_local_get_day (gint64 instant, GTimeZone *zone, GDate *day)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_timezone (utc, zone) : NULL;

  g_date_clear (day, 1);
  if (local)
    g_date_set_dmy (day, (GDateDay) g_date_time_get_day_of_month (local),
                    (GDateMonth) g_date_time_get_month (local),
                    (GDateYear) g_date_time_get_year (local));
}

gint64
one_local_begin_day (const GDate *day, GTimeZone *zone)
{
  g_autoptr (GDateTime) begin = g_date_time_new (
      zone, g_date_get_year (day), (int) g_date_get_month (day), g_date_get_day (day), 0, 0, 0);

  /* GLib knows no year 10000: the day after the last of 9999 begins with it. */
  return begin ? g_date_time_to_unix (begin) : YEAR_10000;
}

char *
one_local_format_date (const GDate *day)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), (int) g_date_get_month (day),
                          g_date_get_day (day));
}

char *
one_local_format_day (gint64 instant, GTimeZone *zone)
{
  GDate day;

  one_local_get_day (instant, zone, &day);
  return one_local_format_date (&day);
}

char *
one_local_format_instant (gint64 instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_timezone (utc, zone) : NULL;
  int offset;

  if (!local)
    return NULL;
  /* Not by strftime: the digits of some locales are not 0 to 9. */
  offset = (int) (g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", g_date_time_get_year (local),
                          g_date_time_get_month (local), g_date_time_get_day_of_month (local),
                          g_date_time_get_hour (local), g_date_time_get_minute (local),
                          g_date_time_get_second (local), offset < 0 ? '-' : '+', ABS (offset) / 60,
                          ABS (offset) % 60);
}
