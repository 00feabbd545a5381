/* SPDX-License-Identifier: MIT */
/* The notification of a point that is to be asked at once. One row a point keeps it from being
 * missed or shown twice: written before the server is called (intent) and again when it has
 * answered (shown). */
#pragma once

#include "model/reminder.h"

typedef struct {
  gint64 point; /* its id */
  OneSentState state;
  gint64 at;    /* when it was made or last changed, UTC seconds */
  gint64 until; /* put off: not before then, UTC seconds; 0: it was not */
  char *server; /* (owned) the server that showed it, as edge/notify named it; "" for none */
  guint32 notification_id; /* the id that server gave; 0: it was never shown */
  guint32 look;            /* of what it says, as a hash; never 0 once it says something */
} OneAsking;

OneAsking *one_asking_new (gint64 point);
void one_asking_free (OneAsking *asking);

/* The number by which edge/notify knows the notification: no row of OneSent and no OneMorning has
 * it. */
gint64 one_asking_get_number (gint64 point);

/* Takes such a number apart. FALSE for a number of something else. */
gboolean one_asking_parse_number (gint64 number, gint64 *point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneAsking, one_asking_free)
