/* SPDX-License-Identifier: MIT */
/* All sources together, and what there is to tell of them. `source_list` is of OneSource. */
#pragma once

#include "edge/files/files.h"
#include "edge/files/source.h"

/* Whether what happened to `path` can bring a source that is not there, or was not when it was
 * looked for. */
gboolean one_source_list_waits_for (const OneSource *source, const char *path);

/* The innermost that a path belongs to (lent). NULL for none. */
OneSource *one_source_list_find (const GPtrArray *source_list, const char *path);
gboolean one_source_list_has (const GPtrArray *source_list, const char *path); /* it was read */
gboolean one_source_list_awaits (const GPtrArray *source_list,
                                 const char *path); /* it will be, once it is whole */

/* Adds the files that were heard of, are there and are whole to `paths` (a set of char*). Sources
 * to which something else happened are due. */
void one_source_list_add_heard (const GPtrArray *source_list, OneSettle *settle, GHashTable *paths);

/* Adds what was found changed to `paths` (a set of char*), unless it was read since; what may be
 * half-written, or gone for a moment only, is heard of instead. */
void one_source_list_add_found (const OneSource *source, OneScanResult *result, GHashTable *paths);

/* Notes that these (a set of char*, which is emptied) are handed out to be read, and returns them.
 */
GPtrArray *one_source_list_report (const GPtrArray *source_list, GHashTable *paths);

/* Forgets what is gone, and returns what was forgotten: nothing of a source that is offline. */
GPtrArray *one_source_list_forget (const GPtrArray *source_list, const GPtrArray *gone);

/* What `count` says of each, in all. */
guint one_source_list_count (const GPtrArray *source_list,
                             guint (*count) (const OneFileIndex *file_index));
GPtrArray *one_source_list_list_sources (const GPtrArray *source_list);  /* of OneSourceReport */
GPtrArray *one_source_list_list_troubles (const GPtrArray *source_list); /* of OneTrouble */
char *one_source_list_describe (
    const GPtrArray *source_list); /* the troubles, to be compared with others */
