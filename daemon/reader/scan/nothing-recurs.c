/* SPDX-License-Identifier: MIT */
#include "reader/scan/nothing-recurs.h"

#include <string.h>

#include "reader/scan/newlines.h"

#define MAX_BYTES (64 * 1024) /* no line, zone or event in it is too long to be read */

#define FIRST "BEGIN:VCALENDAR"
#define LAST "\nEND:VCALENDAR"

/* How a line begins that must be looked at: BEGIN, END, EXRULE, METHOD, RDATE, RECURRENCE-ID,
 * RRULE; a NUL, which hides what follows; and an empty line, on which a folded name may follow.
 * What begins otherwise cannot become one of these, wherever it is folded. */
static const guint8 key_lines[256] = {
  ['B'] = 1, ['E'] = 1, ['M'] = 1,  ['R'] = 1,  ['b'] = 1,  ['e'] = 1,
  ['m'] = 1, ['r'] = 1, ['\0'] = 1, ['\r'] = 1, ['\n'] = 1,
};

typedef struct {
  const char *bytes; /* (borrowed) */
  gsize length;
  gboolean zone; /* inside a VTIMEZONE, which has rules of its own */
  guint depth;   /* of components in that */
} Glance;

#define IS(line, word) (memcmp (line, word, sizeof word - 1) == 0)

/* A line of a zone. What is compared may go beyond the last line, but not beyond the room there. */
static gboolean
passes_in_zone (Glance *glance, const char *line)
{
  if (line[0] == 'R')
    return TRUE;
  if (IS (line, "BEGIN:STANDARD") || IS (line, "BEGIN:DAYLIGHT")) {
    glance->depth++;
    return TRUE;
  }
  if (glance->depth > 0) {
    glance->depth--;
    return IS (line, "END:STANDARD") || IS (line, "END:DAYLIGHT");
  }
  glance->zone = FALSE;
  return IS (line, "END:VTIMEZONE");
}

/* FALSE if the line makes something recur, or is not understood. */
static gboolean
passes (Glance *glance, const char *line)
{
  if (!key_lines[(guint8) line[0]])
    return TRUE;
  if (glance->zone)
    return passes_in_zone (glance, line);
  glance->zone = IS (line, "BEGIN:VTIMEZONE");
  return IS (line, "BEGIN:") || IS (line, "END:") || IS (line, "EXDATE") || IS (line, "REPEAT");
}

static gboolean
is_whole (const Glance *glance)
{
  gsize first = strlen (FIRST), last = strlen (LAST);
  const char *bytes = glance->bytes;

  return glance->length >= first + last && memcmp (bytes, FIRST, first) == 0
         && (bytes[first] == '\n' || (bytes[first] == '\r' && bytes[first + 1] == '\n'))
         && memcmp (bytes + glance->length - last, LAST, last) == 0;
}

gboolean
one_nothing_recurs (const char *bytes, gsize length)
{
  Glance glance = { .bytes = bytes };

  while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r'))
    length--;
  glance.length = length;
  if (length > MAX_BYTES || !is_whole (&glance))
    return FALSE;
  for (gsize at = 0; at < glance.length; at += ONE_NEWLINES_BLOCK) {
    guint64 ends = one_newlines_find (bytes + at, '\n');

    if (glance.length - at < ONE_NEWLINES_BLOCK)
      ends &= (G_GUINT64_CONSTANT (1) << (glance.length - at)) - 1;
    for (; ends; ends &= ends - 1)
      if (!passes (&glance, bytes + at + __builtin_ctzll (ends) + 1))
        return FALSE;
  }
  return TRUE;
}
