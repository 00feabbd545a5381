/* SPDX-License-Identifier: MIT */
/* Thunderbird's times, microseconds of UTC and the name of a zone, as iCalendar writes them: what a
 * clock in that zone shows. */
#pragma once

#include "reader/stores/store-rows.h"
#include "reader/zone/zones.h"

typedef struct {
  const char *name; /* of the line: "DTSTART" */
  gint64 micros;
  const char *zone; /* as the database has it: a name, "UTC", "floating", or a whole VTIMEZONE */
  gboolean is_date;
} OneThunderbirdTime;

typedef struct {
  OneZones *zones;   /* (borrowed) */
  GHashTable *known; /* (owned) zones that the database defines, as it has them -> Own (owned) */
} OneThunderbirdZones;

OneThunderbirdZones *one_thunderbird_zones_new (OneZones *zones);

/* Appends the line to `event`. A zone that the database defines is appended to rows->text when it
 * is met first. FALSE for a time that nobody meets at. */
gboolean one_thunderbird_time_add (OneThunderbirdZones *zones, const OneThunderbirdTime *time,
                                   OneStoreRows *rows, GString *event);

void one_thunderbird_zones_free (OneThunderbirdZones *zones);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneThunderbirdZones, one_thunderbird_zones_free)
