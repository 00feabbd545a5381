/* SPDX-License-Identifier: MIT */
/* Learns what the notification server is and can do. Inner part of the room. */
#pragma once

#include "edge/notify/notify-server-state.h"

/* Asks it, if it was not asked yet. */
void one_notify_learn_begin (OneNotifyServer *server);

/* It is another server now, or none. */
void one_notify_learn_forget (OneNotifyServer *server);

/* Waits for its answer for up to 2 s, but once only until it answers. Fills in server->about, or
 * fails with an error of any domain. Whoever failed because the server did not answer is told by
 * server->tell when it has. */
gboolean one_notify_learn (OneNotifyServer *server, GError **error) G_GNUC_WARN_UNUSED_RESULT;
