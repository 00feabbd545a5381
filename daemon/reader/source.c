/* SPDX-License-Identifier: MIT */
#include "reader/source.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static gsize
read_memory (OneSource *source, char *buffer, gsize size)
{
  gsize give = MIN (size, source->length - source->given);

  if (give > 0)
    memcpy (buffer, source->bytes + source->given, give);
  source->given += give;
  return give;
}

gsize
one_source_read (gpointer data, char *buffer, gsize size)
{
  OneSource *source = data;
  ssize_t n;

  source->reads++;
  if (source->fd < 0)
    return read_memory (source, buffer, size);
  do
    n = read (source->fd, buffer, size);
  while (n < 0 && errno == EINTR);
  if (n < 0 && !source->error)
    source->error = errno;
  source->given += n > 0 ? (gsize) n : 0;
  return n > 0 ? (gsize) n : 0;
}

gboolean
one_source_read_at (OneSource *source, gint64 offset, char *buffer, gsize size)
{
  ssize_t n;

  source->reads++;
  if (source->fd < 0) {
    if (offset < 0 || (guint64) offset > source->length || source->length - (gsize) offset < size)
      return FALSE;
    memcpy (buffer, source->bytes + offset, size);
    return TRUE;
  }
  do
    n = pread (source->fd, buffer, size, offset);
  while (n < 0 && errno == EINTR);
  return n >= 0 && (gsize) n == size;
}
