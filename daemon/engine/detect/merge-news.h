/* SPDX-License-Identifier: MIT */
/* Picks the series that the news is about out of all readings. Inner part of the room. */
#pragma once

#include "engine/base/base.h"

/* Merges the series `uids` (set of UIDs) alone. (transfer full) of OneMergedSeries. */
GPtrArray *one_merge_news (const GPtrArray *readings, GHashTable *uids);

/* Whether few series are in the news, and none of them had a meeting that another one has too.
 * Both are sets of UIDs; `overlapping`: of the series that had one, (nullable) not known. Any event
 * at all can tell whose calendars these are, if that is not configured. */
gboolean one_merge_news_stands_alone (const OneBase *base, GHashTable *uids,
                                      GHashTable *overlapping);
