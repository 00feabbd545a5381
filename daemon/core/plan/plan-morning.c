/* SPDX-License-Identifier: MIT */
#include "core/plan/plan-morning.h"

/* A zone to the west may make it yesterday again; a clock that is right never more than that. */
#define MOST_AHEAD 1
#define NOON (12 * 60)

/* The instant of a minute after midnight, by the clock on the wall; NEVER behind the last day. */
static gint64
day_instant (const OneSettings *settings, const GDate *day, int minute)
{
  g_autoptr (GTimeZone) zone =
      settings->zone ? g_time_zone_ref (settings->zone) : g_time_zone_new_utc ();
  g_autoptr (GDateTime) local =
      g_date_time_new (zone, g_date_get_year (day), g_date_get_month (day), g_date_get_day (day),
                       minute / 60, minute % 60, 0);

  return local ? g_date_time_to_unix (local) : ONE_PLAN_MORNING_NEVER;
}

/* The midnight at its end. */
static gint64
day_end (const OneSettings *settings, const GDate *day)
{
  GDate next = *day;

  g_date_add_days (&next, 1);
  return day_instant (settings, &next, 0);
}

gint64
one_plan_morning_get (const OneSettings *settings, const GDate *day)
{
  gint64 end = day_end (settings, day);
  gint64 noon = day_instant (settings, day, NOON);
  gint64 wanted, first;

  if (settings->promises < 0)
    return ONE_PLAN_MORNING_NEVER;
  wanted = one_settings_end_quiet (settings, ONE_STAGE_PREP,
                                   day_instant (settings, day, settings->promises), noon);
  if (wanted < end)
    return wanted;
  /* The rest of the day is quiet: it comes ahead of that. */
  first = one_settings_end_quiet (settings, ONE_STAGE_PREP, day_instant (settings, day, 0), noon);
  return first < end ? first : ONE_PLAN_MORNING_NEVER;
}

GDate
one_plan_morning_day (const OneSettings *settings, const GDate *due)
{
  GDate day = *due;

  for (guint i = 0; i < G_DATE_SUNDAY && one_settings_is_quiet_day (settings, &day); i++)
    g_date_subtract_days (&day, 1);
  return day;
}

GPtrArray *
one_plan_morning_list (const GPtrArray *actions, const GDate *day, const OneSettings *settings)
{
  GPtrArray *list = g_ptr_array_new ();
  gint64 morning = one_plan_morning_get (settings, day);

  for (guint i = 0; morning != ONE_PLAN_MORNING_NEVER && i < actions->len; i++) {
    OneAction *action = g_ptr_array_index (actions, i);
    GDate told = one_plan_morning_day (settings, &action->due);

    if (g_date_compare (&told, day) == 0 && action->created < morning)
      g_ptr_array_add (list, action);
  }
  return list;
}

static gboolean
row_is_open (const OneMorning *row)
{
  return row->state == ONE_SENT_INTENT || row->state == ONE_SENT_SHOWN;
}

OneMorningStep
one_plan_morning_step (const OneMorning *row, const OneMorningDay *day)
{
  gint ahead = row ? g_date_days_between (&day->today, &row->day) : 0;

  if (ahead > MOST_AHEAD)
    return ONE_MORNING_FORGET;
  if (row && !row_is_open (row))
    return ONE_MORNING_KEEP;
  if (row && (ahead != 0 || day->look == 0))
    return ONE_MORNING_CLOSE;
  if (row && row->state == ONE_SENT_SHOWN)
    return row->look == day->look ? ONE_MORNING_KEEP : ONE_MORNING_REFRESH;
  return day->look != 0 && day->now >= day->morning && !day->held ? ONE_MORNING_SHOW
                                                                  : ONE_MORNING_KEEP;
}

static gint64
earlier_after (gint64 now, gint64 wake, gint64 at)
{
  if (at <= now || at == ONE_PLAN_MORNING_NEVER)
    return wake;
  return wake == 0 ? at : MIN (wake, at);
}

gint64
one_plan_morning_wake (const GPtrArray *actions, const OneMorning *row, const OneSettings *settings,
                       const OneMorningDay *day)
{
  gint64 wake = 0;
  gboolean open = !row || row->state == ONE_SENT_INTENT;

  if (row && row->state == ONE_SENT_SHOWN)
    wake = day_end (settings, &day->today);
  for (guint i = 0; i < actions->len; i++) {
    const OneAction *action = g_ptr_array_index (actions, i);
    GDate told = one_plan_morning_day (settings, &action->due);
    gint order = g_date_compare (&told, &day->today);

    if (order > 0 || (order == 0 && open))
      wake = earlier_after (day->now, wake, one_plan_morning_get (settings, &told));
    if (order > 0)
      break;
  }
  return wake;
}
