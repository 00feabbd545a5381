/* SPDX-License-Identifier: MIT */
/* Collects the paths that inotify names, until they have come to rest and can be read. */
#pragma once

#include <glib.h>

typedef struct OneSettle OneSettle;

/* `look` is called from the main loop when no event came for a moment, but no later than half a
 * second after the first one, or two seconds with many files. */
OneSettle *one_settle_new (void (*look) (gpointer data), gpointer data);

/* From now on it looks when no event came for half a second, but no later than five seconds after
 * the first one. */
void one_settle_set_patient (OneSettle *settle);

/* Something happened: `look` is wanted. */
void one_settle_something (OneSettle *settle);
/* Something happened to a file. `whole`: it was closed after writing, or moved there; otherwise it
 * may still be written to. */
void one_settle_file (OneSettle *settle, const char *path, gboolean whole);
/* A file is missing. It counts as gone if it is not back within a second: programs that sync delete
 * a file and make it again. */
void one_settle_miss (OneSettle *settle, const char *path);

/* Sorts the paths into `present` (plain files that are whole), `missing` (not there) and `odd`
 * (anything else), all of char* (owned). Files that may be half-written stay for the next time. */
void one_settle_list_files (OneSettle *settle, GPtrArray *present, GPtrArray *missing,
                            GPtrArray *odd);
/* Adds the files that are missing for long enough. `gone` of char* (owned) */
void one_settle_list_gone (OneSettle *settle, GPtrArray *gone);

void one_settle_free (OneSettle *settle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSettle, one_settle_free)
