/* SPDX-License-Identifier: MIT */
#include "reader/zone/tzrule.h"

#include <stdlib.h>
#include <string.h>

#include "reader/value/civil.h"

typedef struct {
  char form; /* 'M' month, week, weekday; 'J' day without leap days; 'N' day from 0 */
  int month, week, day;
  int time; /* seconds after midnight, may be negative or beyond a day */
} Change;

static gboolean
skip_name (const char **text)
{
  const char *p = *text;

  if (*p == '<') {
    p = strchr (p, '>');
    if (!p)
      return FALSE;
    *text = p + 1;
    return TRUE;
  }
  while (g_ascii_isalpha (*p))
    p++;
  if (p == *text)
    return FALSE;
  *text = p;
  return TRUE;
}

static gboolean
read_number (const char **text, int max, int *value)
{
  char *end;
  long number;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  number = strtol (*text, &end, 10);
  if (number > max)
    return FALSE;
  *value = (int) number;
  *text = end;
  return TRUE;
}

/* [+-]hh[:mm[:ss]] */
static gboolean
read_clock (const char **text, int *seconds)
{
  int sign = **text == '-' ? -1 : 1, part;

  if (**text == '-' || **text == '+')
    (*text)++;
  if (!read_number (text, 167, &part))
    return FALSE;
  *seconds = part * 3600;
  for (int unit = 60; unit >= 1 && **text == ':'; unit /= 60) {
    (*text)++;
    if (!read_number (text, 59, &part))
      return FALSE;
    *seconds += part * unit;
  }
  *seconds *= sign;
  return TRUE;
}

static gboolean
read_month_week_day (const char **text, Change *change)
{
  if (!read_number (text, 12, &change->month) || *(*text)++ != '.'
      || !read_number (text, 5, &change->week) || *(*text)++ != '.')
    return FALSE;
  return read_number (text, 6, &change->day) && change->month >= 1 && change->week >= 1;
}

static gboolean
read_change (const char **text, Change *change)
{
  if (*(*text)++ != ',')
    return FALSE;
  change->time = 2 * 3600;
  change->form = g_ascii_isdigit (**text) ? 'N' : *(*text)++;
  if (change->form == 'M') {
    if (!read_month_week_day (text, change))
      return FALSE;
  } else if (change->form != 'J' && change->form != 'N') {
    return FALSE;
  } else if (!read_number (text, 365, &change->day)) {
    return FALSE;
  }
  if (**text != '/')
    return TRUE;
  (*text)++;
  return read_clock (text, &change->time);
}

static gint64
month_week_day (const Change *change, int year)
{
  gint64 first = one_civil_day (year, change->month, 1);
  int day = (change->day - one_civil_weekday (first) + 7) % 7 + (change->week - 1) * 7;

  while (day >= one_civil_month_length (year, change->month))
    day -= 7;
  return first + day;
}

/* On the wall, with the offset in force before the change. */
static gint64
change_wall (const Change *change, int year)
{
  gint64 first = one_civil_day (year, 1, 1);
  gint64 day = first + change->day;

  if (change->form == 'M')
    day = month_week_day (change, year);
  else if (change->form == 'J')
    day -= one_civil_is_leap (year) && change->day >= 60 ? 0 : 1;
  return day * ONE_DAY_SECONDS + change->time;
}

static void
add_change (OneZone *zone, gint64 from, int offset, gint64 after)
{
  if (from > after)
    one_zone_add (zone, from, offset);
}

void
one_tzrule_extend (OneZone *zone, const char *text, gint64 after)
{
  int standard, summer, year;
  Change begin, end;

  if (!skip_name (&text) || !read_clock (&text, &standard))
    return;
  standard = -standard; /* POSIX counts west of Greenwich. */
  if (!*text || !skip_name (&text))
    return; /* One offset for ever, which the last span already has. */
  summer = standard + 3600;
  if (*text != ',') {
    if (!read_clock (&text, &summer))
      return;
    summer = -summer;
  }
  if (!read_change (&text, &begin) || !read_change (&text, &end))
    return;
  year = after == G_MININT64 ? 1970 : one_civil_date (one_civil_day_of (after)).year;
  for (; year <= ONE_ZONE_LAST_YEAR; year++) {
    add_change (zone, change_wall (&begin, year) - standard, summer, after);
    add_change (zone, change_wall (&end, year) - summer, standard, after);
  }
}
