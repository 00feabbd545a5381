/* SPDX-License-Identifier: MIT */
/* Names about which something was heard, until it is quiet and they can be looked at. */
#pragma once

#include <glib.h>

typedef struct OneHeard OneHeard;

/* `look` is called from the main loop when it is quiet, or has been busy for half a second; for two
 * where it is about many files. */
OneHeard *one_heard_new (void (*look) (gpointer data), gpointer data);

void one_heard_something (OneHeard *heard);
/* `whole`: closed after writing, or moved there; otherwise it may still be written to. */
void one_heard_file (OneHeard *heard, const char *path, gboolean whole);
/* It is not there; it counts as gone when it has not come back within a second, because programs
 * that sync delete and make again. */
void one_heard_miss (OneHeard *heard, const char *path);

/* What became of the names heard of; copies are added. `present` are plain files that are whole,
 * `missing` are not there, `odd` are neither. New files that may be half-written stay heard of. */
void one_heard_list_files (OneHeard *heard, GPtrArray *present, GPtrArray *missing, GPtrArray *odd);
/* Those missed for long enough, and still no files. */
void one_heard_list_gone (OneHeard *heard, GPtrArray *gone);

void one_heard_free (OneHeard *heard);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneHeard, one_heard_free)
