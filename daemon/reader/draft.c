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

typedef struct {
  OneSheet *sheet;
  OneDraft *draft;
  OneLinks *links;
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

  g_free (desk->draft->event->summary);
  desk->draft->event->summary = one_text_clean (text, -1, MAX_WORDS);
}

static void
take_location (Desk *desk, const OneLine *line)
{
  g_autofree char *text = one_line_get_text (line);

  g_free (desk->draft->event->location);
  desk->draft->event->location = one_text_clean (text, -1, MAX_WORDS);
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
  if (!one_attendee_take (desk->draft->event, line))
    one_sheet_tell_once (desk->sheet, desk->draft->line,
                         "more than %d people in an event; the rest is left out", ONE_ATTENDEE_MAX);
}

static void
take_status (Desk *desk, const OneLine *line)
{
  desk->draft->event->cancelled = g_ascii_strcasecmp (line->value, "CANCELLED") == 0
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
} properties[] = {
  { "ATTENDEE", take_people },   { "CONFERENCE", take_link },
  { "DESCRIPTION", take_link },  { "DTEND", take_time },
  { "DTSTAMP", take_dtstamp },   { "DTSTART", take_time },
  { "DURATION", take_time },     { "EXDATE", take_time },
  { "EXRULE", take_time },       { "LAST-MODIFIED", take_last_modified },
  { "LOCATION", take_location }, { "ORGANIZER", take_people },
  { "RDATE", take_time },        { "RECURRENCE-ID", take_time },
  { "RRULE", take_time },        { "SEQUENCE", take_sequence },
  { "STATUS", take_status },     { "SUMMARY", take_summary },
  { "UID", take_uid },           { "URL", take_link },
};

static void
take_line (Desk *desk, const OneLine *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++) {
    if (strcmp (line->name, properties[i].name) != 0)
      continue;
    if (line->cut)
      one_sheet_tell (desk->sheet, line->number, "%s is too long and was cut", line->name);
    properties[i].take (desk, line);
    return;
  }
  if (line->name[0] == 'X')
    one_links_take (desk->links, line);
}

/* Lines of components inside the event, such as alarms, are not the event's. */
static void
take_lines (Desk *desk, const OnePiece *piece)
{
  OneLines lines = { 0 };
  OneLine line;
  guint depth = 0;

  one_lines_begin (&lines, piece->text, piece->length, piece->line + 1, desk->sheet->line_end);
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

  draft->event->line = draft->line;
  draft->event->all_day = draft->start.kind == ONE_STAMP_DATE;
  draft->event->no_end = draft->end.kind == ONE_STAMP_NONE && !draft->has_spell;
  g_strfreev (draft->event->links);
  draft->event->links = one_links_finish (desk->links);
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

void
one_draft_add (OneSheet *sheet, const OneCalendar *calendar, const OnePiece *piece)
{
  Desk desk = { sheet, g_new0 (OneDraft, 1), one_links_new () };

  desk.draft->calendar = calendar;
  desk.draft->event = one_event_new ();
  desk.draft->line = piece->line;
  take_lines (&desk, piece);
  conclude (&desk);
  g_ptr_array_add (sheet->drafts, desk.draft);
}
