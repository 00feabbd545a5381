/* SPDX-License-Identifier: MIT */
/* The notification server, on a thread that may block on it: its owner, its abilities, and the
 * notifications on its screen. All functions and events run on that thread, whose default main
 * context must be its own. */
#pragma once

#include "edge/notify/notify-events.h"

typedef struct OneNotifyServer OneNotifyServer;

OneNotifyServer *one_notify_server_new (const OneNotifyEvents *events, gpointer data);

/* Like the functions of edge/notify/notify.h, but they block until the server answers. `show`: show
 * it again (adopt), or only take note of it (recall). */
void one_notify_server_show (OneNotifyServer *server, const OneNotice *notice);
void one_notify_server_adopt (OneNotifyServer *server, const OneNotice *notice, gboolean show);
void one_notify_server_close (OneNotifyServer *server, gint64 sent);

void one_notify_server_free (OneNotifyServer *server);
