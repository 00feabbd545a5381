/* SPDX-License-Identifier: MIT */
#include "reader/scan/walk.h"

#include <string.h>

#include "reader/scan/key-lines.h"
#include "reader/scan/line-buffer.h"
#include "reader/scan/nothing-recurs.h"
#include "reader/scan/skip-lines.h"

#define MAX_ZONE_BYTES (128 * 1024)

typedef enum {
  STATE_OUTSIDE,
  STATE_CALENDAR,
  STATE_EVENT,
  STATE_ZONE,
  STATE_OTHER, /* a component that is not read */
} State;

struct OneWalk {
  OneLineBuffer buffer;
  State state;
  gboolean calendar;     /* there was one */
  guint begin_line;      /* of the component in hand */
  guint depth;           /* of components inside the event in hand */
  guint cuts;            /* lines cut before it */
  OneKeyLineNotes notes; /* what its lines tell */
  gboolean pending;      /* the line in hand has to be looked at once more */
  gsize start, length;   /* the line in hand */
  char other[32];        /* name of the component that is not read */
};

OneWalk *
one_walk_new (void)
{
  return g_new0 (OneWalk, 1);
}

void
one_walk_begin (OneWalk *walk, OneBytesRead read, gpointer source)
{
  OneLineBuffer buffer = walk->buffer;

  memset (walk, 0, sizeof *walk);
  walk->buffer = buffer;
  one_line_buffer_begin (&walk->buffer, read, source);
}

void
one_walk_free (OneWalk *walk)
{
  one_line_buffer_finish (&walk->buffer);
  g_free (walk);
}

static void
enter (OneWalk *walk, State state)
{
  walk->state = state;
  walk->begin_line = walk->buffer.line;
  walk->buffer.mark = walk->buffer.next;
  walk->buffer.overflow = FALSE;
  walk->depth = 0;
  walk->cuts = walk->buffer.cuts;
  one_key_lines_begin (&walk->notes);
}

/* The component in hand is complete; its lines end where the line in hand begins. */
static gboolean
leave (OneWalk *walk, OnePiece *piece)
{
  gsize bound = walk->state == STATE_ZONE ? MAX_ZONE_BYTES : ONE_WALK_MAX_EVENT;

  piece->kind = walk->state == STATE_ZONE ? ONE_PIECE_ZONE : ONE_PIECE_EVENT;
  piece->line = walk->begin_line;
  piece->key_lines = walk->notes.key_lines;
  piece->key_lines.odd = piece->key_lines.odd || walk->cuts != walk->buffer.cuts;
  piece->text = "";
  piece->length = 0;
  if (walk->buffer.overflow || walk->start - walk->buffer.mark > bound) {
    piece->kind = ONE_PIECE_TOO_LONG;
  } else {
    piece->text = walk->buffer.bytes + walk->buffer.mark;
    piece->length = walk->start - walk->buffer.mark;
    piece->offset = walk->buffer.base + (gint64) walk->buffer.mark;
  }
  walk->buffer.mark = G_MAXSIZE;
  walk->state = STATE_CALENDAR;
  return TRUE;
}

static void
enter_other (OneWalk *walk, const char *name, gsize length)
{
  walk->state = STATE_OTHER;
  g_strlcpy (walk->other, "", sizeof walk->other);
  if (length < sizeof walk->other) {
    memcpy (walk->other, name, length);
    walk->other[length] = '\0';
  }
}

/* A BEGIN line outside of an event. */
static gboolean
take_begin (OneWalk *walk, OnePiece *piece, const char *line)
{
  if (ONE_KEY_LINES_IS (line, walk->length, "BEGIN:VEVENT")) {
    walk->calendar = TRUE;
    enter (walk, STATE_EVENT);
  } else if (ONE_KEY_LINES_IS (line, walk->length, "BEGIN:VTIMEZONE")) {
    enter (walk, STATE_ZONE);
  } else if (ONE_KEY_LINES_IS (line, walk->length, "BEGIN:VCALENDAR")) {
    walk->calendar = TRUE;
    walk->state = STATE_CALENDAR;
    piece->kind = ONE_PIECE_CALENDAR;
    piece->line = walk->buffer.line;
    piece->text = "";
    piece->length = 0;
    return TRUE;
  } else if (walk->state == STATE_CALENDAR) {
    enter_other (walk, line + 6, walk->length - 6);
  }
  return FALSE;
}

static gboolean
is_begin (const char *line, gsize length)
{
  return one_key_lines_begins (line, length, "BEGIN:", 6);
}

static gboolean
is_end (const char *line, gsize length)
{
  return one_key_lines_begins (line, length, "END:", 4);
}

