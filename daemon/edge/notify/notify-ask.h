/* SPDX-License-Identifier: MIT */
/* Asks a notification server what it is and can do, without waiting for it. */
#pragma once

#include <gio/gio.h>
#include "edge/notify/notify-dress.h"

/* `about` is NULL if there is an error, of any domain. */
typedef void (*OneNotifyTold) (const OneNotifyAbout *about, const GError *error, gpointer data);

/* Starts a server that D-Bus can activate. `told` is called once, later, on the thread's default
 * main context, however late the answers come; but not after `cancellable` was cancelled. */
void one_notify_ask_begin (GDBusConnection *bus, GCancellable *cancellable, OneNotifyTold told,
                           gpointer data);
