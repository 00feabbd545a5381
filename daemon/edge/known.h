/* SPDX-License-Identifier: MIT */
/* What is known of the files of one source, by path. */
#pragma once

#include <glib.h>
#include "model/reading.h"

typedef struct {
  OneStamp stamp;  /* of its last reading; zeros before the first */
  gint64 reported; /* when it was last handed out to be read: nanoseconds since the epoch by the
                      clock that stamps files; no reading of it is older */
  guint met;       /* the comparison that last found it on the disk */
  gboolean racy;   /* it can have been written to right after it was read, in the same tick */
} OneKnownFile;

typedef struct OneKnown OneKnown;

OneKnown *one_known_new (void);
OneKnownFile *one_known_find (const OneKnown *known, const char *path); /* (lent) may be NULL */
OneKnownFile *one_known_add (OneKnown *known, const char *path); /* (lent) it, or a new one */
void one_known_del (OneKnown *known, const char *path);
guint one_known_count (const OneKnown *known);
gint64 one_known_newest (const OneKnown *known); /* mtime in nanoseconds; 0 for none */

/* The folder cannot be read: what is known beneath it counts as met. */
void one_known_meet_beneath (OneKnown *known, const char *folder, guint met);
/* Adds copies of the paths that were not met by that comparison. */
void one_known_list_unmet (const OneKnown *known, guint met, GPtrArray *paths);

void one_known_free (OneKnown *known);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneKnown, one_known_free)
