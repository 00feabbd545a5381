/* SPDX-License-Identifier: MIT */
#include "reader/feed.h"

#include <string.h>

#define CHUNK_BYTES (256 * 1024)

static char *
make_buffer (char *bytes, gsize size)
{
  return g_realloc (bytes, size + ONE_FEED_PADDING + 1);
}

static gsize
fill (OneFeed *feed)
{
  gsize room = feed->size - feed->fill;
  gsize got = feed->read (feed->source, feed->bytes + feed->fill, room);

  feed->fill += got;
  feed->at_end = got < room;
  return got;
}

/* The first chunk tells the encoding and how lines end. */
static void
look_at_first (OneFeed *feed)
{
  const guint8 *bytes = (const guint8 *) feed->bytes;
  const char *cr, *lf;

  if (feed->fill >= 2
      && ((bytes[0] == 0xff && bytes[1] == 0xfe) || (bytes[0] == 0xfe && bytes[1] == 0xff)
          || (bytes[0] == 'B' && bytes[1] == 0) || (bytes[0] == 0 && bytes[1] == 'B')))
    feed->utf16 = TRUE;
  if (feed->fill >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    feed->next = 3;
  lf = memchr (bytes, '\n', feed->fill);
  cr = lf ? NULL : memchr (bytes, '\r', feed->fill);
  if (cr)
    feed->line_end = '\r';
}

void
one_feed_begin (OneFeed *feed, OneWalkRead read, gpointer source)
{
  char *bytes = feed->bytes;
  gsize size = feed->size;

  memset (feed, 0, sizeof *feed);
  feed->read = read;
  feed->source = source;
  feed->size = bytes ? size : CHUNK_BYTES;
  feed->bytes = bytes ? bytes : make_buffer (NULL, CHUNK_BYTES);
  feed->mark = G_MAXSIZE;
  feed->line_end = '\n';
  fill (feed);
  look_at_first (feed);
}

void
one_feed_finish (OneFeed *feed)
{
  g_clear_pointer (&feed->bytes, g_free);
}

/* Makes room behind `fill`, keeping what is behind the mark. */
static void
make_room (OneFeed *feed)
{
  gsize keep = MIN (feed->mark, feed->next);

  if (keep > 0) {
    memmove (feed->bytes, feed->bytes + keep, feed->fill - keep);
    feed->fill -= keep;
    feed->next -= keep;
    feed->base += (gint64) keep;
    feed->mark = feed->mark == G_MAXSIZE ? G_MAXSIZE : 0;
  }
  if (feed->fill + ONE_LINE_MAX_PHYSICAL <= feed->size)
    return;
  if (feed->fill - feed->next < feed->fill && feed->fill >= ONE_WALK_MAX_EVENT) {
    feed->overflow = TRUE; /* The walk asks for nothing of it any more. */
    feed->mark = G_MAXSIZE;
    make_room (feed);
    return;
  }
  feed->bytes = make_buffer (feed->bytes, feed->size *= 2);
}

/* Throws away the rest of a line that is too long, from `stop` on. */
static void
skip_rest (OneFeed *feed, gsize stop)
{
  const char *end = NULL;

  feed->cuts++;
  feed->base += (gint64) (feed->fill - stop);
  feed->fill = stop;
  while (!end && !feed->at_end) {
    gsize got;

    if (feed->fill == feed->size)
      feed->bytes = make_buffer (feed->bytes, feed->size *= 2);
    got = fill (feed);
    end = memchr (feed->bytes + stop, feed->line_end, got);
    if (!end) {
      feed->base += (gint64) (feed->fill - stop);
      feed->fill = stop;
    }
  }
  if (!end)
    return;
  feed->base += end - (feed->bytes + stop);
  feed->fill -= (gsize) (end - (feed->bytes + stop));
  memmove (feed->bytes + stop, end, feed->fill - stop);
}

/* Where the line that begins at `next` ends, reading on as needed. */
static gsize
find_end (OneFeed *feed)
{
  gsize seen = 0;

  for (;;) {
    const char *from = feed->bytes + feed->next + seen;
    const char *end = memchr (from, feed->line_end, feed->fill - feed->next - seen);

    seen = end ? (gsize) (end - feed->bytes) - feed->next : feed->fill - feed->next;
    if (end && seen <= ONE_LINE_MAX_PHYSICAL)
      return feed->next + seen;
    if (seen > ONE_LINE_MAX_PHYSICAL)
      break;
    if (feed->at_end)
      return feed->fill;
    if (feed->fill == feed->size)
      make_room (feed);
    fill (feed);
  }
  if (seen < feed->fill - feed->next) {
    /* The end is in the buffer already: close the gap. */
    gsize stop = feed->next + ONE_LINE_MAX_PHYSICAL, after = feed->next + seen;

    feed->cuts++;
    feed->base += (gint64) (after - stop);
    memmove (feed->bytes + stop, feed->bytes + after, feed->fill - after);
    feed->fill -= after - stop;
    return stop;
  }
  skip_rest (feed, feed->next + ONE_LINE_MAX_PHYSICAL);
  return feed->next + ONE_LINE_MAX_PHYSICAL;
}

gboolean
one_feed_next (OneFeed *feed, gsize *start, gsize *length)
{
  const char *line = feed->bytes + feed->next;
  const char *end = memchr (line, feed->line_end, feed->fill - feed->next);
  gsize size;

  /* Nearly always all of the line is in the buffer already. */
  if (G_LIKELY (end && end - line <= ONE_LINE_MAX_PHYSICAL)) {
    size = (gsize) (end - line);
    *start = feed->next;
    feed->next += size + 1;
  } else {
    size = find_end (feed) - feed->next;
    if (size == 0 && feed->next == feed->fill)
      return FALSE;
    *start = feed->next;
    feed->next = MIN (*start + size + 1, feed->fill);
    line = feed->bytes + *start;
  }
  feed->line++;
  while (size > 0 && line[size - 1] == '\r')
    size--;
  *length = size;
  return TRUE;
}

gboolean
one_feed_is_folded (const OneFeed *feed)
{
  return feed->next < feed->fill
         && (feed->bytes[feed->next] == ' ' || feed->bytes[feed->next] == '\t');
}
