/* SPDX-License-Identifier: MIT */
/* Notifications that say that a meeting is called off (ONE_STEP_TELL). Their rows in the store have
 * ended. When the meeting would be over they are closed here, because a server that keeps a list
 * would show them for ever. */
#pragma once

#include "engine/reminders/reminders-calls.h"

/* The notification known by the row `sent` is no news any more at `until`. */
void one_told_add (OneReminders *reminders, gint64 sent, gint64 until);

/* Closes what is no news any more. */
void one_told_close (OneReminders *reminders, gint64 now);

/* When there is something to close; 0 for never. */
gint64 one_told_get_next (const OneReminders *reminders);
