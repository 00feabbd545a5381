/* SPDX-License-Identifier: MIT */
/* Events of the notification server: its answers, and the user's. */
#pragma once

#include "edge/notify/notify.h"
#include "engine/reminders/reminders-calls.h"

/* A server that refuses is asked again after this, in seconds. */
#define ONE_SERVER_EVENTS_RETRY 60

/* Handlers for one_notify_new, with OneReminders as data. */
extern const OneNotifyEvents one_server_events;
