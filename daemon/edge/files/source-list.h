/* SPDX-License-Identifier: MIT */
/* Sorts the files that inotify heard of, or that a scan found, into those to read, to wait for and
 * to forget; for all sources together. Every `source_list` is of OneSource. */
#pragma once

#include "edge/files/source-report.h"
#include "edge/files/source.h"

/* The innermost source that a path belongs to; NULL for none. (transfer none) */
OneSource *one_source_list_find (const GPtrArray *source_list, const char *path);
/* Whether that file was read. */
gboolean one_source_list_has (const GPtrArray *source_list, const char *path);
/* Whether that file, or any with NULL, was found and waits to be read, because it may be
 * half-written. */
gboolean one_source_list_awaits (const GPtrArray *source_list, const char *path);

/* Adds the files of `settle` that are there and whole to `paths`, a set of char* (owned). Makes
 * sources due to which something else happened. */
void one_source_list_add_heard (const GPtrArray *source_list, OneSettle *settle, GHashTable *paths);

/* Adds the changed files of a scan to `paths`, a set of char* (owned), unless they were read since
 * it began. Files that may be half-written or gone for a moment only go to the source's settle. */
void one_source_list_add_found (const OneSource *source, OneScanResult *result, GHashTable *paths);

/* Empties `paths`, a set of char* (owned), notes in the indexes that its files are handed out to be
 * read, and returns them. (transfer full) of char* */
GPtrArray *one_source_list_report (const GPtrArray *source_list, GHashTable *paths);

/* Whether all sources were compared, or did not answer in time. */
gboolean one_source_list_is_compared (const GPtrArray *source_list);

/* Adds the files that have been missing for long enough. */
void one_source_list_add_gone (const GPtrArray *source_list, GPtrArray *gone);

/* Removes files from the indexes, but none of a source that is offline. Returns the removed ones.
 * (transfer full) of char* */
GPtrArray *one_source_list_forget (const GPtrArray *source_list, const GPtrArray *gone);

/* The sum of `count` over all sources. */
guint one_source_list_count (const GPtrArray *source_list,
                             guint (*count) (const OneFileIndex *file_index));
/* (transfer full) of OneSourceReport */
GPtrArray *one_source_list_list_sources (const GPtrArray *source_list);
/* (transfer full) of OneTrouble */
GPtrArray *one_source_list_list_troubles (const GPtrArray *source_list);
/* All troubles as one text, to see whether they changed. (transfer full) */
char *one_source_list_describe (const GPtrArray *source_list);
