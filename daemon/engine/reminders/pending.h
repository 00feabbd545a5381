/* SPDX-License-Identifier: MIT */
/* Calls of the notification server that wait for its answer, and what the rows say once it has
 * come. */
#pragma once

#include "engine/reminders/notification-rows.h"
#include "engine/reminders/reminders-calls.h"
#include "model/reminder.h"

/* A call of the notification server that was not answered yet. */
typedef struct {
  GArray *rows;    /* (owned) of OneSaid: the row by which edge/notify knows it is the first */
  gint64 replaces; /* the row whose notification this one takes the place of; or 0 */
  gint64 until;    /* the row is snoozed until then; 0: it is shown */
  gboolean told;   /* the row has ended: there is nothing to write */
  /* It is shown again, and was known by the row `before`. Rows that were closed since then stay
   * closed, and the server may say `closed` instead of `shown`. */
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
