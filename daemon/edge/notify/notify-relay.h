/* SPDX-License-Identifier: MIT */
/* Takes events from the thread that talks to the notification server to another main context. */
#pragma once

#include "edge/notify/notify-events.h"

typedef struct OneNotifyRelay OneNotifyRelay;

/* The events come on the thread's default main context of the caller. Copies `events`. */
OneNotifyRelay *one_notify_relay_new (const OneNotifyEvents *events, gpointer data);

/* Give these to the thread, with the relay as data. */
extern const OneNotifyEvents one_notify_relay_events;

/* For that main context: no more events come. */
void one_notify_relay_stop (OneNotifyRelay *relay);

void one_notify_relay_unref (OneNotifyRelay *relay);
