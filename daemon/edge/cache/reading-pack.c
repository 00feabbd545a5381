/* SPDX-License-Identifier: MIT */
#include "edge/cache/reading-pack.h"

#include <string.h>
#include "model/calendar/pack.h"

#define MAX_BYTES (1u << 30)

typedef struct {
  guint32 path;   /* offset in the text, NUL-terminated */
  guint32 frames; /* offset in the text of the frames, as the reader would send them … */
  guint32 size;   /* … and their size */
  guint32 uid;    /* index of the first hash of a UID … */
  guint32 uids;   /* … and their number */
  guint32 relevant;
} Row;

/* Followed by `rows` rows, ordered by path; by `uids` hashes of UIDs; and by `bytes` of text: the
 * note, the paths and frames, and a final NUL. */
typedef struct {
  guint32 rows;
  guint32 uids;
  guint32 bytes;
  guint32 unused;
} Head;

struct OneReadingPack {
  GBytes *bytes; /* (owned) */
  const Head *head;
  const Row *rows;
  const guint32 *uids;
  const char *text;
};

static guint32
number (const char *uid)
{
  return g_str_hash (uid);
}

GHashTable *
one_reading_pack_dup_numbers (GHashTable *uids)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, uids);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    g_hash_table_add (numbers, GUINT_TO_POINTER (number (uid)));
  return numbers;
}

static guint32
put_text (GByteArray *text, const char *string)
{
  guint32 at = text->len;

  g_byte_array_append (text, (const guint8 *) string, (guint) strlen (string) + 1);
  return at;
}

static void
put_reading (const OneReading *reading, Row *row, GArray *uids, GByteArray *text)
{
  row->path = put_text (text, reading->path);
  row->frames = text->len;
  one_pack_add_reading (text, reading);
  row->size = text->len - row->frames;
  row->uid = uids->len;
  row->uids = reading->series->len;
  for (guint i = 0; i < reading->series->len; i++) {
    guint32 uid = number (((const OneSeries *) reading->series->pdata[i])->uid);

    g_array_append_val (uids, uid);
  }
}

static int
by_path (gconstpointer a, gconstpointer b)
{
  const OneReading *const *x = a, *const *y = b;

  return strcmp ((*x)->path, (*y)->path);
}

GBytes *
one_reading_pack_pack (const GPtrArray *readings, GHashTable *relevant, const char *note)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (readings->len);
  g_autoptr (GArray) rows = g_array_sized_new (FALSE, TRUE, sizeof (Row), readings->len);
  g_autoptr (GArray) uids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GByteArray) text = g_byte_array_new ();
  GByteArray *all = g_byte_array_new ();
  Head head = { 0 };

  for (guint i = 0; i < readings->len; i++)
    g_ptr_array_add (sorted, readings->pdata[i]);
  g_ptr_array_sort (sorted, by_path);
  put_text (text, note);
  for (guint i = 0; i < sorted->len; i++) {
    Row row = { .relevant = relevant && g_hash_table_contains (relevant, sorted->pdata[i]) };

    put_reading (sorted->pdata[i], &row, uids, text);
    g_array_append_val (rows, row);
  }
  put_text (text, "");
  head = (Head){ .rows = rows->len, .uids = uids->len, .bytes = text->len };
  g_byte_array_append (all, (const guint8 *) &head, sizeof head);
  g_byte_array_append (all, (const guint8 *) rows->data, rows->len * (guint) sizeof (Row));
  g_byte_array_append (all, (const guint8 *) uids->data, uids->len * (guint) sizeof (guint32));
  g_byte_array_append (all, text->data, text->len);
  return g_byte_array_free_to_bytes (all);
}

/* Checks the sizes of the sections, and the final NUL. */
static gboolean
head_fits (const Head *head, const guint8 *bytes, gsize size)
{
  guint64 expected = sizeof *head + (guint64) head->rows * sizeof (Row)
                     + (guint64) head->uids * sizeof (guint32) + head->bytes;

  return expected == size && head->bytes > 0 && bytes[size - 1] == 0;
}

