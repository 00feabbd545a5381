/* SPDX-License-Identifier: MIT */
/* The clock: the time, and being woken at an instant. Nothing else reads the time of day, but
 * edge/stamp.c, which asks how young a file is. It is a struct of functions so that tests can have
 * a time of their own (tests/fakes/oned-at). */
#pragma once

#include <glib.h>
#include "edge/time/woken.h"

typedef struct OneClock OneClock;

struct OneClock {
  gint64 (*now) (OneClock *clock); /* UTC seconds */
  /* UTC seconds; replaces the instant before; 0 for none. A past one is due at once. */
  void (*set_wake) (OneClock *clock, gint64 at);
  void (*free) (OneClock *clock);
  void (*woken) (OneWoken why, gpointer data); /* set by the engine; called from the main loop */
  gpointer data;                               /* (borrowed) for woken */
};

/* The system's clock: a timerfd (CLOCK_REALTIME, absolute, cancelled by the kernel when the clock
 * is set and on resume), and a watch on the system's time zone. Set `woken` next. Never NULL. */
OneClock *one_clock_new (void);
