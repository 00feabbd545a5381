/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>
#include "wire/error.h"

gboolean
one_restore_run (OneContext *context, GError **error)
{
  const char *path = one_args_word (context->args, 0);
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int code = errno == ENOENT ? ONE_ERROR_NOT_FOUND : ONE_ERROR_FAILED;
  g_autofree char *kept = NULL;
  gboolean good;

  if (fd < 0) {
    g_set_error (error, ONE_ERROR, code, _ ("cannot read '%s': %s"), path, g_strerror (errno));
    return FALSE;
  }
  good = one_client_give_file (context->client, "Restore", fd, &kept, error);
  close (fd);
  if (good)
    g_printerr (_ ("restored; what was there before is kept as %s\n"), kept);
  return good;
}
