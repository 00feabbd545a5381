/* SPDX-License-Identifier: MIT */
/* The stamps of many files, in one piece of memory that can be a piece of a file: nothing in it is
 * changed once it is made, so threads may share it. In the order of the inodes; found by name in
 * constant time.
 *
 * It is believed as far as memory goes: whatever the bytes are, no call reads beside them. Whether
 * they are what was once written, one_table_is_whole says. */
#pragma once

#include <glib.h>
#include "model/reading.h"

typedef struct OneTable OneTable;

typedef struct {
  const char *name; /* (borrowed from the table) of the file, relative to its source */
  OneStamp stamp;
  gboolean racy; /* it can have been written to right after it was read, in the same tick */
} OneTableRow;

/* Collects the rows of a table. */
typedef struct OneTableDraft OneTableDraft;

OneTableDraft *one_table_draft_new (void);
void one_table_draft_add (OneTableDraft *draft, const OneTableRow *row); /* each name once */
GBytes *one_table_draft_end (OneTableDraft *draft); /* frees the draft (transfer full) */

/* NULL if it is no table, or of another machine's making. Keeps a reference. */
OneTable *one_table_new (GBytes *bytes);
OneTable *one_table_ref (OneTable *table);
GBytes *one_table_get_bytes (const OneTable *table);

/* Whether no bit of it has changed: looks at all of it. */
gboolean one_table_is_whole (const OneTable *table);

guint one_table_count (const OneTable *table);
gint64 one_table_newest (const OneTable *table); /* mtime in nanoseconds; 0 for none */
OneTableRow one_table_get (const OneTable *table, guint index);
int one_table_find (const OneTable *table, const char *name); /* an index; -1 if it is not there */
/* The same, and a hint where it may be: who asks in the order of the table takes it as it lies. */
int one_table_find_near (const OneTable *table, const char *name, int guess);

void one_table_unref (OneTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneTable, one_table_unref)
