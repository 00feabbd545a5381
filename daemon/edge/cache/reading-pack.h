/* SPDX-License-Identifier: MIT */
/* The readings of many files, packed in one piece of memory that can be a piece of the cache's
 * file: so they take no memory of ours until they are looked at. Nothing in it is changed once it
 * is made; in the order of the paths.
 *
 * It is believed as far as memory goes: whatever the bytes are, no call reads beside them. */
#pragma once

#include <glib.h>
#include "model/reading.h"

typedef struct OneReadingPack OneReadingPack;

/* `readings` of OneReading, each path once. `lively` (may be NULL): set of those OneReadings that
 * are not idle. `note`: whatever the maker wants to find again with it. (transfer full) */
GBytes *one_reading_pack_pack (const GPtrArray *readings, GHashTable *lively, const char *note);

/* NULL if it is no pack. Keeps a reference. */
OneReadingPack *one_reading_pack_new (GBytes *bytes);

const char *one_reading_pack_get_note (const OneReadingPack *reading_pack);
guint one_reading_pack_count (const OneReadingPack *reading_pack);
int one_reading_pack_find (const OneReadingPack *reading_pack,
                           const char *path); /* an index; -1 if it is not there */

const char *one_reading_pack_get_path (const OneReadingPack *reading_pack, guint index);
gboolean one_reading_pack_is_lively (const OneReadingPack *reading_pack, guint index);

/* The series of that reading: how many, and numbers that equal UIDs have in common. */
const guint32 *one_reading_pack_get_uids (const OneReadingPack *reading_pack, guint index,
                                          guint *count);
guint32 one_reading_pack_number (const char *uid);

/* (transfer full); NULL if it is damaged. */
OneReading *one_reading_pack_read (const OneReadingPack *reading_pack, guint index);

void one_reading_pack_free (OneReadingPack *reading_pack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneReadingPack, one_reading_pack_free)