static gboolean
row_fits (const Head *head, const Row *row)
{
  return row->path < head->bytes && row->frames < head->bytes
         && row->size <= head->bytes - row->frames && row->uid <= head->uids
         && row->uids <= head->uids - row->uid;
}

OneReadingPack *
one_reading_pack_new (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const Head *head = (const Head *) data;
  g_autoptr (OneReadingPack) reading_pack = NULL;

  if (size < sizeof *head || size > MAX_BYTES || (guintptr) data % 8 != 0
      || !head_fits (head, data, size))
    return NULL;
  reading_pack = g_new0 (OneReadingPack, 1);
  reading_pack->bytes = g_bytes_ref (bytes);
  reading_pack->head = head;
  reading_pack->rows = (const Row *) (data + sizeof *head);
  reading_pack->uids = (const guint32 *) (reading_pack->rows + head->rows);
  reading_pack->text = (const char *) (reading_pack->uids + head->uids);
  for (guint i = 0; i < head->rows; i++)
    if (!row_fits (head, &reading_pack->rows[i]))
      return NULL;
  return g_steal_pointer (&reading_pack);
}

const char *
one_reading_pack_get_note (const OneReadingPack *reading_pack)
{
  return reading_pack->text;
}

guint
one_reading_pack_count (const OneReadingPack *reading_pack)
{
  return reading_pack->head->rows;
}

int
one_reading_pack_find (const OneReadingPack *reading_pack, const char *path)
{
  guint first = 0, end = reading_pack->head->rows;

  while (first < end) {
    guint middle = first + (end - first) / 2;
    int order = strcmp (path, one_reading_pack_get_path (reading_pack, middle));

    if (order == 0)
      return (int) middle;
    if (order < 0)
      end = middle;
    else
      first = middle + 1;
  }
  return -1;
}

const char *
one_reading_pack_get_path (const OneReadingPack *reading_pack, guint index)
{
  return reading_pack->text + reading_pack->rows[index].path;
}

gboolean
one_reading_pack_is_relevant (const OneReadingPack *reading_pack, guint index)
{
  return reading_pack->rows[index].relevant != 0;
}

const guint32 *
one_reading_pack_get_uids (const OneReadingPack *reading_pack, guint index, guint *count)
{
  *count = reading_pack->rows[index].uids;
  return reading_pack->uids + reading_pack->rows[index].uid;
}

/* The row that has the hash of that index, in a pack as it was written. */
static guint
find_row (const OneReadingPack *reading_pack, guint uid)
{
  guint first = 0, end = reading_pack->head->rows;

  while (end - first > 1) {
    guint middle = first + (end - first) / 2;

    if (reading_pack->rows[middle].uid <= uid)
      first = middle;
    else
      end = middle;
  }
  return first;
}

GArray *
one_reading_pack_list (const OneReadingPack *reading_pack, GHashTable *numbers)
{
  gboolean none = reading_pack->head->rows == 0 || g_hash_table_size (numbers) == 0;
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < reading_pack->head->uids && !none; i++)
    if (g_hash_table_contains (numbers, GUINT_TO_POINTER (reading_pack->uids[i]))) {
      guint row = find_row (reading_pack, i);

      if (list->len == 0 || g_array_index (list, guint, list->len - 1) != row)
        g_array_append_val (list, row);
    }
  return list;
}

OneReading *
one_reading_pack_read (const OneReadingPack *reading_pack, guint index)
{
  const Row *row = &reading_pack->rows[index];
  const guint8 *at = (const guint8 *) reading_pack->text + row->frames;
  gsize left = row->size;
  g_autoptr (OneReading) reading =
      one_reading_new (one_reading_pack_get_path (reading_pack, index));
  g_autoptr (GError) error = NULL;
  gboolean complete = FALSE;

  while (!complete) {
    OneFrame frame;
    gssize size = one_pack_parse_frame (at, left, &frame, &error);

    if (size <= 0 || !one_pack_parse_reading (&frame, reading, &complete, &error))
      return NULL;
    at += size;
    left -= (gsize) size;
  }
  return g_steal_pointer (&reading);
}

void
one_reading_pack_free (OneReadingPack *reading_pack)
{
  g_bytes_unref (reading_pack->bytes);
  g_free (reading_pack);
}
