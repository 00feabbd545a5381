/* SPDX-License-Identifier: MIT */
/* Readings <-> the cache on the disk: what was read in an earlier life, and for a later one. Inner
 * part of the room. */
#pragma once

#include "engine/base/base.h"
#include "engine/calendars/calendars-calls.h"

typedef struct {
  OneBase *base;                  /* (borrowed) */
  const OneCalendarsCalls *calls; /* (borrowed) */
  gpointer data;                  /* (borrowed) for the calls */
  char *key;          /* (owned) what the readings depend on, as it was when they began */
  OneCache *cache;    /* (owned) NULL while there is none */
  gboolean is_stale;  /* it has readings of a source that is none any more */
  gboolean is_broken; /* it cannot be written */
} OneReadingsOnDisk;

/* Whatever is read from now on is read as the system is now. */
void one_readings_on_disk_begin (OneReadingsOnDisk *cache);

/* Takes the readings and their horizon out of the cache. FALSE if there are none of use: of another
 * reader or zone, or with a horizon that begins outside of [earliest, latest]. */
gboolean one_readings_on_disk_take (OneReadingsOnDisk *cache, gint64 earliest, gint64 latest);

/* Everything was read: lets go of what the cache holds. Writes it anew when much has changed. */
void one_readings_on_disk_trim (OneReadingsOnDisk *cache);

/* Writes whatever has changed. */
void one_readings_on_disk_save (OneReadingsOnDisk *cache);

/* Forgets the cache; that on the disk stays. */
void one_readings_on_disk_clear (OneReadingsOnDisk *cache);
