/* SPDX-License-Identifier: MIT */
#include "reader/scan/skip-lines.h"

#include <string.h>

#include "reader/scan/newlines.h"
#include "reader/value/line.h"

#define BLOCK ONE_NEWLINES_BLOCK

/* How a line begins that must be looked at: BEGIN, DTSTART, DTEND, DURATION, END, EXRULE,
 * RECURRENCE-ID, RRULE, RDATE, UID; a NUL, which hides what follows; and an empty line, on which a
 * folded name may follow. What begins otherwise cannot become one of these, wherever it is folded.
 */
static const guint8 key_lines[256] = {
  ['B'] = 1, ['D'] = 1, ['E'] = 1, ['R'] = 1,  ['U'] = 1,  ['b'] = 1,  ['d'] = 1,
  ['e'] = 1, ['r'] = 1, ['u'] = 1, ['\0'] = 1, ['\r'] = 1, ['\n'] = 1,
};

/* Each event has one or two of these, and its alarms. */
static gboolean
is_common (const char *line, gsize length)
{
  return length >= 8 && (memcmp (line, "DESCRIPT", 8) == 0 || memcmp (line, "DTSTAMP:", 8) == 0);
}

static gboolean
may_tell (const OneLineBuffer *buffer, gsize at)
{
  return key_lines[(guint8) buffer->bytes[at]]
         && !is_common (buffer->bytes + at, buffer->fill - at);
}

gboolean
one_skip_lines (OneLineBuffer *buffer)
{
  const char *bytes = buffer->bytes;
  gsize next = buffer->next;
  gsize last =
      buffer->fill - 1; /* An end there does not count: what begins after it is not seen. */
  gboolean stop = next + 1 >= buffer->fill || may_tell (buffer, next);

  for (gsize at = next; !stop && at < last; at += BLOCK) {
    guint64 ends = one_newlines_find (bytes + at, buffer->line_end);

    if (last - at < BLOCK)
      ends &= (G_GUINT64_CONSTANT (1) << (last - at)) - 1;
    stop = ends && at + (gsize) __builtin_ctzll (ends) - next > ONE_LINE_MAX_PHYSICAL;
    while (ends && !stop) {
      next = at + (gsize) __builtin_ctzll (ends) + 1;
      stop = may_tell (buffer, next);
      buffer->line++;
      ends &= ends - 1;
    }
  }
  stop = next > buffer->next;
  buffer->next = next;
  return stop;
}
