/* SPDX-License-Identifier: MIT */
/* The events of reminders on the screen: from the thread that talks to the server, and on from
 * there to the main loop. */
#pragma once

#include <glib.h>
#include "edge/notify/notify-habits.h"
#include "model/notice.h"
#include "model/settings.h"

/* 1 to 4 are the reasons of NotificationClosed (Desktop Notifications 1.2). */
typedef enum {
  ONE_CLOSED_EXPIRED = 1,
  ONE_CLOSED_DISMISSED = 2,
  ONE_CLOSED_BY_US = 3,
  ONE_CLOSED_UNDEFINED = 4,
  ONE_CLOSED_LOST = 5, /* the server that showed it is gone, and with it the notification */
} OneClosed;

/* Each one_notify_show ends in exactly one `shown` or `failed`. Show a notice again only if it
 * failed or was lost; as long as the server may still show it, neither is told. A notification that
 * a newer notice replaced is not reported as closed, but if it was shown so late that the newer one
 * was there before it, `closed` with BY_US follows. `sent` is the notice's row in the store. */
typedef struct {
  /* Keep `server` and `id` with the row, for the `server` and `replaces` of later notices. `server`
   * is opaque, and unique over sessions, too. */
  void (*shown) (gint64 sent, const char *server, guint32 id, gpointer data);
  /* `why`: one clause. `no_server`: there is none; `server_changed` will tell of the next one. */
  void (*failed) (gint64 sent, const char *why, gboolean no_server, gpointer data);
  void (*closed) (gint64 sent, OneClosed reason, gpointer data);
  /* A press ends the notification: no `closed` follows. `token` is for one_launch_open; "" if the
   * server gave none. */
  void (*pressed) (gint64 sent, OneButton button, const char *token, gpointer data);
  /* A server came, or the last one went (after `closed` with LOST for its notifications); or
   * `inhibited` changed, which is NONE at first. When ALL begins, what is on the screen is taken
   * off, and `closed` with LOST. */
  void (*server_changed) (gboolean present, OneInhibition inhibited, gpointer data);
  /* The server has said what it is. May be NULL. */
  void (*learnt) (const OneNotifyHabits *habits, gpointer data);
} OneNotifyEvents;
