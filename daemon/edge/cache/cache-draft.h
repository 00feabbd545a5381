/* SPDX-License-Identifier: MIT */
/* The cache (edge/cache/cache.h) on its way to the disk. */
#pragma once

#include <glib.h>

typedef struct OneCacheDraft OneCacheDraft;

OneCacheDraft *one_cache_draft_new (const char *key, gint64 from, gint64 to);
/* Of a OneReadingPack; once. Takes it over. */
void one_cache_draft_set_pile (OneCacheDraft *draft, GBytes *reading_pack);
/* Takes `table` over. */
void one_cache_draft_add_table (OneCacheDraft *draft, const char *source, GBytes *table);

/* Puts it in place of the one before, at once and whole. Frees the draft. */
gboolean one_cache_draft_save (OneCacheDraft *draft, const char *folder,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
