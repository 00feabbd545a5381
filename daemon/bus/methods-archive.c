/* SPDX-License-Identifier: MIT */
#include "bus/methods-archive.h"

#include <gio/gunixfdlist.h>
#include <unistd.h>

#include "bus/object-data.h"
#include "bus/reply.h"
#include "engine/ops/ops.h"
#include "wire/error.h"

/* -1 if the message came without the file that its handle speaks of. */
static int
open_handle (GUnixFDList *files, GVariant *handle, GError **error)
{
  int index = g_variant_get_handle (handle);

  if (files && index >= 0 && index < g_unix_fd_list_get_length (files))
    return g_unix_fd_list_get (files, index, error);
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID, "no file came with the message");
  return -1;
}

static void
backed_up (const GError *error, gpointer data)
{
  if (error)
    one_reply_error (data, error);
  else
    one_reply_done (data);
}

static gboolean
handle_backup (OneOned1 *object, GDBusMethodInvocation *call, GUnixFDList *files, GVariant *handle)
{
  g_autoptr (GError) error = NULL;
  int fd = open_handle (files, handle, &error);

  if (fd < 0)
    return one_reply_error (call, error);
  one_ops_backup (one_object_data_get_engine (object), fd, backed_up, call);
  return TRUE;
}

static gboolean
handle_restore (OneOned1 *object, GDBusMethodInvocation *call, GUnixFDList *files, GVariant *handle)
{
  g_autoptr (GError) error = NULL;
  int fd = open_handle (files, handle, &error);
  g_autofree char *aside =
      fd >= 0 ? one_ops_backup_restore (one_object_data_get_engine (object), fd, &error) : NULL;

  if (fd >= 0)
    close (fd);
  return one_reply_text (call, aside, error);
}

void
one_methods_archive_init (OneOned1Iface *iface)
{
  iface->handle_backup = handle_backup;
  iface->handle_restore = handle_restore;
}
