/* SPDX-License-Identifier: MIT */
/* State of the notification server's thread. Inner part of the room. */
#pragma once

#include <gio/gio.h>
#include "edge/notify/notify-dress.h"
#include "edge/notify/notify-events.h"
#include "edge/notify/notify-inhibited.h"
#include "edge/notify/notify-screen.h"

typedef struct {
  OneNotifyEvents events;
  gpointer data;        /* (borrowed) for events */
  GDBusConnection *bus; /* (owned) NULL if there is no session bus */
  guint signals;        /* subscriptions */
  guint owners;
  char *owner;    /* (owned) unique name; NULL while there is no server */
  char *identity; /* (owned) the owner and the bus it is on, for `shown` */

  /* Kind and abilities. */
  gboolean learnt;           /* `about` is this owner */
  gboolean asking;           /* the question is under way, and was put to `asked` (owned); … */
  char *asked;               /* … NULL: to one that was yet to come */
  GError *unknown;           /* (owned) why it was not learnt; NULL while it is being asked */
  gboolean prepared;         /* libnotify has its line */
  GCancellable *cancellable; /* (owned) for the question */
  OneNotifyAbout about;

  OneNotifyScreen *screen;        /* (owned) */
  GPtrArray *calls;               /* (owned) of notify-showing.c: under way, oldest first */
  gboolean hangs;                 /* it let the last call wait, and has answered none since */
  OneNotifyInhibited *inhibited;  /* (owned) NULL without a bus */
  void (*tell) (gpointer server); /* the main loop should look at the server anew */
  char *token;                    /* (owned) the activation token that came last */
} OneNotifyServer;
