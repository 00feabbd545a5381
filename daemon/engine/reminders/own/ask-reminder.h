/* SPDX-License-Identifier: MIT */
/* The notifications of the points that are asked at once, each with its row before and after each
 * call of the notification server. edge/notify knows them by model/asking.h. */
#pragma once

#include "engine/reminders/reminders-calls.h"

/* Shows, refreshes and closes what is to be, and says in reminders->ask_wake when it is to be
 * called again. A row goes with its point: one that is opened again is asked again. */
void one_ask_reminder_carry_out (OneReminders *reminders, gint64 now);

/* Whether the server has not answered a call. */
gboolean one_ask_reminder_is_awaited (const OneReminders *reminders);
