/* SPDX-License-Identifier: MIT */
#include "model/calendar/pack.h"

#include <string.h>
#include "model/calendar/decoder.h"

/* Limits of a body. Lengths are in characters, except those of paths and links: bytes. */
#define MAX_UID 1024
#define MAX_TEXT 256
#define MAX_ADDRESS 320 /* RFC 5321 4.5.3.1: 64 + 1 + 255 */
#define MAX_PATH 4095
#define MAX_LINK 2048
#define MAX_LINKS 16
#define MAX_ATTENDEES 400
#define MAX_TROUBLES 1000 /* of one file */

/* The least that one of them takes: a count that needs more than there is, is a lie. */
#define LEAST_STRING 4
#define LEAST_ATTENDEE 14
#define LEAST_EVENT 28
#define LEAST_OCCURRENCE 29
#define LEAST_TROUBLE 8

static OneAttendee *
parse_attendee (OneDecoder *body)
{
  OneAttendee *attendee = g_new0 (OneAttendee, 1);

  attendee->address = one_decoder_text (body, MAX_ADDRESS);
  attendee->name = one_decoder_text (body, MAX_TEXT);
  attendee->cutype = (OneCutype) one_decoder_choice (body, ONE_N_CUTYPES);
  attendee->partstat = (OnePartstat) one_decoder_choice (body, ONE_N_PARTSTATS);
  attendee->organizer = one_decoder_choice (body, 2) == 1;
  attendee->non_participant = one_decoder_choice (body, 2) == 1;
  attendee->chair = one_decoder_choice (body, 2) == 1;
  attendee->individual = one_decoder_choice (body, 2) == 1;
  return attendee;
}

static char **
parse_links (OneDecoder *body)
{
  guint count = one_decoder_count (body, MAX_LINKS, LEAST_STRING);
  GStrvBuilder *links = g_strv_builder_new ();
  char **list;

  for (guint i = 0; i < count; i++) {
    g_autofree char *link = one_decoder_text (body, MAX_LINK);

    if (strlen (link) <= MAX_LINK)
      g_strv_builder_add (links, link);
  }
  list = g_strv_builder_end (links);
  g_strv_builder_unref (links);
  return list;
}

static OneEvent *
parse_event (OneDecoder *body)
{
  OneEvent *event = one_event_new ();
  guint count;

  g_free (event->summary);
  g_free (event->location);
  g_strfreev (event->links);
  event->summary = one_decoder_text (body, MAX_TEXT);
  event->location = one_decoder_text (body, MAX_TEXT);
  event->links = parse_links (body);
  count = one_decoder_count (body, MAX_ATTENDEES, LEAST_ATTENDEE);
  for (guint i = 0; i < count; i++)
    g_ptr_array_add (event->attendees, parse_attendee (body));
  event->line = one_decoder_u32 (body);
  event->guests = one_decoder_u32 (body);
  event->all_day = one_decoder_choice (body, 2) == 1;
  event->cancelled = one_decoder_choice (body, 2) == 1;
  event->shows_free = one_decoder_choice (body, 2) == 1;
  event->no_end = one_decoder_choice (body, 2) == 1;
  return event;
}

static OneOccurrence
parse_occurrence (OneDecoder *body, const OneSeries *series, gint64 *after)
{
  OneOccurrence occurrence;

  occurrence.original = one_decoder_i64 (body);
  occurrence.start = one_decoder_i64 (body);
  occurrence.end = one_decoder_i64 (body);
  occurrence.event = one_decoder_u32 (body);
  occurrence.override = one_decoder_choice (body, 2) == 1;
  if (body->wrong)
    return occurrence;
  if (occurrence.end < occurrence.start)
    body->wrong = "an occurrence ends before it starts";
  else if (occurrence.event >= series->events->len)
    body->wrong = "an occurrence is of no event";
  else if (occurrence.original < *after)
    body->wrong = "occurrences are out of order";
  *after = occurrence.original;
  return occurrence;
}

/* Nobody meets outside of it; such a one is no reason not to read the others. */
static gboolean
occurrence_is_in_time (const OneOccurrence *occurrence)
{
  return one_decoder_is_time (occurrence->original) && one_decoder_is_time (occurrence->start)
         && one_decoder_is_time (occurrence->end);
}

static void
parse_occurrences (OneDecoder *body, OneSeries *series)
{
  guint count = one_decoder_count (body, G_MAXUINT, LEAST_OCCURRENCE);
  gint64 after = G_MININT64;

  g_array_set_size (series->occurrences, 0);
  for (guint i = 0; i < count && !body->wrong; i++) {
    OneOccurrence occurrence = parse_occurrence (body, series, &after);

    if (occurrence_is_in_time (&occurrence))
      g_array_append_val (series->occurrences, occurrence);
  }
}

static OneSeries *
parse_series (OneDecoder *body)
{
  g_autofree char *uid = one_decoder_text (body, MAX_UID);
  OneSeries *series = one_series_new (uid);
  guint count;

  g_free (series->zone);
  g_free (series->zone_how);
  g_free (series->producer);
  series->zone = one_decoder_text (body, MAX_TEXT);
  series->zone_how = one_decoder_text (body, MAX_TEXT);
  series->producer = one_decoder_text (body, MAX_TEXT);
  series->sequence = one_decoder_i64 (body);
  series->last_modified = one_decoder_time (body);
  series->dtstamp = one_decoder_time (body);
  series->has_master = one_decoder_choice (body, 2) == 1;
  series->recurring = one_decoder_choice (body, 2) == 1;
  series->sub_daily = one_decoder_choice (body, 2) == 1;
  series->cancelled = one_decoder_choice (body, 2) == 1;
  count = one_decoder_count (body, G_MAXUINT, LEAST_EVENT);
  for (guint i = 0; i < count && !body->wrong; i++)
    g_ptr_array_add (series->events, parse_event (body));
  parse_occurrences (body, series);
  return series;
}

