/* SPDX-License-Identifier: MIT */
/* What the rows say once the notification server has answered. */
#pragma once

#include "engine/base.h"
#include "engine/reminders/pending.h"
#include "model/reminder.h"

/* The server is about to be called for that row, or for a group of OneReminder that is one
 * notification: that of the first. (transfer none) */
OneUnderWay *one_confirm_await (OneEngine *engine, gint64 sent);
OneUnderWay *one_confirm_await_all (OneEngine *engine, const GPtrArray *group);

/* Whether the server was called with that row's reminder, alone or among others, and has not
 * answered. */
gboolean one_confirm_is_awaited (const OneEngine *engine, gint64 sent);

/* The server shows it: what was to be written then is written, all of it or nothing. What was
 * dismissed or answered while it was shown again is taken off again. */
void one_confirm_shown (OneEngine *engine, gint64 sent, const char *server, guint32 shown);

/* The row is in that state from now on; it is not written yet. */
void one_confirm_set (const OneEngine *engine, OneSent *sent, OneSentState state);

/* The same for what is off the screen. What only waited there, for the new start of its meeting,
 * comes in its own time. */
void one_confirm_take_off (const OneEngine *engine, OneSent *sent, OneSentState state);

/* Writes all rows (of OneSent) or none; to memory if the disk does not take them. */
void one_confirm_rows (OneEngine *engine, const GPtrArray *rows);
