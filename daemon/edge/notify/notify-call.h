/* SPDX-License-Identifier: MIT */
/* The calls to a notification server that wait for its answer. */
#pragma once

#include <gio/gio.h>
#include "model/notice.h"

/* Whatever the bus has delivered up to now is dealt with, on the calling thread: a call's answer
 * says nothing about what was sent before it. */
void one_notify_call_catch_up (void);

/* What the server can do, as bits of OneNotifyText (edge/notify/notify-text.h). Starts a server
 * that can be started by its name; waits 10 s for each of two answers. */
gboolean one_notify_call_learn (GDBusConnection *bus, guint *abilities,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* By libnotify. Shows the notice in the place of the notification `replaces` (0 for none) on a
 * server with these abilities. Waits for the server: 25 s each for up to three calls. Gives the
 * notification's id, or 0 and an error of any domain. */
guint32 one_notify_call_show (const OneNotice *notice, guint abilities, guint32 replaces,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
