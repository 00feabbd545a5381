/* SPDX-License-Identifier: MIT */
/* Shows reminders on the screen, by org.freedesktop.Notifications. The server may hang for minutes,
 * so a thread calls it, and no function here blocks on it. Events come on the main loop of the
 * thread that called one_notify_new, in the order in which they happened. */
#pragma once

#include <glib.h>
#include "edge/notify/notify-events.h"
#include "model/notice.h"

typedef struct OneNotify OneNotify;

/* Copies `events`. Never NULL; without a session bus every notice fails. */
OneNotify *one_notify_new (const OneNotifyEvents *events, gpointer data);

/* Shows the notice in the place of notice->replaces, if that server still runs, or else of the
 * notification with its tag. Copies the notice. */
void one_notify_show (OneNotify *notify, const OneNotice *notice);

/* After a restart: shows a notification of an earlier run again, in its place, so that its buttons
 * work; `shown` or `failed` follows. If its server is gone, `closed` with LOST follows. */
void one_notify_adopt (OneNotify *notify, const OneNotice *notice);

/* Same, but does not show it: for a notification that is about to be replaced or closed, or to be
 * adopted later; its buttons work where the server tells everybody. No `shown` follows. */
void one_notify_recall (OneNotify *notify, const OneNotice *notice);

/* Takes it off the screen; does nothing for an unknown row. No event follows. */
void one_notify_close (OneNotify *notify, gint64 sent);

/* Leaves the screen as it is, for one_notify_adopt of the next run. No event follows. */
void one_notify_free (OneNotify *notify);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneNotify, one_notify_free)
