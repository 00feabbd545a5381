/* SPDX-License-Identifier: MIT */
/* What is known of the files of one source, by their names in it. What was once known of all of
 * them lies in a table, as a rule in the cache's mapped file; what changed since lies on top. */
#pragma once

#include <glib.h>
#include "edge/cache/stat-table.h"
#include "model/reading.h"

typedef struct {
  OneStamp stamp;  /* of its last reading; zeros before the first */
  gint64 reported; /* when it was last handed out to be read: nanoseconds since the epoch by the
                      clock that stamps files; no reading of it is older */
  gboolean racy;   /* it can have been written to right after it was read, in the same tick */
  gboolean due;    /* it was handed out and is not read yet */
  gboolean gone;   /* in the table, but no more */
} OneFileIndexRow;

typedef struct OneFileIndex OneFileIndex;

/* A state of it that nobody changes: for another thread. */
typedef struct {
  OneStatTable *table; /* (owned) may be NULL */
  GHashTable *changed; /* (owned) char* (owned) -> OneFileIndexRow (owned) */
} OneFileIndexView;

/* `table` may be NULL; it is taken over. */
OneFileIndex *one_file_index_new (OneStatTable *table);
gboolean one_file_index_find (const OneFileIndex *file_index, const char *name,
                              OneFileIndexRow *file);
void one_file_index_report (OneFileIndex *file_index, const char *name,
                            gint64 now); /* it is to be read */
void one_file_index_take (OneFileIndex *file_index, const char *name,
                          const OneStamp *stamp); /* it was read */
void one_file_index_del (OneFileIndex *file_index, const char *name);
guint one_file_index_count (const OneFileIndex *file_index);
gint64 one_file_index_newest (OneFileIndex *file_index); /* mtime in nanoseconds; 0 for none */
guint
one_file_index_changes (const OneFileIndex *file_index); /* how many files differ from the table */

/* All that was read, as a table. */
GBytes *one_file_index_pack (const OneFileIndex *file_index);
/* That table, or a copy of it: what it holds is given up here. It is taken over. */
void one_file_index_rest (OneFileIndex *file_index, OneStatTable *table);

OneFileIndexView *one_file_index_view (const OneFileIndex *file_index);
void one_file_index_view_free (OneFileIndexView *view);

void one_file_index_free (OneFileIndex *file_index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneFileIndex, one_file_index_free)
