/* SPDX-License-Identifier: MIT */
#include "model/settings.h"

#include "model/base/day.h"

OneSettings *
one_settings_new (void)
{
  OneSettings *settings = g_new0 (OneSettings, 1);

  settings->sources = g_new0 (char *, 1);
  settings->found = one_found_new ();
  settings->me = g_new0 (char *, 1);
  settings->rooms = g_new0 (char *, 1);
  settings->titles = g_new0 (char *, 1);
  settings->zones = g_new0 (char *, 1);
  settings->role = ONE_ROLE_MANAGER;
  settings->leads[ONE_STAGE_PREP] = (OneLeads){ { 30 * 60 }, 1 };
  settings->leads[ONE_STAGE_START] = (OneLeads){ { 2 * 60 }, 1 };
  settings->leads[ONE_STAGE_NUDGE] = (OneLeads){ { 0 }, 1 };
  settings->persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  settings->quiet_start = TRUE;
  settings->snooze = 10 * 60;
  settings->promises = 9 * 60;
  settings->items_min = 3;
  settings->items_max = 5;
  settings->pages = g_strdup ("");
  return settings;
}

const OneLeads *
one_settings_get_leads (const OneSettings *settings, const char *address, OneStage stage)
{
  const OneLeads *own = g_hash_table_lookup (settings->persons, address);

  return own ? &own[stage] : &settings->leads[stage];
}

static gboolean
is_quiet (const OneQuiet *quiet, int minute)
{
  if (quiet->from <= quiet->to)
    return minute >= quiet->from && minute < quiet->to;
  return minute >= quiet->from || minute < quiet->to;
}

/* By the clock on the wall, which a change to summer time may move in the same night. */
static gint64
local_instant (GTimeZone *zone, GDateTime *day, int minute, gint64 fallback)
{
  g_autoptr (GDateTime) local =
      g_date_time_new (zone, g_date_time_get_year (day), g_date_time_get_month (day),
                       g_date_time_get_day_of_month (day), minute / 60, minute % 60, 0);

  return local ? MAX (fallback, g_date_time_to_unix (local)) : fallback;
}

static gint64
end_hours (const OneQuiet *quiet, GTimeZone *zone, gint64 at)
{
  g_autoptr (GDateTime) local = one_day_get_time (at, zone);
  g_autoptr (GDateTime) day = NULL;
  int minute;

  if (!local)
    return at;
  minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
  if (!is_quiet (quiet, minute))
    return at;
  day = g_date_time_add_days (local, minute >= quiet->to ? 1 : 0);
  return day ? local_instant (zone, day, quiet->to, at) : at;
}

gboolean
one_settings_is_quiet_day (const OneSettings *settings, const GDate *day)
{
  return (settings->quiet_days & 1u << g_date_get_weekday (day)) != 0;
}

/* The midnight at its end; `at` itself if the day is not quiet, or is that of `about`. */
static gint64
end_day (const OneSettings *settings, GTimeZone *zone, gint64 at, gint64 about)
{
  GDate day = one_day_get (at, zone);
  GDate own = one_day_get (about, zone);
  g_autoptr (GDateTime) local = one_day_get_time (at, zone);
  g_autoptr (GDateTime) next = NULL;

  if (!local || !one_settings_is_quiet_day (settings, &day) || g_date_compare (&day, &own) == 0)
    return at;
  next = g_date_time_add_days (local, 1);
  return next ? local_instant (zone, next, 0, at) : at;
}

gint64
one_settings_end_quiet (const OneSettings *settings, OneStage stage, gint64 at, gint64 about)
{
  const OneQuiet *quiet = &settings->quiet;
  g_autoptr (GTimeZone) zone = NULL;

  if ((quiet->from == quiet->to && settings->quiet_days == 0)
      || (stage == ONE_STAGE_START && settings->quiet_start))
    return at;
  zone = settings->zone ? g_time_zone_ref (settings->zone) : g_time_zone_new_utc ();
  /* Hours may end in a quiet day, and days in quiet hours: not more often than a week has days. */
  for (guint i = 0; i < 2 * G_DATE_SUNDAY; i++) {
    gint64 later = end_day (settings, zone, at, about);

    if (quiet->from != quiet->to)
      later = end_hours (quiet, zone, later);
    if (later == at)
      break;
    at = later;
  }
  return at;
}

gboolean
one_settings_is_held (const OneSettings *settings, OneStage stage)
{
  switch (settings->inhibited) {
  case ONE_INHIBITION_NONE:
    return FALSE;
  case ONE_INHIBITION_SOME:
    return !(stage == ONE_STAGE_START && settings->quiet_start);
  case ONE_INHIBITION_ALL:
    return TRUE;
  }
  g_return_val_if_reached (FALSE);
}

gboolean
one_settings_is_hidden (const OneSettings *settings)
{
  return settings->private_mode || settings->locked || settings->inhibited != ONE_INHIBITION_NONE;
}

void
one_settings_free (OneSettings *settings)
{
  g_strfreev (settings->sources);
  one_found_free (settings->found);
  g_strfreev (settings->me);
  g_strfreev (settings->rooms);
  g_strfreev (settings->titles);
  g_strfreev (settings->zones);
  g_hash_table_unref (settings->persons);
  g_clear_pointer (&settings->zone, g_time_zone_unref);
  g_free (settings->pages);
  g_free (settings);
}
