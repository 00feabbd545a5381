/* SPDX-License-Identifier: MIT */
#include "edge/write-all.h"

#include <errno.h>
#include <unistd.h>

gboolean
one_write_all (int fd, gconstpointer bytes, gsize size)
{
  const guint8 *at = bytes;

  while (size > 0) {
    ssize_t written = write (fd, at, size);

    if (written < 0 && errno != EINTR)
      return FALSE;
    at += MAX (written, 0);
    size -= (gsize) MAX (written, 0);
  }
  return TRUE;
}
