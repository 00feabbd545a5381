/* SPDX-License-Identifier: MIT */
/* Lines on the screen that tell of what is off. Their rows have ended; they go when the meeting
 * would be over, because servers that keep a list would show them for ever. */
#pragma once

#include "engine/reminders/reminders-calls.h"

/* The notification known by the row `sent` is no news any more at `until`. */
void one_told_add (OneReminders *reminders, gint64 sent, gint64 until);

/* Closes what is no news any more. */
void one_told_close (OneReminders *reminders, gint64 now);

/* When there is something to close; 0 for never. */
gint64 one_told_get_next (const OneReminders *reminders);
