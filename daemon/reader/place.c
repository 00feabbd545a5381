/* SPDX-License-Identifier: MIT */
#include "reader/place.h"

#include "reader/civil.h"
#include "reader/windows.h"

static const OneFound *
find_zone (OneSheet *sheet, const OneCalendar *calendar, const char *name)
{
  OneFound *found = g_hash_table_lookup (calendar->placed, name);

  if (found)
    return found;
  found = g_new0 (OneFound, 1);
  one_zones_find (sheet->zones, name, one_sheet_find_zone (sheet, calendar, name), sheet->line_end,
                  found);
  g_hash_table_insert (calendar->placed, g_strdup (name), found);
  return found;
}

/* X-WR-TIMEZONE, or else the user's own zone. */
static const OneZone *
floating_zone (OneSheet *sheet, const OneDraft *draft, const char **how)
{
  const OneCalendar *calendar = draft->calendar;
  const OneFound *found;

  *how = "none is named, so your own";
  if (!calendar->zone)
    return sheet->user_zone;
  found = find_zone (sheet, calendar, calendar->zone);
  if (!found->zone) {
    one_sheet_tell_once (sheet, 0, "X-WR-TIMEZONE '%s' is not known; your zone is used instead",
                         calendar->zone);
    return sheet->user_zone;
  }
  *how = "none is named, so X-WR-TIMEZONE of the calendar";
  return found->zone;
}

/* Whether the zone has that offset in January or in July of the event's year. */
static gboolean
keeps_offset (const OneZone *zone, int offset, const OneDraft *draft)
{
  int year = one_civil_date (one_civil_day_of (draft->start.wall)).year;

  for (int month = 1; month <= 7; month += 6) {
    gint64 time = one_civil_day (year, month, 1) * ONE_DAY_SECONDS;

    if (one_zone_to_wall (zone, time) == time + offset)
      return TRUE;
  }
  return FALSE;
}

/* What is read instead of a zone that is not known: one that floats; but not if the name mentions
 * an offset that this one never has. */
static const OneZone *
fallback_zone (OneSheet *sheet, const OneDraft *draft, const char *name, const char **how)
{
  const OneZone *zone = floating_zone (sheet, draft, how);
  g_autofree char *shown = NULL;
  int offset;

  *how = "its name is not known, so as if none were named";
  if (!one_windows_mentions (name, &offset) || keeps_offset (zone, offset, draft))
    return zone;
  *how = "its name is not known, so by the offset in it";
  shown = g_strdup_printf ("UTC%c%02d:%02d", offset < 0 ? '-' : '+', ABS (offset) / 3600,
                           ABS (offset) / 60 % 60);
  return one_zones_offset (sheet->zones, shown, offset);
}

static const OneZone *
named_zone (OneSheet *sheet, const OneDraft *draft, const char *name, const char **how)
{
  const OneFound *found = find_zone (sheet, draft->calendar, name);
  const OneZone *zone = found->zone;

  *how = found->how;
  if (zone)
    return zone;
  zone = fallback_zone (sheet, draft, name, how);
  if (found->why)
    one_sheet_tell_once (sheet, draft->line, "time zone '%s' cannot be used: %s; it is read as %s",
                         name, found->why, zone->name);
  else
    one_sheet_tell_once (sheet, draft->line, "time zone '%s' is not known; it is read as %s", name,
                         zone->name);
  return zone;
}

const OneZone *
one_place_zone (OneSheet *sheet, const OneDraft *draft, const OneWritten *written, const char **how)
{
  switch (written->kind) {
  case ONE_STAMP_UTC:
    *how = "UTC";
    return one_zones_system (sheet->zones, "UTC");
  case ONE_STAMP_ZONED:
    return named_zone (sheet, draft, written->zone, how);
  case ONE_STAMP_FLOATING:
    return floating_zone (sheet, draft, how);
  case ONE_STAMP_DATE:
  case ONE_STAMP_NONE:
    break;
  }
  *how = "whole days, in your zone";
  return sheet->user_zone;
}

gint64
one_place_utc (OneSheet *sheet, const OneDraft *draft, const OneWritten *written,
               const OneZone *floating)
{
  const char *how;
  gboolean bare = written->kind == ONE_STAMP_FLOATING || written->kind == ONE_STAMP_DATE;

  if (written->kind == ONE_STAMP_UTC)
    return written->wall;
  if (!floating || !bare)
    floating = one_place_zone (sheet, draft, written, &how);
  return one_zone_to_utc (floating, written->wall);
}

gint64
one_place_day (OneSheet *sheet, const OneWritten *written)
{
  gint64 wall = written->wall;

  /* Exchange writes local midnight in UTC; others write the date with a midnight and a Z. */
  if (written->kind == ONE_STAMP_UTC && wall % ONE_DAY_SECONDS != 0)
    wall = one_zone_to_wall (sheet->user_zone, wall);
  return one_civil_day_of (wall) * ONE_DAY_SECONDS;
}
