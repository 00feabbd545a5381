/* SPDX-License-Identifier: MIT */
#include "edge/cache/stat-table.h"

#include <string.h>
#include "edge/cache/checksum.h"

#define MAGIC G_GUINT64_CONSTANT (0x31656c6261546e4f) /* in this machine's order of bytes */
#define MAX_BYTES (G_GUINT64_CONSTANT (1) << 30)

typedef struct {
  OneStamp stamp;
  guint32 name; /* offset among the names */
  guint32 racy;
} Row;

/* Followed by `count` rows, ordered by inode; by `slots` numbers, an open hash of row indexes + 1
 * with 0 for free slots; and by the names, each with a NUL. */
typedef struct {
  guint64 magic;
  guint64 sum; /* checksum of everything behind it */
  gint64 newest;
  guint32 count;
  guint32 slots; /* a power of two, more than `count` */
  guint64 names; /* bytes */
} Head;

struct OneStatTableDraft {
  GArray *rows;      /* (owned) of Row */
  GByteArray *names; /* (owned) */
};

struct OneStatTable {
  gatomicrefcount count;
  GBytes *bytes; /* (owned) */
  const Head *head;
  const Row *rows;
  const guint32 *slots;
  const char *names;
};

static guint32
hash_name (const char *name)
{
  guint32 hash = 2166136261u;

  for (; *name; name++)
    hash = (hash ^ (guint8) *name) * 16777619u;
  return hash ^ (hash >> 15);
}

OneStatTableDraft *
one_stat_table_draft_new (void)
{
  OneStatTableDraft *draft = g_new0 (OneStatTableDraft, 1);

  draft->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  draft->names = g_byte_array_new ();
  return draft;
}

void
one_stat_table_draft_add (OneStatTableDraft *draft, const OneStatTableRow *row)
{
  Row kept = { .stamp = row->stamp, .name = draft->names->len, .racy = row->racy != FALSE };

  g_array_append_val (draft->rows, kept);
  g_byte_array_append (draft->names, (const guint8 *) row->name, (guint) strlen (row->name) + 1);
}

static int
by_inode (gconstpointer a, gconstpointer b)
{
  const Row *x = a, *y = b;

  return x->stamp.inode < y->stamp.inode ? -1 : x->stamp.inode > y->stamp.inode;
}

/* Orders the rows by inode, and the names like the rows. */
static void
draft_sort (OneStatTableDraft *draft)
{
  GByteArray *names = g_byte_array_sized_new (draft->names->len);

  g_array_sort (draft->rows, by_inode);
  for (guint i = 0; i < draft->rows->len; i++) {
    Row *row = &g_array_index (draft->rows, Row, i);
    const char *name = (const char *) draft->names->data + row->name;

    row->name = names->len;
    g_byte_array_append (names, (const guint8 *) name, (guint) strlen (name) + 1);
  }
  g_byte_array_unref (draft->names);
  draft->names = names;
}

static void
fill_slots (guint32 *slots, guint32 count, const OneStatTableDraft *draft)
{
  for (guint32 i = 0; i < draft->rows->len; i++) {
    const Row *row = &g_array_index (draft->rows, Row, i);
    guint32 at = hash_name ((const char *) draft->names->data + row->name) & (count - 1);

    while (slots[at] != 0)
      at = (at + 1) & (count - 1);
    slots[at] = i + 1;
  }
}

