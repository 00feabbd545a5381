/* SPDX-License-Identifier: MIT */
#include "reader/lasting.h"

#include "reader/civil.h"
#include "reader/place.h"

/* Whole days, at least one; an end that is a time, against the RFC, is an instant. */
static OneSpell
measure_days (OneSheet *sheet, const OneDraft *draft)
{
  OneSpell lasting = { 0, 0 };

  if (draft->end.kind == ONE_STAMP_DATE)
    lasting.days = one_civil_day_of (draft->end.wall) - one_civil_day_of (draft->start.wall);
  else if (draft->end.kind != ONE_STAMP_NONE)
    lasting.seconds = one_place_utc (sheet, draft, &draft->end, NULL)
                      - one_place_utc (sheet, draft, &draft->start, NULL);
  else if (draft->has_spell)
    lasting.days = draft->spell.days + draft->spell.seconds / ONE_DAY_SECONDS;
  if (lasting.days <= 0 && lasting.seconds <= 0)
    lasting = (OneSpell){ .days = 1 };
  return lasting;
}

OneSpell
one_lasting_measure (OneSheet *sheet, const OneDraft *draft, const OneZone *zone)
{
  OneSpell lasting = { 0, 0 };

  if (draft->start.kind == ONE_STAMP_DATE)
    return measure_days (sheet, draft);
  /* An end that floats beside a start in UTC is local time; beside one with a zone, it shares it.
   */
  if (draft->end.kind != ONE_STAMP_NONE)
    lasting.seconds =
        one_place_utc (sheet, draft, &draft->end, draft->start.kind == ONE_STAMP_UTC ? NULL : zone)
        - one_place_utc (sheet, draft, &draft->start, NULL);
  else if (draft->has_spell)
    lasting = draft->spell;
  if (lasting.days < 0 || lasting.seconds < 0) {
    one_sheet_tell (sheet, draft->line,
                    "an event that ends before it starts is read as ending then");
    lasting = (OneSpell){ 0, 0 };
  }
  return lasting;
}

gint64
one_lasting_end (const OneZone *zone, gint64 start, OneSpell lasting)
{
  if (lasting.days != 0)
    start = one_zone_to_utc (zone, one_zone_to_wall (zone, start) + lasting.days * ONE_DAY_SECONDS);
  return start + lasting.seconds;
}
