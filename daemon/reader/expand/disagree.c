/* SPDX-License-Identifier: MIT */
#include "reader/expand/disagree.h"

#include "reader/expand/to-utc.h"

/* The first occurrence that is still to come and is in the series' own zone. */
static const OneOccurrence *
find_coming (const OneSeries *series, gint64 now)
{
  for (guint i = 0; i < series->occurrences->len; i++) {
    const OneOccurrence *occurrence = &g_array_index (series->occurrences, OneOccurrence, i);

    if (occurrence->start >= now && !occurrence->override && occurrence->event == 0)
      return occurrence;
  }
  return NULL;
}

static char *
dup_time (gint64 seconds)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seconds);

  return date ? g_date_time_format (date, "%Y-%m-%d %H:%M") : g_strdup ("?");
}

void
one_disagree_check (OneFileContext *context, const OneVEvent *vevent, const OneSeries *series)
{
  const OneOccurrence *coming = find_coming (series, context->request->now);
  const char *how, *name = vevent->start.zone;
  const OneZone *zone, *own;
  g_autofree char *key = NULL, *wall = NULL, *used = NULL, *theirs = NULL;

  if (!coming || vevent->start.kind != ONE_DATETIME_ZONED)
    return;
  zone = one_to_utc_find_zone (context, vevent, &vevent->start, &how);
  own = one_to_utc_find_own (context, vevent, name, coming->start);
  if (!own || own == zone
      || one_zone_to_utc (own, one_zone_to_wall (zone, coming->start)) == coming->start)
    return;
  key = g_strdup_printf ("rules of %s", name);
  if (one_file_context_is_told (context, key))
    return;
  wall = dup_time (one_zone_to_wall (zone, coming->start));
  used = dup_time (coming->start);
  theirs = dup_time (one_zone_to_utc (own, one_zone_to_wall (zone, coming->start)));
  one_file_context_tell (
      context, vevent->line,
      "time zone '%s': %s is %s UTC by the calendar's own rules, and %s UTC by this system's zone "
      "data, which counts, because updates keep it right; 'onectl doctor' says how old it is",
      name, wall, theirs, used);
}
