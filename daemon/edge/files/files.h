/* SPDX-License-Identifier: MIT */
/* Which calendar files there are, and which of them changed.
 *
 * A source is an .ics file or a folder of them, with folders in it down to the third level. I
 * watch by inotify and compare with what is known where the kernel cannot tell (at the start, after
 * an overflow or a lost watch, on network file systems every minute). A source that cannot be read
 * is *offline*: nothing of it counts as removed; it comes back by itself.
 *
 * A file is reported until its reading was taken over by one_files_seen. */
#pragma once

#include <glib.h>
#include "edge/cache/cache-draft.h"
#include "edge/cache/cache.h"
#include "model/reading.h"

typedef struct OneFiles OneFiles;

/* Both of char*, absolute paths, lent for the call: `changed` are to be read, `removed` are gone.
 * Both empty: a source went offline or came back, or there is another trouble. From the main loop.
 */
typedef void (*OneFilesChanged) (const GPtrArray *changed, const GPtrArray *removed, gpointer data);

typedef struct {
  char *path;       /* (owned) as configured */
  guint files;      /* calendar files known in it */
  gint64 changed;   /* UTC seconds: the newest mtime among them; 0 if none */
  gboolean offline; /* it cannot be read; what is known of it is stale */
} OneSourceReport;

/* `sources`: NULL-terminated absolute paths, which need not exist. All that is in them is reported
 * as changed soon after, except what is as it is in `cache` (may be NULL; only needed for this
 * call); the first call comes even when there is nothing to report. Comparing goes on in the
 * background, so that nothing of this ever blocks. Never NULL; where inotify is refused, that is a
 * trouble. */
OneFiles *one_files_new (const char *const *sources, const OneCache *cache, OneFilesChanged changed,
                         gpointer data);

/* A reading of a reported file was taken over (refused ones too: they wait for the next change). */
void one_files_seen (OneFiles *files, const OneReading *reading);

/* Whether that file was read since it was last there: else nobody would notice that it is gone. */
gboolean one_files_has (const OneFiles *files, const char *path);

/* Whether that file is there and was not read yet, because it may be half-written: it is reported
 * before long. */
gboolean one_files_awaits (const OneFiles *files, const char *path);

/* Compare everything with the disk, soon: after a resume, or when the user asks. */
void one_files_check (OneFiles *files);

/* How many files there are, and how many are not as they are in the cache; what is known of all,
 * for a new one; and from then on that cache holds it, instead of our memory (or that holds it in
 * one piece: NULL). */
guint one_files_count (const OneFiles *files);
guint one_files_count_changes (const OneFiles *files);
void one_files_save (OneFiles *files, OneCacheDraft *draft);
void one_files_rest (OneFiles *files, const OneCache *cache);

GPtrArray *one_files_list_sources (OneFiles *files);  /* of OneSourceReport, as configured */
GPtrArray *one_files_list_troubles (OneFiles *files); /* of OneTrouble: what can't be watched or
                                                         read, and files that are no plain files */
void one_files_free (OneFiles *files);

void one_source_report_free (OneSourceReport *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneFiles, one_files_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSourceReport, one_source_report_free)
