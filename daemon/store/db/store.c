/* SPDX-License-Identifier: MIT */
#include "store/db/store.h"

#include <glib/gstdio.h>

#include "store/db/schema.h"
#include "store/db/store-private.h"
#include "wire/error.h"

#define BUSY_MS 250
/* Up to this size checking every row costs a quarter of a millisecond. Larger files are checked
 * only after a crash: damage shows when it is read, and the daily copy reads everything. */
#define CHECKED_BYTES (192 * 1024)

/* Sets SQLite's error. */
static gboolean
store_fail_sqlite (OneStore *store, OneFile *file, GError **error)
{
  int code = sqlite3_errcode (store->db) & 0xff;

  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    file->fault = ONE_FAULT_DAMAGED;
  if (code == SQLITE_BUSY || code == SQLITE_LOCKED || code == SQLITE_NOMEM)
    file->fault = ONE_FAULT_REFUSED;
  return one_file_fail (store->path, sqlite3_errmsg (store->db), error);
}

/* The first value of a statement that has one row; FALSE if there is none. */
static gboolean
store_ask (OneStore *store, const char *sql, char **answer)
{
  sqlite3_stmt *stmt = NULL;
  gboolean good = sqlite3_prepare_v2 (store->db, sql, -1, &stmt, NULL) == SQLITE_OK
                  && sqlite3_step (stmt) == SQLITE_ROW;

  *answer = good ? g_strdup ((const char *) sqlite3_column_text (stmt, 0)) : NULL;
  sqlite3_finalize (stmt);
  return *answer != NULL;
}

static gboolean
store_set_up (OneStore *store, OneFile *file, GError **error)
{
  static const char pragmas[] = "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;"
                                "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -512;"
                                "PRAGMA secure_delete = ON";

  sqlite3_busy_timeout (store->db, BUSY_MS);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  if (sqlite3_exec (store->db, pragmas, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  return store_fail_sqlite (store, file, error);
}

static gboolean
store_connect (OneStore *store, OneFile *file, GError **error)
{
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

  if (sqlite3_open_v2 (store->path, &store->db, flags, NULL) != SQLITE_OK)
    return store_fail_sqlite (store, file, error);
  if (sqlite3_db_readonly (store->db, "main") == 1)
    return one_file_fail (store->path, "it is read-only", error);
  /* Closing must not move the log of a store that is going to be refused into its file. */
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  return store_set_up (store, file, error);
}

static gboolean
store_check_pages (OneStore *store, OneFile *file, GError **error)
{
  g_autofree char *answer = NULL;

  if (!store_ask (store, "PRAGMA quick_check (1)", &answer))
    return store_fail_sqlite (store, file, error);
  if (!g_str_equal (answer, "ok"))
    return one_file_fail_damaged (store->path, "it is damaged", file, error);
  return TRUE;
}

/* Sees a version that is only in the log, too. */
static gboolean
store_check_version (OneStore *store, OneFile *file, GError **error)
{
  g_autofree char *answer = NULL;
  g_autofree char *tables = NULL;
  guint64 number;

  if (!store_ask (store, "PRAGMA user_version", &answer)
      || !store_ask (store, "SELECT count (*) FROM sqlite_schema", &tables))
    return store_fail_sqlite (store, file, error);
  number = g_ascii_strtoull (answer, NULL, 10);
  if (number > one_schema_get_version ())
    return one_file_refuse (store->path, "it was written by a newer oned", file, error);
  if (number == 0 && !g_str_equal (tables, "0"))
    return one_file_refuse (store->path, "it is the database of another program", file, error);
  file->version = (guint) number;
  return TRUE;
}

static gboolean
store_upgrade (OneStore *store, OneFile *file, GError **error)
{
  g_autofree char *why = NULL;

  if (file->version == one_schema_get_version ())
    return TRUE;
  g_debug ("migrating the store '%s' from version %u to %u", store->path, file->version,
           one_schema_get_version ());
  if (one_schema_upgrade (store->db, file->version, &why))
    return TRUE;
  if ((sqlite3_errcode (store->db) & 0xff) == SQLITE_CORRUPT)
    file->fault = ONE_FAULT_DAMAGED;
  return one_file_fail (store->path, why, error);
}

/* After the checks: switching to WAL writes into the file. The log and its index of a copy, which
 * had none, come with the first reading only. */
static gboolean
store_make_durable (OneStore *store, OneFile *file, GError **error)
{
  static const char pragmas[] = "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 1048576";
  g_autofree char *mode = NULL;
  g_autofree char *version = NULL;

  if (!store_ask (store, "PRAGMA journal_mode = WAL", &mode))
    return store_fail_sqlite (store, file, error);
  if (!g_str_equal (mode, "wal"))
    return one_file_fail (store->path, "its folder allows no write-ahead log", error);
  if (sqlite3_exec (store->db, pragmas, NULL, NULL, NULL) == SQLITE_OK
      && store_ask (store, "PRAGMA user_version", &version))
    return TRUE;
  return store_fail_sqlite (store, file, error);
}

static gboolean
store_check (OneStore *store, OneFile *file, GError **error)
{
  if (!store_check_version (store, file, error))
    return FALSE;
  if (file->size == 0 || (file->size > CHECKED_BYTES && !file->crashed))
    return TRUE;
  return store_check_pages (store, file, error);
}

static gboolean
store_begin (OneStore *store, OneFile *file, GError **error)
{
  return one_file_make_folder (store->path, error) && one_file_check (store->path, file, error)
         && store_connect (store, file, error) && store_check (store, file, error)
         && one_file_make_private (store->path, file, error)
         && store_make_durable (store, file, error) && store_upgrade (store, file, error);
}

static ino_t
store_get_inode (const char *path, const char *ending)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);
  GStatBuf info;

  return g_stat (name, &info) == 0 ? info.st_ino : 0;
}

