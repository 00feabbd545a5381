/* SPDX-License-Identifier: MIT */
/* All sources together, and what there is to tell of them. `trees` is of OneTree. */
#pragma once

#include "edge/files.h"
#include "edge/tree.h"

/* TRUE also for the folder itself. */
gboolean one_trees_is_beneath (const char *path, const char *folder);

/* Whether what happened to `path` can bring a source that is not there, or was not when it was
 * looked for. */
gboolean one_trees_waits_for (const OneTree *tree, const char *path);

/* The innermost that a path belongs to (lent). NULL for none. */
OneTree *one_trees_find (const GPtrArray *trees, const char *path);
gboolean one_trees_has (const GPtrArray *trees, const char *path); /* it was read */

/* Adds the files that were heard of, are there and are whole to `paths` (a set of char*). Trees to
 * which something else happened are due. */
void one_trees_add_heard (const GPtrArray *trees, OneHeard *heard, GHashTable *paths);

/* Adds what was found changed to `paths` (a set of char*), unless it was read since; what may be
 * half-written, or gone for a moment only, is heard of instead. */
void one_trees_add_found (const OneTree *tree, OneSurveyResult *result, GHashTable *paths);

/* Notes that these (a set of char*, which is emptied) are handed out to be read, and returns them.
 */
GPtrArray *one_trees_report (const GPtrArray *trees, GHashTable *paths);

/* Forgets what is gone, and returns what was forgotten: nothing of a source that is offline. */
GPtrArray *one_trees_forget (const GPtrArray *trees, const GPtrArray *gone);

/* What `count` says of each, in all. */
guint one_trees_count (const GPtrArray *trees, guint (*count) (const OneKnown *known));
GPtrArray *one_trees_list_sources (const GPtrArray *trees);  /* of OneFilesSource */
GPtrArray *one_trees_list_troubles (const GPtrArray *trees); /* of OneTrouble */
char *one_trees_describe (const GPtrArray *trees); /* the troubles, to be compared with others */
