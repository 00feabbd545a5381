/* SPDX-License-Identifier: MIT */
/* Calls to a notification server that block until it answers. */
#pragma once

#include <gio/gio.h>
#include "model/notice.h"

/* Dispatches, on the calling thread, the signals that the bus has delivered until now: a call
 * returns before signals that were sent earlier are dispatched. */
void one_notify_call_catch_up (void);

/* Asks what the server can do, and sets `abilities`, bits of OneNotifyText
 * (edge/notify/notify-text.h). Starts a server that D-Bus can activate. Waits up to 10 s for each
 * of two answers. */
gboolean one_notify_call_learn (GDBusConnection *bus, guint *abilities,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the notice by libnotify, in the place of the notification `replaces` (0 for none), on a
 * server with these abilities. Waits up to 25 s for each of up to three calls. Returns the id of
 * the notification, or 0 with an error of any domain. */
guint32 one_notify_call_show (const OneNotice *notice, guint abilities, guint32 replaces,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
