/* SPDX-License-Identifier: MIT */
/* Of all readings what the news is about. Inner part of the room. */
#pragma once

#include <glib.h>

/* Merges the series `uids` (set of UIDs) alone. (transfer full) of OneMergedSeries. */
GPtrArray *one_merge_news (const GPtrArray *readings, GHashTable *uids);

/* Whether two sets of UIDs have one in common. */
gboolean one_merge_news_overlaps (GHashTable *uids, GHashTable *others);
