/* SPDX-License-Identifier: MIT */
#include "ctl/print/write.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
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

gboolean
one_write_new_file (const char *path, const char *bytes, gsize length)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    return FALSE;
  if (!one_write_bytes (fd, bytes, length)) {
    int failed = errno;

    close (fd);
    g_unlink (path);
    errno = failed;
    return FALSE;
  }
  return close (fd) == 0;
}
