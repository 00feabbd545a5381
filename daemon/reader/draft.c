/* SPDX-License-Identifier: MIT */
#include "reader/draft.h"

#include <string.h>

#include "model/text.h"
#include "reader/attendee.h"
#include "reader/civil.h"
#include "reader/line.h"
#include "reader/links.h"
#include "reader/times.h"

#define MAX_UID_BYTES 1024
#define MAX_WORDS 256

typedef enum {
  PARTS_TIMES,
  PARTS_WORDS,
  PARTS_ALL,
} Parts;

typedef struct {
  OneSheet *sheet;
  OneDraft *draft; /* NULL while only words are read */
  OneEvent *event;
  OneLinks *links;
  Parts parts;
} Desk;

void
one_draft_free (OneDraft *draft)
{
  g_free (draft->uid);
  g_clear_pointer (&draft->event, one_event_free);
  g_clear_pointer (&draft->rules, g_array_unref);
  g_clear_pointer (&draft->exrules, g_array_unref);
  g_clear_pointer (&draft->extras, g_array_unref);
  g_clear_pointer (&draft->excluded, g_array_unref);
  g_free (draft);
}

static void
take_uid (Desk *desk, const OneLine *line)
{
  if (desk->draft->uid || !*line->value)
    return;
  desk->draft->uid = one_text_clean (line->value, MIN ((gssize) line->length, MAX_UID_BYTES), 512);
}

static void
take_summary (Desk *desk, const OneLine *line)
{
  g_autofree char *text = one_line_get_text (line);

  g_free (desk->event->summary);
  desk->event->summary = one_text_clean (text, -1, MAX_WORDS);
}

static void
take_location (Desk *desk, const OneLine *line)
{
  g_autofree char *text = one_line_get_text (line);

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
  if (!one_attendee_take (desk->event, line))
    one_sheet_tell_once (desk->sheet, desk->event->line,
                         "more than %d people in an event; the rest is left out", ONE_ATTENDEE_MAX);
}

static void
take_status (Desk *desk, const OneLine *line)
{
  desk->event->cancelled = g_ascii_strcasecmp (line->value, "CANCELLED") == 0
                           || g_ascii_strcasecmp (line->value, "CANCELED") == 0;
}

static void
take_sequence (Desk *desk, const OneLine *line)
{
  gint64 number = g_ascii_strtoll (line->value, NULL, 10);

  desk->draft->sequence = CLAMP (number, 0, G_MAXINT32);
}

static void
take_stamp (gint64 *where, const OneLine *line)
{
  OneWritten written;

  if (one_stamp_read (line->value, line->length, &written))
    *where = written.wall;
}

static void
take_last_modified (Desk *desk, const OneLine *line)
{
  take_stamp (&desk->draft->last_modified, line);
}

static void
take_dtstamp (Desk *desk, const OneLine *line)
{
  take_stamp (&desk->draft->dtstamp, line);
}

static void
take_time (Desk *desk, const OneLine *line)
{
  one_times_take (desk->sheet, desk->draft, line);
}

static const struct {
  const char *name;
  void (*take) (Desk *desk, const OneLine *line);
  Parts part;
} properties[] = {
  { "ATTENDEE", take_people, PARTS_WORDS },   { "CONFERENCE", take_link, PARTS_WORDS },
  { "DESCRIPTION", take_link, PARTS_WORDS },  { "DTEND", take_time, PARTS_TIMES },
  { "DTSTAMP", take_dtstamp, PARTS_TIMES },   { "DTSTART", take_time, PARTS_TIMES },
  { "DURATION", take_time, PARTS_TIMES },     { "EXDATE", take_time, PARTS_TIMES },
  { "EXRULE", take_time, PARTS_TIMES },       { "LAST-MODIFIED", take_last_modified, PARTS_TIMES },
  { "LOCATION", take_location, PARTS_WORDS }, { "ORGANIZER", take_people, PARTS_WORDS },
  { "RDATE", take_time, PARTS_TIMES },        { "RECURRENCE-ID", take_time, PARTS_TIMES },
  { "RRULE", take_time, PARTS_TIMES },        { "SEQUENCE", take_sequence, PARTS_TIMES },
  { "STATUS", take_status, PARTS_TIMES },     { "SUMMARY", take_summary, PARTS_WORDS },
  { "UID", take_uid, PARTS_TIMES },           { "URL", take_link, PARTS_WORDS },
};

