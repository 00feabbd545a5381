/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>
#include "wire/error.h"

/* The file is a backup only when it is on the disk. */
static gboolean
backup_finish (int fd, const char *path, GError **error)
{
  if (fsync (fd) == 0 || errno == EINVAL || errno == EROFS) /* a pipe has no disk */
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, _ ("cannot write '%s': %s"), path,
               g_strerror (errno));
  return FALSE;
}

gboolean
one_backup_run (OneContext *context, GError **error)
{
  const char *path = one_args_word (context->args, 0);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  int code = errno == EEXIST ? ONE_ERROR_REFUSED : ONE_ERROR_FAILED;
  gboolean good;

  if (fd < 0) {
    g_set_error (error, ONE_ERROR, code, _ ("cannot write '%s': %s"), path, g_strerror (errno));
    return FALSE;
  }
  good = one_client_give_file (context->client, "Backup", fd, NULL, error)
         && backup_finish (fd, path, error);
  close (fd);
  if (good)
    g_printerr (_ ("wrote %s\n"), path);
  else
    g_unlink (path);
  return good;
}
