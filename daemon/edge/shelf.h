/* SPDX-License-Identifier: MIT */
/* What was read of each file, packed: as a rule in the cache's mapped file, with what was read
 * since on top. Only files of which there is something to say, series or troubles, and those that
 * could not be read are in it. */
#pragma once

#include <glib.h>
#include "edge/pile.h"
#include "model/reading.h"

typedef struct OneShelf OneShelf;

OneShelf *one_shelf_new (void);

void one_shelf_put (OneShelf *shelf, const OneReading *reading); /* instead of the one before */
void one_shelf_del (OneShelf *shelf, const char *path);
OneReading *one_shelf_find (const OneShelf *shelf, const char *path); /* (transfer full) or NULL */

/* (transfer full) of OneReading: all of them. */
GPtrArray *one_shelf_list (const OneShelf *shelf);
/* The same, but of those in the pile only the lively ones, and those with a series whose UID is
 * also in one that came since. */
GPtrArray *one_shelf_list_lively (const OneShelf *shelf);
/* (transfer full) of char*: the files with a series of that UID; all with NULL. */
GPtrArray *one_shelf_list_paths (const OneShelf *shelf, const char *uid);
guint one_shelf_count_series (const OneShelf *shelf, const char *folder); /* beneath it */

guint one_shelf_count_changes (const OneShelf *shelf);  /* how many differ from the pile */
const char *one_shelf_get_note (const OneShelf *shelf); /* of the pile; "" without one */

/* Everything is in that pile, which is taken over. */
void one_shelf_rest (OneShelf *shelf, OnePile *pile);

void one_shelf_free (OneShelf *shelf);