static void
take_line (Desk *desk, const OneLine *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++) {
    if (strcmp (line->name, properties[i].name) != 0)
      continue;
    if (desk->parts != PARTS_ALL && desk->parts != properties[i].part)
      return;
    if (line->cut)
      one_sheet_tell (desk->sheet, line->number, "%s is too long and was cut", line->name);
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

  one_lines_begin (&lines, text, length, first, desk->sheet->line_end);
  while (one_lines_next (&lines, &line))
    if (strcmp (line.name, "BEGIN") == 0)
      depth++;
    else if (strcmp (line.name, "END") == 0)
      depth -= depth > 0 ? 1 : 0;
    else if (depth == 0)
      take_line (desk, &line);
  one_lines_finish (&lines);
}

/* RFC 5545 wants a UID. Without one an event is itself by what it says, so that it stays the same
 * when the file is read again. */
static char *
make_uid (const OneDraft *draft)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT " %u %s", draft->start.wall,
                                           draft->start.kind, draft->event->summary);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  sum[16] = '\0';
  return g_strconcat ("no-uid-", sum, NULL);
}

/* What the lines say together. */
static void
conclude (Desk *desk)
{
  OneDraft *draft = desk->draft;

  draft->event->all_day = draft->start.kind == ONE_STAMP_DATE;
  draft->event->no_end = draft->end.kind == ONE_STAMP_NONE && !draft->has_spell;
  if (draft->start.kind == ONE_STAMP_NONE && draft->original.kind == ONE_STAMP_NONE
      && !draft->unusable) {
    one_sheet_tell (desk->sheet, draft->line, "an event without DTSTART is left out");
    draft->unusable = TRUE;
  }
  if (!draft->uid || !*draft->uid) {
    g_free (draft->uid);
    draft->uid = make_uid (draft);
  }
}

static void
take_links (Desk *desk)
{
  g_strfreev (desk->event->links);
  desk->event->links = one_links_finish (desk->links);
}

void
one_draft_add (OneSheet *sheet, const OneCalendar *calendar, const OnePiece *piece)
{
  OneDraft *draft = g_new0 (OneDraft, 1);
  Desk desk = { .sheet = sheet, .draft = draft };

  /* What is odd may not lie in the file as it was read; without a UID the words make it. */
  desk.parts = piece->tells.odd || piece->tells.uid.length == 0 ? PARTS_ALL : PARTS_TIMES;
  draft->offset = desk.parts == PARTS_ALL ? -1 : piece->offset;
  draft->length = piece->length;
  draft->calendar = calendar;
  draft->line = piece->line;
  draft->event = desk.event = one_event_new ();
  draft->event->line = piece->line;
  desk.links = one_links_new ();
  take_lines (&desk, piece->text, piece->length, piece->line + 1);
  take_links (&desk);
  conclude (&desk);
  g_ptr_array_add (sheet->drafts, draft);
}

void
one_draft_read_words (OneSheet *sheet, const OneDraft *draft, OneEvent *event)
{
  Desk desk = { .sheet = sheet, .event = event, .parts = PARTS_WORDS };
  g_autofree char *text = NULL;

  if (draft->offset < 0)
    return;
  text = g_malloc (draft->length + 1);
  if (!one_source_read_at (sheet->source, draft->offset, text, draft->length))
    return; /* The file was cut while it was read; whoever asked looks for that. */
  desk.links = one_links_new ();
  take_lines (&desk, text, draft->length, draft->line + 1);
  take_links (&desk);
}
