/* SPDX-License-Identifier: MIT */
#include "reader/value/civil.h"

#define ERA_DAYS 146097 /* 400 years */

static gint64
floor_div (gint64 a, gint64 b)
{
  gint64 quotient = a / b;

  return a % b < 0 ? quotient - 1 : quotient;
}

gint64
one_civil_day (int year, int month, int day)
{
  gint64 y = month <= 2 ? (gint64) year - 1 : year; /* The year begins in March: leap days last. */
  gint64 era = floor_div (y, 400);
  gint64 of_era = y - era * 400;
  gint64 of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

OneDate
one_civil_date (gint64 day)
{
  gint64 shifted = day + 719468;
  gint64 era = floor_div (shifted, ERA_DAYS);
  gint64 doe = shifted - era * ERA_DAYS;
  gint64 yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  gint64 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  gint64 mp = (5 * doy + 2) / 153;
  OneDate date;

  date.day = (int) (doy - (153 * mp + 2) / 5 + 1);
  date.month = (int) (mp < 10 ? mp + 3 : mp - 9);
  date.year = (int) (yoe + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

gboolean
one_civil_is_leap (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
one_civil_month_length (int year, int month)
{
  static const guint8 lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && one_civil_is_leap (year) ? 29 : lengths[month - 1];
}

int
one_civil_weekday (gint64 day)
{
  gint64 weekday = (day + 4) % 7; /* 1970-01-01 was a Thursday. */

  return (int) (weekday < 0 ? weekday + 7 : weekday);
}

gint64
one_civil_day_of (gint64 wall)
{
  return floor_div (wall, ONE_DAY_SECONDS);
}
