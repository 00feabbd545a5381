/* SPDX-License-Identifier: MIT */
/* How notices get onto the server's screen. Like the functions of edge/notify/notify.h, but these
 * block until the server answers. */
#pragma once

#include "edge/notify/notify-server.h"
#include "model/notice.h"

void one_notify_show_now (OneNotifyServer *server, const OneNotice *notice);

/* `show`: show it again (adopt), or only take note of it (recall). */
void one_notify_show_again (OneNotifyServer *server, const OneNotice *notice, gboolean show);
