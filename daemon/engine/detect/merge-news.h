/* SPDX-License-Identifier: MIT */
/* Picks the series that the news is about out of all readings. Inner part of the room. */
#pragma once

#include <glib.h>

/* Merges the series `uids` (set of UIDs) alone. (transfer full) of OneMergedSeries. */
GPtrArray *one_merge_news (const GPtrArray *readings, GHashTable *uids);

/* Whether two sets of UIDs have one in common. */
gboolean one_merge_news_overlaps (GHashTable *uids, GHashTable *others);
