/* SPDX-License-Identifier: MIT */
#include "edge/files/worker.h"

/* Owned by the thread while it works, then by the main loop. The thread uses only `work`, and
 * until it is done the main loop uses only the rest. */
struct OneWorker {
  const OneWorkerFuncs *funcs; /* (borrowed) */
  gpointer work;               /* (owned) */
  gpointer data;               /* (borrowed) */
  gboolean cancelled;          /* `done` is not to be called */
};

static void
worker_free (gpointer data)
{
  OneWorker *worker = data;

  worker->funcs->free (worker->work);
  g_free (worker);
}

static gboolean
tell (gpointer data)
{
  OneWorker *worker = data;

  if (!worker->cancelled)
    worker->funcs->done (worker->work, worker->data);
  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke, which calls from this thread if no loop is running. */
static gpointer
run (gpointer data)
{
  OneWorker *worker = data;
  GSource *source = g_idle_source_new ();

  worker->funcs->run (worker->work);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell, worker, worker_free);
  g_source_attach (source, NULL);
  g_source_unref (source);
  return NULL;
}

OneWorker *
one_worker_new (const OneWorkerFuncs *funcs, gpointer work, gpointer data)
{
  OneWorker *worker = g_new0 (OneWorker, 1);

  worker->funcs = funcs;
  worker->work = work;
  worker->data = data;
  g_thread_unref (g_thread_new (funcs->name, run, worker));
  return worker;
}

void
one_worker_cancel (OneWorker *worker)
{
  worker->cancelled = TRUE;
}
