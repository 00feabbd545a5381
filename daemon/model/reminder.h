/* SPDX-License-Identifier: MIT */
/* A row of the store for each reminder that was ever due, by (meeting, stage, lead, start): so that
 * none is missed and none comes twice. It is written before the server is called (intent) and again
 * when the server has answered (shown). */
#pragma once

#include <glib.h>
#include "wire/words.h"

typedef enum {
  ONE_SENT_INTENT,     /* committed and to be shown; the server has not answered yet */
  ONE_SENT_SHOWN,      /* the server gave an id */
  ONE_SENT_SNOOZED,    /* again at `until` */
  ONE_SENT_ACTED,      /* a button was pressed */
  ONE_SENT_DISMISSED,  /* the user closed it */
  ONE_SENT_EXPIRED,    /* the server closed it for time; not dismissed */
  ONE_SENT_SUPERSEDED, /* no longer true or of use: oned closed it, or never showed it */
} OneSentState;
#define ONE_N_SENT_STATES 7

typedef struct {
  gint64 id;      /* of the row; 0 until it has one */
  gint64 meeting; /* the meeting's id */
  OneStage stage;
  gint64 lead; /* prep: seconds ahead of the start, as there can be several; else 0 */
  OneSentState state;
  gint64 at;    /* when it was made or last changed, UTC seconds */
  gint64 until; /* snoozed: when it comes again; else 0 */
  gint64 start; /* the start that it announces; if the meeting has another, it was moved */
  char *server; /* (owned) the server that showed it, as edge/notify named it; "" for none, and
                   while it is put off */
  guint32 notification_id; /* the id that server gave; 0: it was never shown */
  guint32 fingerprint;     /* of what it shows of the meeting (core/notice/fingerprint.h) */
} OneSent;

OneSent *one_sent_new (gint64 meeting, OneStage stage);
OneSent *one_sent_dup (const OneSent *sent);
void one_sent_free (OneSent *sent);

/* TRUE if a notification of that row may be on screen: its own, the one that it is to replace, or
 * the one left when the meeting was moved. */
gboolean one_reminder_is_on_screen (const OneSent *sent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneSent, one_sent_free)
