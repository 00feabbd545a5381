/* SPDX-License-Identifier: MIT */
/* The readings of many files, packed in one piece of memory that can be a piece of the cache's
 * file: so they take no memory of ours until they are looked at. Nothing in it is changed once it
 * is made; in the order of the paths.
 *
 * It is believed as far as memory goes: whatever the bytes are, no call reads beside them. */
#pragma once

#include <glib.h>
#include "model/reading.h"

typedef struct OnePile OnePile;

/* `readings` of OneReading, each path once. `lively` (may be NULL): set of those OneReadings that
 * are not idle. `note`: whatever the maker wants to find again with it. (transfer full) */
GBytes *one_pile_pack (const GPtrArray *readings, GHashTable *lively, const char *note);

/* NULL if it is no pile. Keeps a reference. */
OnePile *one_pile_new (GBytes *bytes);

const char *one_pile_get_note (const OnePile *pile);
guint one_pile_count (const OnePile *pile);
int one_pile_find (const OnePile *pile, const char *path); /* an index; -1 if it is not there */

const char *one_pile_get_path (const OnePile *pile, guint index);
gboolean one_pile_is_lively (const OnePile *pile, guint index);

/* The series of that reading: how many, and numbers that equal UIDs have in common. */
const guint32 *one_pile_get_uids (const OnePile *pile, guint index, guint *count);
guint32 one_pile_number (const char *uid);

/* (transfer full); NULL if it is damaged. */
OneReading *one_pile_read (const OnePile *pile, guint index);

void one_pile_free (OnePile *pile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePile, one_pile_free)
