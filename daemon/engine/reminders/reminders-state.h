/* SPDX-License-Identifier: MIT */
/* State of the reminders. Inner part of the room. */
#pragma once

#include "edge/notify/notify.h"
#include "engine/base/base.h"
#include "engine/reminders/reminders-calls.h"

/* The notification of the promises of a day. */
typedef struct {
  gint64 awaited;    /* its number while the server was called and has not answered; else 0 */
  guint32 look;      /* of what was sent */
  GArray *said;      /* (owned, nullable) of gint64: ids of the actions that it tells */
  gboolean recalled; /* what an earlier run left on the screen was taken over */
  gint64 wake;       /* when it changes by itself, UTC seconds; 0 for never */
} OnePromisesShown;

/* The notification of a point that is to be asked. */
typedef struct {
  gboolean awaited; /* the server was called and has not answered */
  gboolean adopted; /* by this run: its answers come here */
  guint32 look;     /* of what was sent */
  gint64 at;        /* when it is to be shown, UTC seconds; 0: it was, or never will be */
} OneAskShown;

struct OneReminders {
  OneBase *base;                  /* (borrowed) */
  const OneRemindersCalls *calls; /* (borrowed) */
  gpointer data;                  /* (borrowed) for the calls */
  OneNotify *notify;              /* (owned) NULL before start */
  GHashTable *pending;            /* (owned) gint64 id of a row -> OnePending */
  /* (owned) gint64 id of a row -> GArray of OneSaid: of which its notification speaks, as the
   * server was told last; only where there are or were several, or it was shown again. */
  GHashTable *shared;
  OnePromisesShown promises;
  GHashTable *asks;              /* (owned) gint64 id of a point -> OneAskShown (owned) */
  gint64 ask_wake;               /* when one of them changes by itself, UTC seconds; 0 for never */
  GArray *told;                  /* (owned) of told.c; NULL before there is one */
  GQueue tests;                  /* test notifications that wait for the server, oldest first */
  const OneNotifyHabits *habits; /* (borrowed) of the server; NULL if it is not known */
  gboolean restored;             /* what an earlier run left on the screen was taken over */
  gboolean no_server;            /* there is none: wait until one comes */
  gint64 retry;                  /* when to ask a server again that refused; 0 for never */
  gint64 next_at;                /* when the next reminder comes; 0 for never */
  OneStage next_stage;
};
