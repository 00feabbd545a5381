/* SPDX-License-Identifier: MIT */
/* What time it is, and being woken at an instant: the only reader of the clock. A struct of
 * functions, because the tests live in a time of their own (tests/fakes/oned-at). */
#pragma once

#include <glib.h>
#include "edge/time/woken.h"

typedef struct OneClock OneClock;

struct OneClock {
  gint64 (*now) (OneClock *clock);               /* UTC seconds */
  void (*set_wake) (OneClock *clock, gint64 at); /* one instant, UTC seconds; replaces the one
                                                    before; 0 for none; past ones are due at once */
  void (*free) (OneClock *clock);
  void (*woken) (OneWoken why, gpointer data); /* set by the engine; called from the main loop */
  gpointer data;                               /* (borrowed) for woken */
};

/* The system's: one timerfd (CLOCK_REALTIME, absolute, cancelled when the clock is set; the kernel
 * cancels it on resume too) and a watch on the system's zone. Never NULL; `woken` is to be set. */
OneClock *one_clock_new (void);
