/* SPDX-License-Identifier: MIT */
/* Calls of the notification server that wait for its answer, and what the rows say once it has
 * come. */
#pragma once

#include "engine/reminders/on-screen.h"
#include "engine/reminders/reminders-calls.h"
#include "model/reminder.h"

/* A call of the notification server that was not answered yet. */
typedef struct {
  GArray *rows;    /* (owned) of OneSaid: the row by which edge/notify knows it is the first */
  gint64 replaces; /* the row whose notification this one takes the place of; or 0 */
  gint64 until;    /* the row is snoozed until then; 0: it is shown */
  gboolean told;   /* the row has ended: there is nothing to write */
  /* It was on the screen before, known by the row `before`. If the user takes it off while it is
   * shown again, it stays off, and its closing may be the only answer. */
  gboolean adopted;
  gint64 before;
} OnePending;

void one_pending_free (OnePending *pending);

/* The server is about to be called for that row, or for a group of OneReminderDraft that is one
 * notification: that of the first. (transfer none) */
OnePending *one_pending_await (OneReminders *reminders, gint64 sent);
OnePending *one_pending_await_all (OneReminders *reminders, const GPtrArray *group);

/* Whether the server was called with that row's reminder, alone or among others, and has not
 * answered. */
gboolean one_pending_is_awaited (const OneReminders *reminders, gint64 sent);

/* The server shows it: what was to be written then is written, all of it or nothing. What was
 * dismissed or answered while it was shown again is taken off again. */
void one_pending_shown (OneReminders *reminders, gint64 sent, const char *server, guint32 shown);

/* The row is in that state from now on; it is not written yet. */
void one_pending_set (const OneReminders *reminders, OneSent *sent, OneSentState state);

/* Takes the row off the screen with that state. An intent stays one; a snoozed row that was still
 * on the screen is superseded. */
void one_pending_take_off (const OneReminders *reminders, OneSent *sent, OneSentState state);

/* Writes all rows (of OneSent) or none; to memory if the disk does not take them. */
void one_pending_rows (OneReminders *reminders, const GPtrArray *rows);
