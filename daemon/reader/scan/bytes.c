/* SPDX-License-Identifier: MIT */
#include "reader/scan/bytes.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static gsize
read_memory (OneBytes *bytes, char *buffer, gsize size)
{
  gsize give = MIN (size, bytes->length - bytes->given);

  if (give > 0)
    memcpy (buffer, bytes->bytes + bytes->given, give);
  bytes->given += give;
  return give;
}

gsize
one_bytes_read (gpointer data, char *buffer, gsize size)
{
  OneBytes *bytes = data;
  ssize_t n;

  bytes->reads++;
  if (bytes->fd < 0)
    return read_memory (bytes, buffer, size);
  do
    n = read (bytes->fd, buffer, size);
  while (n < 0 && errno == EINTR);
  if (n < 0 && !bytes->error)
    bytes->error = errno;
  bytes->given += n > 0 ? (gsize) n : 0;
  return n > 0 ? (gsize) n : 0;
}

gboolean
one_bytes_read_at (OneBytes *bytes, gint64 offset, char *buffer, gsize size)
{
  ssize_t n;

  bytes->reads++;
  if (bytes->fd < 0) {
    if (offset < 0 || (guint64) offset > bytes->length || bytes->length - (gsize) offset < size)
      return FALSE;
    memcpy (buffer, bytes->bytes + offset, size);
    return TRUE;
  }
  do
    n = pread (bytes->fd, buffer, size, offset);
  while (n < 0 && errno == EINTR);
  return n >= 0 && (gsize) n == size;
}
