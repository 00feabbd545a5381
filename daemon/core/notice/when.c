/* SPDX-License-Identifier: MIT */
#include "core/notice/when.h"

#include <glib/gi18n-lib.h>
#include "model/base/day.h"
#include "model/base/instant.h"

gint64
one_when_count_days (gint64 at, gint64 now, GTimeZone *zone)
{
  GDate day = one_day_get (at, zone);
  GDate today = one_day_get (now, zone);

  return g_date_days_between (&today, &day);
}

char *
one_when_format_time (gint64 start, gint64 end, gint64 now, GTimeZone *zone)
{
  g_autoptr (GDateTime) from = one_day_get_time (start, zone);
  g_autoptr (GDateTime) to = end != 0 ? one_day_get_time (end, zone) : NULL;
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
  gint64 days = (MAX (seconds, 0) + ONE_DAY / 2) / ONE_DAY;

  if (seconds >= 2 * ONE_DAY)
    return g_strdup_printf (ngettext ("%u day", "%u days", (gulong) days), (guint) days);
  if (minutes < 60)
    return g_strdup_printf (_ ("%u min"), (guint) minutes);
  if (minutes % 60 == 0)
    return g_strdup_printf (_ ("%u h"), (guint) (minutes / 60));
  return g_strdup_printf (_ ("%u h %u min"), (guint) (minutes / 60), (guint) (minutes % 60));
}
