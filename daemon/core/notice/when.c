/* SPDX-License-Identifier: MIT */
#include "core/notice/when.h"

#include <glib/gi18n-lib.h>

#define DAY (24 * 60 * 60)

static GDateTime *
instant_in_zone (gint64 at, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);

  return utc ? g_date_time_to_timezone (utc, zone) : NULL;
}

static gint64
day_of (gint64 at, GTimeZone *zone)
{
  g_autoptr (GDateTime) instant = instant_in_zone (at, zone);
  GDate day;

  if (!instant)
    return 0;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (instant),
                  (GDateMonth) g_date_time_get_month (instant),
                  (GDateYear) g_date_time_get_year (instant));
  return g_date_get_julian (&day);
}

gint64
one_when_count_days (gint64 at, gint64 now, GTimeZone *zone)
{
  return day_of (at, zone) - day_of (now, zone);
}

char *
one_when_format_time (gint64 start, gint64 end, gint64 now, GTimeZone *zone)
{
  g_autoptr (GDateTime) from = instant_in_zone (start, zone);
  g_autoptr (GDateTime) to = end != 0 ? instant_in_zone (end, zone) : NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  gint64 days = one_when_count_days (start, now, zone);

  if (!from)
    return g_strdup ("");
  if (days == 0)
    first = g_date_time_format (from, "%H:%M");
  else if (days > -7 && days < 7)
    first = g_date_time_format (from, _ ("%a %H:%M"));
  else
    first = g_date_time_format (from, _ ("%a %-d %b %H:%M"));
  if (!to)
    return g_steal_pointer (&first);
  last = g_date_time_format (to, "%H:%M");
  return g_strdup_printf ("%s–%s", first, last);
}

char *
one_when_format_span (gint64 seconds)
{
  gint64 minutes = (MAX (seconds, 0) + 59) / 60;
  gint64 days = (MAX (seconds, 0) + DAY / 2) / DAY;

  if (seconds >= 2 * DAY)
    return g_strdup_printf (ngettext ("%u day", "%u days", (gulong) days), (guint) days);
  if (minutes < 60)
    return g_strdup_printf (_ ("%u min"), (guint) minutes);
  if (minutes % 60 == 0)
    return g_strdup_printf (_ ("%u h"), (guint) (minutes / 60));
  return g_strdup_printf (_ ("%u h %u min"), (guint) (minutes / 60), (guint) (minutes % 60));
}