GBytes *
one_stat_table_draft_end (OneStatTableDraft *draft)
{
  Head head = { .magic = MAGIC, .count = draft->rows->len, .slots = 16 };
  gsize rows = head.count * sizeof (Row);
  gsize size;
  guint8 *bytes;

  draft_sort (draft);
  while (head.slots < head.count + head.count / 2)
    head.slots *= 2;
  head.names = (draft->names->len + 7) / 8 * 8;
  for (guint i = 0; i < head.count; i++)
    head.newest = MAX (head.newest, g_array_index (draft->rows, Row, i).stamp.mtime);
  size = sizeof head + rows + head.slots * sizeof (guint32) + head.names;
  bytes = g_malloc0 (size);
  if (rows > 0)
    memcpy (bytes + sizeof head, draft->rows->data, rows);
  fill_slots ((guint32 *) (bytes + sizeof head + rows), head.slots, draft);
  if (head.names > 0)
    memcpy (bytes + size - head.names, draft->names->data, draft->names->len);
  memcpy (bytes, &head, sizeof head);
  head.sum =
      one_checksum (bytes + G_STRUCT_OFFSET (Head, newest), size - G_STRUCT_OFFSET (Head, newest));
  memcpy (bytes, &head, sizeof head);
  g_array_unref (draft->rows);
  g_byte_array_unref (draft->names);
  g_free (draft);
  return g_bytes_new_take (bytes, size);
}

/* Checks the sizes of the sections, and the final NUL. */
static gboolean
head_fits (const Head *head, const guint8 *bytes, gsize size)
{
  guint64 expected;

  if (head->magic != MAGIC || size > MAX_BYTES || head->names > size || head->slots <= head->count
      || (head->slots & (head->slots - 1)) != 0)
    return FALSE;
  expected = sizeof *head + (guint64) head->count * sizeof (Row)
             + (guint64) head->slots * sizeof (guint32) + head->names;
  return expected == size && (head->count == 0 || head->names > 0)
         && (head->names == 0 || bytes[size - 1] == 0);
}

OneStatTable *
one_stat_table_new (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const Head *head = (const Head *) data;
  OneStatTable *table;

  if (size < sizeof *head || (guintptr) data % 8 != 0 || !head_fits (head, data, size))
    return NULL;
  table = g_new0 (OneStatTable, 1);
  g_atomic_ref_count_init (&table->count);
  table->bytes = g_bytes_ref (bytes);
  table->head = head;
  table->rows = (const Row *) (data + sizeof *head);
  table->slots = (const guint32 *) (table->rows + head->count);
  table->names = (const char *) (table->slots + head->slots);
  return table;
}

OneStatTable *
one_stat_table_ref (OneStatTable *table)
{
  g_atomic_ref_count_inc (&table->count);
  return table;
}

GBytes *
one_stat_table_get_bytes (const OneStatTable *table)
{
  return table->bytes;
}

gboolean
one_stat_table_is_whole (const OneStatTable *table)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (table->bytes, &size);

  return table->head->sum
         == one_checksum (data + G_STRUCT_OFFSET (Head, newest),
                          size - G_STRUCT_OFFSET (Head, newest));
}

guint
one_stat_table_count (const OneStatTable *table)
{
  return table->head->count;
}

gint64
one_stat_table_newest (const OneStatTable *table)
{
  return table->head->newest;
}

OneStatTableRow
one_stat_table_get (const OneStatTable *table, guint index)
{
  const Row *row = &table->rows[index];
  const char *name = row->name < table->head->names ? table->names + row->name : "";

  return (OneStatTableRow){ .name = name, .stamp = row->stamp, .racy = row->racy != 0 };
}

int
one_stat_table_find (const OneStatTable *table, const char *name)
{
  guint32 mask = table->head->slots - 1;
  guint32 at = hash_name (name) & mask;

  /* Stops after `slots` steps: a damaged table may have no free slot. */
  for (guint32 i = 0; i <= mask; i++, at = (at + 1) & mask) {
    guint32 index = table->slots[at];

    if (index == 0)
      return -1;
    if (index <= table->head->count
        && g_str_equal (one_stat_table_get (table, index - 1).name, name))
      return (int) index - 1;
  }
  return -1;
}

int
one_stat_table_find_near (const OneStatTable *table, const char *name, int guess)
{
  if (guess >= 0 && (guint) guess < table->head->count
      && g_str_equal (one_stat_table_get (table, (guint) guess).name, name))
    return guess;
  return one_stat_table_find (table, name);
}

void
one_stat_table_unref (OneStatTable *table)
{
  if (!g_atomic_ref_count_dec (&table->count))
    return;
  g_bytes_unref (table->bytes);
  g_free (table);
}