/* One line of an event. TRUE when it ends the event. */
static gboolean
take_event_line (OneWalk *walk, OnePiece *piece, const char *line)
{
  gboolean begin, end;

  if (walk->length > 0 && (line[0] == ' ' || line[0] == '\t')) {
    one_key_lines_fold (&walk->notes);
    return FALSE;
  }
  begin = (line[0] | 0x20) == 'b' && is_begin (line, walk->length);
  end = (line[0] | 0x20) == 'e' && is_end (line, walk->length);
  if (!begin && !end) {
    one_key_lines_note (&walk->notes, line, walk->length,
                        walk->depth == 0 ? (gssize) (walk->start - walk->buffer.mark) : -1);
    if (one_line_buffer_is_folded (&walk->buffer))
      one_key_lines_fold (&walk->notes);
    return FALSE;
  }
  if (ONE_KEY_LINES_IS (line, walk->length, "END:VEVENT"))
    return leave (walk, piece);
  if (ONE_KEY_LINES_IS (line, walk->length, "BEGIN:VEVENT")
      || ONE_KEY_LINES_IS (line, walk->length, "END:VCALENDAR")
      || ONE_KEY_LINES_IS (line, walk->length, "BEGIN:VCALENDAR")) {
    walk->pending = TRUE; /* Its END is missing; this line begins or ends something else. */
    return leave (walk, piece);
  }
  walk->depth = begin ? walk->depth + 1 : walk->depth - (walk->depth > 0 ? 1 : 0);
  return FALSE;
}

static gboolean
take_zone_line (OneWalk *walk, OnePiece *piece, const char *line)
{
  if (!is_begin (line, walk->length) && !is_end (line, walk->length))
    return FALSE;
  if (ONE_KEY_LINES_IS (line, walk->length, "END:VTIMEZONE"))
    return leave (walk, piece);
  if (ONE_KEY_LINES_IS (line, walk->length, "BEGIN:VEVENT")
      || ONE_KEY_LINES_IS (line, walk->length, "BEGIN:VTIMEZONE")
      || ONE_KEY_LINES_IS (line, walk->length, "BEGIN:VCALENDAR")
      || ONE_KEY_LINES_IS (line, walk->length, "END:VCALENDAR")) {
    walk->pending = TRUE;
    return leave (walk, piece);
  }
  return FALSE;
}

/* A property of the calendar, which may be folded: the walk gives only its first line, enough for
 * what is asked of it. */
static gboolean
take_property (OneWalk *walk, OnePiece *piece, const char *line)
{
  piece->kind = ONE_PIECE_PROPERTY;
  piece->line = walk->buffer.line;
  piece->text = line;
  piece->length = walk->length;
  return TRUE;
}

static gboolean
take_line (OneWalk *walk, OnePiece *piece)
{
  const char *line = walk->buffer.bytes + walk->start;

  if (walk->state == STATE_EVENT) {
    if (take_event_line (walk, piece, line))
      return TRUE;
    if (one_skip_lines (&walk->buffer)) /* Most of all lines. */
      one_key_lines_skip (&walk->notes);
    return FALSE;
  }
  if (walk->state == STATE_ZONE)
    return take_zone_line (walk, piece, line);
  if (is_begin (line, walk->length))
    return take_begin (walk, piece, line);
  if (walk->length == 0 || line[0] == ' ' || line[0] == '\t')
    return FALSE;
  if (is_end (line, walk->length)) {
    if (ONE_KEY_LINES_IS (line, walk->length, "END:VCALENDAR"))
      walk->state = STATE_OUTSIDE;
    else if (walk->state == STATE_OTHER
             && one_key_lines_is (line + 4, walk->length - 4, walk->other, strlen (walk->other)))
      walk->state = STATE_CALENDAR;
    return FALSE;
  }
  return walk->state == STATE_CALENDAR && take_property (walk, piece, line);
}

gboolean
one_walk_next (OneWalk *walk, OnePiece *piece)
{
  if (walk->buffer.utf16)
    return FALSE;
  while (walk->pending || one_line_buffer_next (&walk->buffer, &walk->start, &walk->length)) {
    walk->pending = FALSE;
    if (take_line (walk, piece))
      return TRUE;
  }
  if (walk->state != STATE_EVENT)
    return FALSE;
  leave (walk, piece);
  piece->kind = ONE_PIECE_CUT;
  return TRUE;
}

char
one_walk_get_line_end (const OneWalk *walk)
{
  return walk->buffer.line_end;
}

gboolean
one_walk_is_plain (const OneWalk *walk)
{
  return walk->buffer.at_end && one_nothing_recurs (walk->buffer.bytes, walk->buffer.fill);
}

gboolean
one_walk_is_utf16 (const OneWalk *walk)
{
  return walk->buffer.utf16;
}

gboolean
one_walk_is_calendar (const OneWalk *walk)
{
  return walk->calendar;
}

gboolean
one_walk_is_cut_off (const OneWalk *walk)
{
  return walk->calendar && walk->state != STATE_OUTSIDE;
}

guint
one_walk_get_line (const OneWalk *walk)
{
  return walk->buffer.line;
}
