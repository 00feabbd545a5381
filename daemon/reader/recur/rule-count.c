/* SPDX-License-Identifier: MIT */
#include "reader/recur/rule-count.h"

/* Whether there is exactly one number, and one that each month has: a day up to the 28th, or one of
 * the first or last four of a weekday. */
static gboolean
has_each_month (const OneSmallSet *few, int most)
{
  guint64 both = few->first | few->last;

  return (both & (both - 1)) == 0 && !(few->first & few->last) && both >> (most + 1) == 0;
}

/* Whether a rule by month, or by one month of the year, gives one day each time. */
static gboolean
has_one_day (const OneRule *rule)
{
  OneSmallSet nth = { 0, 0 };
  guint weekdays = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rule->nth); i++)
    if (one_number_set_small_has_any (&rule->nth[i])) {
      nth = rule->nth[i];
      weekdays++;
    }
  if (rule->weekdays || weekdays > 1)
    return FALSE;
  if (weekdays == 1)
    return !one_number_set_small_has_any (&rule->month_days) && has_each_month (&nth, 4);
  return one_number_set_small_has_any (&rule->month_days) && has_each_month (&rule->month_days, 28);
}

guint32
one_rule_count_get (const OneRule *rule)
{
  guint32 times = (guint32) (__builtin_popcount (rule->hours) * __builtin_popcountll (rule->minutes)
                             * __builtin_popcountll (rule->seconds));

  if (rule->year_days.some || one_number_set_small_has_any (&rule->weeks) || rule->positions.some
      || rule->seconds >> 59)
    return 0;
  if (rule->freq == ONE_FREQ_YEARLY)
    return __builtin_popcount (rule->months) == 1 && has_one_day (rule) ? times : 0;
  if (rule->months)
    return 0;
  if (rule->freq == ONE_FREQ_MONTHLY)
    return has_one_day (rule) ? times : 0;
  if (rule->nth_some || one_number_set_small_has_any (&rule->month_days))
    return 0;
  return rule->freq == ONE_FREQ_WEEKLY ? times * (guint32) __builtin_popcount (rule->weekdays)
         : rule->weekdays              ? 0
                                       : times;
}
