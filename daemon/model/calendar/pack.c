/* SPDX-License-Identifier: MIT */
#include "model/calendar/pack.h"

#include <string.h>

#define FLUSH_BYTES (64 << 10)   /* a frame of series is closed when it has grown over this */
#define MAX_PATH_BYTES (8 << 20) /* in a request */

static void
put_u8 (GByteArray *out, guint8 value)
{
  g_byte_array_append (out, &value, 1);
}

static void
put_u32 (GByteArray *out, guint32 value)
{
  guint32 bytes = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &bytes, sizeof bytes);
}

static void
put_i64 (GByteArray *out, gint64 value)
{
  gint64 bytes = GINT64_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &bytes, sizeof bytes);
}

static void
put_string (GByteArray *out, const char *text)
{
  gsize length = strlen (text);

  put_u32 (out, (guint32) length);
  g_byte_array_append (out, (const guint8 *) text, (guint) length);
}

/* Returns where the frame begins, for frame_close. */
static guint
frame_open (GByteArray *out, OneFrameKind kind)
{
  guint begin = out->len;

  put_u32 (out, 0);
  put_u8 (out, (guint8) kind);
  return begin;
}

static void
frame_close (GByteArray *out, guint begin)
{
  guint32 size = GUINT32_TO_LE (out->len - begin - ONE_PACK_HEAD);

  memcpy (out->data + begin, &size, sizeof size);
}

static void
put_attendee (GByteArray *out, const OneAttendee *attendee)
{
  put_string (out, attendee->address);
  put_string (out, attendee->name);
  put_u8 (out, (guint8) attendee->cutype);
  put_u8 (out, (guint8) attendee->partstat);
  put_u8 (out, attendee->organizer != FALSE);
  put_u8 (out, attendee->non_participant != FALSE);
  put_u8 (out, attendee->chair != FALSE);
  put_u8 (out, attendee->individual != FALSE);
}

static void
put_event (GByteArray *out, const OneEvent *event)
{
  put_string (out, event->summary);
  put_string (out, event->location);
  put_u32 (out, g_strv_length (event->links));
  for (char **link = event->links; *link; link++)
    put_string (out, *link);
  put_u32 (out, event->attendees->len);
  for (guint i = 0; i < event->attendees->len; i++)
    put_attendee (out, g_ptr_array_index (event->attendees, i));
  put_u32 (out, event->line);
  put_u32 (out, event->guests);
  put_u8 (out, event->all_day != FALSE);
  put_u8 (out, event->cancelled != FALSE);
  put_u8 (out, event->shows_free != FALSE);
  put_u8 (out, event->no_end != FALSE);
}

static void
put_occurrence (GByteArray *out, const OneOccurrence *occurrence)
{
  put_i64 (out, occurrence->original);
  put_i64 (out, occurrence->start);
  put_i64 (out, occurrence->end);
  put_u32 (out, occurrence->event);
  put_u8 (out, occurrence->override != FALSE);
}

static void
put_series (GByteArray *out, const OneSeries *series)
{
  put_string (out, series->uid);
  put_string (out, series->zone);
  put_string (out, series->zone_how);
  put_string (out, series->producer);
  put_i64 (out, series->sequence);
  put_i64 (out, series->last_modified);
  put_i64 (out, series->dtstamp);
  put_u8 (out, series->has_master != FALSE);
  put_u8 (out, series->recurring != FALSE);
  put_u8 (out, series->sub_daily != FALSE);
  put_u8 (out, series->cancelled != FALSE);
  put_u32 (out, series->events->len);
  for (guint i = 0; i < series->events->len; i++)
    put_event (out, g_ptr_array_index (series->events, i));
  put_u32 (out, series->occurrences->len);
  for (guint i = 0; i < series->occurrences->len; i++)
    put_occurrence (out, &g_array_index (series->occurrences, OneOccurrence, i));
}

static void
put_strings (GByteArray *out, const GPtrArray *strings, guint first, guint count)
{
  put_u32 (out, count);
  for (guint i = first; i < first + count; i++)
    put_string (out, g_ptr_array_index (strings, i));
}

static guint
count_paths (const GPtrArray *paths, guint first, guint most)
{
  guint count = 0;
  gsize bytes = 0;

  most = MIN (most, MIN (paths->len - first, ONE_PACK_MAX_PATHS));
  while (count < most && bytes < MAX_PATH_BYTES)
    bytes += strlen (g_ptr_array_index (paths, first + count++));
  return count;
}

guint
one_pack_add_request (GByteArray *out, const OneRequest *request, guint first, guint paths)
{
  guint count = count_paths (request->paths, first, paths);
  guint begin;

  for (gsize word = 0; word < ONE_PACK_WORDS; word += sizeof (guint32))
    put_u32 (out, 0);
  begin = frame_open (out, ONE_FRAME_REQUEST);
  put_u32 (out, ONE_PACK_VERSION);
  put_strings (out, request->roots, 0, request->roots->len);
  put_strings (out, request->paths, first, count);
  put_string (out, request->zone);
  put_strings (out, request->zones, 0, request->zones->len);
  put_string (out, request->zone_folder);
  put_i64 (out, request->now);
  put_i64 (out, request->from);
  put_i64 (out, request->to);
  put_u8 (out, request->all != FALSE);
  frame_close (out, begin);
  return count;
}

void
one_pack_add_hello (GByteArray *out, const OneHello *hello)
{
  guint begin = frame_open (out, ONE_FRAME_HELLO);

  put_u32 (out, ONE_PACK_VERSION);
  put_u8 (out, hello->landlock != FALSE);
  frame_close (out, begin);
}

static void
put_left_out (GByteArray *out, GHashTable *uids)
{
  GHashTableIter iter;
  gpointer uid;

  put_u32 (out, uids ? g_hash_table_size (uids) : 0);
  if (!uids)
    return;
  g_hash_table_iter_init (&iter, uids);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    put_string (out, uid);
}

static void
add_end (GByteArray *out, const OneReading *reading)
{
  guint begin = frame_open (out, ONE_FRAME_END);

  put_i64 (out, (gint64) reading->stamp.inode);
  put_i64 (out, (gint64) reading->stamp.size);
  put_i64 (out, reading->stamp.mtime);
  put_i64 (out, reading->stamp.ctime);
  put_u8 (out, reading->refused != FALSE);
  put_u8 (out, reading->busy != FALSE);
  put_u8 (out, reading->stale != FALSE);
  put_u32 (out, reading->holds);
  put_u8 (out, reading->incomplete != FALSE);
  put_left_out (out, reading->left_out);
  put_u32 (out, reading->troubles->len);
  for (guint i = 0; i < reading->troubles->len; i++) {
    const OneTrouble *trouble = g_ptr_array_index (reading->troubles, i);

    put_u32 (out, trouble->line);
    put_string (out, trouble->what);
  }
  frame_close (out, begin);
}

void
one_pack_add_reading (GByteArray *out, const OneReading *reading)
{
  guint i = 0;

  while (i < reading->series->len) {
    guint begin = frame_open (out, ONE_FRAME_SERIES);

    while (i < reading->series->len && out->len - begin < FLUSH_BYTES)
      put_series (out, g_ptr_array_index (reading->series, i++));
    frame_close (out, begin);
  }
  add_end (out, reading);
}
