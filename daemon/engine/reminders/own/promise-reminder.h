/* SPDX-License-Identifier: MIT */
/* The notification of the promises that are due today, with its row before and after each call of
 * the notification server. edge/notify knows it by the number of its day (model/morning.h). */
#pragma once

#include "engine/reminders/reminders-calls.h"

/* Shows, refreshes and closes what is to be, and says in reminders->promises when it is to be
 * called again. */
void one_promise_reminder_carry_out (OneReminders *reminders, gint64 now);
