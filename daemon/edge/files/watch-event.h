/* SPDX-License-Identifier: MIT */
/* Says what happened to a file or a folder that is watched. */
#pragma once

#include <glib.h>

typedef enum {
  ONE_WATCH_TOUCHED,  /* `name` in `folder`: created, or its mode changed; maybe half-written */
  ONE_WATCH_WRITTEN,  /* `name` in `folder`: closed after writing, or moved there; whole */
  ONE_WATCH_GONE,     /* `name` in `folder`: deleted, or moved away */
  ONE_WATCH_FOLDER,   /* `name` in `folder` is a folder, and one of the above */
  ONE_WATCH_LOST,     /* `folder` is no longer watched: deleted, moved, unmounted; name is NULL */
  ONE_WATCH_OVERFLOW, /* something happened somewhere; folder and name are NULL */
} OneWatchEvent;

/* Translates the mask of an inotify(7) event; never ONE_WATCH_OVERFLOW, which has no file. */
OneWatchEvent one_watch_event_from_mask (guint32 mask);
