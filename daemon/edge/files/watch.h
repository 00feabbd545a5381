/* SPDX-License-Identifier: MIT */
/* Watches folders by inotify itself, because GFileMonitor does not tell of an overflow of the queue
 * or of a lost watch. Reads the queue at once, and then every 20 ms for as long as it has events.
 */
#pragma once

#include <glib.h>
#include "edge/files/watch-event.h"

typedef struct OneWatch OneWatch;

/* Called from the main loop. Must not free the watch. */
typedef void (*OneWatchFunc) (OneWatchEvent event, const char *folder, const char *name,
                              gpointer data);

/* Never NULL. As long as the system refuses another inotify (each user has only so many), every
 * one_watch_add fails; as soon as it gives one, ONE_WATCH_OVERFLOW tells to add and look anew. */
OneWatch *one_watch_new (OneWatchFunc func, gpointer data);

/* Does nothing if `folder` is watched already. The error tells the user what to do. From any
 * thread. */
gboolean one_watch_add (OneWatch *watch, const char *folder,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Same, and tells also of each time that a file in it is written to, as ONE_WATCH_TOUCHED: for
 * those that are never closed. */
gboolean one_watch_add_writes (OneWatch *watch, const char *folder,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Watches the folder that `path` is in, or the nearest one above that exists. */
void one_watch_add_nearest (OneWatch *watch, const char *path);
void one_watch_del (OneWatch *watch, const char *folder);

/* Ends the events, and drops a reference. Threads that hold a reference can still call
 * one_watch_add, which then fails. */
void one_watch_free (OneWatch *watch);
OneWatch *one_watch_ref (OneWatch *watch);
void one_watch_unref (OneWatch *watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneWatch, one_watch_free)
