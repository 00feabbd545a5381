/* SPDX-License-Identifier: MIT */
#include "store/db/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/db/schema.h"
#include "wire/error.h"

/* Offsets in the file's header: https://www.sqlite.org/fileformat.html 1.3. */
#define HEADER_BYTES 100
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION 68
#define HEADER_MAGIC "SQLite format 3"

gboolean
one_file_fail (const char *path, const char *why, GError **error)
{
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "cannot open the store '%s': %s", path, why);
  return FALSE;
}

gboolean
one_file_refuse (const char *path, const char *why, OneFile *file, GError **error)
{
  file->fault = ONE_FAULT_REFUSED;
  return one_file_fail (path, why, error);
}

gboolean
one_file_fail_damaged (const char *path, const char *why, OneFile *file, GError **error)
{
  file->fault = ONE_FAULT_DAMAGED;
  return one_file_fail (path, why, error);
}

static guint32
header_get (const guint8 *header, gsize at)
{
  guint32 value;

  memcpy (&value, header + at, sizeof value);
  return GUINT32_FROM_BE (value);
}

static gboolean
file_check_header (const char *path, int fd, OneFile *file, GError **error)
{
  guint8 header[HEADER_BYTES];
  gssize got = pread (fd, header, sizeof header, 0);

  if (got < 0)
    return one_file_fail (path, g_strerror (errno), error);
  if (file->size == 0)
    return TRUE;
  if (got < HEADER_BYTES || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    return one_file_fail_damaged (path, "it is damaged or no store", file, error);
  file->version = header_get (header, HEADER_USER_VERSION);
  if (file->version > one_schema_get_version ())
    return one_file_refuse (path, "it was written by a newer oned", file, error);
  if (file->version > 0 && header_get (header, HEADER_APPLICATION) != ONE_SCHEMA_APPLICATION)
    return one_file_refuse (path, "it is the database of another program", file, error);
  return TRUE;
}

gboolean
one_file_check (const char *path, OneFile *file, GError **error)
{
  struct stat info, wal;
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0600);
  gboolean good;

  if (fd < 0)
    return one_file_fail (path, g_strerror (errno), error);
  if (fstat (fd, &info) < 0 || !S_ISREG (info.st_mode)) {
    close (fd);
    return one_file_refuse (path, "it is not a regular file", file, error);
  }
  file->size = info.st_size;
  file->mode = info.st_mode;
  file->device = info.st_dev;
  file->inode = info.st_ino;
  file->crashed = stat (log, &wal) == 0 && wal.st_size > 0;
  good = file_check_header (path, fd, file, error);
  close (fd);
  return good;
}

gboolean
one_file_make_private (const char *path, const OneFile *file, GError **error)
{
  if ((file->mode & 077) == 0 || chmod (path, file->mode & 0700) == 0)
    return TRUE;
  return one_file_fail (path, g_strerror (errno), error);
}

gboolean
one_file_make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "cannot make the folder '%s': %s", folder,
               g_strerror (errno));
  return FALSE;
}
