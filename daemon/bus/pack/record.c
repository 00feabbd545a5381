/* SPDX-License-Identifier: MIT */
#include "bus/pack/record.h"

#include <string.h>

#define ALIGNMENT 8 /* of records, lists of them, variants, and the largest number */
#define ID_SIZE 24
#define DAY_SIZE 16

/* A container that is being written. */
typedef struct {
  gsize start;
  guint ends; /* how many there were of others before its own */
} Frame;

struct OneRecord {
  GByteArray *bytes; /* (owned) */
  GArray *frames;    /* (owned) of Frame, the outermost first */
  GArray *ends;      /* (owned) of gsize, from the start of their frame, frame by frame */
};

static OneRecord *
record_new (void)
{
  OneRecord *record = g_new (OneRecord, 1);

  record->bytes = g_byte_array_new ();
  record->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  record->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  return record;
}

static GVariant *
record_free_to_variant (OneRecord *record, const char *type)
{
  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (record->bytes);

  g_array_unref (record->frames);
  g_array_unref (record->ends);
  g_free (record);
  return g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, TRUE);
}

static void
write_bytes (OneRecord *record, gconstpointer bytes, gsize size)
{
  g_byte_array_append (record->bytes, bytes, (guint) size);
}

static void
align (OneRecord *record)
{
  static const guint8 nothing[ALIGNMENT];

  write_bytes (record, nothing, -(gsize) record->bytes->len % ALIGNMENT);
}

static void
open_frame (OneRecord *record)
{
  Frame frame = { record->bytes->len, record->ends->len };

  g_array_append_val (record->frames, frame);
}

/* A child of the innermost container has been written. */
static void
end_child (OneRecord *record)
{
  const Frame *frame = &g_array_index (record->frames, Frame, record->frames->len - 1);
  gsize end = record->bytes->len - frame->start;

  g_array_append_val (record->ends, end);
}

/* How many bytes tell where a child ends: as many as it takes to tell the size of the whole. */
static guint
find_width (gsize body, gsize n)
{
  if (body + n <= G_MAXUINT8)
    return 1;
  return body + 2 * n <= G_MAXUINT16 ? 2 : 4;
}

static void
close_frame (OneRecord *record)
{
  Frame frame = g_array_index (record->frames, Frame, record->frames->len - 1);
  guint width = find_width (record->bytes->len - frame.start, record->ends->len - frame.ends);

  for (guint i = frame.ends; i < record->ends->len; i++) {
    guint32 end = GUINT32_TO_LE ((guint32) g_array_index (record->ends, gsize, i));

    write_bytes (record, &end, width);
  }
  g_array_set_size (record->ends, frame.ends);
  g_array_set_size (record->frames, record->frames->len - 1);
}

/* An entry {sv} up to its value. The key is the only child whose end has to be told. */
static void
open_entry (OneRecord *record, const char *key)
{
  align (record);
  open_frame (record);
  write_bytes (record, key, strlen (key) + 1);
  end_child (record);
  align (record);
}

/* `type`: of the value that was written; it stands behind it and a NUL. */
static void
close_entry (OneRecord *record, const char *type)
{
  write_bytes (record, "", 1);
  write_bytes (record, type, strlen (type));
  close_frame (record);
  end_child (record);
}

static void
add_fixed (OneRecord *record, const char *key, const char *type, gconstpointer value, gsize size)
{
  open_entry (record, key);
  write_bytes (record, value, size);
  close_entry (record, type);
}

void
one_record_add_text (OneRecord *record, const char *key, const char *text)
{
  if (!text || !*text)
    return;
  g_return_if_fail (g_utf8_validate (text, -1, NULL));
  add_fixed (record, key, "s", text, strlen (text) + 1);
}

void
one_record_add_time (OneRecord *record, const char *key, gint64 time)
{
  if (time != 0)
    add_fixed (record, key, "x", &time, sizeof time);
}

void
one_record_add_day (OneRecord *record, const char *key, const GDate *day)
{
  char text[DAY_SIZE];

  if (!g_date_valid (day))
    return;
  g_snprintf (text, sizeof text, "%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day),
              g_date_get_day (day));
  one_record_add_text (record, key, text);
}

void
one_record_add_id (OneRecord *record, const char *key, char type, gint64 id)
{
  char text[ID_SIZE];

  if (id <= 0)
    return;
  g_snprintf (text, sizeof text, "%c%" G_GINT64_FORMAT, type, id);
  one_record_add_text (record, key, text);
}

void
one_record_add_flag (OneRecord *record, const char *key, gboolean flag)
{
  guint8 byte = flag != FALSE;

  add_fixed (record, key, "b", &byte, sizeof byte);
}

void
one_record_add_count (OneRecord *record, const char *key, guint32 count)
{
  add_fixed (record, key, "u", &count, sizeof count);
}

void
one_record_add_number (OneRecord *record, const char *key, double number)
{
  add_fixed (record, key, "d", &number, sizeof number);
}

void
one_record_add_texts (OneRecord *record, const char *key, const char *const *texts, gssize n)
{
  open_entry (record, key);
  open_frame (record);
  for (gssize i = 0; n < 0 ? texts[i] != NULL : i < n; i++) {
    write_bytes (record, texts[i], strlen (texts[i]) + 1);
    end_child (record);
  }
  close_frame (record);
  close_entry (record, "as");
}

void
one_record_open_list (OneRecord *record, const char *key)
{
  open_entry (record, key);
  open_frame (record);
}

void
one_record_close_list (OneRecord *record)
{
  close_frame (record);
  close_entry (record, "aa{sv}");
}

void
one_record_open (OneRecord *record)
{
  align (record);
  open_frame (record);
}

void
one_record_close (OneRecord *record)
{
  close_frame (record);
  end_child (record);
}

static void
write_list (OneRecord *record, const GPtrArray *values, OneRecordFunc add)
{
  for (guint i = 0; i < values->len; i++) {
    one_record_open (record);
    add (record, values->pdata[i]);
    one_record_close (record);
  }
}

void
one_record_add_list (OneRecord *record, const char *key, const GPtrArray *values, OneRecordFunc add)
{
  one_record_open_list (record, key);
  write_list (record, values, add);
  one_record_close_list (record);
}

void
one_record_add_array (OneRecord *record, const char *key, const GArray *values, OneRecordFunc add)
{
  gsize size = values ? g_array_get_element_size ((GArray *) values) : 0;

  one_record_open_list (record, key);
  for (guint i = 0; values && i < values->len; i++) {
    one_record_open (record);
    add (record, values->data + i * size);
    one_record_close (record);
  }
  one_record_close_list (record);
}

void
one_record_add_record (OneRecord *record, const char *key, gconstpointer value, OneRecordFunc add)
{
  open_entry (record, key);
  open_frame (record);
  add (record, value);
  close_frame (record);
  close_entry (record, "a{sv}");
}

GVariant *
one_record_pack (gconstpointer value, OneRecordFunc add)
{
  OneRecord *record = record_new ();

  open_frame (record);
  add (record, value);
  close_frame (record);
  return record_free_to_variant (record, "a{sv}");
}

GVariant *
one_record_pack_list (const GPtrArray *values, OneRecordFunc add)
{
  OneRecord *record = record_new ();

  open_frame (record);
  write_list (record, values, add);
  close_frame (record);
  return record_free_to_variant (record, "aa{sv}");
}
