/* SPDX-License-Identifier: MIT */
#include "store/safety/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/db/query.h"
#include "store/db/schema.h"
#include "store/safety/backup-ids.h"
#include "wire/error.h"

#define FOLDER "backups"
#define PREFIX "oned-"
#define SUFFIX ".db"
#define PART_BYTES 65536
/* A century of notes is far below; a file that never ends stops here. */
#define RESTORED_BYTES_MAX ((gint64) 1 << 30)

static gboolean
backup_fail (const char *what, const char *path, GError **error)
{
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "cannot %s '%s': %s", what, path,
               g_strerror (errno));
  return FALSE;
}

static char *
backup_make_folder_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, FOLDER, NULL);
}

static int
backup_compare (gconstpointer a, gconstpointer b)
{
  return -strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
one_backup_list (const char *path)
{
  g_autofree char *folder = backup_make_folder_path (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_prefix (name, PREFIX) && g_str_has_suffix (name, SUFFIX))
      g_ptr_array_add (found, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (found, backup_compare);
  return found;
}

char *
one_backup_make_aside (const char *path, const char *what, gint64 now)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (now);
  g_autofree char *stamp = when ? g_date_time_format (when, "%Y%m%dT%H%M%SZ") : g_strdup ("0");
  char *aside = g_strdup_printf ("%s.%s-%s", path, what, stamp);

  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++) {
    g_free (aside);
    aside = g_strdup_printf ("%s.%s-%s-%u", path, what, stamp, i);
  }
  return aside;
}

gboolean
one_backup_copy (OneStore *store, const char *to, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_COPY);
  gboolean good;
  int fd;

  one_query_set_text (&query, ":to", to);
  if (!one_query_run (&query, error)) {
    g_unlink (to);
    return FALSE;
  }
  fd = g_open (to, O_RDONLY | O_CLOEXEC, 0);
  good = fd >= 0 && fchmod (fd, 0600) == 0 && fsync (fd) == 0;
  if (!good)
    backup_fail ("write", to, error);
  if (fd >= 0)
    close (fd);
  return good;
}

static gint64
backup_get_time (const char *path, const char *ending)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);
  GStatBuf info;

  if (g_stat (name, &info) != 0)
    return 0;
  return (gint64) info.st_mtim.tv_sec * G_USEC_PER_SEC + info.st_mtim.tv_nsec / 1000;
}

/* TRUE if something was written since the newest copy, going by the files' times. */
static gboolean
backup_is_due (const char *path, const GPtrArray *copies, const char *today)
{
  gint64 made;

  if (copies->len == 0)
    return TRUE;
  if (strcmp (today, copies->pdata[0]) <= 0)
    return FALSE;
  made = backup_get_time (copies->pdata[0], "");
  return backup_get_time (path, "") >= made || backup_get_time (path, "-wal") >= made;
}

/* `copies` does not hold the one that was just made. */
static void
backup_forget_old (const GPtrArray *copies)
{
  for (guint i = ONE_BACKUP_KEPT - 1; i < copies->len; i++)
    if (g_unlink (copies->pdata[i]) != 0)
      g_debug ("removing '%s': %s", (char *) copies->pdata[i], g_strerror (errno));
}

gboolean
one_backup_make_daily (OneStore *store, gint64 now, GError **error)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (now);
  g_autofree char *folder = backup_make_folder_path (store->path);
  g_autofree char *name = when ? g_date_time_format (when, PREFIX "%Y-%m-%d" SUFFIX) : NULL;
  g_autofree char *today = name ? g_build_filename (folder, name, NULL) : NULL;
  g_autofree char *part = g_strconcat (folder, "/part", NULL);
  g_autoptr (GPtrArray) copies = one_backup_list (store->path);

  if (store->fallback_reason || !today || !backup_is_due (store->path, copies, today))
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return backup_fail ("make the folder", folder, error);
  g_unlink (part); /* of one that was cut short */
  if (!one_backup_copy (store, part, error))
    return FALSE;
  if (g_rename (part, today) != 0)
    return backup_fail ("write", today, error);
  g_debug ("made the backup '%s'", today);
  backup_forget_old (copies);
  return TRUE;
}

