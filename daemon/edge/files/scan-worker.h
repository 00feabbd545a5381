/* SPDX-License-Identifier: MIT */
/* Runs a scan (edge/files/scan.h) on a worker: a hundred thousand files take a while, and a server
 * that is gone takes for ever. */
#pragma once

#include "edge/files/scan.h"
#include "edge/files/worker.h"

/* `result` (transfer full). */
typedef void (*OneScanDone) (OneScanResult *result, gpointer data);

/* `subject` (transfer full). */
OneWorker *one_scan_worker_new (OneScanSubject *subject, OneScanDone done, gpointer data);
