/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include "wire/error.h"

#define PART_BYTES 65536

static gboolean
restore_fail (const char *path, GError **error)
{
  int code = errno == ENOENT ? ONE_ERROR_NOT_FOUND : ONE_ERROR_FAILED;

  g_set_error (error, ONE_ERROR, code, _ ("cannot read '%s': %s"), path, g_strerror (errno));
  return FALSE;
}

static gboolean
restore_pour (int from, int to)
{
  g_autofree char *part = g_malloc (PART_BYTES);
  gssize got;

  while ((got = TEMP_FAILURE_RETRY (read (from, part, PART_BYTES))) > 0)
    if (TEMP_FAILURE_RETRY (write (to, part, (gsize) got)) != got)
      return FALSE;
  return got == 0 && lseek (to, 0, SEEK_SET) == 0;
}

/* oned takes files only, as it would have to wait for a pipe ("<(zcat backup.gz)"): we can. -1 with
 * errno. */
static int
restore_open (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  struct stat info;
  gboolean poured;
  int file, code;

  if (fd < 0 || (fstat (fd, &info) == 0 && S_ISREG (info.st_mode)))
    return fd;
  file = memfd_create ("backup", MFD_CLOEXEC);
  poured = file >= 0 && restore_pour (fd, file);
  code = errno;
  close (fd);
  if (!poured && file >= 0)
    close (file);
  errno = code;
  return poured ? file : -1;
}

gboolean
one_restore_run (OneContext *context, GError **error)
{
  const char *path = one_args_word (context->args, 0);
  int fd = restore_open (path);
  g_autofree char *kept = NULL;
  gboolean good;

  if (fd < 0)
    return restore_fail (path, error);
  good = one_client_give_file (context->client, "Restore", fd, &kept, error);
  close (fd);
  if (good)
    g_printerr (_ ("restored; what was there before is kept as %s\n"), kept);
  return good;
}
