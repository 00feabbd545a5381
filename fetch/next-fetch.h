/* SPDX-License-Identifier: MIT */
/* When a calendar behind an address is asked for again. Pure: instants are UTC seconds. */
#pragma once

#include "wire/feed.h"

#define ONE_NEXT_FETCH_USUAL 1800 /* seconds */
#define ONE_NEXT_FETCH_SOON 900
#define ONE_NEXT_FETCH_LONGEST 86400
#define ONE_NEXT_FETCH_PATIENCE 21600 /* the longest after failures that nobody gave a time for */

/* Whether it is time. It is, too, where the clock was ahead when the time was set. */
gboolean one_next_fetch_is_due (const OneFeed *feed, gint64 now);

/* The instant after an answer that `feed` holds already, with `failures` up to now. `wanted`: the
 * seconds that the calendar or its server wants between two times; 0 for none. `chance`, from 0 to
 * 1, makes it up to a tenth later, so that not everybody comes at once. */
gint64 one_next_fetch_find (const OneFeed *feed, gint64 now, gint64 wanted, double chance);
