/* SPDX-License-Identifier: MIT */
/* Subscriptions as lines and records, by the files of oned-fetch (wire/feed.h). oned need not run,
 * and no address is read. */
#pragma once

#include "ctl/context.h"
#include "wire/feed.h"

/* The folder of the subscriptions. (transfer full) */
char *one_feed_lines_dup_folder (void);

/* The state of a subscription; all of it unknown if oned-fetch wrote none. (transfer full) */
OneFeed *one_feed_lines_load (const char *folder, const char *name);

/* The same by the path of its calendar. (transfer full) */
OneFeed *one_feed_lines_load_beside (const char *calendar);

/* "the calendar is as before; from today 10:00, asked today 10:30". Needs the time in `context`.
 * (transfer full) */
char *one_feed_lines_format (const OneContext *context, const OneFeed *feed);

/* The fix for its last answer in the user's language; NULL for none. */
const char *one_feed_lines_get_mend (const OneFeed *feed);

/* The records of one_fields_subscription for these names. (floating) */
GVariant *one_feed_lines_pack (const char *folder, const char *const *names);
