/* SPDX-License-Identifier: MIT */
#include "edge/files/calendar-path.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include "model/calendar/store-path.h"

gboolean
one_calendar_path_is_calendar (const char *name)
{
  gsize length = strlen (name);

  return name[0] != '.' && length > 4 && g_ascii_strcasecmp (name + length - 4, ".ics") == 0;
}

/* Hidden folders are no collections; Evolution keeps deleted events in "trash". */
gboolean
one_calendar_path_is_skipped (const char *name)
{
  return name[0] == '.' || g_str_equal (name, "trash");
}

/* File systems to which other machines write, unheard by inotify. */
gboolean
one_calendar_path_is_remote (int fd)
{
  static const guint32 magics[] = {
    0x6969,     /* NFS */
    0x517b,     /* SMB */
    0xfe534d42, /* SMB2 */
    0xff534d42, /* CIFS */
    0x65735546, /* FUSE */
    0x01021997, /* 9P */
    0x5346414f, /* AFS */
    0x00c36400, /* Ceph */
  };
  struct statfs status;

  if (fstatfs (fd, &status) < 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if ((guint32) status.f_type == magics[i])
      return TRUE;
  return FALSE;
}

int
one_calendar_path_open (const char *path, char **real, guint64 *device, gboolean *folder)
{
  g_autofree char *file = one_store_path_dup_file (path);
  struct stat status;

  free (*real);
  *real = realpath (file, NULL);
  if (!*real || stat (*real, &status) < 0)
    return -1;
  *folder = S_ISDIR (status.st_mode);
  *device = status.st_dev;
  if (access (*real, R_OK) < 0)
    return -1;
  return open (*real, *folder ? O_RDONLY | O_DIRECTORY | O_CLOEXEC : O_PATH | O_CLOEXEC);
}
