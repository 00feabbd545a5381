/* SPDX-License-Identifier: MIT */
#include "reader/recur/recur.h"

#include "reader/recur/rule-count.h"
#include "reader/recur/rule-day.h"
#include "reader/value/civil.h"

#define COST 16 /* instances found that cost as much as a period looked at */

typedef struct {
  gint64 first, end; /* days, end not included */
} Period;

/* Writes what the rule takes from DTSTART into it. */
static void
complete (OneRule *rule, gint64 start)
{
  gint64 day = one_civil_day_of (start);
  int clock = (int) (start - day * ONE_DAY_SECONDS);
  OneDate date = one_civil_date (day);
  gboolean days = rule->weekdays || rule->nth_some
                  || one_number_set_small_has_any (&rule->month_days) || rule->year_days.some;

  if (!rule->hours)
    rule->hours = 1u << (clock / 3600);
  if (!rule->minutes)
    rule->minutes = G_GUINT64_CONSTANT (1) << (clock / 60 % 60);
  if (!rule->seconds)
    rule->seconds = G_GUINT64_CONSTANT (1) << (clock % 60);
  if (rule->freq != ONE_FREQ_YEARLY)
    rule->weeks = (OneSmallSet){ 0, 0 };
  if (days || rule->freq == ONE_FREQ_DAILY)
    return;
  if (rule->freq == ONE_FREQ_WEEKLY || one_number_set_small_has_any (&rule->weeks)) {
    rule->weekdays = (guint8) (1 << one_civil_weekday (day));
    return;
  }
  if (rule->freq == ONE_FREQ_YEARLY && !rule->months)
    rule->months = (guint16) (1 << date.month);
  rule->month_days.first = G_GUINT64_CONSTANT (1) << date.day;
}

static gint64
week_begin (const OneRule *rule, gint64 day)
{
  return day - (one_civil_weekday (day) - rule->week_start + 7) % 7;
}

/* From the first to the last month of the rule. */
static Period
year_at (const OneRule *rule, int year)
{
  int first = rule->months ? __builtin_ctz (rule->months) : 1;
  int last = rule->months ? 31 - __builtin_clz (rule->months) : 12;

  return (Period){ one_civil_day (year, first, 1),
                   one_civil_day (year, last, one_civil_month_length (year, last)) + 1 };
}

/* The days of period `index`, DTSTART's being 0. */
static Period
period_at (const OneRecur *recur, gint64 index)
{
  gint64 day = one_civil_day_of (recur->start);
  OneDate date = one_civil_date (day);
  gint64 step = index * recur->rule.interval, months;
  int year;

  switch (recur->rule.freq) {
  case ONE_FREQ_DAILY:
    return (Period){ day + step, day + step + 1 };
  case ONE_FREQ_WEEKLY:
    day = week_begin (&recur->rule, day) + step * 7;
    return (Period){ day, day + 7 };
  case ONE_FREQ_MONTHLY:
    months = date.year * 12 + date.month - 1 + step;
    year = (int) (months / 12);
    day = one_civil_day (year, (int) (months % 12) + 1, 1);
    return (Period){ day, day + one_civil_month_length (year, (int) (months % 12) + 1) };
  case ONE_FREQ_YEARLY:
    return year_at (&recur->rule, date.year + (int) step);
  case ONE_FREQ_SUB_DAILY:
    break;
  }
  return (Period){ 0, 0 };
}

/* The last period that begins no later than `wall`, and not below 0. */
static gint64
period_of (const OneRecur *recur, gint64 wall)
{
  gint64 day = one_civil_day_of (wall), first = one_civil_day_of (recur->start);
  OneDate date = one_civil_date (day), begin = one_civil_date (first);
  gint64 steps = 0;

  switch (recur->rule.freq) {
  case ONE_FREQ_DAILY:
    steps = day - first;
    break;
  case ONE_FREQ_WEEKLY:
    steps = (week_begin (&recur->rule, day) - week_begin (&recur->rule, first)) / 7;
    break;
  case ONE_FREQ_MONTHLY:
    steps = (date.year - begin.year) * 12 + date.month - begin.month;
    break;
  case ONE_FREQ_YEARLY:
    steps = date.year - begin.year;
    break;
  case ONE_FREQ_SUB_DAILY:
    break;
  }
  return MAX (steps / recur->rule.interval, 0);
}

