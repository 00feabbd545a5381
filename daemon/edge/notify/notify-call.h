/* SPDX-License-Identifier: MIT */
/* Calls of a notification server, none of which waits for it. libnotify makes the Notify call; it
 * blocks and gives up after 25 s, so it does that on a thread of the call's own, and the answer is
 * caught on its way from the bus, however late it comes. All functions are for one thread, and all
 * answers come on its default main context, in order with the server's signals. */
#pragma once

#include <gio/gio.h>

typedef struct OneNotifyCall OneNotifyCall;

/* `id` is 0 if there is an error, of any domain. */
typedef void (*OneNotifyAnswered) (guint32 id, const GError *error, gpointer data);

/* Opens libnotify's line to a server that has just answered. Blocks only if it hangs again within
 * that moment. */
gboolean one_notify_call_prepare (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows what one_notify_dress_new made (transfer full). `answered` is called once: with what the
 * server says; when it is gone; or when libnotify has given up and the server then answered what it
 * was asked later. */
OneNotifyCall *one_notify_call_new (GDBusConnection *bus, GObject *notification,
                                    OneNotifyAnswered answered, gpointer data);

/* Whether the call has left for the bus, or has ended. */
gboolean one_notify_call_is_sent (OneNotifyCall *call);

/* Ends it; `answered` is not called any more. */
void one_notify_call_free (OneNotifyCall *call);

/* Lets go of calls that came back after the thread that asked for them had left the context; does
 * nothing while it has not. */
void one_notify_call_sweep (GMainContext *context);

/* Asks that server to close the notification. */
void one_notify_call_close (GDBusConnection *bus, const char *owner, guint32 id);
