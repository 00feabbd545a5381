/* SPDX-License-Identifier: MIT */
/* One absolute timer of the kernel as a source of the main loop. */
#pragma once

#include <glib.h>
#include "edge/time/woken.h"

typedef struct OneWake OneWake;

/* `woken` is called from the main context that is the default of the calling thread. Never NULL:
 * without timerfd nothing works, so that is fatal. */
OneWake *one_wake_new (void (*woken) (OneWoken why, gpointer data), gpointer data);

/* UTC seconds; 0 disarms. It is still woken then when the clock is set. */
void one_wake_set (OneWake *wake, gint64 at);

/* What read(2) on the timer's descriptor said: the bytes or -1, and errno. For tests. */
gboolean one_wake_parse (gssize bytes, int error, OneWoken *why);

void one_wake_free (OneWake *wake);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneWake, one_wake_free)
