/* SPDX-License-Identifier: MIT */
/* Long calls take turns: one in each turn of the main loop, and one of each caller before the
 * second of any. Between two of them everybody else is served: reminders, files, short calls. */
#pragma once

#include <glib.h>

typedef struct OneTurns OneTurns;

/* `run` (transfer full) answers a call; `drop` is for those that wait when the turns are freed. */
OneTurns *one_turns_new (void (*run) (gpointer call, gpointer data), GDestroyNotify drop,
                         gpointer data);
void one_turns_free (OneTurns *turns);

/* Runs the call (transfer full) when its turn comes; at once if it is short and no call of that
 * caller waits, for the calls of each are answered in their order. */
void one_turns_take (OneTurns *turns, const char *caller, gpointer call, gboolean is_long);

/* No turn is taken until there were as many of the second as of the first: while an answer is on
 * its way, so that no heap of them lies before those of others. */
void one_turns_hold (OneTurns *turns);
void one_turns_go_on (OneTurns *turns);
