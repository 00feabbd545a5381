/* SPDX-License-Identifier: MIT */
/* The daemon as a whole, for main.c and for the program that tests run in its place. */
#pragma once

#include <gio/gio.h>
#include "engine/engine.h"

/* What a main brings along. */
typedef struct {
  OneClock *clock; /* (borrowed) */
  /* Called once the object is on the bus, and after each cycle; may be NULL. */
  void (*exported) (GDBusConnection *connection, OneEngine *engine, gpointer data);
  void (*changed) (OneEngine *engine, gpointer data);
  gpointer data;
} OneRun;

/* Reads the options, runs until SIGTERM, SIGINT, or the loss of the bus, and gives the exit status:
 * 0; 1 for what went wrong, with a line on stderr; 2 for options that make no sense. `more` (may be
 * NULL) are options of the caller's own. */
int one_run_main (const OneRun *run, const GOptionEntry *more, int argc, char **argv);
