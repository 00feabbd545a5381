/* SPDX-License-Identifier: MIT */
#include "reader/scan/line-buffer.h"

#include <string.h>

#include "reader/value/line.h"

#define CHUNK_BYTES (256 * 1024)

static char *
make_buffer (char *bytes, gsize size)
{
  return g_realloc (bytes, size + ONE_LINE_BUFFER_PADDING + 1);
}

static gsize
fill (OneLineBuffer *buffer)
{
  gsize room = buffer->size - buffer->fill;
  gsize got = buffer->read (buffer->source, buffer->bytes + buffer->fill, room);

  buffer->fill += got;
  buffer->at_end = got < room;
  return got;
}

/* The first chunk tells the encoding and how lines end. */
static void
look_at_first (OneLineBuffer *buffer)
{
  const guint8 *bytes = (const guint8 *) buffer->bytes;
  const char *cr, *lf;

  if (buffer->fill >= 2
      && ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff)
          || (bytes[0] == 'B' && bytes[1] == 0) || (bytes[0] == 0 && bytes[1] == 'B')))
    buffer->utf16 = TRUE;
  if (buffer->fill >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    buffer->next = 3;
  lf = memchr (bytes, '\n', buffer->fill);
  cr = lf ? NULL : memchr (bytes, '\r', buffer->fill);
  if (cr)
    buffer->line_end = '\r';
}

void
one_line_buffer_begin (OneLineBuffer *buffer, OneBytesRead read, gpointer source)
{
  char *bytes = buffer->bytes;
  gsize size = buffer->size;

  memset (buffer, 0, sizeof *buffer);
  buffer->read = read;
  buffer->source = source;
  buffer->size = bytes ? size : CHUNK_BYTES;
  buffer->bytes = bytes ? bytes : make_buffer (NULL, CHUNK_BYTES);
  buffer->mark = G_MAXSIZE;
  buffer->line_end = '\n';
  fill (buffer);
  look_at_first (buffer);
}

void
one_line_buffer_finish (OneLineBuffer *buffer)
{
  g_clear_pointer (&buffer->bytes, g_free);
}

/* Makes room behind `fill`, keeping what is behind the mark. */
static void
make_room (OneLineBuffer *buffer)
{
  gsize keep = MIN (buffer->mark, buffer->next);

  if (keep > 0) {
    memmove (buffer->bytes, buffer->bytes + keep, buffer->fill - keep);
    buffer->fill -= keep;
    buffer->next -= keep;
    buffer->base += (gint64) keep;
    buffer->mark = buffer->mark == G_MAXSIZE ? G_MAXSIZE : 0;
  }
  if (buffer->fill + ONE_LINE_MAX_PHYSICAL <= buffer->size)
    return;
  if (buffer->fill - buffer->next < buffer->fill && buffer->fill >= ONE_LINE_BUFFER_MAX_KEPT) {
    buffer->overflow = TRUE; /* The walk asks for nothing of it any more. */
    buffer->mark = G_MAXSIZE;
    make_room (buffer);
    return;
  }
  buffer->bytes = make_buffer (buffer->bytes, buffer->size *= 2);
}

/* Throws away the rest of a line that is too long, from `stop` on. */
static void
skip_rest (OneLineBuffer *buffer, gsize stop)
{
  const char *end = NULL;

  buffer->cuts++;
  buffer->base += (gint64) (buffer->fill - stop);
  buffer->fill = stop;
  while (!end && !buffer->at_end) {
    gsize got;

    if (buffer->fill == buffer->size)
      buffer->bytes = make_buffer (buffer->bytes, buffer->size *= 2);
    got = fill (buffer);
    end = memchr (buffer->bytes + stop, buffer->line_end, got);
    if (!end) {
      buffer->base += (gint64) (buffer->fill - stop);
      buffer->fill = stop;
    }
  }
  if (!end)
    return;
  buffer->base += end - (buffer->bytes + stop);
  buffer->fill -= (gsize) (end - (buffer->bytes + stop));
  memmove (buffer->bytes + stop, end, buffer->fill - stop);
}

/* Where the line that begins at `next` ends, reading on as needed. */
static gsize
find_end (OneLineBuffer *buffer)
{
  gsize seen = 0;

  for (;;) {
    const char *from = buffer->bytes + buffer->next + seen;
    const char *end = memchr (from, buffer->line_end, buffer->fill - buffer->next - seen);

    seen = end ? (gsize) (end - buffer->bytes) - buffer->next : buffer->fill - buffer->next;
    if (end && seen <= ONE_LINE_MAX_PHYSICAL)
      return buffer->next + seen;
    if (seen > ONE_LINE_MAX_PHYSICAL)
      break;
    if (buffer->at_end)
      return buffer->fill;
    if (buffer->fill == buffer->size)
      make_room (buffer);
    fill (buffer);
  }
  if (seen < buffer->fill - buffer->next) {
    /* The end is in the buffer already: close the gap. */
    gsize stop = buffer->next + ONE_LINE_MAX_PHYSICAL, after = buffer->next + seen;

    buffer->cuts++;
    buffer->base += (gint64) (after - stop);
    memmove (buffer->bytes + stop, buffer->bytes + after, buffer->fill - after);
    buffer->fill -= after - stop;
    return stop;
  }
  skip_rest (buffer, buffer->next + ONE_LINE_MAX_PHYSICAL);
  return buffer->next + ONE_LINE_MAX_PHYSICAL;
}

gboolean
one_line_buffer_next (OneLineBuffer *buffer, gsize *start, gsize *length)
{
  const char *line = buffer->bytes + buffer->next;
  const char *end = memchr (line, buffer->line_end, buffer->fill - buffer->next);
  gsize size;

  /* Nearly always all of the line is in the buffer already. */
  if (G_LIKELY (end && end - line <= ONE_LINE_MAX_PHYSICAL)) {
    size = (gsize) (end - line);
    *start = buffer->next;
    buffer->next += size + 1;
  } else {
    size = find_end (buffer) - buffer->next;
    if (size == 0 && buffer->next == buffer->fill)
      return FALSE;
    *start = buffer->next;
    buffer->next = MIN (*start + size + 1, buffer->fill);
    line = buffer->bytes + *start;
  }
  buffer->line++;
  while (size > 0 && line[size - 1] == '\r')
    size--;
  *length = size;
  return TRUE;
}

gboolean
one_line_buffer_is_folded (const OneLineBuffer *buffer)
{
  return buffer->next < buffer->fill
         && (buffer->bytes[buffer->next] == ' ' || buffer->bytes[buffer->next] == '\t');
}
