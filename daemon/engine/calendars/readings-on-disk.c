/* SPDX-License-Identifier: MIT */
#include "engine/calendars/readings-on-disk.h"

#include <malloc.h>

/* Changed files that are kept in memory: this many, and one in SHARE of all. To find them
 * changed again after a crash costs less than to write the cache after each. */
#define MANY 200
#define SHARE 16

void
one_readings_on_disk_begin (OneReadingsOnDisk *cache)
{
  g_free (cache->key);
  cache->key = one_cache_dup_key (cache->base->environment.reader, cache->base->zone_name,
                                  (const char *const *) cache->base->settings->zones);
}

gboolean
one_readings_on_disk_take (OneReadingsOnDisk *cache, gint64 earliest, gint64 latest)
{
  OneBase *base = cache->base;
  g_autoptr (OneCache) found = NULL;

  one_readings_on_disk_begin (cache);
  found = one_cache_open (base->environment.cache, cache->key);
  if (!found || one_cache_get_from (found) < earliest || one_cache_get_from (found) > latest)
    return FALSE;
  one_readings_trim (base->calendars.readings, one_cache_dup_reading_pack (found));
  base->calendars.from = one_cache_get_from (found);
  base->calendars.to = one_cache_get_to (found);
  cache->cache = g_steal_pointer (&found);
  return TRUE;
}

static GBytes *
pack (const OneReadingsOnDisk *cache, const GPtrArray *readings)
{
  g_autofree char *note = NULL;
  g_autoptr (GHashTable) relevant = cache->calls->describe (readings, &note, cache->data);

  return one_reading_pack_pack (readings, relevant, note);
}

/* Takes the readings of files that are not indexed out of the list: they are kept in memory, not in
 * the cache. */
static GPtrArray *
take_unindexed (const OneBase *base, GPtrArray *readings)
{
  GPtrArray *unindexed = g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);

  for (guint i = readings->len; i > 0; i--)
    if (!one_files_has (base->calendars.files, ((OneReading *) readings->pdata[i - 1])->path))
      g_ptr_array_add (unindexed, g_ptr_array_steal_index_fast (readings, i - 1));
  return unindexed;
}

static void
write_cache (OneReadingsOnDisk *cache)
{
  const OneBase *base = cache->base;
  OneCacheDraft *draft = one_cache_draft_new (cache->key, base->calendars.from, base->calendars.to);
  g_autoptr (GPtrArray) readings = one_readings_list (base->calendars.readings);
  g_autoptr (GPtrArray) unindexed = take_unindexed (base, readings);
  g_autoptr (GError) error = NULL;

  one_cache_draft_set_reading_pack (draft, pack (cache, readings));
  one_files_save (base->calendars.files, draft);
  one_readings_on_disk_clear (cache);
  if (one_cache_draft_save (draft, base->environment.cache, &error))
    cache->cache = one_cache_open (base->environment.cache, cache->key);
  cache->is_broken = !cache->cache;
  cache->is_stale = FALSE;
  if (error)
    g_info ("what was read is not kept for the next start: %s", error->message);
  if (!cache->cache)
    return;
  one_readings_trim (base->calendars.readings, one_cache_dup_reading_pack (cache->cache));
  for (guint i = 0; i < unindexed->len; i++)
    one_readings_put (base->calendars.readings, unindexed->pdata[i]);
}

/* A cache with another horizon, or with a note by other rules, is written anew when there is time.
 */
static gboolean
is_outdated (const OneReadingsOnDisk *cache)
{
  return cache->cache
         && (one_cache_get_from (cache->cache) != cache->base->calendars.from
             || cache->calls->is_outdated (cache->data));
}

void
one_readings_on_disk_trim (OneReadingsOnDisk *cache)
{
  OneFiles *files = cache->base->calendars.files;
  guint many = MANY + one_files_count (files) / SHARE;

  if (!cache->cache && !cache->is_broken)
    many = 0;
  if (one_files_count_changes (files) > many || cache->is_stale || is_outdated (cache)) {
    write_cache (cache);
    one_files_trim (files, cache->cache);
  }
  if (cache->cache)
    one_cache_trim (cache->cache);
  one_store_trim (cache->base->store);
  malloc_trim (0);
}

void
one_readings_on_disk_save (OneReadingsOnDisk *cache)
{
  if (one_files_count_changes (cache->base->calendars.files) > 0 || cache->is_stale)
    write_cache (cache);
}

void
one_readings_on_disk_clear (OneReadingsOnDisk *cache)
{
  g_clear_pointer (&cache->cache, one_cache_free);
}
