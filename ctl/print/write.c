/* SPDX-License-Identifier: MIT */
#include "ctl/print/write.h"

#include <errno.h>
#include <unistd.h>

gboolean
one_write_bytes (int fd, const char *bytes, gsize length)
{
  while (length > 0) {
    gssize written = write (fd, bytes, length);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return FALSE;
    bytes += written;
    length -= (gsize) written;
  }
  return TRUE;
}
