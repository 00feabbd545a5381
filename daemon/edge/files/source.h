/* SPDX-License-Identifier: MIT */
/* One source, as it was found at the last comparison, and what is known of it. */
#pragma once

#include <glib.h>
#include "edge/cache/file-index.h"
#include "edge/files/scan-worker.h"
#include "edge/files/settle.h"
#include "edge/files/watch.h"

typedef struct {
  char *path;               /* (owned) as configured */
  OneFileIndex *file_index; /* (owned) */
  GPtrArray *troubles;      /* (owned) of OneTrouble, as of the last comparison */
  char *target;             /* (owned) of a single file: where it really is; NULL for a folder */
  guint64 device;           /* of the last comparison that went well; 0 for none */
  gboolean due;             /* to be compared; for whoever holds the trees */
  gboolean offline;         /* it cannot be read: nothing of it counts as removed */
  gboolean slow;     /* the kernel does not tell all of its changes: to be compared by a timer */
  gboolean compared; /* once, or it was waited for in vain */
  gpointer owner;    /* (borrowed) for whoever holds the trees */
  OneWorker *scan;   /* (owned) the comparison under way; NULL for none */
  guint patience;    /* source; 0 for none */
  OneSettle *settle; /* (owned) of its files: one that hangs keeps no other source's waiting */
  GHashTable *since; /* (owned) set of char*: files heard of while the comparison is under way */
  GHashTable *young; /* (owned) set of char*: files that may be half-written, and were not read */
} OneSource;

/* `table`: what was known of it in an earlier life, or NULL; taken over. `look` is called when what
 * was heard of its files can be looked at. */
OneSource *one_source_new (const char *path, OneStatTable *table, void (*look) (gpointer source));

/* The file's name in the source: "" for a source that is a single file. */
const char *one_source_name (const OneSource *source, const char *path);

/* Begins to read and watch all folders. `others` of OneSource: folders that are sources of their
 * own are theirs. `done` as for one_scan_worker_new; then call one_source_take. */
void one_source_compare (OneSource *source, const GPtrArray *others, OneWatch *watch,
                         OneScanDone done);
/* What was found is how the tree is now; the files are left to the caller. */
void one_source_take (OneSource *source, const OneScanResult *result);
/* A reading of one of its files was taken over. */
void one_source_seen (OneSource *source, const OneReading *reading);
/* It cannot be read, and why. */
void one_source_set_offline (OneSource *source, const char *why);

void one_source_free (OneSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSource, one_source_free)
