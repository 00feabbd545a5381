/* SPDX-License-Identifier: MIT */
/* Waiting for the notification server on its thread, for a while: meanwhile its signals are heard.
 */
#pragma once

#include <glib.h>

typedef struct {
  GSource *limit; /* (owned) */
  gboolean is_over;
} OneNotifyPatience;

/* Begins, before the server is asked. `over`: it is over already. */
void one_notify_patience_begin (OneNotifyPatience *patience, gboolean over);
void one_notify_patience_end (OneNotifyPatience *patience);

/* Waits for something to happen, and lets it happen. */
void one_notify_patience_go_on (void);

/* In ms, by a clock that nobody sets. */
gint64 one_notify_patience_now (void);

/* Dispatches what the bus has delivered until now, without waiting. */
void one_notify_patience_catch_up (void);
