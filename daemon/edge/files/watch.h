/* SPDX-License-Identifier: MIT */
/* Raw inotify: GFileMonitor says nothing when its queue overflows or a watch is lost. The queue is
 * drained at once, and then every 20 ms for as long as there is something in it, so that it stays
 * short; what it means is for others. */
#pragma once

#include <glib.h>

typedef struct OneWatch OneWatch;

typedef enum {
  ONE_WATCH_TOUCHED,  /* `name` in `folder`: made, or its mode changed; maybe half-written */
  ONE_WATCH_WRITTEN,  /* `name` in `folder`: closed after writing, or moved there: whole */
  ONE_WATCH_GONE,     /* `name` in `folder`: deleted, or moved away */
  ONE_WATCH_FOLDER,   /* `name` in `folder` is a folder, and one of the above */
  ONE_WATCH_LOST,     /* `folder` is no longer watched: deleted, moved, unmounted; name is NULL */
  ONE_WATCH_OVERFLOW, /* something happened somewhere; folder and name are NULL */
} OneWatchEvent;

/* From the main loop; the watch is not to be freed in it. */
typedef void (*OneWatchFunc) (OneWatchEvent event, const char *folder, const char *name,
                              gpointer data);

/* Never NULL; without inotify every one_watch_add fails. */
OneWatch *one_watch_new (OneWatchFunc func, gpointer data);

/* Watching it again is no fault. The error says what the user can do. From any thread. */
gboolean one_watch_add (OneWatch *watch, const char *folder,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The folder that `path` is in, or if that is not there either the nearest one above it. */
void one_watch_add_nearest (OneWatch *watch, const char *path);
void one_watch_del (OneWatch *watch, const char *folder);

/* No more events; what threads still add is refused, until they let it go too. */
void one_watch_free (OneWatch *watch);
OneWatch *one_watch_ref (OneWatch *watch);
void one_watch_unref (OneWatch *watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneWatch, one_watch_free)
