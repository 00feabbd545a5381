/* SPDX-License-Identifier: MIT */
/* The readings of all files: an immutable pack, as a rule in the cache's mapped file, and the
 * readings made since, which hide those of the pack. A file that was read, but has neither series
 * nor troubles, is left out. See edge/cache/cache.h. */
#pragma once

#include <glib.h>
#include "edge/cache/reading-pack.h"
#include "model/calendar/reading.h"

typedef struct OneReadings OneReadings;

OneReadings *one_readings_new (void);

/* Replaces the reading of that path. */
void one_readings_put (OneReadings *known, const OneReading *reading);
void one_readings_del (OneReadings *known, const char *path);
/* NULL if there is none. (transfer full) */
OneReading *one_readings_find (const OneReadings *known, const char *path);

/* All readings. (transfer full) of OneReading */
GPtrArray *one_readings_list (const OneReadings *known);
/* Same, but of the pack only the readings that can contribute a one-on-one, or share a UID with a
 * reading made since. */
GPtrArray *one_readings_list_relevant (const OneReadings *known);
/* Same, but only the readings of `paths`, and all those with a series of one of `uids` (sets of
 * char*). Different UIDs can have one hash: a few have none of them. */
GPtrArray *one_readings_list_some (const OneReadings *known, GHashTable *paths, GHashTable *uids);
/* The files with a series of that UID; all files for NULL. (transfer full) of char* */
GPtrArray *one_readings_list_paths (const OneReadings *known, const char *uid);
/* The series in the files beneath `folder`. */
guint one_readings_count_series (const OneReadings *known, const char *folder);
/* How many readings differ from the pack. */
guint one_readings_count_changes (const OneReadings *known);
/* The note of the pack; "" without one. (transfer none) */
const char *one_readings_get_note (const OneReadings *known);

/* Takes `reading_pack` (transfer full), which holds everything, as the new base, and frees the
 * readings on top of it. */
void one_readings_trim (OneReadings *known, OneReadingPack *reading_pack);

void one_readings_free (OneReadings *known);