static void
add_clock (OneRecur *recur, gint64 day, int hour)
{
  const OneRule *rule = &recur->rule;

  for (int minute = 0; minute < 60; minute++)
    for (int second = 0; rule->minutes >> minute & 1 && second <= 60; second++) {
      gint64 wall = day * ONE_DAY_SECONDS + hour * 3600 + minute * 60 + MIN (second, 59);

      if (rule->seconds >> second & 1)
        g_array_append_val (recur->found, wall);
    }
}

static void
add_day (OneRecur *recur, gint64 day)
{
  for (int hour = 0; hour < 24; hour++)
    if (recur->rule.hours >> hour & 1)
      add_clock (recur, day, hour);
}

static void
keep_positions (OneRecur *recur)
{
  gint64 *found = (gint64 *) recur->found->data;
  guint count = recur->found->len, kept = 0;

  for (guint i = 0; i < count; i++)
    if (one_number_set_large_has (&recur->rule.positions, (int) MIN (i + 1, 383),
                                  (int) MIN (count - i, 383)))
      found[kept++] = found[i];
  g_array_set_size (recur->found, kept);
}

/* Fills `found` with all of the period in hand. */
static void
look (OneRecur *recur, Period period)
{
  OneRuleDay day;

  g_array_set_size (recur->found, 0);
  recur->given = 0;
  one_rule_day_begin (&day, period.first);
  while (day.day < period.end) {
    if (recur->rule.months && !(recur->rule.months >> day.date.month & 1)) {
      one_rule_day_begin (&day, day.day + day.month_length - day.date.day + 1);
      continue;
    }
    if (one_rule_day_check (&recur->rule, &day))
      add_day (recur, day.day);
    one_rule_day_step (&day);
  }
  if (recur->rule.positions.some)
    keep_positions (recur);
}

static void
seek (OneRecur *recur, gint64 from)
{
  gint64 target = period_of (recur, from);
  guint32 each;

  if (target < 2)
    return;
  if (recur->rule.count == 0) {
    recur->period = target;
    return;
  }
  /* Only the first period may be a part of one. */
  each = one_rule_count_get (&recur->rule);
  if (each > 0 && (guint64) target * each < G_MAXUINT32)
    recur->skip = target;
}

void
one_recur_begin (OneRecur *recur, const OneRule *rule, gint64 start, gint64 from, gint64 limit)
{
  *recur = (OneRecur){ .rule = *rule, .start = start, .limit = limit, .left = rule->count };
  recur->found = g_array_new (FALSE, FALSE, sizeof (gint64));
  complete (&recur->rule, start);
  seek (recur, from);
}

void
one_recur_finish (OneRecur *recur)
{
  g_clear_pointer (&recur->found, g_array_unref);
}

/* After the first period of a COUNT: goes to where the instances begin to matter, counting those
 * between. */
static void
jump (OneRecur *recur)
{
  guint64 between;

  if (recur->period != 1 || recur->skip <= 1)
    return;
  between = (guint64) (recur->skip - 1) * one_rule_count_get (&recur->rule);
  recur->period = recur->skip;
  recur->left = between < recur->left ? recur->left - (guint32) between : 0;
}

static gboolean
next_period (OneRecur *recur, guint64 *budget)
{
  Period period;
  guint64 cost;

  jump (recur);
  period = period_at (recur, recur->period);
  if (*budget == 0 || period.first * ONE_DAY_SECONDS > recur->limit)
    return FALSE;
  recur->period++;
  look (recur, period);
  cost = 1 + recur->found->len / COST;
  *budget -= MIN (*budget, cost);
  return TRUE;
}

static gboolean
give (OneRecur *recur, gint64 *wall, gint64 value)
{
  *wall = value;
  if (recur->rule.count > 0)
    recur->left--;
  return TRUE;
}

gboolean
one_recur_next (OneRecur *recur, guint64 *budget, gint64 *wall)
{
  if (recur->rule.freq == ONE_FREQ_SUB_DAILY)
    return FALSE;
  if (!recur->begun && !recur->bare) {
    recur->begun = TRUE;
    return give (recur, wall, recur->start);
  }
  while (recur->rule.count == 0 || recur->left > 0) {
    gint64 value;

    if (recur->given == recur->found->len) {
      if (!next_period (recur, budget))
        return FALSE;
      continue;
    }
    value = g_array_index (recur->found, gint64, recur->given++);
    if (value > recur->start || (recur->bare && value == recur->start))
      return give (recur, wall, value);
  }
  return FALSE;
}
