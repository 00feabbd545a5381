/* SPDX-License-Identifier: MIT */
/* What is known of the files of one source, by their names in it. What was once known of all of
 * them lies in a table, as a rule in the cache's mapped file; what changed since lies on top. */
#pragma once

#include <glib.h>
#include "edge/table.h"
#include "model/reading.h"

typedef struct {
  OneStamp stamp;  /* of its last reading; zeros before the first */
  gint64 reported; /* when it was last handed out to be read: nanoseconds since the epoch by the
                      clock that stamps files; no reading of it is older */
  gboolean racy;   /* it can have been written to right after it was read, in the same tick */
  gboolean due;    /* it was handed out and is not read yet */
  gboolean gone;   /* in the table, but no more */
} OneKnownFile;

typedef struct OneKnown OneKnown;

/* A state of it that nobody changes: for another thread. */
typedef struct {
  OneTable *table;     /* (owned) may be NULL */
  GHashTable *changed; /* (owned) char* (owned) -> OneKnownFile (owned) */
} OneKnownView;

/* `table` may be NULL; it is taken over. */
OneKnown *one_known_new (OneTable *table);
gboolean one_known_find (const OneKnown *known, const char *name, OneKnownFile *file);
void one_known_report (OneKnown *known, const char *name, gint64 now); /* it is to be read */
void one_known_take (OneKnown *known, const char *name, const OneStamp *stamp); /* it was read */
void one_known_del (OneKnown *known, const char *name);
guint one_known_count (const OneKnown *known);
gint64 one_known_newest (OneKnown *known);       /* mtime in nanoseconds; 0 for none */
guint one_known_changes (const OneKnown *known); /* how many files differ from the table */

/* All that was read, as a table. */
GBytes *one_known_pack (const OneKnown *known);
/* That table, or a copy of it: what it holds is given up here. It is taken over. */
void one_known_rest (OneKnown *known, OneTable *table);

OneKnownView *one_known_view (const OneKnown *known);
void one_known_view_free (OneKnownView *view);

void one_known_free (OneKnown *known);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneKnown, one_known_free)
