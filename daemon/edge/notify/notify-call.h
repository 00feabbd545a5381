/* SPDX-License-Identifier: MIT */
/* Calls to a notification server that block until it answers. */
#pragma once

#include <gio/gio.h>
#include "edge/notify/notify-dress.h"
#include "model/notice.h"

/* Dispatches, on the calling thread, the signals that the bus has delivered until now: a call
 * returns before signals that were sent earlier are dispatched. */
void one_notify_call_catch_up (void);

/* Asks what the server is and can do. Starts a server that D-Bus can activate. Waits up to 10 s for
 * each of two answers. */
gboolean one_notify_call_learn (GDBusConnection *bus, OneNotifyAbout *about,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the notice by libnotify. Waits up to 25 s for each of up to three calls. Returns the id of
 * the notification, or 0 with an error of any domain. */
guint32 one_notify_call_show (const OneNotice *notice, const OneNotifyAbout *about,
                              const OneNotifyPlace *place,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
