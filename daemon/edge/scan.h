/* SPDX-License-Identifier: MIT */
/* A survey (edge/survey.h) on a thread of its own: a hundred thousand files take a while, and a
 * server that is gone takes for ever. */
#pragma once

#include "edge/survey.h"

typedef struct OneScan OneScan;

/* Takes `subject` over. `done` comes once, from the main loop; the result is the callee's (transfer
 * full), and the scan is freed after it. */
OneScan *one_scan_new (OneSurveySubject *subject,
                       void (*done) (OneSurveyResult *result, gpointer data), gpointer data);

/* Before `done`, which then does not come; never waits for the thread. */
void one_scan_cancel (OneScan *scan);
