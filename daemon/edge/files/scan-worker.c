/* SPDX-License-Identifier: MIT */
#include "edge/files/scan-worker.h"

typedef struct {
  OneScanSubject *subject; /* (owned) */
  OneScanResult *result;   /* (owned) NULL before it is done, and after it was passed to `done` */
  OneScanDone done;
} Scan;

static void
scan_worker_run (gpointer work)
{
  Scan *scan = work;

  scan->result = one_scan_run (scan->subject);
}

static void
scan_worker_done (gpointer work, gpointer data)
{
  Scan *scan = work;

  scan->done (g_steal_pointer (&scan->result), data);
}

static void
scan_worker_free (gpointer work)
{
  Scan *scan = work;

  one_scan_subject_free (scan->subject);
  g_clear_pointer (&scan->result, one_scan_result_free);
  g_free (scan);
}

static const OneWorkerFuncs funcs = { "scan", scan_worker_run, scan_worker_done, scan_worker_free };

OneWorker *
one_scan_worker_new (OneScanSubject *subject, OneScanDone done, gpointer data)
{
  Scan *scan = g_new0 (Scan, 1);

  scan->subject = subject;
  scan->done = done;
  return one_worker_new (&funcs, scan, data);
}
