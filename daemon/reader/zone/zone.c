/* SPDX-License-Identifier: MIT */
#include "reader/zone/zone.h"

#include "model/base/compare.h"
#include "reader/value/civil.h"

OneZone *
one_zone_new (const char *name, int offset)
{
  OneZone *zone = g_new0 (OneZone, 1);

  zone->name = g_strdup (name);
  zone->first = G_MININT64;
  zone->last = G_MAXINT64;
  zone->spans = g_array_new (FALSE, FALSE, sizeof (OneSpan));
  one_zone_add (zone, G_MININT64, offset);
  return zone;
}

void
one_zone_add (OneZone *zone, gint64 from, int offset)
{
  OneSpan span = { from, offset };

  g_array_append_val (zone->spans, span);
}

static int
span_compare (gconstpointer a, gconstpointer b)
{
  const OneSpan *x = a, *y = b;

  return one_compare_int64 (x->from, y->from);
}

void
one_zone_finish (OneZone *zone)
{
  g_array_sort (zone->spans, span_compare);
}

void
one_zone_free (OneZone *zone)
{
  g_free (zone->name);
  g_array_unref (zone->spans);
  g_free (zone);
}

/* The last span that has begun at `utc`. */
static guint
zone_find (const OneZone *zone, gint64 utc)
{
  const OneSpan *spans = (const OneSpan *) zone->spans->data;
  guint low = 0, high = zone->spans->len;

  while (high - low > 1) {
    guint middle = low + (high - low) / 2;

    if (spans[middle].from <= utc)
      low = middle;
    else
      high = middle;
  }
  return low;
}

gint64
one_zone_to_utc (const OneZone *zone, gint64 wall)
{
  const OneSpan *spans = (const OneSpan *) zone->spans->data;
  /* No offset is a whole day, so the answer is in this span or a later one. */
  guint i = zone_find (zone, wall - ONE_DAY_SECONDS);

  while (i + 1 < zone->spans->len && wall - spans[i].offset >= spans[i + 1].from)
    i++;
  if (i > 0 && wall - spans[i].offset < spans[i].from)
    i--; /* The clock jumped over it. */
  return wall - spans[i].offset;
}

gint64
one_zone_to_wall (const OneZone *zone, gint64 utc)
{
  return utc + g_array_index (zone->spans, OneSpan, zone_find (zone, utc)).offset;
}
