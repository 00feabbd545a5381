/* SPDX-License-Identifier: MIT */
#include "reader/expand/duration.h"

#include "reader/expand/to-utc.h"
#include "reader/value/civil.h"

/* Whole days, at least one; an end that is a time, against the RFC, is an instant. */
static OneDuration
measure_days (OneFileContext *context, const OneVEvent *vevent)
{
  OneDuration lasting = { 0, 0 };

  if (vevent->end.kind == ONE_DATETIME_DATE)
    lasting.days = one_civil_day_of (vevent->end.wall) - one_civil_day_of (vevent->start.wall);
  else if (vevent->end.kind != ONE_DATETIME_NONE)
    lasting.seconds = one_to_utc (context, vevent, &vevent->end, NULL)
                      - one_to_utc (context, vevent, &vevent->start, NULL);
  else if (vevent->has_duration)
    lasting.days = vevent->duration.days + vevent->duration.seconds / ONE_DAY_SECONDS;
  if (lasting.days <= 0 && lasting.seconds <= 0)
    lasting = (OneDuration){ .days = 1 };
  return lasting;
}

OneDuration
one_duration_measure (OneFileContext *context, const OneVEvent *vevent, const OneZone *zone)
{
  OneDuration lasting = { 0, 0 };

  if (vevent->start.kind == ONE_DATETIME_DATE)
    return measure_days (context, vevent);
  /* An end that floats beside a start in UTC is local time; beside one with a zone, it shares it.
   */
  if (vevent->end.kind != ONE_DATETIME_NONE)
    lasting.seconds = one_to_utc (context, vevent, &vevent->end,
                                  vevent->start.kind == ONE_DATETIME_UTC ? NULL : zone)
                      - one_to_utc (context, vevent, &vevent->start, NULL);
  else if (vevent->has_duration)
    lasting = vevent->duration;
  if (lasting.days < 0 || lasting.seconds < 0) {
    one_file_context_tell (context, vevent->line,
                           "an event that ends before it starts is treated as having no length");
    lasting = (OneDuration){ 0, 0 };
  }
  return lasting;
}

gint64
one_duration_end (const OneZone *zone, gint64 start, OneDuration lasting)
{
  if (lasting.days != 0)
    start = one_zone_to_utc (zone, one_zone_to_wall (zone, start) + lasting.days * ONE_DAY_SECONDS);
  return start + lasting.seconds;
}
