/* SPDX-License-Identifier: MIT */
#include "engine/stock.h"

#include <malloc.h>
#include <string.h>
#include "engine/state.h"
#include "store/meta.h"
#include "store/series.h"

/* So many changed files are kept in memory, and one in so many of all: to find them changed again
 * after a crash costs less than to write the cache after each. */
#define MANY 200
#define SHARE 16

gboolean
one_stock_take (OneEngine *engine, gint64 earliest, gint64 latest)
{
  g_autofree char *key = one_cache_dup_key (engine->parts.reader, engine->zone_name);
  g_autoptr (OneCache) cache = one_cache_open (engine->parts.cache, key);

  if (!cache || one_cache_get_from (cache) < earliest || one_cache_get_from (cache) > latest)
    return FALSE;
  one_reading_index_rest (engine->reading_index, one_cache_dup_pile (cache));
  engine->from = one_cache_get_from (cache);
  engine->to = one_cache_get_to (cache);
  engine->cache = g_steal_pointer (&cache);
  return TRUE;
}

/* The lines of a pile's note. */
enum {
  RULES, /* a sum of those by which it was judged */
  TOKEN, /* the store that has its meetings says the same; "" if there is none */
  ME,    /* and on: whose calendars these are, an address a line */
};

static char *
dup_rules (const OneDetectInput *who)
{
  g_autofree char *rules = one_detect_relevant_dup_rules (who);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, rules, -1);
}

/* (transfer full) Never shorter than ME. */
static char **
read_note (const OneEngine *engine)
{
  char **lines = g_strsplit (one_reading_index_get_note (engine->reading_index), "\n", -1);

  if (g_strv_length (lines) >= ME)
    return lines;
  g_strfreev (lines);
  return g_strsplit ("\n", "\n", -1);
}

gboolean
one_stock_is_judged (const OneEngine *engine, const OneDetectInput *who)
{
  g_autofree char *rules = dup_rules (who);
  g_auto (GStrv) note = read_note (engine);

  /* Any event at all can tell whose calendars these are. */
  if (!engine->settings->me[0] && one_reading_index_count_changes (engine->reading_index) > 0)
    return FALSE;
  return g_str_equal (note[RULES], rules);
}

char **
one_stock_dup_me (const OneEngine *engine)
{
  g_auto (GStrv) note = read_note (engine);

  return note[ME] ? g_strdupv (note + ME) : NULL;
}

gboolean
one_stock_is_kept (const OneEngine *engine)
{
  g_autoptr (GHashTable) tracked = one_series_list (engine->store, NULL);
  OneDetectInput who = { .settings = engine->settings, .tracked = tracked };
  g_autofree char *token = one_meta_find (engine->store, ONE_META_STOCK, NULL);
  g_auto (GStrv) note = read_note (engine);

  return *note[TOKEN] && g_strcmp0 (note[TOKEN], token) == 0 && one_stock_is_judged (engine, &who);
}

/* Another one each time, so that no older store has it. "" where the store does not have all that
 * the calendars have. */
static char *
make_token (OneEngine *engine)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr (GError) error = NULL;

  if (!engine->judge && engine->doubled
      && one_meta_set (engine->store, ONE_META_STOCK, token, &error))
    return g_steal_pointer (&token);
  return g_strdup ("");
}

static GBytes *
pack (OneEngine *engine, const GPtrArray *readings)
{
  g_autoptr (GHashTable) tracked = one_series_list (engine->store, NULL);
  OneDetectInput who = { (const char *const *) engine->me, engine->settings, tracked };
  g_autoptr (GPtrArray) merged = one_series_merge (readings);
  g_autoptr (GHashTable) lively = one_detect_relevant_list (&who, readings, merged);
  g_autofree char *rules = dup_rules (&who);
  g_autofree char *token = make_token (engine);
  g_autofree char *me = g_strjoinv ("\n", engine->me);
  g_autofree char *note = g_strjoin ("\n", rules, token, *me ? me : NULL, NULL);

  return one_reading_pack_pack (readings, lively, note);
}

/* Those of files that nobody would miss if they were gone by the next start: they stay with us. */
static GPtrArray *
take_homeless (const OneEngine *engine, GPtrArray *readings)
{
  GPtrArray *homeless = g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);

  for (guint i = readings->len; i > 0; i--)
    if (!one_files_has (engine->files, ((OneReading *) readings->pdata[i - 1])->path))
      g_ptr_array_add (homeless, g_ptr_array_steal_index_fast (readings, i - 1));
  return homeless;
}

static void
save (OneEngine *engine)
{
  g_autofree char *key = one_cache_dup_key (engine->parts.reader, engine->zone_name);
  OneCacheDraft *draft = one_cache_draft_new (key, engine->from, engine->to);
  g_autoptr (GPtrArray) readings = one_reading_index_list (engine->reading_index);
  g_autoptr (GPtrArray) homeless = take_homeless (engine, readings);
  g_autoptr (GError) error = NULL;

  one_cache_draft_set_pile (draft, pack (engine, readings));
  one_files_save (engine->files, draft);
  g_clear_pointer (&engine->cache, one_cache_free);
  if (one_cache_draft_save (draft, engine->parts.cache, &error))
    engine->cache = one_cache_open (engine->parts.cache, key);
  engine->no_cache = !engine->cache;
  if (error)
    g_info ("what was read is not kept for the next start: %s", error->message);
  if (!engine->cache)
    return;
  one_reading_index_rest (engine->reading_index, one_cache_dup_pile (engine->cache));
  for (guint i = 0; i < homeless->len; i++)
    one_reading_index_put (engine->reading_index, homeless->pdata[i]);
}

/* A note by other rules is written anew when there is time. */
static gboolean
is_outdated (const OneEngine *engine)
{
  g_autoptr (GHashTable) tracked = one_series_list (engine->store, NULL);
  OneDetectInput who = { .settings = engine->settings, .tracked = tracked };
  g_autofree char *rules = dup_rules (&who);
  g_auto (GStrv) note = read_note (engine);

  return engine->cache
         && (one_cache_get_from (engine->cache) != engine->from
             || !g_str_equal (note[RULES], rules));
}

void
one_stock_rest (OneEngine *engine)
{
  guint many = MANY + one_files_count (engine->files) / SHARE;

  if (!engine->cache && !engine->no_cache)
    many = 0;
  if (one_files_count_changes (engine->files) > many || is_outdated (engine)) {
    save (engine);
    one_files_rest (engine->files, engine->cache);
  }
  if (engine->cache)
    one_cache_rest (engine->cache);
  one_store_trim (engine->store);
  malloc_trim (0);
}

void
one_stock_close (OneEngine *engine)
{
  if (engine->settled && one_files_count_changes (engine->files) > 0)
    save (engine);
  g_clear_pointer (&engine->cache, one_cache_free);
}
