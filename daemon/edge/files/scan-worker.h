/* SPDX-License-Identifier: MIT */
/* A scan (edge/files/scan.h) on a worker: a hundred thousand files take a while, and a server that
 * is gone takes for ever. */
#pragma once

#include "edge/files/scan.h"
#include "edge/files/worker.h"

/* The result is the callee's (transfer full). */
typedef void (*OneScanDone) (OneScanResult *result, gpointer data);

/* Takes `subject` over. */
OneWorker *one_scan_worker_new (OneScanSubject *subject, OneScanDone done, gpointer data);
