/* SPDX-License-Identifier: MIT */
#include "reader/value/datetime.h"

#include "reader/value/civil.h"

#define MAX_SPELL_DAYS 36600

static gboolean
read_digits (const char *text, guint count, int *value)
{
  int number = 0;

  for (guint i = 0; i < count; i++) {
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    number = number * 10 + (text[i] - '0');
  }
  *value = number;
  return TRUE;
}

static gboolean
read_date (const char *text, gint64 *day)
{
  int year, month, date;

  if (!read_digits (text, 4, &year) || !read_digits (text + 4, 2, &month)
      || !read_digits (text + 6, 2, &date))
    return FALSE;
  if (year < 1 || month < 1 || month > 12 || date < 1
      || date > one_civil_month_length (year, month))
    return FALSE;
  *day = one_civil_day (year, month, date);
  return TRUE;
}

static gboolean
read_clock (const char *text, gsize length, int *seconds)
{
  int hour, minute, second = 0;

  if ((length != 6 && length != 4) || !read_digits (text, 2, &hour)
      || !read_digits (text + 2, 2, &minute)
      || (length == 6 && !read_digits (text + 4, 2, &second)))
    return FALSE;
  if (hour > 23 || minute > 59 || second > 60)
    return FALSE;
  *seconds = hour * 3600 + minute * 60 + MIN (second, 59); /* A leap second is not ours to keep. */
  return TRUE;
}

gboolean
one_datetime_read (const char *text, gsize length, OneDateTime *written)
{
  gint64 day;
  int seconds;
  gboolean utc;

  written->kind = ONE_DATETIME_NONE;
  written->zone = NULL;
  if (length < 8 || !read_date (text, &day))
    return FALSE;
  utc = text[length - 1] == 'Z' || text[length - 1] == 'z';
  if (utc)
    length--;
  written->wall = day * ONE_DAY_SECONDS;
  if (length == 8) {
    written->kind = ONE_DATETIME_DATE;
    return TRUE;
  }
  if ((text[8] != 'T' && text[8] != 't') || !read_clock (text + 9, length - 9, &seconds))
    return FALSE;
  written->wall += seconds;
  written->kind = utc ? ONE_DATETIME_UTC : ONE_DATETIME_FLOATING;
  return TRUE;
}

/* One "15M" of a duration. */
static gboolean
add_part (OneDuration *duration, gint64 number, char unit, gboolean clock)
{
  switch (g_ascii_toupper (unit)) {
  case 'W':
    duration->days += number * 7;
    return !clock;
  case 'D':
    duration->days += number;
    return !clock;
  case 'H':
    duration->seconds += number * 3600;
    return clock;
  case 'M':
    duration->seconds += number * 60;
    return clock;
  case 'S':
    duration->seconds += number;
    return clock;
  default:
    return FALSE;
  }
}

gboolean
one_datetime_read_duration (const char *text, gsize length, OneDuration *duration)
{
  const char *p = text, *end = text + length;
  gboolean negative = p < end && *p == '-', clock = FALSE, some = FALSE;

  duration->days = duration->seconds = 0;
  if (p < end && (*p == '-' || *p == '+'))
    p++;
  if (p >= end || g_ascii_toupper (*p++) != 'P')
    return FALSE;
  while (p < end) {
    gint64 number = 0;

    if (!clock && g_ascii_toupper (*p) == 'T') {
      clock = TRUE;
      p++;
      continue;
    }
    for (; p < end && g_ascii_isdigit (*p) && number < G_MAXINT32; p++)
      number = number * 10 + (*p - '0');
    if (p == end || g_ascii_isdigit (*p) || p == text || !g_ascii_isdigit (p[-1])
        || !add_part (duration, number, *p++, clock))
      return FALSE;
    some = TRUE;
    if (duration->days > MAX_SPELL_DAYS || duration->seconds / ONE_DAY_SECONDS > MAX_SPELL_DAYS)
      return FALSE;
  }
  if (negative) {
    duration->days = -duration->days;
    duration->seconds = -duration->seconds;
  }
  return some;
}