static void
parse_end (OneDecoder *body, OneReading *reading)
{
  guint count;

  reading->stamp.inode = (guint64) one_decoder_i64 (body);
  reading->stamp.size = (guint64) one_decoder_i64 (body);
  reading->stamp.mtime = one_decoder_i64 (body);
  reading->stamp.ctime = one_decoder_i64 (body);
  reading->refused = one_decoder_choice (body, 2) == 1;
  reading->busy = one_decoder_choice (body, 2) == 1;
  reading->stale = one_decoder_choice (body, 2) == 1;
  reading->holds = one_decoder_u32 (body);
  reading->incomplete = one_decoder_choice (body, 2) == 1;
  count = one_decoder_count (body, ONE_READING_MAX_LEFT_OUT, LEAST_STRING);
  for (guint i = 0; i < count && !body->wrong; i++) {
    g_autofree char *uid = one_decoder_text (body, MAX_UID);

    one_reading_leave_out (reading, uid);
  }
  count = one_decoder_count (body, MAX_TROUBLES, LEAST_TROUBLE);
  for (guint i = 0; i < count && !body->wrong; i++) {
    guint32 line = one_decoder_u32 (body);
    g_autofree char *what = one_decoder_text (body, MAX_TEXT);

    g_ptr_array_add (reading->troubles, one_trouble_new (reading->path, line, what));
  }
}

gboolean
one_pack_parse_reading (const OneFrame *frame, OneReading *reading, gboolean *complete,
                        GError **error)
{
  OneDecoder body = { .at = frame->body, .left = frame->size };

  *complete = frame->kind == ONE_FRAME_END;
  if (frame->kind == ONE_FRAME_END)
    parse_end (&body, reading);
  else if (frame->kind != ONE_FRAME_SERIES)
    body.wrong = "a frame is out of place";
  else
    while (body.left > 0 && !body.wrong)
      g_ptr_array_add (reading->series, parse_series (&body));
  return one_decoder_done (&body, error);
}

gboolean
one_pack_parse_hello (const OneFrame *frame, OneHello *hello, GError **error)
{
  OneDecoder body = { .at = frame->body, .left = frame->size };

  if (frame->kind != ONE_FRAME_HELLO)
    body.wrong = "it does not begin with a hello";
  hello->version = one_decoder_u32 (&body);
  if (!body.wrong && hello->version != ONE_PACK_VERSION)
    body.wrong = "it is of another version";
  hello->landlock = one_decoder_choice (&body, 2) == 1;
  return one_decoder_done (&body, error);
}

static void
parse_paths (OneDecoder *body, guint max, GPtrArray *paths)
{
  guint count = one_decoder_count (body, max, LEAST_STRING);

  for (guint i = 0; i < count && !body->wrong; i++) {
    char *path = one_decoder_bytes (body, MAX_PATH);

    g_ptr_array_add (paths, path);
    if (!g_path_is_absolute (path) && !body->wrong)
      body->wrong = "a path is not absolute";
  }
}

static void
parse_zones (OneDecoder *body, GPtrArray *zones)
{
  guint count = one_decoder_count (body, ONE_REQUEST_MAX_ZONES, LEAST_STRING);

  for (guint i = 0; i < count && !body->wrong; i++)
    g_ptr_array_add (zones, one_decoder_bytes (body, ONE_REQUEST_MAX_ZONE));
}

OneRequest *
one_pack_parse_request (const OneFrame *frame, GError **error)
{
  OneDecoder body = { .at = frame->body, .left = frame->size };
  g_autoptr (OneRequest) request = one_request_new ();

  if (frame->kind != ONE_FRAME_REQUEST)
    body.wrong = "it is no request";
  if (one_decoder_u32 (&body) != ONE_PACK_VERSION && !body.wrong) {
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOSYS, "it is of another version");
    return NULL;
  }
  parse_paths (&body, ONE_PACK_MAX_ROOTS, request->roots);
  parse_paths (&body, ONE_PACK_MAX_PATHS, request->paths);
  g_free (request->zone);
  request->zone = one_decoder_bytes (&body, MAX_TEXT);
  parse_zones (&body, request->zones);
  g_free (request->zone_folder);
  request->zone_folder = one_decoder_bytes (&body, MAX_PATH);
  if (!g_path_is_absolute (request->zone_folder) && !body.wrong)
    body.wrong = "the folder of zone data is not absolute";
  request->now = one_decoder_time (&body);
  request->from = one_decoder_time (&body);
  request->to = one_decoder_time (&body);
  request->all = one_decoder_choice (&body, 2) == 1;
  return one_decoder_done (&body, error) ? g_steal_pointer (&request) : NULL;
}

gssize
one_pack_parse_frame (const guint8 *bytes, gsize size, OneFrame *frame, GError **error)
{
  OneDecoder head = { .at = bytes, .left = size };
  guint32 length = one_decoder_u32 (&head);
  guint kind = one_decoder_choice (&head, ONE_FRAME_END + 1);

  if (size < ONE_PACK_HEAD)
    return 0;
  if (!head.wrong && length > ONE_PACK_MAX_FRAME)
    head.wrong = "a frame is too long";
  if (head.wrong) {
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, head.wrong);
    return -1;
  }
  if (head.left < length)
    return 0;
  *frame = (OneFrame){ .kind = (OneFrameKind) kind, .body = head.at, .size = length };
  return (gssize) length + ONE_PACK_HEAD;
}
