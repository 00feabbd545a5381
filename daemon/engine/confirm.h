/* SPDX-License-Identifier: MIT */
/* What the rows say once the notification server has answered. */
#pragma once

#include "engine/state.h"
#include "model/reminder.h"

/* The server is about to be called with that row's reminder: what is to be written when it answers,
 * which the caller fills in. (transfer none) */
OneUnderWay *one_confirm_await (OneEngine *engine, gint64 sent);

/* All of `group`, of OneReminder, but the first: they are on the same notification. */
void one_confirm_await_others (OneUnderWay *under_way, const GPtrArray *group);

/* Whether the server was called with that row's reminder, alone or among others, and has not
 * answered. */
gboolean one_confirm_is_awaited (const OneEngine *engine, gint64 sent);

/* The server shows it: what was to be written then is written, all of it or nothing. */
void one_confirm_shown (OneEngine *engine, gint64 sent, const char *server, guint32 shown);

/* Writes the row in that state; to memory if the disk does not take it. */
void one_confirm_row (OneEngine *engine, OneSent *sent, OneSentState state);
