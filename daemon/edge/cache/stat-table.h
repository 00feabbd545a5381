/* SPDX-License-Identifier: MIT */
/* The stamps of many files in one immutable piece of memory, which can be a part of a mapped file,
 * and which threads may share. Rows are ordered by inode; a hash finds them by name in constant
 * time. See edge/cache/cache.h.
 *
 * No call reads outside of the bytes, whatever they hold; one_stat_table_is_whole tells whether
 * they are as they were written. */
#pragma once

#include <glib.h>
#include "model/calendar/reading.h"

typedef struct OneStatTable OneStatTable;

typedef struct {
  const char *name; /* (borrowed) from the table: the file, relative to its source */
  OneStamp stamp;
  gboolean racy; /* it may have been written to in the tick in which it was read */
} OneStatTableRow;

/* Collects the rows of a table. */
typedef struct OneStatTableDraft OneStatTableDraft;

OneStatTableDraft *one_stat_table_draft_new (void);
/* Each name once. */
void one_stat_table_draft_add (OneStatTableDraft *draft, const OneStatTableRow *row);
/* Frees the draft. (transfer full) */
GBytes *one_stat_table_draft_end (OneStatTableDraft *draft);

/* NULL if the bytes are no table, or one of another byte order. Keeps a reference of them. */
OneStatTable *one_stat_table_new (GBytes *bytes);
OneStatTable *one_stat_table_ref (OneStatTable *table);
GBytes *one_stat_table_get_bytes (const OneStatTable *table);

/* Compares the checksum: reads every byte. */
gboolean one_stat_table_is_whole (const OneStatTable *table);

guint one_stat_table_count (const OneStatTable *table);
gint64 one_stat_table_newest (const OneStatTable *table); /* mtime in nanoseconds; 0 for none */
OneStatTableRow one_stat_table_get (const OneStatTable *table, guint index);
/* The index of a row; -1 for none. */
int one_stat_table_find (const OneStatTable *table, const char *name);
/* Same, but looks at the row `guess` first: fast for names in the order of the table. */
int one_stat_table_find_near (const OneStatTable *table, const char *name, int guess);

void one_stat_table_unref (OneStatTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneStatTable, one_stat_table_unref)
