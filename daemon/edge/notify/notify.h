/* SPDX-License-Identifier: MIT */
/* Reminders on the user's screen, by org.freedesktop.Notifications. The server may hang for minutes
 * or be gone: it is called on a thread of its own, and no function here waits for it. All events
 * come on the main loop of the thread that called one_notify_new, in the order they happened. */
#pragma once

#include <glib.h>
#include "edge/notify/notify-events.h"
#include "model/notice.h"

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
