/* SPDX-License-Identifier: MIT */
/* The notification that tells, on the morning of a day, what I promised for it. One row a day keeps
 * it from being missed or shown twice: written before the server is called (intent) and again when
 * it has answered (shown). */
#pragma once

#include "model/reminder.h"

typedef struct {
  GDate day;
  OneSentState state; /* any but snoozed */
  gint64 at;          /* when it was made or last changed, UTC seconds */
  char *server;       /* (owned) the server that showed it, as edge/notify named it; "" for none */
  guint32 notification_id; /* the id that server gave; 0: it was never shown */
  guint32 look;            /* of what it says, as a hash; never 0 once it says something */
  GArray *said;            /* (owned) of gint64: ids of the actions that it tells */
} OneMorning;

OneMorning *one_morning_new (const GDate *day);
void one_morning_free (OneMorning *morning);

/* The number by which edge/notify knows the notification of that day: no row of OneSent has it. */
gint64 one_morning_get_number (const GDate *day);

/* Takes such a number apart. FALSE for a number of something else. */
gboolean one_morning_parse_number (gint64 number, GDate *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneMorning, one_morning_free)
