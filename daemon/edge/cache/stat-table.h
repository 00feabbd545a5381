/* SPDX-License-Identifier: MIT */
/* The stamps of many files, in one piece of memory that can be a piece of a file: nothing in it is
 * changed once it is made, so threads may share it. In the order of the inodes; found by name in
 * constant time.
 *
 * It is believed as far as memory goes: whatever the bytes are, no call reads beside them. Whether
 * they are what was once written, one_stat_table_is_whole says. */
#pragma once

#include <glib.h>
#include "model/reading.h"

typedef struct OneStatTable OneStatTable;

typedef struct {
  const char *name; /* (borrowed from the table) of the file, relative to its source */
  OneStamp stamp;
  gboolean racy; /* it can have been written to right after it was read, in the same tick */
} OneStatTableRow;

/* Collects the rows of a table. */
typedef struct OneStatTableDraft OneStatTableDraft;

OneStatTableDraft *one_stat_table_draft_new (void);
void one_stat_table_draft_add (OneStatTableDraft *draft,
                               const OneStatTableRow *row);  /* each name once */
GBytes *one_stat_table_draft_end (OneStatTableDraft *draft); /* frees the draft (transfer full) */

/* NULL if it is no table, or of another machine's making. Keeps a reference. */
OneStatTable *one_stat_table_new (GBytes *bytes);
OneStatTable *one_stat_table_ref (OneStatTable *table);
GBytes *one_stat_table_get_bytes (const OneStatTable *table);

/* Whether no bit of it has changed: looks at all of it. */
gboolean one_stat_table_is_whole (const OneStatTable *table);

guint one_stat_table_count (const OneStatTable *table);
gint64 one_stat_table_newest (const OneStatTable *table); /* mtime in nanoseconds; 0 for none */
OneStatTableRow one_stat_table_get (const OneStatTable *table, guint index);
int one_stat_table_find (const OneStatTable *table,
                         const char *name); /* an index; -1 if it is not there */
/* The same, and a hint where it may be: who asks in the order of the table takes it as it lies. */
int one_stat_table_find_near (const OneStatTable *table, const char *name, int guess);

void one_stat_table_unref (OneStatTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneStatTable, one_stat_table_unref)
