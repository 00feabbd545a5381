/* SPDX-License-Identifier: MIT */
/* One source: its files, its troubles, and the comparison with the disk that is under way. */
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
  char *target;      /* (owned) of a single file: its path without links; NULL for a folder */
  guint64 device;    /* of the last successful comparison; 0 for none */
  gboolean due;      /* set by the owner: to be compared */
  gboolean offline;  /* it cannot be read: nothing of it counts as removed */
  gboolean slow;     /* inotify does not tell all of its changes: compared every minute */
  gboolean compared; /* at least once, or it did not answer in time */
  gpointer owner;    /* (borrowed) set by the owner, for its callbacks */
  OneWorker *scan;   /* (owned) the comparison under way; NULL for none */
  guint patience;    /* id of the timeout of the comparison; 0 for none */
  OneSettle *settle; /* (owned) for its files: a source that hangs does not hold up the others */
  GHashTable *since; /* (owned) set of char*: files with an event since the comparison began */
  GHashTable *young; /* (owned) set of char*: files that may be half-written and were not read */
} OneSource;

/* `table` (transfer full): the stamps in the cache, or NULL. `look` is called when changed files
 * have come to rest. (transfer full) */
OneSource *one_source_new (const char *path, OneStatTable *table, void (*look) (gpointer source));

/* The path of a file relative to the source; "" for a source that is a single file. */
const char *one_source_get_name (const OneSource *source, const char *path);

/* Whether an event at `path`, on the way to the source, may bring it back: it is offline, or a scan
 * is looking for it. */
gboolean one_source_waits_for (const OneSource *source, const char *path);

/* Whether the file at `path` is the database that the source is in, its log or its journal. */
gboolean one_source_stores_in (const OneSource *source, const char *path);

/* Starts a scan that watches and reads all folders, but those that are sources themselves (`others`
 * of OneSource). `done` as for one_scan_worker_new; call one_source_take in it. */
void one_source_compare (OneSource *source, const GPtrArray *others, OneWatch *watch,
                         OneScanDone done);
/* Applies the result of a scan, except the lists of changed and missing files. */
void one_source_take (OneSource *source, const OneScanResult *result);

/* Tells that a reading of one of its files was taken over. */
void one_source_seen (OneSource *source, const OneReading *reading);

/* Marks it as offline, with a trouble that says why. */
void one_source_set_offline (OneSource *source, const char *why);

void one_source_free (OneSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSource, one_source_free)
