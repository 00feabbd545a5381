/* SPDX-License-Identifier: MIT */
/* The events of reminders on the screen: from the thread that talks to the server, and on from
 * there to the main loop. */
#pragma once

#include <glib.h>
#include "model/notice.h"

/* 1 to 4 as the server says it (Desktop Notifications 1.2, NotificationClosed). */
typedef enum {
  ONE_CLOSED_EXPIRED = 1,
  ONE_CLOSED_DISMISSED = 2,
  ONE_CLOSED_BY_US = 3,
  ONE_CLOSED_UNDEFINED = 4,
  ONE_CLOSED_LOST = 5, /* the server that showed it is gone: it is on screen no more */
} OneClosed;

/* Each one_notify_show ends in exactly one `shown` or `failed`; show again only what failed or was
 * lost. What a newer notice took the place of is not reported as closed. */
typedef struct {
  /* `server` and `id` are to be kept with the row: they come back in a notice's `server` and
   * `replaces`. `server` is opaque, compared as a whole: it is unique over sessions, too. */
  void (*shown) (gint64 sent, const char *server, guint32 id, gpointer data);
  /* It was not shown. `no_server`: there is none, `server_changed` will tell of the next one. */
  void (*failed) (gint64 sent, const char *why, gboolean no_server, gpointer data);
  void (*closed) (gint64 sent, OneClosed reason, gpointer data);
  /* The press ends the notification: no `closed` follows. `token` is for one_launch_open; "" if the
   * server gave none. */
  void (*pressed) (gint64 sent, OneButton button, const char *token, gpointer data);
  /* A server came (again), or the last one went; `closed` (lost) was said before. Or it holds
   * notifications back ("do not disturb"), or does so no more: at first it does not. */
  void (*server_changed) (gboolean present, gboolean inhibited, gpointer data);
} OneNotifyEvents;
