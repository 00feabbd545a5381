/* SPDX-License-Identifier: MIT */
/* Which calendar files there are, and which of them changed.
 *
 * A source is an .ics file or a folder of them, with folders in it down to the third level. Changes
 * come from inotify. Where the kernel cannot tell them, the source is compared with its index: at
 * the start, after an overflow or a lost watch, on network file systems every minute. A source that
 * cannot be read is *offline*: nothing of it counts as removed, and it comes back by itself.
 *
 * A changed file is reported again until one_files_seen is called with its reading. */
#pragma once

#include <glib.h>
#include "edge/cache/cache-draft.h"
#include "edge/cache/cache.h"
#include "edge/files/source-report.h"
#include "model/calendar/reading.h"

typedef struct OneFiles OneFiles;

/* Called from the main loop. `changed`: files to read; `removed`: files that are gone; both
 * (transfer none) of char*, absolute paths. Both are empty if a source went offline or came back,
 * or its troubles changed. */
typedef void (*OneFilesChanged) (const GPtrArray *changed, const GPtrArray *removed, gpointer data);

/* `sources`: NULL-terminated absolute paths, which need not exist. Every file in them that is not
 * unchanged in `cache` (may be NULL; not kept) is reported soon after. `changed` is called at least
 * once, even with nothing to report. Nothing here blocks: sources are compared on threads of their
 * own. Never NULL; a refused inotify is a trouble. */
OneFiles *one_files_new (const char *const *sources, const OneCache *cache, OneFilesChanged changed,
                         gpointer data);

/* Tells that a reported file was read; also if it was refused, which waits for its next change. */
void one_files_seen (OneFiles *files, const OneReading *reading);

/* Whether that file was read, so that its removal will be reported. */
gboolean one_files_has (const OneFiles *files, const char *path);

/* Whether that file, or any with NULL, was found and not read yet because it may be half-written:
 * it is reported before long. */
gboolean one_files_awaits (const OneFiles *files, const char *path);

/* Compares everything with the disk, soon: after a resume, or when the user asks. */
void one_files_check (OneFiles *files);

/* How many files there are, and how many differ from the cache. */
guint one_files_count (const OneFiles *files);
guint one_files_count_changes (const OneFiles *files);

/* Adds the stamps of all files to the draft of a cache. Then one_files_trim with the cache that it
 * became: the stamps are looked up there, and their memory is freed. NULL if it could not be saved:
 * the stamps stay in memory, packed. */
void one_files_save (OneFiles *files, OneCacheDraft *draft);
void one_files_trim (OneFiles *files, const OneCache *cache);

/* (transfer full) of OneSourceReport, as configured */
GPtrArray *one_files_list_sources (OneFiles *files);
/* Sources and folders that cannot be watched or read, and files that are no plain files.
 * (transfer full) of OneTrouble */
GPtrArray *one_files_list_troubles (OneFiles *files);
void one_files_free (OneFiles *files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneFiles, one_files_free)
