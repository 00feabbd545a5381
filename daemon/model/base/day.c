/* SPDX-License-Identifier: MIT */
#include "model/base/day.h"

/* The number that `digits` digits make, or 0: neither a year nor a month nor a day is 0. */
static guint
parse_number (const char *text, guint digits)
{
  guint number = 0;

  for (guint i = 0; i < digits; i++) {
    if (!g_ascii_isdigit (text[i]))
      return 0;
    number = number * 10 + (guint) g_ascii_digit_value (text[i]);
  }
  return number;
}

gboolean
one_day_parse (const char *text, GDate *day)
{
  guint year = parse_number (text, 4);
  guint month = year > 0 && text[4] == '-' ? parse_number (text + 5, 2) : 0;
  guint number = month > 0 && text[7] == '-' ? parse_number (text + 8, 2) : 0;

  g_date_clear (day, 1);
  if (number == 0 || text[10] != '\0'
      || !g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

char *
one_day_format (const GDate *day)
{
  if (!g_date_valid (day))
    return g_strdup ("");
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day),
                          g_date_get_day (day));
}

GDateTime *
one_day_get_time (gint64 at, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at);

  return utc ? g_date_time_to_timezone (utc, zone) : NULL;
}

GDate
one_day_get (gint64 at, GTimeZone *zone)
{
  g_autoptr (GDateTime) local = one_day_get_time (at, zone);
  GDate day;
  gint year = 1, month = 1, dom = 1;

  g_date_clear (&day, 1);
  if (local)
    g_date_time_get_ymd (local, &year, &month, &dom);
  g_date_set_dmy (&day, (GDateDay) dom, (GDateMonth) month, (GDateYear) year);
  return day;
}
