/* SPDX-License-Identifier: MIT */
/* What was read of each file, packed: as a rule in the cache's mapped file, with what was read
 * since on top. Only files of which there is something to say, series or troubles, and those that
 * could not be read are in it. */
#pragma once

#include <glib.h>
#include "edge/cache/reading-pack.h"
#include "model/reading.h"

typedef struct OneReadingIndex OneReadingIndex;

OneReadingIndex *one_reading_index_new (void);

void one_reading_index_put (OneReadingIndex *reading_index,
                            const OneReading *reading); /* instead of the one before */
void one_reading_index_del (OneReadingIndex *reading_index, const char *path);
OneReading *one_reading_index_find (const OneReadingIndex *reading_index,
                                    const char *path); /* (transfer full) or NULL */

/* (transfer full) of OneReading: all of them. */
GPtrArray *one_reading_index_list (const OneReadingIndex *reading_index);
/* The same, but of those in the pack only the lively ones, and those with a series whose UID is
 * also in one that came since. */
GPtrArray *one_reading_index_list_lively (const OneReadingIndex *reading_index);
/* (transfer full) of char*: the files with a series of that UID; all with NULL. */
GPtrArray *one_reading_index_list_paths (const OneReadingIndex *reading_index, const char *uid);
guint one_reading_index_count_series (const OneReadingIndex *reading_index,
                                      const char *folder); /* beneath it */

guint one_reading_index_count_changes (
    const OneReadingIndex *reading_index); /* how many differ from the pack */
const char *
one_reading_index_get_note (const OneReadingIndex *reading_index); /* of the pack; "" without one */

/* Everything is in that pack, which is taken over. */
void one_reading_index_rest (OneReadingIndex *reading_index, OneReadingPack *reading_pack);

void one_reading_index_free (OneReadingIndex *reading_index);
