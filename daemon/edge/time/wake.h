/* SPDX-License-Identifier: MIT */
/* A timer of the kernel for an absolute instant (timerfd), as a source of the main loop. */
#pragma once

#include <glib.h>
#include "edge/time/woken.h"

typedef struct OneWake OneWake;

/* `woken` is called from the thread-default main context of the caller. Never NULL: a missing
 * timerfd is fatal. */
OneWake *one_wake_new (void (*woken) (OneWoken why, gpointer data), gpointer data);

/* UTC seconds; 0 for no instant. A set clock is told in any case. */
void one_wake_set (OneWake *wake, gint64 at);

/* Translates the result of read(2) on the timerfd: `bytes`, and errno. FALSE if there is nothing to
 * tell. Exported for tests. */
gboolean one_wake_parse (gssize bytes, int error, OneWoken *why);

void one_wake_free (OneWake *wake);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneWake, one_wake_free)
