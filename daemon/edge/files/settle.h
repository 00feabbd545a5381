/* SPDX-License-Identifier: MIT */
/* Names about which something was heard, until it is quiet and they can be looked at. */
#pragma once

#include <glib.h>

typedef struct OneSettle OneSettle;

/* `look` is called from the main loop when it is quiet, or has been busy for half a second; for two
 * where it is about many files. */
OneSettle *one_settle_new (void (*look) (gpointer data), gpointer data);

void one_settle_something (OneSettle *settle);
/* `whole`: closed after writing, or moved there; otherwise it may still be written to. */
void one_settle_file (OneSettle *settle, const char *path, gboolean whole);
/* It is not there; it counts as gone when it has not come back within a second, because programs
 * that sync delete and make again. */
void one_settle_miss (OneSettle *settle, const char *path);

/* What became of the names heard of; copies are added. `present` are plain files that are whole,
 * `missing` are not there, `odd` are neither. New files that may be half-written stay heard of. */
void one_settle_list_files (OneSettle *settle, GPtrArray *present, GPtrArray *missing,
                            GPtrArray *odd);
/* Those missed for long enough, and still no files. */
void one_settle_list_gone (OneSettle *settle, GPtrArray *gone);

void one_settle_free (OneSettle *settle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSettle, one_settle_free)
