/* SPDX-License-Identifier: MIT */
#include "store/safety/recover.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/db/query.h"
#include "store/safety/backup.h"
#include "store/safety/memory-fallback.h"
#include "wire/error.h"

void
one_recover_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("syncing '%s': %s", folder, g_strerror (errno));
  close (fd);
}

static gboolean
recover_copy (const char *from, const char *to, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize length;

  return g_file_get_contents (from, &bytes, &length, error)
         && g_file_set_contents_full (to, bytes, (gssize) length,
                                      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                      0600, error);
}

/* Copies `backup` to `to` if it is whole: checked to the last page, up to date, and closed again.
 */
static gboolean
recover_try_backup (const char *backup, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneStore) store = NULL;

  if (recover_copy (backup, to, &error))
    store = one_store_open (to, &error);
  if (store && one_store_check (store, &error))
    return TRUE;
  g_message ("the backup '%s' is of no use: %s", backup, error->message);
  g_unlink (to);
  return FALSE;
}

/* (transfer full) the backup that stands ready at `to`; NULL if there is none that is good. */
static char *
recover_find_backup (const char *path, const char *to)
{
  g_autoptr (GPtrArray) backups = one_backup_list (path);

  for (guint i = 0; i < backups->len; i++)
    if (recover_try_backup (backups->pdata[i], to))
      return g_strdup (backups->pdata[i]);
  return NULL;
}

static gboolean
recover_rename (const char *from, const char *to, GError **error)
{
  if (g_rename (from, to) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "cannot move '%s' aside: %s", from,
               g_strerror (errno));
  return FALSE;
}

/* Makes the second name first, then moves the log, which belongs to it; the first name goes last,
 * so that there is a store under it at every moment. */
static gboolean
recover_move_aside (const char *path, const char *aside, GError **error)
{
  static const char *const endings[] = { "-wal", "-shm" };

  if (link (path, aside) != 0 && !recover_rename (path, aside, error)) /* no links on vfat */
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *from = g_strconcat (path, endings[i], NULL);
    g_autofree char *to = g_strconcat (aside, endings[i], NULL);

    if (!recover_rename (from, to, error))
      return FALSE;
  }
  return TRUE;
}

static char *
recover_tell (const char *path, const char *aside, const char *backup)
{
  if (backup)
    return g_strdup_printf ("the store '%s' was damaged: it was moved to '%s', and the backup '%s'"
                            " took its place; what was said since then is missing",
                            path, aside, backup);
  return g_strdup_printf (
      "the store '%s' was damaged, and there was no good backup: it was moved to"
      " '%s', and a new one was begun",
      path, aside);
}

/* Expects the file to be closed everywhere. */
static gboolean
recover_replace_file (const char *path, gint64 now, char **said, GError **error)
{
  g_autofree char *aside = one_backup_make_aside (path, "damaged", now);
  g_autofree char *ready = g_strconcat (path, ".restoring", NULL);
  g_autofree char *backup = recover_find_backup (path, ready);

  if (!recover_move_aside (path, aside, error))
    return FALSE;
  if (backup ? !recover_rename (ready, path, error) : g_unlink (path) != 0 && errno != ENOENT)
    return FALSE;
  one_recover_sync_folder (path);
  g_debug ("replaced the damaged store '%s' by %s", path, backup ? backup : "an empty one");
  *said = recover_tell (path, aside, backup);
  return TRUE;
}

OneStore *
one_recover_open (const char *path, gint64 now, char **said, GError **error)
{
  g_autoptr (GError) why = NULL;
  g_autoptr (GError) unread = NULL;
  OneFault fault = ONE_FAULT_REFUSED;
  OneStore *store = one_store_try (path, &fault, &why);

  *said = NULL;
  if (!store && fault == ONE_FAULT_DAMAGED)
    return recover_replace_file (path, now, said, error) ? one_store_open (path, error) : NULL;
  if (!store && fault == ONE_FAULT_UNWRITABLE)
    store = one_memory_fallback_open (path, why->message, &unread);
  if (!store)
    g_propagate_error (error, g_steal_pointer (&why));
  return store;
}

gboolean
one_recover_is_wanted (OneStore *store)
{
  return store->damaged && !store->fallback_reason;
}

gboolean
one_recover_replace (OneStore *store, gint64 now, char **said, GError **error)
{
  OneStore *good;

  g_return_val_if_fail (store->depth == 0, FALSE);
  *said = NULL;
  one_store_disconnect (store);
  if (!recover_replace_file (store->path, now, said, error))
    return FALSE;
  good = one_store_open (store->path, error);
  if (good)
    one_store_swap (store, good);
  return good != NULL;
}
