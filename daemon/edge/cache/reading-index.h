/* SPDX-License-Identifier: MIT */
/* The readings of all files: an immutable pack, as a rule in the cache's mapped file, and the
 * readings made since, which hide those of the pack. A file that was read, but has neither series
 * nor troubles, is left out. See edge/cache/cache.h. */
#pragma once

#include <glib.h>
#include "edge/cache/reading-pack.h"
#include "model/reading.h"

typedef struct OneReadingIndex OneReadingIndex;

OneReadingIndex *one_reading_index_new (void);

/* Replaces the reading of that path. */
void one_reading_index_put (OneReadingIndex *reading_index, const OneReading *reading);
void one_reading_index_del (OneReadingIndex *reading_index, const char *path);
/* NULL if there is none. (transfer full) */
OneReading *one_reading_index_find (const OneReadingIndex *reading_index, const char *path);

/* All readings. (transfer full) of OneReading */
GPtrArray *one_reading_index_list (const OneReadingIndex *reading_index);
/* Same, but of the pack only the readings that can contribute a one-on-one, or share a UID with a
 * reading made since. */
GPtrArray *one_reading_index_list_lively (const OneReadingIndex *reading_index);
/* The files with a series of that UID; all files for NULL. (transfer full) of char* */
GPtrArray *one_reading_index_list_paths (const OneReadingIndex *reading_index, const char *uid);
/* The series in the files beneath `folder`. */
guint one_reading_index_count_series (const OneReadingIndex *reading_index, const char *folder);
/* How many readings differ from the pack. */
guint one_reading_index_count_changes (const OneReadingIndex *reading_index);
/* The note of the pack; "" without one. (transfer none) */
const char *one_reading_index_get_note (const OneReadingIndex *reading_index);

/* Takes `reading_pack` (transfer full), which holds everything, as the new base, and frees the
 * readings on top of it. */
void one_reading_index_rest (OneReadingIndex *reading_index, OneReadingPack *reading_pack);

void one_reading_index_free (OneReadingIndex *reading_index);
