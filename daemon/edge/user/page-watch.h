/* SPDX-License-Identifier: MIT */
/* Tells that the user saved a page, in place or by replacing it, whatever the editor. */
#pragma once

#include <glib.h>

typedef struct OnePageWatch OnePageWatch;

/* `saved` is called from the main loop, once for each page of a burst, when it is quiet again. It
 * may be called without a change: whoever reads the page has to see whether there is one. */
OnePageWatch *one_page_watch_new (void (*saved) (const char *path, gpointer data), gpointer data);

/* From now on `path` (absolute), whose folder is there, is heard of; again is no fault. FALSE if
 * its folder cannot be watched. */
gboolean one_page_watch_add (OnePageWatch *page_watch, const char *path,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void one_page_watch_free (OnePageWatch *page_watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePageWatch, one_page_watch_free)
