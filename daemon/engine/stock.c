/* SPDX-License-Identifier: MIT */
#include "engine/stock.h"

#include <malloc.h>
#include "engine/state.h"

/* So many changed files are kept in memory; to find so many changed again after a crash costs less
 * than to write the cache after each. */
#define MANY 200

gboolean
one_stock_take (OneEngine *engine, gint64 earliest, gint64 latest)
{
  g_autofree char *key = one_cache_dup_key (engine->parts.reader, engine->zone_name);
  g_autoptr (OneCache) cache = one_cache_open (engine->parts.cache, key);
  g_autoptr (GPtrArray) readings = NULL;

  if (!cache || one_cache_get_from (cache) < earliest || one_cache_get_from (cache) > latest
      || !(readings = one_cache_list_readings (cache, NULL)))
    return FALSE;
  g_ptr_array_set_free_func (readings, NULL);
  for (guint i = 0; i < readings->len; i++) {
    OneReading *reading = readings->pdata[i];

    g_hash_table_insert (engine->readings, g_strdup (reading->path), reading);
  }
  engine->from = one_cache_get_from (cache);
  engine->to = one_cache_get_to (cache);
  engine->cache = g_steal_pointer (&cache);
  return TRUE;
}

static void
save (OneEngine *engine)
{
  g_autofree char *key = one_cache_dup_key (engine->parts.reader, engine->zone_name);
  OneCacheDraft *draft = one_cache_draft_new (key, engine->from, engine->to);
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer reading;

  g_hash_table_iter_init (&iter, engine->readings);
  while (g_hash_table_iter_next (&iter, NULL, &reading))
    one_cache_draft_add_reading (draft, reading);
  one_files_save (engine->files, draft);
  g_clear_pointer (&engine->cache, one_cache_free);
  if (one_cache_draft_save (draft, engine->parts.cache, &error))
    engine->cache = one_cache_open (engine->parts.cache, key);
  engine->no_cache = !engine->cache;
  if (error)
    g_info ("what was read is not kept for the next start: %s", error->message);
}

void
one_stock_rest (OneEngine *engine)
{
  if (one_files_count_changes (engine->files) > (engine->cache || engine->no_cache ? MANY : 0)
      || (engine->cache && one_cache_get_from (engine->cache) != engine->from)) {
    save (engine);
    one_files_rest (engine->files, engine->cache);
    engine->untidy = TRUE;
  }
  if (engine->cache)
    one_cache_rest (engine->cache);
  if (engine->untidy)
    malloc_trim (0);
  engine->untidy = FALSE;
}

void
one_stock_close (OneEngine *engine)
{
  if (engine->settled && one_files_count_changes (engine->files) > 0)
    save (engine);
  g_clear_pointer (&engine->cache, one_cache_free);
}
