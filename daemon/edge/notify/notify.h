/* SPDX-License-Identifier: MIT */
/* Reminders on the user's screen, by org.freedesktop.Notifications. The server may hang for minutes
 * or be gone: it is called on a thread of its own, and no function here waits for it. All events
 * come on the main loop of the thread that called one_notify_new, in the order they happened. */
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

typedef struct OneNotify OneNotify;

/* `events` is copied. Never NULL; without a session bus every notice fails. */
OneNotify *one_notify_new (const OneNotifyEvents *events, gpointer data);

/* Shows it in the place of notice->replaces, if the same server still runs, or else of what is
 * known on screen with the same tag. The notice is copied. */
void one_notify_show (OneNotify *notify, const OneNotice *notice);

/* After a restart: what an earlier run left on the screen of a server that still runs is shown
 * again in its place, so that its buttons are ours (`shown` or `failed` follows); of another server
 * it is `closed` (lost). Only for what is still worth showing. */
void one_notify_adopt (OneNotify *notify, const OneNotice *notice);

/* The same without showing it: for what is about to be replaced or closed. Only `sent`, `server`
 * and `replaces` of the notice count; no `shown` follows. */
void one_notify_recall (OneNotify *notify, const OneNotice *notice);

/* Takes it off the screen; unknown ones are ignored. No event follows. */
void one_notify_close (OneNotify *notify, gint64 sent);

/* Leaves the screen as it is, for one_notify_adopt of the next run. No event comes afterwards. */
void one_notify_free (OneNotify *notify);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneNotify, one_notify_free)
