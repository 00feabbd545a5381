/* SPDX-License-Identifier: MIT */
#include "reader/parse/vevent-read.h"

#include <string.h>

#include "model/base/text.h"
#include "model/calendar/busy-title.h"
#include "reader/parse/attendee.h"
#include "reader/parse/links.h"
#include "reader/parse/property.h"
#include "reader/parse/vevent-times.h"
#include "reader/value/civil.h"

#define MAX_UID_BYTES 1024
#define MAX_WORDS 256

typedef enum {
  PARTS_TIMES,
  PARTS_WORDS,
  PARTS_ALL,
} Parts;

typedef struct {
  OneFileContext *context;
  OneVEvent *vevent; /* NULL while only words are read */
  OneEvent *event;
  OneLinks *links;
  OneAttendeeValues values;
  Parts parts;
} Desk;

static void
take_uid (Desk *desk, const OneLine *line)
{
  if (desk->vevent->uid || !*line->value)
    return;
  desk->vevent->uid = one_text_clean (line->value, MIN ((gssize) line->length, MAX_UID_BYTES), 512);
}

static void
take_summary (Desk *desk, const OneLine *line)
{
  g_autofree char *text = one_property_dup_text (line->value);

  g_free (desk->event->summary);
  desk->event->summary = one_text_clean (text, -1, MAX_WORDS);
}

static void
take_location (Desk *desk, const OneLine *line)
{
  g_autofree char *text = one_property_dup_text (line->value);

  g_free (desk->event->location);
  desk->event->location = one_text_clean (text, -1, MAX_WORDS);
  one_links_take (desk->links, line);
}

static void
take_link (Desk *desk, const OneLine *line)
{
  one_links_take (desk->links, line);
}

static void
take_people (Desk *desk, const OneLine *line)
{
  if (!one_attendee_take (&desk->values, desk->event, desk->context->properties, line))
    one_file_context_tell_once (desk->context, desk->event->line,
                                "more than %d people in an event; the rest is left out",
                                ONE_ATTENDEE_MAX);
}

static void
take_status (Desk *desk, const OneLine *line)
{
  desk->event->cancelled = icalenum_string_to_status (line->value) == ICAL_STATUS_CANCELLED
                           || g_ascii_strcasecmp (line->value, "CANCELED") == 0;
}

/* The one says so to the world, the other to Microsoft's programs; either can be lost on the way.
 */
static void
take_shows_free (Desk *desk, const OneLine *line)
{
  desk->event->shows_free |= g_ascii_strcasecmp (line->value, "TRANSPARENT") == 0
                             || g_ascii_strcasecmp (line->value, "FREE") == 0;
}

static void
take_sequence (Desk *desk, const OneLine *line)
{
  gint64 number = g_ascii_strtoll (line->value, NULL, 10); /* libical's would wrap */

  desk->vevent->sequence = CLAMP (number, 0, G_MAXINT32);
}

static void
take_stamp (gint64 *where, const OneLine *line)
{
  OneDateTime written;

  if (one_datetime_read (line->value, line->length, &written))
    *where = written.wall;
}

static void
take_last_modified (Desk *desk, const OneLine *line)
{
  take_stamp (&desk->vevent->last_modified, line);
}

static void
take_dtstamp (Desk *desk, const OneLine *line)
{
  take_stamp (&desk->vevent->dtstamp, line);
}

static void
take_time (Desk *desk, const OneLine *line)
{
  one_vevent_times_take (desk->context, desk->vevent, line);
}

static const struct {
  const char *name;
  void (*take) (Desk *desk, const OneLine *line);
  Parts part;
} properties[] = {
  { "ATTENDEE", take_people, PARTS_WORDS },
  { "CONFERENCE", take_link, PARTS_WORDS },
  { "DESCRIPTION", take_link, PARTS_WORDS },
  { "DTEND", take_time, PARTS_TIMES },
  { "DTSTAMP", take_dtstamp, PARTS_TIMES },
  { "DTSTART", take_time, PARTS_TIMES },
  { "DURATION", take_time, PARTS_TIMES },
  { "EXDATE", take_time, PARTS_TIMES },
  { "EXRULE", take_time, PARTS_TIMES },
  { "LAST-MODIFIED", take_last_modified, PARTS_TIMES },
  { "LOCATION", take_location, PARTS_WORDS },
  { "ORGANIZER", take_people, PARTS_WORDS },
  { "RDATE", take_time, PARTS_TIMES },
  { "RECURRENCE-ID", take_time, PARTS_TIMES },
  { "RRULE", take_time, PARTS_TIMES },
  { "SEQUENCE", take_sequence, PARTS_TIMES },
  { "STATUS", take_status, PARTS_TIMES },
  { "SUMMARY", take_summary, PARTS_WORDS },
  { "TRANSP", take_shows_free, PARTS_WORDS },
  { "UID", take_uid, PARTS_TIMES },
  { "URL", take_link, PARTS_WORDS },
  { "X-MICROSOFT-CDO-BUSYSTATUS", take_shows_free, PARTS_WORDS },
};

