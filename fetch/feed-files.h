/* SPDX-License-Identifier: MIT */
/* The files of a subscription (wire/feed.h), by those who write the calendar and its state. One
 * program at a time works on them. */
#pragma once

#include "wire/feed.h"

typedef struct OneFeedFiles OneFeedFiles;

/* Waits until no other oned-fetch is at work in the folder. NULL if there is no such folder, or no
 * such subscription in it. (transfer full) */
OneFeedFiles *one_feed_files_open (const char *folder, const char *name);

/* The address as it is asked for; NULL if it cannot be read, or is none. (borrowed) */
const char *one_feed_files_get_address (const OneFeedFiles *files);

/* The state; all of it unknown if there is none. (transfer full) */
OneFeed *one_feed_files_load (const OneFeedFiles *files);

gboolean one_feed_files_has_calendar (const OneFeedFiles *files);

/* A new file beside the calendar, to be written to; -1 if none can be made. (borrowed) until the
 * next call of it, of one_feed_files_keep or the end. */
int one_feed_files_begin (OneFeedFiles *files);

/* Puts that file in the place of the calendar, once it is on the disk. FALSE if it cannot be. */
gboolean one_feed_files_keep (OneFeedFiles *files);

/* Whether the subscription is still there, with this address. */
gboolean one_feed_files_is_current (const OneFeedFiles *files);

/* Writes the state. FALSE if it cannot be written. */
gboolean one_feed_files_save (const OneFeedFiles *files, const OneFeed *feed);

/* Removes what was begun and not kept. */
void one_feed_files_close (OneFeedFiles *files);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneFeedFiles, one_feed_files_close)
