/* SPDX-License-Identifier: MIT */
/* A survey (edge/survey.h) aside: a hundred thousand files take a while, and a server that is gone
 * takes for ever. */
#pragma once

#include "edge/aside.h"
#include "edge/survey.h"

/* The result is the callee's (transfer full). */
typedef void (*OneScanDone) (OneSurveyResult *result, gpointer data);

/* Takes `subject` over. */
OneAside *one_scan_new (OneSurveySubject *subject, OneScanDone done, gpointer data);
