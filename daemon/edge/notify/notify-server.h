/* SPDX-License-Identifier: MIT */
/* The notification server, on a thread that may block on it: its owner, its abilities, and the
 * notifications on its screen. All functions and events run on that thread, whose default main
 * context must be its own. */
#pragma once

#include "edge/notify/notify-events.h"

typedef struct OneNotifyServer OneNotifyServer;

OneNotifyServer *one_notify_server_new (const OneNotifyEvents *events, gpointer data);

/* Like one_notify_close. */
void one_notify_server_close (OneNotifyServer *server, gint64 sent);

/* Asks the server to close that notification; waits for no answer. */
void one_notify_server_send_close (OneNotifyServer *server, guint32 id);

void one_notify_server_free (OneNotifyServer *server);
