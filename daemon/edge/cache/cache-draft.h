/* SPDX-License-Identifier: MIT */
/* Collects the parts of a new cache file (edge/cache/cache.h), and writes it. */
#pragma once

#include <glib.h>

typedef struct OneCacheDraft OneCacheDraft;

OneCacheDraft *one_cache_draft_new (const char *key, gint64 from, gint64 to);
/* Once. `reading_pack`: bytes of a OneReadingPack. (transfer full) */
void one_cache_draft_set_reading_pack (OneCacheDraft *draft, GBytes *reading_pack);
/* `table`: bytes of a OneStatTable. (transfer full) */
void one_cache_draft_add_table (OneCacheDraft *draft, const char *source, GBytes *table);

/* Replaces the cache file atomically. Frees the draft, also on failure. */
gboolean one_cache_draft_save (OneCacheDraft *draft, const char *folder,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
