/* SPDX-License-Identifier: MIT */
/* What the rows say once the notification server has answered. */
#pragma once

#include "engine/engine.h"
#include "model/reminder.h"

/* A call of the notification server that was not answered yet. */
typedef struct {
  GArray *others;   /* (owned) of gint64: rows that the same notification stands for */
  gint64 replaces;  /* the row whose notification this one takes the place of; or 0 */
  gint64 until;     /* the row is snoozed until then; 0: it is shown */
  guint32 look;     /* what is shown of the meeting, see core/look.h */
  gboolean told;    /* the row has ended: there is nothing to write */
  gboolean adopted; /* it was on the screen before: that it is gone may be the answer */
} OneUnderWay;

/* The server is about to be called with that row's reminder: what is to be written when it answers,
 * which the caller fills in. (transfer none) */
OneUnderWay *one_confirm_await (OneEngine *engine, gint64 sent);

/* All of `group`, of OneReminder, but the first: they are on the same notification. */
void one_confirm_await_others (OneUnderWay *under_way, const GPtrArray *group);

/* Whether the server was called with that row's reminder, alone or among others, and has not
 * answered. */
gboolean one_confirm_is_awaited (const OneEngine *engine, gint64 sent);

/* The server shows it: what was to be written then is written, all of it or nothing. What was
 * dismissed or answered while it was shown again is taken off again. */
void one_confirm_shown (OneEngine *engine, gint64 sent, const char *server, guint32 shown);

/* Writes the row in that state; to memory if the disk does not take it. */
void one_confirm_row (OneEngine *engine, OneSent *sent, OneSentState state);
