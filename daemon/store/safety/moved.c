/* SPDX-License-Identifier: MIT */
#include "store/safety/moved.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/db/query.h"
#include "store/safety/backup.h"
#include "store/safety/memory-fallback.h"
#include "store/safety/recover.h"
#include "wire/error.h"

/* A path that cannot be looked at may still exist. */
static gboolean
moved_is_gone (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

gboolean
one_moved_is (OneStore *store)
{
  GStatBuf info;

  if (store->moved || store->inode == 0)
    return store->moved;
  if (g_stat (store->path, &info) != 0)
    return moved_is_gone (store->path);
  return info.st_ino != store->inode || info.st_dev != store->device;
}

gboolean
one_moved_is_blocked (OneStore *store)
{
  return store->moved && store->blocked;
}

static gboolean
moved_find (const char *path, ino_t *inode)
{
  GStatBuf info;
  gboolean found = g_lstat (path, &info) == 0;

  *inode = found ? info.st_ino : 0;
  return found;
}

/* SQLite would empty the index that is mapped here, for the next file's use. */
static void
moved_clear_index (OneStore *store, gboolean gone)
{
  g_autofree char *path = g_strconcat (store->path, "-shm", NULL);
  ino_t inode;

  if (moved_find (path, &inode) && (gone || inode == store->index))
    g_unlink (path);
  store->index = 0; /* another file may get the number, once this one is closed */
}

/* The log of the file that went would be taken for that of the next one. All that is in it is in a
 * copy by now; one that is not ours is kept. */
static gboolean
moved_clear_log (OneStore *store, gboolean gone, gint64 now, GError **error)
{
  g_autofree char *path = g_strconcat (store->path, "-wal", NULL);
  g_autofree char *left = one_backup_make_aside (path, "left", now);
  ino_t inode;
  gboolean found = moved_find (path, &inode);
  gboolean ours = found && inode == store->log;

  moved_clear_index (store, gone);
  store->log = 0;
  if (!found || (!ours && !gone)) /* it came with the file that lies there */
    return TRUE;
  if ((ours ? g_unlink (path) : g_rename (path, left)) == 0)
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "cannot move '%s' aside: %s", path,
               g_strerror (errno));
  return FALSE;
}

static void
moved_swap (OneStore *store, OneStore *other)
{
  one_store_swap (store, other);
  g_clear_pointer (&store->fallback_reason, g_free);
  g_clear_pointer (&store->aside, g_free);
  store->moved = store->blocked = FALSE;
}

/* Never over a file that has come meanwhile. */
static gboolean
moved_put (const char *from, const char *to, GError **error)
{
  if (link (from, to) == 0) {
    g_unlink (from);
    return TRUE;
  }
  if (errno != EEXIST && g_rename (from, to) == 0) /* no links on vfat */
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "cannot write '%s': %s", to, g_strerror (errno));
  return FALSE;
}

static gboolean
moved_write_again (OneStore *store, gint64 now, char **said, GError **error)
{
  g_autofree char *ready = g_strconcat (store->path, ".restoring", NULL);
  OneStore *again;

  if (!one_file_make_folder (store->path, error))
    return FALSE;
  g_unlink (ready);
  if (!one_backup_copy (store, ready, error) || !moved_clear_log (store, TRUE, now, error)
      || !moved_put (ready, store->path, error))
    return FALSE;
  one_recover_sync_folder (store->path);
  again = one_store_open (store->path, error);
  if (!again)
    return FALSE;
  moved_swap (store, again);
  *said = g_strdup_printf (
      "the store '%s' was deleted or moved away while oned ran: it was written"
      " again, with all that was in it; to begin anew, stop oned before you delete it",
      store->path);
  return TRUE;
}

/* An empty one would do for a new store, but may be a copy that has just begun. */
static OneStore *
moved_open_other (const char *path, GError **error)
{
  g_autoptr (OneStore) other = NULL;
  OneFile file = { 0 };

  if (!one_file_check (path, &file, error))
    return NULL;
  if (file.size == 0) {
    one_file_fail (path, "it is empty", error);
    return NULL;
  }
  other = one_store_open (path, error);
  return other && one_store_check (other, error) ? g_steal_pointer (&other) : NULL;
}

static gboolean
moved_keep_aside (OneStore *store, gint64 now, GError **error)
{
  g_autofree char *aside = NULL;

  if (store->aside)
    return TRUE;
  aside = one_backup_make_aside (store->path, "replaced", now);
  if (!one_backup_copy (store, aside, error))
    return FALSE;
  store->aside = g_steal_pointer (&aside);
  return TRUE;
}

static gboolean
moved_take_other (OneStore *store, gint64 now, char **said, GError **error)
{
  OneStore *other;

  store->blocked = FALSE;
  if (!moved_keep_aside (store, now, error) || !moved_clear_log (store, FALSE, now, error))
    return FALSE;
  other = moved_open_other (store->path, error);
  store->blocked = other == NULL;
  if (!other)
    return FALSE;
  *said = g_strdup_printf ("another store was put in the place of '%s' while oned ran, and counts"
                           " from now on; what was known before is kept as '%s', and 'onectl"
                           " restore' with that file brings it back",
                           store->path, store->aside);
  moved_swap (store, other);
  return TRUE;
}

static gboolean
moved_enter_memory (OneStore *store, const char *why, GError **error)
{
  g_autofree char *mend = NULL;

  if (store->blocked)
    mend = g_strdup_printf ("that file is moved away; what was known before is kept as '%s' too",
                            store->aside);
  return one_memory_fallback_enter (store, why, mend, error);
}

gboolean
one_moved_mend (OneStore *store, gint64 now, char **said, gboolean *replaced, GError **error)
{
  gboolean gone = moved_is_gone (store->path);
  g_autoptr (GError) why = NULL;

  g_return_val_if_fail (store->depth == 0, FALSE);
  *replaced = FALSE;
  /* Closing it must not delete by its name a log that is another's now. */
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (gone ? moved_write_again (store, now, said, &why)
           : moved_take_other (store, now, said, &why)) {
    *replaced = !gone;
    return TRUE;
  }
  store->moved = TRUE;
  g_debug ("the store '%s' is not at its path: %s", store->path, why->message);
  if (moved_enter_memory (store, why->message, error))
    g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}
