/* SPDX-License-Identifier: MIT */
/* Calls of the notification server that wait for its answer, and what is on the screen already. */
#pragma once

#include <glib.h>

/* A row of which a notification speaks. */
typedef struct {
  gint64 id;
  guint32 look; /* what is shown of the meeting, see core/notice/fingerprint.h */
} OneSaid;

/* A call of the notification server that was not answered yet. */
typedef struct {
  GArray *rows;    /* (owned) of OneSaid: the row by which edge/notify knows it is the first */
  gint64 replaces; /* the row whose notification this one takes the place of; or 0 */
  gint64 until;    /* the row is snoozed until then; 0: it is shown */
  gboolean told;   /* the row has ended: there is nothing to write */
  /* It was on the screen before, known by the row `before`: what was taken off in the meantime
   * stays off, and that it is gone may be the answer. */
  gboolean adopted;
  gint64 before;
} OneUnderWay;
