/* SPDX-License-Identifier: MIT */
/* Which reminders share a notification on the screen. Their rows are shown with the same server and
 * id; edge/notify knows it by the first of them. */
#pragma once

#include "engine/base.h"
#include "engine/reminders/pending.h"
#include "model/reminder.h"

/* (transfer full) of OneSent: all that is shown, by what is named first. */
GPtrArray *one_screen_list (OneEngine *engine);

/* Whether the notification of that row, which may have ended, speaks of others too. */
gboolean one_screen_is_together (const OneSent *sent, const OneSent *other);
gboolean one_screen_is_shared (OneEngine *engine, const OneSent *sent);

/* Takes the row's notification off, unless it speaks of others too: one_adopt_settle sees to it. */
void one_screen_close (OneEngine *engine, const OneSent *sent);

/* The server has shown what that call was about: from now on it is known by the row `id`. */
void one_screen_keep (OneEngine *engine, gint64 id, const OneUnderWay *under_way);

/* (transfer full) of OneSent: what is still shown of all that the notification known by the row
 * `id` speaks of, in its order. */
GPtrArray *one_screen_list_left (OneEngine *engine, gint64 id);

/* The same as it goes off the screen; the row itself, whatever its state, if that is none. */
GPtrArray *one_screen_take (OneEngine *engine, gint64 id);
