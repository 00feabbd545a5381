/* SPDX-License-Identifier: MIT */
/* What was known of all calendars, in one file that can be thrown away: so a daemon that starts
 * again answers at once and then looks what has changed; and what it rarely needs lies in the file
 * instead of in its memory.
 *
 * It is checked like an answer of the reader. What is cut off, has a bit flipped, was written by
 * another version or read with other zone data counts as if it were not there. */
#pragma once

#include <glib.h>
#include "edge/cache/reading-pack.h"
#include "edge/cache/stat-table.h"

typedef struct OneCache OneCache;

/* What makes readings void when it is another: the program that reads, the zone data, the user's
 * zone. (transfer full) */
char *one_cache_dup_key (const char *reader, const char *zone);

/* The file in `folder`; NULL if there is none, or none of use. */
OneCache *one_cache_open (const char *folder, const char *key);

/* The horizon of the readings, UTC seconds. */
gint64 one_cache_get_from (const OneCache *cache);
gint64 one_cache_get_to (const OneCache *cache);

/* The readings of all files that have series or troubles (transfer full). */
OneReadingPack *one_cache_dup_pile (const OneCache *cache);

/* What was known of the files of a source (transfer full); NULL for none. */
OneStatTable *one_cache_dup_table (const OneCache *cache, const char *source);

/* What is mapped need not stay in memory. */
void one_cache_rest (const OneCache *cache);
void one_cache_free (OneCache *cache);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneCache, one_cache_free)
