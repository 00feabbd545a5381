/* SPDX-License-Identifier: MIT */
#include "edge/scan.h"

/* The thread holds it while it works, then the main loop; the thread touches `subject` and `result`
 * only, the main loop before that the rest only. */
struct OneScan {
  OneSurveySubject *subject; /* (owned) */
  OneSurveyResult *result;   /* (owned) NULL before the thread is done */
  void (*done) (OneSurveyResult *result, gpointer data);
  gpointer data;      /* (borrowed) */
  gboolean cancelled; /* nobody waits for it */
};

static void
scan_free (gpointer data)
{
  OneScan *scan = data;

  one_survey_subject_free (scan->subject);
  g_clear_pointer (&scan->result, one_survey_result_free);
  g_free (scan);
}

static gboolean
tell (gpointer data)
{
  OneScan *scan = data;

  if (!scan->cancelled)
    scan->done (g_steal_pointer (&scan->result), scan->data);
  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke, which may take it for its chance to call from this thread. */
static gpointer
run (gpointer data)
{
  OneScan *scan = data;
  GSource *source = g_idle_source_new ();

  scan->result = one_survey_run (scan->subject);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell, scan, scan_free);
  g_source_attach (source, NULL);
  g_source_unref (source);
  return NULL;
}

OneScan *
one_scan_new (OneSurveySubject *subject, void (*done) (OneSurveyResult *result, gpointer data),
              gpointer data)
{
  OneScan *scan = g_new0 (OneScan, 1);

  scan->subject = subject;
  scan->done = done;
  scan->data = data;
  g_thread_unref (g_thread_new ("scan", run, scan));
  return scan;
}

void
one_scan_cancel (OneScan *scan)
{
  scan->cancelled = TRUE;
}
