/* SPDX-License-Identifier: MIT */
/* Keeps track of reminders that share a notification. Their rows have the same server and
 * notification id; edge/notify knows the notification by the first row.
 * The notification whose button was pressed is closed by edge/notify itself (notify-server.c). */
#pragma once

#include "engine/reminders/reminders-calls.h"
#include "model/reminder.h"

/* A row of which a notification speaks. */
typedef struct {
  gint64 id;
  guint32 look; /* what is shown of the meeting, see core/notice/fingerprint.h */
} OneSaid;

/* (transfer full) of OneSent: all that is shown, by what is named first. */
GPtrArray *one_notification_rows_list (OneReminders *reminders);

/* Whether the notification of that row, which may have ended, speaks of others too. */
gboolean one_notification_rows_is_together (const OneSent *sent, const OneSent *other);
gboolean one_notification_rows_is_shared (OneReminders *reminders, const OneSent *sent);

/* Takes the row's notification off, unless it speaks of others too: one_restore_settle sees to it.
 */
void one_notification_rows_close (OneReminders *reminders, const OneSent *sent);

/* The server shows a notification that is known by the row `id` from now on, and by `before` until
 * now. `rows` (transfer none, of OneSaid): those it speaks of; NULL for just that one. */
void one_notification_rows_keep (OneReminders *reminders, gint64 id, gint64 before, GArray *rows);

/* (transfer full) of OneSent: what is still shown of all that the notification known by the row
 * `id` speaks of, in its order. */
GPtrArray *one_notification_rows_list_left (OneReminders *reminders, gint64 id);

/* The same list, and forgets the notification. If none of its rows is still shown, the list has the
 * row `id` alone. */
GPtrArray *one_notification_rows_take (OneReminders *reminders, gint64 id);