/* To be told from what may lie at their paths later. */
static void
store_remember_files (OneStore *store, const OneFile *file)
{
  store->device = file->device;
  store->inode = file->inode;
  store->log = store_get_inode (store->path, "-wal");
  store->index = store_get_inode (store->path, "-shm");
}

OneStore *
one_store_try (const char *path, OneFault *fault, GError **error)
{
  g_autoptr (OneStore) store = g_new0 (OneStore, 1);
  OneFile file = { .fault = ONE_FAULT_UNWRITABLE };

  store->path = g_strdup (path);
  if (!store_begin (store, &file, error)) {
    *fault = file.fault;
    return NULL;
  }
  store_remember_files (store, &file);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  g_debug ("opened the store '%s' of %" G_GINT64_FORMAT " bytes%s", path, file.size,
           file.crashed ? ", with a log left behind" : "");
  return g_steal_pointer (&store);
}

OneStore *
one_store_open (const char *path, GError **error)
{
  OneFault fault;

  return one_store_try (path, &fault, error);
}

gboolean
one_store_check (OneStore *store, GError **error)
{
  OneFile file = { 0 };

  return store_check_pages (store, &file, error);
}

gboolean
one_store_adopt (OneStore *store, OneFault *fault, GError **error)
{
  OneFile file = { .size = 1, .crashed = TRUE, .fault = ONE_FAULT_UNWRITABLE };
  gboolean good = store_set_up (store, &file, error) && store_check (store, &file, error)
                  && store_upgrade (store, &file, error);

  *fault = file.fault;
  return good;
}

static void
store_forget_statements (OneStore *store)
{
  for (guint i = 0; i < ONE_N_SQL; i++)
    g_clear_pointer (&store->statements[i], sqlite3_finalize);
}

void
one_store_disconnect (OneStore *store)
{
  store_forget_statements (store);
  /* The log stays valid if this fails: the next one to open it goes on from there. */
  if (sqlite3_close (store->db) != SQLITE_OK)
    g_warning ("closing the store '%s': %s", store->path, sqlite3_errmsg (store->db));
  store->db = NULL;
}

void
one_store_close (OneStore *store)
{
  one_store_disconnect (store);
  g_free (store->aside);
  g_free (store->fallback_reason);
  g_free (store->path);
  g_free (store);
}

/* Whoever asks once in a while asks the same again: to prepare what a changed calendar needs costs
 * more than to ask it. */
void
one_store_trim (OneStore *store)
{
  for (guint i = 0; i < ONE_N_SQL; i++)
    if (store->statements[i]
        && sqlite3_stmt_status (store->statements[i], SQLITE_STMTSTATUS_RUN, TRUE) == 0)
      g_clear_pointer (&store->statements[i], sqlite3_finalize);
  sqlite3_db_release_memory (store->db);
}

void
one_store_swap (OneStore *store, OneStore *other)
{
  one_store_disconnect (store);
  store->db = g_steal_pointer (&other->db);
  store->failed = store->damaged = FALSE;
  if (other->inode != 0) { /* one in memory stands for the file that it was copied from */
    store->device = other->device;
    store->inode = other->inode;
    store->log = other->log;
    store->index = other->index;
  }
  one_store_close (other);
}

guint
one_store_get_version (void)
{
  return one_schema_get_version ();
}

guint64
one_store_get_changes (OneStore *store)
{
  return (guint64) sqlite3_total_changes64 (store->db);
}
