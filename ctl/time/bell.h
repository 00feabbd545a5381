/* SPDX-License-Identifier: MIT */
/* Wakes the main loop at one instant of the system's clock, also after the machine slept, and when
 * the clock is set. Nothing else wakes it. */
#pragma once

#include <glib.h>

typedef struct OneBell OneBell;

/* `rung` is told whether the clock was set; the bell is off then. NULL if the system has none. */
OneBell *one_bell_new (void (*rung) (gboolean clock_set, gpointer data), gpointer data);
void one_bell_free (OneBell *bell);

/* `at` in seconds since the epoch, in place of the instant before; 0: off. */
void one_bell_set (OneBell *bell, gint64 at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneBell, one_bell_free)
