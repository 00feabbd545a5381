/* SPDX-License-Identifier: MIT */
/* What no reader can go below: to list a folder, and to open, fstat, read and close each .ics file
 * in it, with nothing done about what is read. And what nobody can go below who looks whether it
 * has changed: to list it, and to stat each of them. usage: floor FOLDER [stat] */
#include <dirent.h>
#include <fcntl.h>
#include <glib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/bench/peak.h"

static char buffer[256 * 1024];

/* The bytes of the file, or -1. */
static gssize
read_file (int folder, const char *name)
{
  struct stat status;
  int fd = openat (folder, name, O_RDONLY | O_CLOEXEC);
  gssize bytes = fd < 0 || fstat (fd, &status) < 0 ? -1 : read (fd, buffer, sizeof buffer);

  if (fd >= 0)
    close (fd);
  return bytes;
}

static gssize
stat_file (int folder, const char *name)
{
  struct stat status;

  return fstatat (folder, name, &status, AT_SYMLINK_NOFOLLOW) < 0 ? -1 : (gssize) status.st_size;
}

int
main (int argc, char **argv)
{
  DIR *folder = argc >= 2 ? opendir (argv[1]) : NULL;
  gssize (*look) (int folder, const char *name) = argc > 2 ? stat_file : read_file;
  const struct dirent *entry;
  guint64 bytes = 0;
  guint files = 0;

  if (!folder)
    return 2;
  while ((entry = readdir (folder))) {
    gssize size =
        g_str_has_suffix (entry->d_name, ".ics") ? look (dirfd (folder), entry->d_name) : -1;

    files += size >= 0;
    bytes += (guint64) MAX (size, 0);
  }
  g_print ("%u files, %" G_GUINT64_FORMAT " bytes, %ld KB\n", files, bytes, peak_kilobytes ());
  closedir (folder);
  return 0;
}
