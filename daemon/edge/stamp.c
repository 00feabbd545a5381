/* SPDX-License-Identifier: MIT */
#include "edge/stamp.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include "model/calendar/store-path.h"

static gint64
nanoseconds (struct timespec time)
{
  return (gint64) time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

OneKind
one_stamp_take (const struct stat *status, OneStamp *stamp)
{
  *stamp = (OneStamp){ .inode = status->st_ino,
                       .size = (guint64) status->st_size,
                       .mtime = nanoseconds (status->st_mtim),
                       .ctime = nanoseconds (status->st_ctim) };
  if (S_ISREG (status->st_mode))
    return ONE_KIND_FILE;
  if (S_ISDIR (status->st_mode))
    return ONE_KIND_FOLDER;
  return S_ISLNK (status->st_mode) ? ONE_KIND_LINK : ONE_KIND_OTHER;
}

OneKind
one_stamp_read (int at, const char *name, OneStamp *stamp)
{
  struct stat status;

  *stamp = (OneStamp){ 0 };
  return fstatat (at, name, &status, AT_SYMLINK_NOFOLLOW) < 0 ? ONE_KIND_NONE
                                                              : one_stamp_take (&status, stamp);
}

OneKind
one_stamp_read_path (const char *path, OneStamp *stamp)
{
  g_autofree char *file = NULL;
  g_autofree char *name = NULL;
  OneStamp log;
  OneKind kind;

  if (one_store_path_kind (path) == ONE_STORE_NONE)
    return one_stamp_read (AT_FDCWD, path, stamp);
  file = one_store_path_dup_file (path);
  name = g_strconcat (file, ONE_STORE_PATH_LOG, NULL);
  kind = one_stamp_read (AT_FDCWD, file, stamp);
  if (kind == ONE_KIND_FILE && one_stamp_read (AT_FDCWD, name, &log) == ONE_KIND_FILE)
    one_store_path_join (stamp, &log);
  return kind;
}

OneKind
one_stamp_read_open (int fd, OneStamp *stamp)
{
  struct stat status;

  *stamp = (OneStamp){ 0 };
  return fstat (fd, &status) < 0 ? ONE_KIND_NONE : one_stamp_take (&status, stamp);
}

gint64
one_stamp_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME_COARSE, &now);
  return nanoseconds (now);
}

gboolean
one_stamp_equal (const OneStamp *a, const OneStamp *b)
{
  return a->inode == b->inode && a->size == b->size && a->mtime == b->mtime && a->ctime == b->ctime;
}
