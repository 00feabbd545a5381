/* SPDX-License-Identifier: MIT */
/* The notification server: its owner, and what it says of the notifications on its screen. All
 * functions and events run on one thread, whose default main context must be its own. */
#pragma once

#include "edge/notify/notify-server-state.h"

OneNotifyServer *one_notify_server_new (const OneNotifyEvents *events, gpointer data);

/* Like one_notify_close. */
void one_notify_server_close (OneNotifyServer *server, gint64 sent);

void one_notify_server_free (OneNotifyServer *server);
