/* SPDX-License-Identifier: MIT */
#include "edge/scan.h"

typedef struct {
  OneSurveySubject *subject; /* (owned) */
  OneSurveyResult *result;   /* (owned) NULL before it is done, and once it is given away */
  OneScanDone done;
} Scan;

static void
scan_run (gpointer work)
{
  Scan *scan = work;

  scan->result = one_survey_run (scan->subject);
}

static void
scan_done (gpointer work, gpointer data)
{
  Scan *scan = work;

  scan->done (g_steal_pointer (&scan->result), data);
}

static void
scan_free (gpointer work)
{
  Scan *scan = work;

  one_survey_subject_free (scan->subject);
  g_clear_pointer (&scan->result, one_survey_result_free);
  g_free (scan);
}

static const OneAsideFuncs funcs = { "scan", scan_run, scan_done, scan_free };

OneAside *
one_scan_new (OneSurveySubject *subject, OneScanDone done, gpointer data)
{
  Scan *scan = g_new0 (Scan, 1);

  scan->subject = subject;
  scan->done = done;
  return one_aside_new (&funcs, scan, data);
}
