/* SPDX-License-Identifier: MIT */
/* States of the rows of reminders, and how they get into the store. Inner part of the room. */
#pragma once

#include "engine/reminders/reminders-calls.h"
#include "model/reminder.h"

/* Sets the state of the row, not yet in the store. */
void one_sent_rows_set (const OneReminders *reminders, OneSent *sent, OneSentState state);

/* Takes the row off the screen with that state. An intent stays one; a snoozed row that was still
 * on the screen is superseded. */
void one_sent_rows_take_off (const OneReminders *reminders, OneSent *sent, OneSentState state);

/* Writes all rows (of OneSent) or none; to memory if the disk does not take them. */
void one_sent_rows_write (OneReminders *reminders, const GPtrArray *rows);
