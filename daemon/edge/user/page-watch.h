/* SPDX-License-Identifier: MIT */
/* Watches pages for being saved, in place or by renaming, by any editor. */
#pragma once

#include <glib.h>

typedef struct OnePageWatch OnePageWatch;

/* `saved` is called from the main loop, once for each page after a burst of events. The page may be
 * unchanged: read it and compare. */
OnePageWatch *one_page_watch_new (void (*saved) (const char *path, gpointer data), gpointer data);

/* Watches `path` (absolute), whose folder must exist; does nothing if it is watched already. FALSE
 * if its folder cannot be watched. */
gboolean one_page_watch_add (OnePageWatch *page_watch, const char *path,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void one_page_watch_free (OnePageWatch *page_watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePageWatch, one_page_watch_free)
