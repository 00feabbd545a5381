/* SPDX-License-Identifier: MIT */
/* The daemon, for main.c and for the program that tests run in its place (tests/fakes/oned-at). */
#pragma once

#include <gio/gio.h>
#include "engine/engine.h"

/* Given by main. */
typedef struct {
  OneClock *clock; /* (borrowed) */
  /* Called when the object is on the bus, and after each cycle; both may be NULL. */
  void (*exported) (GDBusConnection *connection, OneEngine *engine, gpointer data);
  void (*changed) (OneEngine *engine, gpointer data);
  gpointer data;
} OneRun;

/* Parses the options, and runs until SIGTERM, SIGINT, or the loss of the bus. `more`: further
 * options, or NULL. Returns the exit status: 0, 1 for an error, with a line on stderr, 2 for bad
 * options. */
int one_run_main (const OneRun *run, const GOptionEntry *more, int argc, char **argv);
