/* SPDX-License-Identifier: MIT */
/* Takes events from the thread that talks to the notification server to another main context. */
#pragma once

#include "edge/notify/notify-events.h"

typedef struct OneNotifyPost OneNotifyPost;

/* The events come on the thread's default main context of the caller. Copies `events`. */
OneNotifyPost *one_notify_post_new (const OneNotifyEvents *events, gpointer data);

/* Give these to the thread, with the post as data. */
extern const OneNotifyEvents one_notify_post_events;

/* For that main context: no more events come. */
void one_notify_post_stop (OneNotifyPost *post);

void one_notify_post_unref (OneNotifyPost *post);
