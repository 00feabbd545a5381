/* SPDX-License-Identifier: MIT */
/* The notification server as seen from the thread that may wait for it: who it is, what it can do,
 * and what of ours it has on the screen. Everything here runs on that thread, with its main context
 * as the thread's default, and so do the events. */
#pragma once

#include "edge/notify/notify-events.h"

typedef struct OneNotifyServer OneNotifyServer;

OneNotifyServer *one_notify_server_new (const OneNotifyEvents *events, gpointer data);

/* Like the functions of edge/notify/notify.h with these names, but they wait for the server. */
void one_notify_server_show (OneNotifyServer *server, const OneNotice *notice);
void one_notify_server_adopt (OneNotifyServer *server, const OneNotice *notice, gboolean show);
void one_notify_server_close (OneNotifyServer *server, gint64 sent);

void one_notify_server_free (OneNotifyServer *server);
