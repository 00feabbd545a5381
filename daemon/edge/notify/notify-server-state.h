/* SPDX-License-Identifier: MIT */
/* State of the notification server's thread. Inner part of the room. */
#pragma once

#include <gio/gio.h>
#include "edge/notify/notify-dress.h"
#include "edge/notify/notify-events.h"
#include "edge/notify/notify-inhibited.h"
#include "edge/notify/notify-screen.h"

struct OneNotifyServer {
  OneNotifyEvents events;
  gpointer data;        /* (borrowed) for events */
  GDBusConnection *bus; /* (owned) NULL if there is no session bus */
  guint signals;        /* subscriptions */
  guint owners;
  char *owner;     /* (owned) unique name; NULL while there is no server */
  char *identity;  /* (owned) the owner and the bus it is on, for `shown` */
  gboolean learnt; /* `about` is this owner */
  OneNotifyAbout about;
  OneNotifyScreen *screen;       /* (owned) */
  OneNotifyInhibited *inhibited; /* (owned) NULL without a bus */
  char *token;                   /* (owned) the activation token that came last */
};
