/* SPDX-License-Identifier: MIT */
#include "edge/small-file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static GBytes *
fail (GError **error, int code)
{
  g_set_error_literal (error, G_FILE_ERROR, (gint) g_file_error_from_errno (code),
                       code == ENXIO ? "it is no file" : g_strerror (code));
  return NULL;
}

int
one_small_file_flags (void)
{
  return O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
}

GBytes *
one_small_file_read_open (int fd, gsize max, GError **error)
{
  g_autofree char *buffer = g_malloc (max);
  struct stat status;
  gsize size = 0;
  gssize got = 1;

  if (fstat (fd, &status) < 0)
    return fail (error, errno);
  if (!S_ISREG (status.st_mode))
    return fail (error, ENXIO);
  while (got > 0 && size < max) {
    got = TEMP_FAILURE_RETRY (read (fd, buffer + size, max - size));
    size += (gsize) MAX (got, 0);
  }
  return got < 0 ? fail (error, errno) : g_bytes_new (buffer, size);
}

GBytes *
one_small_file_read (const char *path, gsize max, GError **error)
{
  int fd = open (path, one_small_file_flags ());
  GBytes *bytes;

  if (fd < 0)
    return fail (error, errno);
  bytes = one_small_file_read_open (fd, max, error);
  close (fd);
  return bytes;
}
