/* SPDX-License-Identifier: MIT */
#include "edge/cache/cache-draft.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include "edge/cache/cache-file.h"
#include "edge/cache/checksum.h"
#include "edge/write-all.h"

#define ALIGN(size) (((size) + 7) / 8 * 8)

typedef struct {
  char *source;  /* (owned) */
  GBytes *bytes; /* (owned) */
} Table;

struct OneCacheDraft {
  char *key; /* (owned) */
  gint64 from, to;
  GBytes *reading_pack; /* (owned) */
  GArray *tables;       /* (owned) of Table */
};

static void
table_clear (gpointer data)
{
  Table *table = data;

  g_free (table->source);
  g_bytes_unref (table->bytes);
}

OneCacheDraft *
one_cache_draft_new (const char *key, gint64 from, gint64 to)
{
  OneCacheDraft *draft = g_new0 (OneCacheDraft, 1);

  draft->key = g_strdup (key);
  draft->from = from;
  draft->to = to;
  draft->tables = g_array_new (FALSE, FALSE, sizeof (Table));
  g_array_set_clear_func (draft->tables, table_clear);
  return draft;
}

static void
draft_free (OneCacheDraft *draft)
{
  g_free (draft->key);
  g_clear_pointer (&draft->reading_pack, g_bytes_unref);
  g_array_unref (draft->tables);
  g_free (draft);
}

static void
put_i64 (GByteArray *out, guint64 value)
{
  guint64 bytes = GUINT64_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &bytes, sizeof bytes);
}

static void
put_bytes (GByteArray *out, const char *text)
{
  guint32 length = GUINT32_TO_LE ((guint32) strlen (text));

  g_byte_array_append (out, (const guint8 *) &length, sizeof length);
  g_byte_array_append (out, (const guint8 *) text, (guint) strlen (text));
}

void
one_cache_draft_set_reading_pack (OneCacheDraft *draft, GBytes *reading_pack)
{
  draft->reading_pack = reading_pack;
}

void
one_cache_draft_add_table (OneCacheDraft *draft, const char *source, GBytes *bytes)
{
  Table table = { .source = g_strdup (source), .bytes = bytes };

  g_array_append_val (draft->tables, table);
}

/* `first` is the offset of the readings. Returns the size of the whole file. */
static guint64
fill_directory (const OneCacheDraft *draft, GByteArray *out, guint64 first)
{
  guint32 count = GUINT32_TO_LE (draft->tables->len);
  gsize size;
  const guint8 *reading_pack = g_bytes_get_data (draft->reading_pack, &size);
  guint64 at = first + ALIGN (size);

  g_byte_array_set_size (out, 0);
  put_bytes (out, draft->key);
  put_i64 (out, (guint64) draft->from);
  put_i64 (out, (guint64) draft->to);
  put_i64 (out, first);
  put_i64 (out, size);
  put_i64 (out, one_checksum (reading_pack, size));
  g_byte_array_append (out, (const guint8 *) &count, sizeof count);
  for (guint i = 0; i < draft->tables->len; i++) {
    const Table *table = &g_array_index (draft->tables, Table, i);

    put_bytes (out, table->source);
    put_i64 (out, at);
    put_i64 (out, g_bytes_get_size (table->bytes));
    at += ALIGN (g_bytes_get_size (table->bytes));
  }
  return at;
}

/* Pads with zeros, so that the next part is aligned. */
static gboolean
write_aligned (int fd, const guint8 *bytes, gsize size)
{
  static const guint8 zeros[8];

  return one_write_all (fd, bytes, size) && one_write_all (fd, zeros, ALIGN (size) - size);
}

static gboolean
write_part (int fd, GBytes *part)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (part, &size);

  return write_aligned (fd, bytes, size);
}

static gboolean
write_file (const OneCacheDraft *draft, int fd)
{
  g_autoptr (GByteArray) directory = g_byte_array_new ();
  OneCacheHead head = { .magic = ONE_CACHE_MAGIC };

  /* Fills it twice: its length is needed first, and does not depend on the offsets in it. */
  fill_directory (draft, directory, 0);
  head.directory = directory->len;
  head.size = fill_directory (draft, directory, sizeof head + ALIGN (directory->len));
  head.sum = one_checksum (directory->data, directory->len);
  if (!write_aligned (fd, (const guint8 *) &head, sizeof head)
      || !write_aligned (fd, directory->data, directory->len)
      || !write_part (fd, draft->reading_pack))
    return FALSE;
  for (guint i = 0; i < draft->tables->len; i++)
    if (!write_part (fd, g_array_index (draft->tables, Table, i).bytes))
      return FALSE;
  return TRUE;
}

/* Not synced: the checksums detect what a crash leaves, and the cache can be made again. */
gboolean
one_cache_draft_save (OneCacheDraft *draft, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, ONE_CACHE_NAME, NULL);
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int fd = g_mkdir_with_parents (folder, 0700) < 0
               ? -1
               : g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  gboolean saved = fd >= 0 && write_file (draft, fd);
  int number = errno;

  if (fd >= 0)
    close (fd);
  if (saved && g_rename (temporary, path) < 0) {
    number = errno;
    saved = FALSE;
  }
  if (!saved && fd >= 0)
    g_unlink (temporary);
  if (!saved)
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "%s: %s", path,
                 g_strerror (number));
  else
    g_debug ("%s was written, with %u sources", path, draft->tables->len);
  draft_free (draft);
  return saved;
}