/* `limit` bytes at most. */
static gboolean
backup_pour (int from, int to, gint64 limit, GError **error)
{
  g_autofree char *part = g_malloc (PART_BYTES);
  gint64 total = 0;
  gssize got;

  while ((got = TEMP_FAILURE_RETRY (read (from, part, PART_BYTES))) > 0) {
    total += got;
    if (total > limit)
      errno = EFBIG;
    if (total > limit || TEMP_FAILURE_RETRY (write (to, part, (gsize) got)) != got)
      return backup_fail ("write", "the copy", error);
  }
  return got == 0 || backup_fail ("read", "the copy", error);
}

/* A pipe would be waited for, for as long as its other end likes, and a device need not have an
 * end. What has something in it could be anything, our own database among it. */
static gboolean
backup_check_file (int fd, gboolean is_new, GError **error)
{
  struct stat info;

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode)) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID,
                         "a backup is a file: no pipe, no device");
    return FALSE;
  }
  if (!is_new || info.st_size == 0)
    return TRUE;
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_REFUSED,
                       "the file for the backup has something in it already");
  return FALSE;
}

gboolean
one_backup_write (OneStore *store, int fd, GError **error)
{
  g_autofree char *part = g_strconcat (store->path, ".copying", NULL);
  gboolean good;
  int copy;

  if (!backup_check_file (fd, TRUE, error))
    return FALSE;
  g_unlink (part);
  if (!one_backup_copy (store, part, error))
    return FALSE;
  copy = g_open (part, O_RDONLY | O_CLOEXEC, 0);
  good = copy >= 0 ? backup_pour (copy, fd, RESTORED_BYTES_MAX, error)
                   : backup_fail ("read", part, error);
  if (copy >= 0)
    close (copy);
  g_unlink (part);
  return good;
}

/* Copies the file that was handed in to a file of ours. */
static gboolean
backup_take (int from, const char *path, GError **error)
{
  gboolean good;
  int to;

  g_unlink (path);
  to = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (to < 0)
    return backup_fail ("write", path, error);
  good = backup_pour (from, to, RESTORED_BYTES_MAX, error);
  if (close (to) != 0 && good)
    return backup_fail ("write", path, error);
  return good;
}

/* An empty database would do for a new store, but there is nothing in it to be restored. */
static gboolean
backup_check_kind (const char *path, GError **error)
{
  OneFile file = { 0 };
  g_autoptr (GError) why = NULL;

  if (!one_file_check (path, &file, &why) && file.fault == ONE_FAULT_REFUSED
      && file.version > one_schema_get_version ()) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_REFUSED,
                         "this backup was written by a newer oned");
    return FALSE;
  }
  if (!why && file.version > 0)
    return TRUE;
  g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID, "this is no backup of oned");
  return FALSE;
}

/* Opens a copy, checked to the last page and brought up to date. */
static OneStore *
backup_open (const char *path, GError **error)
{
  g_autoptr (OneStore) copy = NULL;
  g_autoptr (GError) why = NULL;

  if (!backup_check_kind (path, error))
    return NULL;
  copy = one_store_open (path, &why);
  if (copy && one_store_check (copy, &why))
    return g_steal_pointer (&copy);
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "this backup is damaged: %s", why->message);
  return NULL;
}

static gboolean
backup_put (OneStore *store, OneStore *copy, GError **error)
{
  sqlite3_backup *pages = sqlite3_backup_init (store->db, "main", copy->db, "main");

  if (pages)
    sqlite3_backup_step (pages, -1);
  if (pages && sqlite3_backup_finish (pages) == SQLITE_OK)
    return TRUE;
  one_query_set_error (store, error);
  return FALSE;
}

char *
one_backup_restore (OneStore *store, int fd, gint64 now, GError **error)
{
  g_autofree char *path = g_strconcat (store->path, ".restoring", NULL);
  g_autofree char *aside = one_backup_make_aside (store->path, "before-restore", now);
  g_autoptr (OneStore) copy = NULL;
  gboolean good;

  g_return_val_if_fail (store->depth == 0, NULL);
  if (store->fallback_reason) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED, "%s", store->fallback_reason);
    return NULL;
  }
  good = backup_check_file (fd, FALSE, error) && backup_take (fd, path, error)
         && (copy = backup_open (path, error)) != NULL && one_backup_ids_keep (store, copy, error)
         && one_backup_copy (store, aside, error) && backup_put (store, copy, error);
  g_clear_pointer (&copy, one_store_close);
  g_unlink (path);
  return good ? g_steal_pointer (&aside) : NULL;
}
