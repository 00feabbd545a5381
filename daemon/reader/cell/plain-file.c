/* SPDX-License-Identifier: MIT */
#include "reader/cell/plain-file.h"

#include <errno.h>
#include <fcntl.h>

#define FILE_FLAGS (O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)

/* Reading leaves no trace where that can be had: for the owner of the file. */
int
one_plain_file_open (int folder, const char *name)
{
  int fd = openat (folder, name, FILE_FLAGS | O_NOATIME);

  return fd < 0 && errno == EPERM ? openat (folder, name, FILE_FLAGS) : fd;
}

const char *
one_plain_file_explain_errno (int error)
{
  switch (error) {
  case ENOENT:
  case ENOTDIR:
    return "it is gone";
  case ELOOP:
    return "it is a symbolic link, which oned does not follow out of a source";
  case ENXIO:
    return "it is a socket or a device, not a file";
  case EACCES:
  case EPERM:
    return "there is no permission to read it";
  default:
    return "it cannot be opened";
  }
}

/* NULL for a plain file of a bearable size. */
const char *
one_plain_file_explain (const struct stat *status)
{
  if (S_ISDIR (status->st_mode))
    return "it is a folder, not a file";
  if (S_ISFIFO (status->st_mode))
    return "it is a FIFO, not a file";
  if (S_ISCHR (status->st_mode) || S_ISBLK (status->st_mode))
    return "it is a device, not a file";
  if (!S_ISREG (status->st_mode))
    return "it is not a plain file";
  return status->st_size > ONE_PLAIN_FILE_MAX_SIZE ? "it is larger than 256 MB" : NULL;
}

static gint64
nanoseconds (struct timespec time)
{
  return (gint64) time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

OneStamp
one_plain_file_stamp (const struct stat *status)
{
  return (OneStamp){ .inode = status->st_ino,
                     .size = (guint64) status->st_size,
                     .mtime = nanoseconds (status->st_mtim),
                     .ctime = nanoseconds (status->st_ctim) };
}
