/* SPDX-License-Identifier: MIT */
/* Compares one source on the disk with its index. Blocks for as long as the disk does, so it runs
 * on a thread of its own (edge/files/scan-worker.h). */
#pragma once

#include "edge/cache/file-index.h"
#include "edge/files/watch.h"

typedef struct {
  char *path; /* (owned) absolute */
  OneStamp stamp;
  gboolean young; /* written to just now, and maybe half-written */
} OneScanFile;

/* The source to compare. */
typedef struct {
  char *path;                   /* (owned) as configured */
  char **others;                /* (owned) folders to leave out: they are sources themselves */
  OneFileIndexView *file_index; /* (owned) */
  OneWatch *watch;              /* (owned) each folder is added to it before it is read */
  guint64 device;               /* of the last successful comparison; 0 for none */
} OneScanSubject;

/* The differences. */
typedef struct {
  char *offline;       /* (owned) why it cannot be read, one clause; NULL if it can */
  char *target;        /* (owned) of a single file: its path without links; NULL for a folder */
  guint64 device;      /* of the source */
  gboolean slow;       /* inotify does not tell all of its changes */
  GPtrArray *changed;  /* (owned) of OneScanFile: new, or with another stamp */
  GPtrArray *gone;     /* (owned) of char*, absolute: in the index, but not on the disk */
  GPtrArray *troubles; /* (owned) of OneTrouble */
} OneScanResult;

/* (transfer full) */
OneScanResult *one_scan_run (const OneScanSubject *subject);

void one_scan_subject_free (OneScanSubject *subject);
void one_scan_result_free (OneScanResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneScanSubject, one_scan_subject_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneScanResult, one_scan_result_free)
