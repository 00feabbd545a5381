/* SPDX-License-Identifier: MIT */
/* The cache: everything that reading the calendars gave, in one file that may be deleted.
 *
 * It exists for two reasons. A daemon that starts again answers at once, and then reads only the
 * files whose stamps differ. And the file is mapped, so readings that are rarely needed take no
 * memory of the daemon's.
 *
 *            stamps: is a file as it was read?     readings: what did it say?
 *          +-------------------------------------+--------------------------------------+
 *   index  | file-index.h, one for each source   | readings.h, one for all sources      |
 *          | rows that changed since, in memory  | readings made since, in memory       |
 *          |           | hide those of           |           | hide those of            |
 *   base   | stat-table.h                        | reading-pack.h                       |
 *          | all rows as they were saved         | all readings as they were saved      |
 *          |           | is a part of            |           | is a part of             |
 *   file   | calendars.cache: cache.h maps and checks it, cache-draft.h writes it,      |
 *          | cache-file.h is its head; checksum.h guards its parts                      |
 *          +----------------------------------------------------------------------------+
 *
 * A row of a stat table is a file's name in its source, its stamp (inode, size, mtime, ctime), and
 * whether it is racy: it may have been written to in the tick in which it was read, so an equal
 * stamp proves nothing (as in git's index). A row of a reading pack is a path, the frames that
 * oned-reader sent about it, and a hash of each UID in it.
 *
 * The file is trusted no more than an answer of the reader: it counts as absent if it is cut off,
 * has a bit flipped, or was made with another version, zone or zone data. */
#pragma once

#include <glib.h>
#include "edge/cache/reading-pack.h"
#include "edge/cache/stat-table.h"

typedef struct OneCache OneCache;

/* Names everything that the readings depend on: the versions of the formats, the programs, the zone
 * data, the user's zone, and what the user says of zones. A cache with another key is of no use.
 * (transfer full) */
char *one_cache_dup_key (const char *reader, const char *zone, const char *const *zones);

/* Maps the file in `folder`. NULL if there is none, or it is of no use. (transfer full) */
OneCache *one_cache_open (const char *folder, const char *key);

/* The horizon of the readings, UTC seconds. */
gint64 one_cache_get_from (const OneCache *cache);
gint64 one_cache_get_to (const OneCache *cache);

/* The readings of all files that have series or troubles. (transfer full) */
OneReadingPack *one_cache_dup_reading_pack (const OneCache *cache);

/* The stamps of a source's files; NULL if the source is not in it. (transfer full) */
OneStatTable *one_cache_dup_table (const OneCache *cache, const char *source);

/* Gives the memory of the mapped pages back to the kernel; they are read again when needed. */
void one_cache_trim (const OneCache *cache);
void one_cache_free (OneCache *cache);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneCache, one_cache_free)
