/* SPDX-License-Identifier: MIT */
#include "core/plan/plan-ask.h"

#include "model/base/day.h"

#define QUARTER (15 * 60)
#define LATE (5 * 60) /* of a quarter that has begun longer ago, too little is left */
#define NINE (9 * 60) /* when the working morning is, if oned.conf has `promises=off` */

static gint64
next_quarter (gint64 at)
{
  return (at / QUARTER + 1) * QUARTER;
}

static gint64
round_up (gint64 at)
{
  return at % QUARTER == 0 ? at : next_quarter (at);
}

/* The instant of a minute after midnight, by the clock on the wall; NEVER behind the last day. */
static gint64
ask_instant (GTimeZone *zone, const GDate *day, int minute)
{
  g_autoptr (GDateTime) local =
      g_date_time_new (zone, g_date_get_year (day), g_date_get_month (day), g_date_get_day (day),
                       minute / 60, minute % 60, 0);

  return local ? g_date_time_to_unix (local) : ONE_PLAN_ASK_NEVER;
}

static gint64
ask_midnight (GTimeZone *zone, const GDate *day)
{
  GDate next = *day;

  g_date_add_days (&next, 1);
  return ask_instant (zone, &next, 0);
}

/* The end of a meeting that takes some of [from, to); `from` if there is none. */
static gint64
end_busy (const GArray *busy, gint64 from, gint64 to)
{
  gint64 end = from;

  for (guint i = 0; i < busy->len; i++) {
    const OneBusy *span = &g_array_index (busy, OneBusy, i);

    if (span->start < to && span->end > from)
      end = MAX (end, span->end);
  }
  return end;
}

/* The first free quarter from `from` on that begins before `end`; NEVER if there is none. */
static gint64
find_quarter (const OneAskPresent *present, gint64 from, gint64 end)
{
  gint64 at = from % QUARTER <= LATE ? from : next_quarter (from);

  while (at < end) {
    gint64 over = next_quarter (at);
    gint64 loud = one_settings_end_quiet (present->settings, ONE_STAGE_PREP, at, at);
    gint64 free = end_busy (present->busy, at, over);

    if (loud == at && free == at)
      return at;
    at = MAX (over, round_up (MAX (loud, free)));
  }
  return ONE_PLAN_ASK_NEVER;
}

/* On the day of `from` at any time of it, and else from a morning on. */
static gint64
find_in_days (const OneAskPresent *present, GTimeZone *zone, gint64 from, const GDate *own)
{
  GDate day = one_day_get (from, zone);
  int morning = present->settings->promises < 0 ? NINE : present->settings->promises;

  for (guint i = 0; i < ONE_PLAN_ASK_DAYS; i++, g_date_add_days (&day, 1)) {
    gint64 first =
        g_date_compare (&day, own) == 0 ? from : MAX (from, ask_instant (zone, &day, morning));
    gint64 found = one_settings_is_quiet_day (present->settings, &day)
                       ? ONE_PLAN_ASK_NEVER
                       : find_quarter (present, first, ask_midnight (zone, &day));

    if (found != ONE_PLAN_ASK_NEVER)
      return found;
  }
  return ONE_PLAN_ASK_NEVER;
}

static GTimeZone *
zone_new (const OneSettings *settings)
{
  return settings->zone ? g_time_zone_ref (settings->zone) : g_time_zone_new_utc ();
}

gint64
one_plan_ask_get (const OnePoint *point, const OneAsking *row, const OneAskPresent *present)
{
  g_autoptr (GTimeZone) zone = zone_new (present->settings);
  gboolean put_off = row && row->state == ONE_SENT_SNOOZED;
  gint64 wanted = put_off ? round_up (row->until) : next_quarter (point->created);
  GDate own;

  if (row && !put_off && row->state != ONE_SENT_INTENT)
    return ONE_PLAN_ASK_NEVER;
  /* The clock was ahead when it was asked for. */
  if (wanted > present->now + ONE_DAY)
    wanted = present->now;
  own = one_day_get (put_off ? row->at : point->created, zone);
  return find_in_days (present, zone, MAX (wanted, present->now), &own);
}

/* The midnight at the end of the day on which it was shown. */
static gint64
end_of (const OneAsking *row, const OneAskPresent *present)
{
  g_autoptr (GTimeZone) zone = zone_new (present->settings);
  GDate day = one_day_get (row->at, zone);

  return ask_midnight (zone, &day);
}

OneAskStep
one_plan_ask_step (const OneAsking *row, gint64 at, guint32 look, const OneAskPresent *present)
{
  if (row && row->at > present->now + ONE_DAY)
    return ONE_ASK_FORGET;
  if (row && row->state == ONE_SENT_SHOWN) {
    if (present->now >= end_of (row, present))
      return ONE_ASK_CLOSE;
    return row->look == look ? ONE_ASK_KEEP : ONE_ASK_REFRESH;
  }
  return at <= present->now && !present->held ? ONE_ASK_SHOW : ONE_ASK_KEEP;
}

gint64
one_plan_ask_wake (const OneAsking *row, gint64 at, const OneAskPresent *present)
{
  if (row && row->state == ONE_SENT_SHOWN)
    return end_of (row, present);
  return at == ONE_PLAN_ASK_NEVER || at <= present->now ? 0 : at;
}
