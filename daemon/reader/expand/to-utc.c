/* SPDX-License-Identifier: MIT */
#include "reader/expand/to-utc.h"

#include <string.h>

#include "reader/value/civil.h"
#include "reader/zone/windows-zones.h"

static const OneFound *
find_zone (OneFileContext *context, const OneCalendar *calendar, const char *name)
{
  OneFound *found = g_hash_table_lookup (calendar->overrides, name);

  if (found)
    return found;
  found = g_new0 (OneFound, 1);
  one_zones_find (context->zones, name, one_file_context_find_zone (context, calendar, name),
                  context->line_end, found);
  g_hash_table_insert (calendar->overrides, g_strdup (name), found);
  return found;
}

#define UNTIL_TOLD "until zones= in oned.conf says what it is"

/* X-WR-TIMEZONE, or else the user's own zone. */
static const OneZone *
floating_zone (OneFileContext *context, const OneVEvent *vevent, const char **how)
{
  const OneCalendar *calendar = vevent->calendar;
  const OneFound *found;

  *how = "none is named, so your own";
  if (!calendar->zone)
    return context->user_zone;
  found = find_zone (context, calendar, calendar->zone);
  if (!found->zone) {
    one_file_context_tell_once (
        context, 0, "X-WR-TIMEZONE '%s' is not known; your zone is used instead", calendar->zone);
    return context->user_zone;
  }
  *how = "none is named, so X-WR-TIMEZONE of the calendar";
  return found->zone;
}

/* Whether the zone has that offset in January or in July of the event's year. */
static gboolean
keeps_offset (const OneZone *zone, int offset, const OneVEvent *vevent)
{
  int year = one_civil_date (one_civil_day_of (vevent->start.wall)).year;

  for (int month = 1; month <= 7; month += 6) {
    gint64 time = one_civil_day (year, month, 1) * ONE_DAY_SECONDS;

    if (one_zone_to_wall (zone, time) == time + offset)
      return TRUE;
  }
  return FALSE;
}

/* Replaces an unknown zone by the floating one, but by the offset in its name if the floating one
 * never has that. */
static const OneZone *
fallback_zone (OneFileContext *context, const OneVEvent *vevent, const char *name, const char **how)
{
  const OneZone *zone = floating_zone (context, vevent, how);
  g_autofree char *shown = NULL;
  int offset;

  *how = "its name is not known, so as if none were named";
  if (!one_windows_zones_mentions (name, &offset) || keeps_offset (zone, offset, vevent))
    return zone;
  *how = "its name is not known, so by the offset in it";
  shown = g_strdup_printf ("UTC%c%02d:%02d", offset < 0 ? '-' : '+', ABS (offset) / 3600,
                           ABS (offset) / 60 % 60);
  return one_zones_offset (context->zones, shown, offset);
}

/* A zone that is younger than the system's zone data, or than this program, is told of: its times
 * may be off until there is an update. */
static void
tell_if_new (OneFileContext *context, const OneVEvent *vevent, const char *name,
             const OneFound *found)
{
  const char *version = one_zones_version (context->zones);
  const char *since = one_windows_zones_since (name);
  gboolean own = found->zone && g_str_equal (found->how, ONE_ZONES_BY_VTIMEZONE);

  if (since && *version && strcmp (version, since) < 0)
    one_file_context_tell_once (context, vevent->line,
                                "time zone '%s' is newer than this system's zone data, %s: its "
                                "times can be an hour off until "
                                "the package tzdata is updated",
                                name, version);
  else if (own && one_zones_knows (name))
    one_file_context_tell_once (
        context, vevent->line,
        "time zone '%s' is not in this system's zone data, %s: the calendar's "
        "own rules count",
        name, *version ? version : "of an unknown release");
  else if (own && one_windows_zones_resembles (name))
    one_file_context_tell_once (context, vevent->line,
                                "time zone '%s' looks like one of Windows, but is not known: the "
                                "calendar's own rules count",
                                name);
}

static const OneZone *
named_zone (OneFileContext *context, const OneVEvent *vevent, const char *name, const char **how)
{
  const OneFound *found = find_zone (context, vevent->calendar, name);
  const OneZone *zone = found->zone;

  *how = found->how;
  tell_if_new (context, vevent, name, found);
  if (zone)
    return zone;
  zone = fallback_zone (context, vevent, name, how);
  if (found->why)
    one_file_context_tell_once (context, vevent->line,
                                "time zone '%s' cannot be used: %s; it is read as %s", name,
                                found->why, zone->name);
  else if (one_windows_zones_resembles (name))
    one_file_context_tell_once (
        context, vevent->line,
        "time zone '%s' looks like one of Windows, but is not known; it is read as %s, " UNTIL_TOLD,
        name, zone->name);
  else
    one_file_context_tell_once (context, vevent->line,
                                "time zone '%s' is not known; it is read as %s, " UNTIL_TOLD, name,
                                zone->name);
  return zone;
}

const OneZone *
one_to_utc_find_own (OneFileContext *context, const OneVEvent *vevent, const char *name, gint64 at)
{
  const OneZone *own = one_zones_own (context->zones, name,
                                      one_file_context_find_zone (context, vevent->calendar, name),
                                      context->line_end);

  return own && at >= own->first && at < own->last ? own : NULL;
}

const OneZone *
one_to_utc_find_zone (OneFileContext *context, const OneVEvent *vevent, const OneDateTime *written,
                      const char **how)
{
  switch (written->kind) {
  case ONE_DATETIME_UTC:
    *how = "UTC";
    return one_zones_utc (context->zones);
  case ONE_DATETIME_ZONED:
    return named_zone (context, vevent, written->zone, how);
  case ONE_DATETIME_FLOATING:
    return floating_zone (context, vevent, how);
  case ONE_DATETIME_DATE:
  case ONE_DATETIME_NONE:
    break;
  }
  *how = "whole days, in your zone";
  return context->user_zone;
}

gint64
one_to_utc (OneFileContext *context, const OneVEvent *vevent, const OneDateTime *written,
            const OneZone *floating)
{
  const char *how;
  gboolean bare = written->kind == ONE_DATETIME_FLOATING || written->kind == ONE_DATETIME_DATE;

  if (written->kind == ONE_DATETIME_UTC)
    return written->wall;
  if (!floating || !bare)
    floating = one_to_utc_find_zone (context, vevent, written, &how);
  return one_zone_to_utc (floating, written->wall);
}

gint64
one_to_utc_day (OneFileContext *context, const OneDateTime *written)
{
  gint64 wall = written->wall;

  /* Exchange writes local midnight in UTC; others write the date with a midnight and a Z. */
  if (written->kind == ONE_DATETIME_UTC && wall % ONE_DAY_SECONDS != 0)
    wall = one_zone_to_wall (context->user_zone, wall);
  return one_civil_day_of (wall) * ONE_DAY_SECONDS;
}
