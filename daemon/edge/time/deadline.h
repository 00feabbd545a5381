/* SPDX-License-Identifier: MIT */
/* A timer of the main loop for work that is put off: until it is quiet, or until the loop turns.
 * One source of GLib's for its whole life, so setting it costs no memory. All times are monotonic
 * microseconds. */
#pragma once

#include <glib.h>

typedef struct OneDeadline OneDeadline;

/* `due` is called from the main loop, once for each time that it was set; the deadline may be freed
 * in it. `priority` as for GSource. Never NULL. */
OneDeadline *one_deadline_new (int priority, void (*due) (gpointer data), gpointer data);

/* Due at that time, whatever was set before; a past one is due at once, from the main loop. */
void one_deadline_set (OneDeadline *deadline, gint64 at);

/* Due at that time, unless it is due earlier. */
void one_deadline_set_earlier (OneDeadline *deadline, gint64 at);

/* Due once nothing has touched it for `quiet`, but no later than `patience` (0 for no limit) after
 * the first touch since it was last due. */
void one_deadline_touch (OneDeadline *deadline, gint64 quiet, gint64 patience);

void one_deadline_free (OneDeadline *deadline);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneDeadline, one_deadline_free)
