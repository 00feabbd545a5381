/* SPDX-License-Identifier: MIT */
/* How notices get onto the server's screen. After each, the server's answer is waited for, because
 * the next notice may take its place and needs its id. After `patience` the next one goes out
 * without it; the late answer is still heard. */
#pragma once

#include "edge/notify/notify-server-state.h"
#include "model/notice.h"

/* Like the functions of edge/notify/notify.h; but they block for up to 2 s, once until the server
 * answers again. */
void one_notify_showing_now (OneNotifyServer *server, const OneNotice *notice);

/* `show`: show it again (adopt), or only take note of it (recall). */
void one_notify_showing_again (OneNotifyServer *server, const OneNotice *notice, gboolean show);

/* A notice under way for that row is closed as soon as it is shown. */
void one_notify_showing_take_back (OneNotifyServer *server, gint64 sent);

/* Nothing of what is under way is heard any more. */
void one_notify_showing_drop (OneNotifyServer *server);
