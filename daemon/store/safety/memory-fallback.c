/* SPDX-License-Identifier: MIT */
#include "store/safety/memory-fallback.h"

#include <glib/gstdio.h>

#include "store/db/query.h"
#include "wire/error.h"

/* Tables that only the user writes. The journal's table of changes is not among them: triggers on
 * other tables mention it, and without a step nothing gets into it. */
static const char *const said[] = { "touch", "note", "action", "point", "series", "step" };

static int
memory_fallback_authorize (gpointer data, int what, const char *table, const char *column,
                           const char *db, const char *trigger)
{
  if (what != SQLITE_INSERT && what != SQLITE_UPDATE && what != SQLITE_DELETE)
    return SQLITE_OK;
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (g_strcmp0 (db, "main") == 0 && g_str_equal (table, said[i]))
      return SQLITE_DENY;
  return SQLITE_OK;
}

const char *
one_memory_fallback_find_reason (OneStore *store)
{
  return store->fallback_reason;
}

gboolean
one_memory_fallback_is_wanted (OneStore *store)
{
  return store->failed && !store->fallback_reason;
}

static guint64
memory_fallback_stamp_file (const char *path)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return 0;
  return (guint64) info.st_ino * 31 + (guint64) info.st_size * 37
         + (guint64) info.st_mtim.tv_sec * 1000003 + (guint64) info.st_mtim.tv_nsec;
}

/* Changes when somebody else writes to the file. */
static guint64
memory_fallback_stamp (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  return memory_fallback_stamp_file (path) * 41 + memory_fallback_stamp_file (log);
}

/* All pages at once, in one transaction of `to`. */
static gboolean
memory_fallback_copy (sqlite3 *from, sqlite3 *to)
{
  sqlite3_backup *copy = sqlite3_backup_init (to, "main", from, "main");

  if (!copy)
    return FALSE;
  sqlite3_backup_step (copy, -1);
  return sqlite3_backup_finish (copy) == SQLITE_OK;
}

/* Reads a log that was left behind with its index; without a log, nothing beside the file has to be
 * written. */
static char *
memory_fallback_make_uri (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *escaped = g_uri_escape_string (path, "/", TRUE);
  GStatBuf info;
  gboolean logged = g_stat (log, &info) == 0 && info.st_size > 0;

  return g_strconcat ("file:", escaped, "?mode=ro", logged ? "" : "&immutable=1", NULL);
}

static gboolean
memory_fallback_fail (const char *path, sqlite3 *db, GError **error)
{
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "cannot read the store '%s': %s", path,
               sqlite3_errmsg (db));
  return FALSE;
}

/* A file that is not there is an empty one. */
static gboolean
memory_fallback_load (const char *path, sqlite3 *memory, GError **error)
{
  g_autofree char *uri = memory_fallback_make_uri (path);
  sqlite3 *disk = NULL;
  int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
  gboolean good;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  good =
      sqlite3_open_v2 (uri, &disk, flags, NULL) == SQLITE_OK && memory_fallback_copy (disk, memory);
  if (!good)
    memory_fallback_fail (path, disk, error);
  sqlite3_close (disk);
  return good;
}

static OneStore *
memory_fallback_new (const char *path, const char *why, const char *until, GError **error)
{
  g_autoptr (OneStore) store = g_new0 (OneStore, 1);

  store->path = g_strdup (path);
  store->fallback_reason =
      g_strdup_printf ("%s; reminders still come, but nothing can be kept until %s", why,
                       until ? until : "it can be written: make it writable, or free some space");
  if (sqlite3_open (":memory:", &store->db) == SQLITE_OK)
    return g_steal_pointer (&store);
  memory_fallback_fail (path, store->db, error);
  return NULL;
}

static gboolean
memory_fallback_begin (OneStore *store, GError **error)
{
  OneFault fault;

  if (!one_store_adopt (store, &fault, error))
    return FALSE;
  sqlite3_set_authorizer (store->db, memory_fallback_authorize, NULL);
  store->changes_at_fallback = one_store_get_changes (store);
  store->stamp = memory_fallback_stamp (store->path);
  return TRUE;
}

OneStore *
one_memory_fallback_open (const char *path, const char *why, GError **error)
{
  g_autoptr (OneStore) store = memory_fallback_new (path, why, NULL, error);

  if (!store || !memory_fallback_load (path, store->db, error)
      || !memory_fallback_begin (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

gboolean
one_memory_fallback_enter (OneStore *store, const char *why, const char *until, GError **error)
{
  g_autoptr (OneStore) memory = NULL;

  g_return_val_if_fail (store->depth == 0, FALSE);
  if (store->fallback_reason)
    return TRUE;
  memory = memory_fallback_new (store->path, why, until, error);
  if (!memory)
    return FALSE;
  if (!memory_fallback_copy (store->db, memory->db))
    return memory_fallback_fail (store->path, store->db, error);
  if (!memory_fallback_begin (memory, error))
    return FALSE;
  store->fallback_reason = g_steal_pointer (&memory->fallback_reason);
  store->changes_at_fallback = memory->changes_at_fallback;
  one_store_swap (store, g_steal_pointer (&memory));
  g_debug ("the store '%s' goes on in memory: %s", store->path, why);
  store->stamp = memory_fallback_stamp (store->path);
  return TRUE;
}

/* Tries a write: that a store can be opened says little about room on the disk. */
static gboolean
memory_fallback_can_write (OneStore *disk, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("BEGIN IMMEDIATE; PRAGMA user_version = %u; COMMIT",
                                          one_store_get_version ());

  return one_query_exec (disk, sql, error);
}

gboolean
one_memory_fallback_leave (OneStore *store, GError **error)
{
  gboolean gone = !g_file_test (store->path, G_FILE_TEST_EXISTS);
  gboolean untouched = memory_fallback_stamp (store->path) == store->stamp;
  gboolean written =
      store->fallback_reason && one_store_get_changes (store) != store->changes_at_fallback;
  g_autoptr (OneStore) disk = NULL;

  g_return_val_if_fail (store->depth == 0, FALSE);
  if (!store->fallback_reason)
    return TRUE;
  disk = one_store_open (store->path, error);
  if (!disk || !memory_fallback_can_write (disk, error))
    return FALSE;
  if ((gone || (untouched && written)) && !memory_fallback_copy (store->db, disk->db)) {
    one_query_set_error (disk, error);
    return FALSE;
  }
  one_store_swap (store, g_steal_pointer (&disk));
  g_debug ("the store '%s' is on the disk again%s", store->path,
           untouched ? "" : "; its file was changed meanwhile and counts");
  g_clear_pointer (&store->fallback_reason, g_free);
  return TRUE;
}
