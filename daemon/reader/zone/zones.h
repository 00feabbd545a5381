/* SPDX-License-Identifier: MIT */
/* Which zone a name in a file means. In this order: a name of the system's zone data (which wins
 * over a VTIMEZONE of the same name), or what the tz database calls the same, in any case; such a
 * name with a path in front, a name of Microsoft's, a
 * VTIMEZONE of the file, an offset that is all of the name; else it is unknown. */
#pragma once

#include "reader/zone/zone.h"

typedef struct {
  const OneZone *zone; /* (borrowed) NULL: unknown */
  const char *how;     /* (borrowed) a few words for people: how it was found */
  char *why;           /* (owned) what is wrong with the VTIMEZONE of that name; NULL if nothing */
} OneFound;

#define ONE_ZONES_BY_VTIMEZONE "VTIMEZONE of the file" /* as `how` */

/* All zones met in one run of the program, each expanded once per name or per distinct text. */
typedef struct OneZones OneZones;

/* `folder`: where the system's zone data is, absolute. */
OneZones *one_zones_new (const char *folder);

/* `vtimezone`: the lines of the file's VTIMEZONE of that name, or NULL. The zone lives as long as
 * `zones`; the caller clears `found->why`. */
void one_zones_find (OneZones *zones, const char *name, const GString *vtimezone, char line_end,
                     OneFound *found);

/* By IANA name only, in any case, old or new; NULL if the system has none. */
const OneZone *one_zones_named (OneZones *zones, const char *name);
const OneZone *one_zones_utc (OneZones *zones);

/* Whether it is a name of the tz database, be it in this system's zone data or not. */
gboolean one_zones_knows (const char *name);

/* By a VTIMEZONE's own rules only; NULL if they cannot be used. */
const OneZone *one_zones_own (OneZones *zones, const char *name, const GString *vtimezone,
                              char line_end);

/* The release of the system's zone data; "" if it does not say. */
const char *one_zones_version (OneZones *zones);

/* A zone that keeps its offset, which its name says, all year. */
const OneZone *one_zones_offset (OneZones *zones, const char *name, int offset);

/* "NAME=ZONE": that name, in any case, means that zone from now on, whatever else it could mean. */
void one_zones_add_meaning (OneZones *zones, const char *text);

void one_zones_free (OneZones *zones);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneZones, one_zones_free)
