/* SPDX-License-Identifier: MIT */
#include "reader/recur/rule-day.h"

void
one_rule_day_begin (OneRuleDay *day, gint64 number)
{
  day->day = number;
  day->date = one_civil_date (number);
  day->weekday = one_civil_weekday (number);
  day->month_length = one_civil_month_length (day->date.year, day->date.month);
  day->year_length = one_civil_is_leap (day->date.year) ? 366 : 365;
  day->year_day = (int) (number - one_civil_day (day->date.year, 1, 1)) + 1;
}

void
one_rule_day_step (OneRuleDay *day)
{
  if (day->date.day == day->month_length) {
    one_rule_day_begin (day, day->day + 1);
    return;
  }
  day->day++;
  day->date.day++;
  day->year_day++;
  day->weekday = (day->weekday + 1) % 7;
}

/* Days from January 1 to the first day of week 1, RFC 5545 BYWEEKNO: the first week with at least
 * four days in the year. */
static int
week_one (const OneRule *rule, int year)
{
  gint64 january = one_civil_day (year, 1, 1);
  int before = (one_civil_weekday (january) - rule->week_start + 7) % 7;

  return before <= 3 ? -before : 7 - before;
}

static gboolean
week_fits (const OneRule *rule, const OneRuleDay *day)
{
  int year = day->date.year;
  gint64 begin = one_civil_day (year, 1, 1) + week_one (rule, year);
  gint64 end = one_civil_day (year + 1, 1, 1) + week_one (rule, year + 1);

  if (day->day < begin) {
    end = begin;
    begin = one_civil_day (year - 1, 1, 1) + week_one (rule, year - 1);
  } else if (day->day >= end) {
    begin = end;
    end = one_civil_day (year + 2, 1, 1) + week_one (rule, year + 2);
  }
  return one_number_set_small_has (&rule->weeks, (int) (day->day - begin) / 7 + 1,
                                   (int) (end - 1 - day->day) / 7 + 1);
}

/* Numbers count within the month, or within the year for YEARLY without BYMONTH. */
static gboolean
weekday_fits (const OneRule *rule, const OneRuleDay *day)
{
  const OneSmallSet *nth = &rule->nth[day->weekday];
  gboolean whole_year = rule->freq == ONE_FREQ_YEARLY && !rule->months;
  int place = whole_year ? day->year_day - 1 : day->date.day - 1;
  int length = whole_year ? day->year_length : day->month_length;

  if (rule->weekdays >> day->weekday & 1)
    return TRUE;
  if (!one_number_set_small_has_any (nth))
    return FALSE;
  if (rule->freq > ONE_FREQ_MONTHLY || one_number_set_small_has_any (&rule->weeks))
    return TRUE;
  return one_number_set_small_has (nth, place / 7 + 1, (length - 1 - place) / 7 + 1);
}

gboolean
one_rule_day_check (const OneRule *rule, const OneRuleDay *day)
{
  if (rule->months && !(rule->months >> day->date.month & 1))
    return FALSE;
  if ((rule->weekdays || rule->nth_some) && !weekday_fits (rule, day))
    return FALSE;
  if (one_number_set_small_has_any (&rule->month_days)
      && !one_number_set_small_has (&rule->month_days, day->date.day,
                                    day->month_length - day->date.day + 1))
    return FALSE;
  if (rule->year_days.some
      && !one_number_set_large_has (&rule->year_days, day->year_day,
                                    day->year_length - day->year_day + 1))
    return FALSE;
  return !one_number_set_small_has_any (&rule->weeks) || week_fits (rule, day);
}
