/* SPDX-License-Identifier: MIT */
#include "edge/cache/cache.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include "edge/cache/cache-file.h"
#include "edge/cache/checksum.h"
#include "edge/stamp.h"
#include "edge/time/zone-data.h"
#include "model/calendar/decoder.h"
#include "model/calendar/pack.h"

#define MAX_KEY 4096
#define MAX_PATH 4095
#define MAX_TABLES 4096

struct OneCache {
  GMappedFile *file; /* (owned) */
  GBytes *bytes;     /* (owned) of the file */
  gint64 from, to;
  GBytes *reading_pack; /* (owned) of a OneReadingPack */
  GHashTable *tables;   /* (owned) char* (owned) source -> OneStatTable (owned) */
};

static void
append_stamp (GString *key, const char *path)
{
  struct stat status;
  OneStamp stamp = { 0 };

  if (stat (path, &status) == 0)
    one_stamp_take (&status, &stamp);
  g_string_append_printf (key,
                          "%s %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT
                          " %" G_GINT64_FORMAT "\n",
                          path, stamp.inode, stamp.size, stamp.mtime, stamp.ctime);
}

char *
one_cache_dup_key (const char *reader, const char *zone, const char *const *zones)
{
  GString *key = g_string_new (NULL);
  g_autofree char *folder = one_zone_data_dup_folder ();
  g_autofree char *rules = g_build_filename (folder, "tzdata.zi", NULL);

  g_string_append_printf (key, "format %d, answer %d, zone %s\n", ONE_CACHE_VERSION,
                          ONE_PACK_VERSION, zone);
  for (guint i = 0; zones[i]; i++)
    g_string_append_printf (key, "means %s\n", zones[i]);
  append_stamp (key, reader);
  append_stamp (key, "/proc/self/exe");
  append_stamp (key, folder);
  append_stamp (key, rules);
  return g_string_free (key, FALSE);
}

/* Finds the directory. FALSE if it is cut off or damaged. */
static gboolean
head_parse (GBytes *bytes, OneDecoder *directory)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  OneCacheHead head;

  if (size < sizeof head)
    return FALSE;
  memcpy (&head, data, sizeof head);
  if (memcmp (head.magic, ONE_CACHE_MAGIC, sizeof head.magic) != 0 || head.size != size
      || head.directory > size - sizeof head
      || head.sum != one_checksum (data + sizeof head, head.directory))
    return FALSE;
  *directory = (OneDecoder){ .at = data + sizeof head, .left = head.directory };
  return TRUE;
}

/* A part of the file; NULL if it would reach beyond the end. (transfer full) */
static GBytes *
part (const OneCache *cache, guint64 offset, guint64 size)
{
  gsize all = g_bytes_get_size (cache->bytes);

  if (offset > all || size > all - offset)
    return NULL;
  return g_bytes_new_from_bytes (cache->bytes, offset, size);
}

static gboolean
cache_add_table (OneCache *cache, OneDecoder *body)
{
  g_autofree char *source = one_decoder_bytes (body, MAX_PATH);
  guint64 offset = (guint64) one_decoder_i64 (body);
  guint64 size = (guint64) one_decoder_i64 (body);
  g_autoptr (GBytes) bytes = body->wrong ? NULL : part (cache, offset, size);
  OneStatTable *table = bytes ? one_stat_table_new (bytes) : NULL;

  if (!table)
    return FALSE;
  g_hash_table_insert (cache->tables, g_steal_pointer (&source), table);
  return one_stat_table_is_whole (table);
}

static gboolean
is_reading_pack (GBytes *bytes)
{
  g_autoptr (OneReadingPack) reading_pack = one_reading_pack_new (bytes);

  return reading_pack != NULL;
}

/* Reads the directory, and checks each part that it names. */
static gboolean
cache_parse (OneCache *cache, OneDecoder body, const char *key)
{
  g_autofree char *its_key = one_decoder_bytes (&body, MAX_KEY);
  guint64 offset, size, sum;
  guint tables;

  if (body.wrong || !g_str_equal (its_key, key))
    return FALSE;
  cache->from = one_decoder_i64 (&body);
  cache->to = one_decoder_i64 (&body);
  offset = (guint64) one_decoder_i64 (&body);
  size = (guint64) one_decoder_i64 (&body);
  sum = (guint64) one_decoder_i64 (&body);
  tables = one_decoder_count (&body, MAX_TABLES, 20);
  cache->reading_pack = body.wrong ? NULL : part (cache, offset, size);
  if (!cache->reading_pack
      || sum != one_checksum (g_bytes_get_data (cache->reading_pack, NULL), size)
      || !is_reading_pack (cache->reading_pack))
    return FALSE;
  for (guint i = 0; i < tables; i++)
    if (!cache_add_table (cache, &body))
      return FALSE;
  return one_decoder_done (&body, NULL);
}

static GMappedFile *
map (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, ONE_CACHE_NAME, NULL);
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  struct stat status;
  GMappedFile *file = NULL;

  if (fd < 0)
    return NULL;
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_uid == getuid ())
    file = g_mapped_file_new_from_fd (fd, FALSE, NULL);
  close (fd);
  return file;
}

OneCache *
one_cache_open (const char *folder, const char *key)
{
  GMappedFile *file = map (folder);
  g_autoptr (OneCache) cache = NULL;
  OneDecoder body;

  if (!file)
    return NULL;
  cache = g_new0 (OneCache, 1);
  cache->file = file;
  cache->bytes = g_mapped_file_get_bytes (file);
  cache->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) one_stat_table_unref);
  if (!head_parse (cache->bytes, &body) || !cache_parse (cache, body, key)) {
    g_debug ("the cache in %s is of no use: another reader, zone or version, or damaged", folder);
    return NULL;
  }
  g_debug ("the cache in %s has %u sources", folder, g_hash_table_size (cache->tables));
  return g_steal_pointer (&cache);
}

gint64
one_cache_get_from (const OneCache *cache)
{
  return cache->from;
}

gint64
one_cache_get_to (const OneCache *cache)
{
  return cache->to;
}

OneReadingPack *
one_cache_dup_reading_pack (const OneCache *cache)
{
  return one_reading_pack_new (cache->reading_pack);
}

OneStatTable *
one_cache_dup_table (const OneCache *cache, const char *source)
{
  OneStatTable *table = g_hash_table_lookup (cache->tables, source);

  return table ? one_stat_table_ref (table) : NULL;
}

void
one_cache_trim (const OneCache *cache)
{
  madvise (g_mapped_file_get_contents (cache->file), g_mapped_file_get_length (cache->file),
           MADV_DONTNEED);
}

void
one_cache_free (OneCache *cache)
{
  g_hash_table_unref (cache->tables);
  g_clear_pointer (&cache->reading_pack, g_bytes_unref);
  g_bytes_unref (cache->bytes);
  g_mapped_file_unref (cache->file);
  g_free (cache);
}
