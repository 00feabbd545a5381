/* SPDX-License-Identifier: MIT */
/* A subscription: a calendar behind an address. Its files lie side by side in one folder:
 *
 *   NAME.address  the address, which is a secret: onectl writes it, only oned-fetch reads it
 *   NAME.ics      the calendar as it last came, which is what oned reads
 *   NAME.state    what became of asking for it; oned-fetch writes it, all three read it
 *
 * A subscription is there for as long as its address is. */
#pragma once

#include "wire/words.h"

#define ONE_FEED_FOLDER "oned/feeds" /* in the user's data folder */
#define ONE_FEED_ADDRESS_FILE ".address"
#define ONE_FEED_CALENDAR_FILE ".ics"
#define ONE_FEED_STATE_FILE ".state"
#define ONE_FEED_MAX_ADDRESS 8192 /* bytes */
#define ONE_FEED_MAX_STATE 8192   /* bytes */
#define ONE_FEED_PATIENCE 86400   /* seconds without a calendar before that is a trouble */

typedef struct {
  OneFeedAnswer answer; /* the last one */
  guint status;         /* of HTTP in it; 0 for none */
  gint64 asked;         /* UTC seconds; 0 for never */
  gint64 got;           /* when the calendar last came, or was said to be unchanged; 0 for never */
  gint64 next;          /* when it is asked for again */
  gint64 wanted;        /* seconds that the calendar itself wants between two times; 0 for none */
  guint failures;       /* in a row, up to the last answer */
  char *etag;           /* (owned) of the calendar that is kept; NULL for none, as the others */
  char *modified;       /* (owned) its Last-Modified */
  char *of;             /* (owned) checksum of the address that it is from */
  char *sum;            /* (owned) checksum of the calendar */
} OneFeed;

/* Reads a NAME.state; of anything else, and of NULL, all is unknown. (transfer full) */
OneFeed *one_feed_parse (const char *text);
char *one_feed_format (const OneFeed *feed);
void one_feed_free (OneFeed *feed);

/* Whether the user should know: an answer that will not mend itself, or no calendar for too long
 * by the last time it was asked for. */
gboolean one_feed_is_trouble (const OneFeed *feed);

/* Whether it can be the name of a subscription: it names files, and is shown to people. */
gboolean one_feed_is_name (const char *name);

/* The names of the subscriptions, sorted, at most a hundred. (transfer full) */
char **one_feed_list_names (const char *folder);

/* The path of one of the files of a subscription. (transfer full) */
char *one_feed_dup_path (const char *folder, const char *name, const char *file);

/* The address as it is asked for, webcal being https; NULL for what is neither, and for what is no
 * address at all. (transfer full) */
char *one_feed_dup_https (const char *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneFeed, one_feed_free)
