/* SPDX-License-Identifier: MIT */
/* What every part of the engine may know of the whole: that it is there, what was given to it, and
 * what time it is. */
#pragma once

#include <glib.h>
#include "edge/time/clock.h"

typedef struct OneEngine OneEngine;

/* Where things are, and what time it is. All of it is borrowed and outlives the engine. */
typedef struct {
  OneClock *clock;       /* its `woken` becomes the engine's */
  const char *config;    /* path of oned.conf */
  const char *catalogue; /* folder of the user's catalogue files */
  const char *data;      /* folder of the store */
  const char *cache;     /* folder of what can be thrown away */
  const char *reader;    /* path of oned-reader */
  /* After each run of a reader: its version, see one_reader_client_get_version. */
  void (*reader_spoke) (guint32 version, gpointer data);
  gpointer spoke_data; /* (borrowed) its `data` */
} OneEngineParts;

/* The clock's word, UTC seconds. */
gint64 one_engine_now (const OneEngine *engine);

/* A part says that something came of what it heard: the cycle is run. */
void one_engine_say_changed (OneEngine *engine);
