/* SPDX-License-Identifier: MIT */
/* Work on a thread of its own: what asks a server that is gone takes for ever. */
#pragma once

#include <glib.h>

typedef struct OneWorker OneWorker;

typedef struct {
  const char *name;                            /* of the thread */
  void (*run) (gpointer work);                 /* on the thread; touches nothing but `work` */
  void (*done) (gpointer work, gpointer data); /* afterwards, from the main loop */
  void (*free) (gpointer work);
} OneWorkerFuncs;

/* Takes `work` over. `done` comes once; both are freed after it. */
OneWorker *one_worker_new (const OneWorkerFuncs *funcs, gpointer work, gpointer data);

/* Before `done`, which then does not come; never waits for the thread. */
void one_worker_cancel (OneWorker *worker);
