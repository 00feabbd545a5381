/* SPDX-License-Identifier: MIT */
/* One time zone as a list of spans of constant offset, whatever it was made from. Immutable once
 * finished. "Wall" is what a clock there shows, counted in seconds as if it were UTC. */
#pragma once

#include <glib.h>

#define ONE_ZONE_LAST_YEAR 2201 /* rules are written out up to here */

typedef struct {
  gint64 from; /* UTC seconds */
  int offset;  /* seconds east of UTC from then on */
} OneSpan;

typedef struct {
  char *name;    /* (owned) */
  GArray *spans; /* (owned) of OneSpan, by `from`; the first begins with time itself */
  gint64
      first;   /* UTC seconds: a VTIMEZONE can be cut to the years that its maker needed. What it */
  gint64 last; /* says of times before `first`, and from `last` on, it does not really say */
} OneZone;

/* A zone that always has `offset`. */
OneZone *one_zone_new (const char *name, int offset);
/* Adds a span in any order; one_zone_finish sorts. */
void one_zone_add (OneZone *zone, gint64 from, int offset);
void one_zone_finish (OneZone *zone);
void one_zone_free (OneZone *zone);

/* RFC 5545 3.3.5: a time that occurs twice is its first instant; one that is skipped is counted
 * with the offset before the gap. */
gint64 one_zone_to_utc (const OneZone *zone, gint64 wall);
gint64 one_zone_to_wall (const OneZone *zone, gint64 utc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneZone, one_zone_free)
