/* SPDX-License-Identifier: MIT */
/* Work on a thread of its own: what asks a server that is gone takes for ever. */
#pragma once

#include <glib.h>

typedef struct OneAside OneAside;

typedef struct {
  const char *name;                            /* of the thread */
  void (*run) (gpointer work);                 /* on the thread; touches nothing but `work` */
  void (*done) (gpointer work, gpointer data); /* afterwards, from the main loop */
  void (*free) (gpointer work);
} OneAsideFuncs;

/* Takes `work` over. `done` comes once; both are freed after it. */
OneAside *one_aside_new (const OneAsideFuncs *funcs, gpointer work, gpointer data);

/* Before `done`, which then does not come; never waits for the thread. */
void one_aside_cancel (OneAside *aside);
