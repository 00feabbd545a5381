/* SPDX-License-Identifier: MIT */
/* A job on a thread of its own, with its result on the main loop. No GTask: its pool of ten threads
 * would be used up by file systems whose server is gone. */
#pragma once

#include <glib.h>

typedef struct OneWorker OneWorker;

typedef struct {
  const char *name;                            /* of the thread */
  void (*run) (gpointer work);                 /* called on the thread; may use only `work` */
  void (*done) (gpointer work, gpointer data); /* then called from the main loop, once */
  void (*free) (gpointer work);
} OneWorkerFuncs;

/* `work` (transfer full). The worker and the work are freed after `done`. (transfer none) */
OneWorker *one_worker_new (const OneWorkerFuncs *funcs, gpointer work, gpointer data);

/* Keeps `done` from being called; only before it was. Does not wait for the thread. */
void one_worker_cancel (OneWorker *worker);