static void
take_line (Desk *desk, const OneLine *line)
{
  if (desk->vevent && strcmp (line->name, "ATTENDEE") == 0)
    desk->vevent->names_people = TRUE;
  if (desk->vevent && strcmp (line->name, "SUMMARY") == 0)
    desk->vevent->has_title = !one_busy_title_has (line->value);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++) {
    if (strcmp (line->name, properties[i].name) != 0)
      continue;
    if (desk->parts != PARTS_ALL && desk->parts != properties[i].part)
      return;
    if (line->cut)
      one_file_context_tell (desk->context, line->number, "%s is too long and was cut", line->name);
    properties[i].take (desk, line);
    return;
  }
  if (line->name[0] == 'X' && desk->parts != PARTS_TIMES)
    one_links_take (desk->links, line);
}

/* Lines of components inside the event, such as alarms, are not the event's. */
static void
take_lines (Desk *desk, const char *text, gsize length, guint first)
{
  OneLines lines = { 0 };
  OneLine line;
  guint depth = 0;

  one_line_begin (&lines, text, length, first, desk->context->line_end);
  while (one_line_next (&lines, &line))
    if (strcmp (line.name, "BEGIN") == 0)
      depth++;
    else if (strcmp (line.name, "END") == 0)
      depth -= depth > 0 ? 1 : 0;
    else if (depth == 0)
      take_line (desk, &line);
  one_line_finish (&lines);
}

/* RFC 5545 wants a UID. Without one an event is itself by what it says, so that it stays the same
 * when the file is read again. */
static char *
make_uid (const OneVEvent *vevent)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT " %u %s", vevent->start.wall,
                                           vevent->start.kind, vevent->event->summary);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  sum[16] = '\0';
  return g_strconcat ("no-uid-", sum, NULL);
}

/* Draws the conclusions from all lines. */
static void
conclude (Desk *desk)
{
  OneVEvent *vevent = desk->vevent;

  vevent->event->all_day = vevent->start.kind == ONE_DATETIME_DATE;
  vevent->event->no_end = vevent->end.kind == ONE_DATETIME_NONE && !vevent->has_duration;
  /* RFC 5546 3.2.5: what cancels all of a series needs none. */
  if (vevent->start.kind == ONE_DATETIME_NONE && vevent->original.kind == ONE_DATETIME_NONE
      && !vevent->calendar->cancel && !vevent->event->cancelled && !vevent->unusable) {
    one_file_context_tell (desk->context, vevent->line, "an event without DTSTART is left out");
    vevent->unusable = TRUE;
  }
  if (!vevent->uid || !*vevent->uid) {
    g_free (vevent->uid);
    vevent->uid = make_uid (vevent);
  }
}

static void
finish_words (Desk *desk)
{
  one_attendee_finish (&desk->values);
  g_strfreev (desk->event->links);
  desk->event->links = one_links_finish (desk->links);
}

void
one_vevent_read (OneFileContext *context, const OneCalendar *calendar, const OnePiece *piece)
{
  OneVEvent *vevent = g_new0 (OneVEvent, 1);
  Desk desk = { .context = context, .vevent = vevent };

  /* An odd event may not lie in the file as read; without a UID the words make one. */
  desk.parts = piece->key_lines.odd || piece->key_lines.uid.length == 0 ? PARTS_ALL : PARTS_TIMES;
  vevent->offset = desk.parts == PARTS_ALL ? -1 : piece->offset;
  vevent->length = piece->length;
  vevent->calendar = calendar;
  vevent->line = piece->line;
  vevent->event = desk.event = one_event_new ();
  vevent->event->line = piece->line;
  desk.links = one_links_new ();
  take_lines (&desk, piece->text, piece->length, piece->line + 1);
  finish_words (&desk);
  conclude (&desk);
  g_ptr_array_add (context->vevents, vevent);
}

void
one_vevent_read_words (OneFileContext *context, const OneVEvent *vevent, OneEvent *event)
{
  Desk desk = { .context = context, .event = event, .parts = PARTS_WORDS };
  g_autofree char *text = NULL;

  if (vevent->offset < 0)
    return;
  text = g_malloc (vevent->length + 1);
  if (!one_bytes_read_at (context->bytes, vevent->offset, text, vevent->length))
    return; /* The file was cut while it was read; whoever asked looks for that. */
  desk.links = one_links_new ();
  take_lines (&desk, text, vevent->length, vevent->line + 1);
  finish_words (&desk);
}
