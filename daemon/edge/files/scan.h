/* SPDX-License-Identifier: MIT */
/* Compares one source with what is known of it. Blocks for as long as the disk does, so it is for a
 * thread of its own (edge/files/scan-worker.h). */
#pragma once

#include "edge/cache/file-index.h"
#include "edge/files/watch.h"

typedef struct {
  char *path; /* (owned) absolute */
  OneStamp stamp;
  gboolean young; /* written to just now: maybe not for the last time */
} OneScanFile;

/* What is to be compared. */
typedef struct {
  char *path;                   /* (owned) as configured */
  char **others;                /* (owned) folders that are sources of their own: theirs */
  OneFileIndexView *file_index; /* (owned) */
  OneWatch *watch;              /* (owned) each folder is added to it before it is read */
  guint64 device;               /* of the last comparison that went well; 0 for none */
} OneScanSubject;

/* What the disk says. */
typedef struct {
  char *offline;       /* (owned) why it cannot be read, one clause; NULL if it can */
  char *target;        /* (owned) of a single file: where it really is; NULL for a folder */
  guint64 device;      /* that it is on */
  gboolean slow;       /* the kernel does not tell all of its changes */
  GPtrArray *changed;  /* (owned) of OneScanFile: not as they are known */
  GPtrArray *gone;     /* (owned) of char*, absolute: known and no longer there */
  GPtrArray *troubles; /* (owned) of OneTrouble */
} OneScanResult;

OneScanResult *one_scan_run (const OneScanSubject *subject);

void one_scan_subject_free (OneScanSubject *subject);
void one_scan_result_free (OneScanResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneScanSubject, one_scan_subject_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneScanResult, one_scan_result_free)
