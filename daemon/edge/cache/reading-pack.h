/* SPDX-License-Identifier: MIT */
/* The readings of many files in one immutable piece of memory, ordered by path, which can be a part
 * of the cache's mapped file. See edge/cache/cache.h.
 *
 * No call reads outside of the bytes, whatever they hold. */
#pragma once

#include <glib.h>
#include "model/calendar/reading.h"

typedef struct OneReadingPack OneReadingPack;

/* `readings` of OneReading, each path once. `relevant` (may be NULL): set of the OneReadings that
 * can contribute a one-on-one. `note`: a text that is kept with them. (transfer full) */
GBytes *one_reading_pack_pack (const GPtrArray *readings, GHashTable *relevant, const char *note);

/* NULL if the bytes are no pack. Keeps a reference of them. */
OneReadingPack *one_reading_pack_new (GBytes *bytes);

const char *one_reading_pack_get_note (const OneReadingPack *reading_pack);
guint one_reading_pack_count (const OneReadingPack *reading_pack);
/* The index of a reading; -1 for none. */
int one_reading_pack_find (const OneReadingPack *reading_pack, const char *path);

const char *one_reading_pack_get_path (const OneReadingPack *reading_pack, guint index);
gboolean one_reading_pack_is_relevant (const OneReadingPack *reading_pack, guint index);

/* A hash for each series of the reading: equal UIDs have equal hashes. (transfer none) */
const guint32 *one_reading_pack_get_uids (const OneReadingPack *reading_pack, guint index,
                                          guint *count);
/* The hashes of UIDs (set of char*), as a set of GUINT_TO_POINTER (transfer full), and the indices
 * of the readings that have one of these hashes, each once (transfer full, of guint). */
GHashTable *one_reading_pack_dup_numbers (GHashTable *uids);
GArray *one_reading_pack_list (const OneReadingPack *reading_pack, GHashTable *numbers);

/* Unpacks a reading. NULL if it is damaged. (transfer full) */
OneReading *one_reading_pack_read (const OneReadingPack *reading_pack, guint index);

void one_reading_pack_free (OneReadingPack *reading_pack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneReadingPack, one_reading_pack_free)
