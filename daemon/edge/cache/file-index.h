/* SPDX-License-Identifier: MIT */
/* The stamps of the files of one source, by their names in it: an immutable table, as a rule in the
 * cache's mapped file, and the rows that changed since, which hide those of the table. See
 * edge/cache/cache.h. */
#pragma once

#include <glib.h>
#include "edge/cache/stat-table.h"
#include "model/calendar/reading.h"

typedef struct {
  OneStamp stamp;  /* of the file's last reading; zeros before the first */
  gint64 reported; /* when the file was last handed out to be read: nanoseconds since the epoch by
                      the clock that stamps files; no reading of it is older */
  gboolean racy;   /* it may have been written to in the tick in which it was read */
  gboolean due;    /* handed out, and not read yet */
  gboolean gone;   /* removed: hides the row of the table */
} OneFileIndexRow;

typedef struct OneFileIndex OneFileIndex;

/* An immutable copy, for another thread. */
typedef struct {
  OneStatTable *table; /* (owned) may be NULL */
  GHashTable *changed; /* (owned) char* (owned) -> OneFileIndexRow (owned) */
} OneFileIndexView;

/* `table` (transfer full) may be NULL. */
OneFileIndex *one_file_index_new (OneStatTable *table);
gboolean one_file_index_find (const OneFileIndex *file_index, const char *name,
                              OneFileIndexRow *file);
/* Notes that the file is handed out to be read, at `now` by the clock that stamps files. */
void one_file_index_report (OneFileIndex *file_index, const char *name, gint64 now);
/* Notes that the file was read, with that stamp; ignored unless it was handed out. */
void one_file_index_take (OneFileIndex *file_index, const char *name, const OneStamp *stamp);
void one_file_index_del (OneFileIndex *file_index, const char *name);
guint one_file_index_count (const OneFileIndex *file_index);
gint64 one_file_index_newest (OneFileIndex *file_index); /* mtime in nanoseconds; 0 for none */
/* How many rows differ from the table. */
guint one_file_index_changes (const OneFileIndex *file_index);

/* The bytes of a table of all files that were read. (transfer full) */
GBytes *one_file_index_pack (const OneFileIndex *file_index);
/* Takes `table` (transfer full), made by one_file_index_pack, as the new base, and frees the rows
 * that it holds. */
void one_file_index_trim (OneFileIndex *file_index, OneStatTable *table);

OneFileIndexView *one_file_index_view (const OneFileIndex *file_index);
void one_file_index_view_free (OneFileIndexView *view);

void one_file_index_free (OneFileIndex *file_index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneFileIndex, one_file_index_free)
