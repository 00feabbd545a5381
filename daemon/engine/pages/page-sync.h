/* SPDX-License-Identifier: MIT */
/* Pages: makes them, and reads what the user saved on them. A page is read when it was saved, when
 * oned starts and it was saved in between, and when it is asked for; each reading that brings news
 * is one step of `undo`. */
#pragma once

#include "engine/base/base.h"
#include "engine/pages/page-report.h"
#include "model/meeting.h"

typedef struct OnePageSync OnePageSync;

/* Hears of all pages from now on, and reads those that were saved meanwhile. `changed` is called
 * when a page that was saved later brings news. `base` is borrowed and outlives it. */
OnePageSync *one_page_sync_new (const OneBase *base, void (*changed) (gpointer data),
                                gpointer data);
void one_page_sync_free (OnePageSync *sync);

/* Makes the page of the meeting if there is none yet. `path` is (transfer full). */
gboolean one_page_sync_make (OnePageSync *sync, const OneMeeting *meeting, char **path,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the page of a meeting. (transfer full) NULL with an error if it has none (NOT_FOUND), or it
 * cannot be read. */
OnePageReport *one_page_sync_read (OnePageSync *sync, gint64 meeting,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePageSync, one_page_sync_free)
