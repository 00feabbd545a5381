/* SPDX-License-Identifier: MIT */
#include "store/store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/query.h"
#include "store/schema.h"
#include "wire/error.h"

#define BUSY_MS 250
/* Up to here a look at every page costs a few milliseconds; above, only after a crash. */
#define CHECKED_BYTES (1024 * 1024)
/* Offsets in the file's header: https://www.sqlite.org/fileformat.html 1.3. */
#define HEADER_BYTES 100
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION 68
#define HEADER_MAGIC "SQLite format 3"

typedef struct {
  gint64 size;
  mode_t mode;
  gboolean crashed; /* what was written last is not in the file itself yet */
} Found;

static gboolean
store_fail (const char *path, const char *why, GError **error)
{
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "cannot open the store '%s': %s", path, why);
  return FALSE;
}

static guint32
header_get (const guint8 *header, gsize at)
{
  guint32 value;

  memcpy (&value, header + at, sizeof value);
  return GUINT32_FROM_BE (value);
}

/* Looks at the file without SQLite, which would touch it. */
static gboolean
store_check_header (const char *path, int fd, gint64 size, GError **error)
{
  guint8 header[HEADER_BYTES];
  gssize got = pread (fd, header, sizeof header, 0);

  if (got < 0)
    return store_fail (path, g_strerror (errno), error);
  if (size == 0)
    return TRUE;
  if (got < HEADER_BYTES || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    return store_fail (path, "it is damaged or no store", error);
  if (header_get (header, HEADER_USER_VERSION) > one_schema_get_version ())
    return store_fail (path, "it was written by a newer oned", error);
  if (header_get (header, HEADER_USER_VERSION) > 0
      && header_get (header, HEADER_APPLICATION) != ONE_SCHEMA_APPLICATION)
    return store_fail (path, "it is the database of another program", error);
  return TRUE;
}

static gboolean
store_check_file (const char *path, Found *found, GError **error)
{
  struct stat info, wal;
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0600);
  gboolean good;

  if (fd < 0)
    return store_fail (path, g_strerror (errno), error);
  if (fstat (fd, &info) < 0 || !S_ISREG (info.st_mode)) {
    close (fd);
    return store_fail (path, "it is not a regular file", error);
  }
  found->size = info.st_size;
  found->mode = info.st_mode;
  found->crashed = stat (log, &wal) == 0 && wal.st_size > 0;
  good = store_check_header (path, fd, info.st_size, error);
  close (fd);
  return good;
}

/* Known to be ours by now. The log takes its mode from the file. */
static gboolean
store_make_private (const char *path, const Found *found, GError **error)
{
  if ((found->mode & 077) == 0 || chmod (path, found->mode & 0700) == 0)
    return TRUE;
  return store_fail (path, g_strerror (errno), error);
}

static gboolean
store_make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "cannot make the folder '%s': %s", folder,
               g_strerror (errno));
  return FALSE;
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
store_connect (OneStore *store, GError **error)
{
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;

  if (sqlite3_open_v2 (store->path, &store->db, flags, NULL) != SQLITE_OK)
    return store_fail (store->path, sqlite3_errmsg (store->db), error);
  if (sqlite3_db_readonly (store->db, "main") == 1)
    return store_fail (store->path, "it is read-only", error);
  sqlite3_busy_timeout (store->db, BUSY_MS);
  /* Closing must not move the log of a store that is going to be refused into its file. */
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  return one_query_exec (store,
                         "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;"
                         "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -512;"
                         "PRAGMA secure_delete = ON",
                         error);
}

static gboolean
store_check_pages (OneStore *store, const Found *found, GError **error)
{
  g_autofree char *answer = NULL;

  if (found->size == 0 || (found->size > CHECKED_BYTES && !found->crashed))
    return TRUE;
  if (!store_ask (store, "PRAGMA quick_check (1)", &answer))
    return store_fail (store->path, sqlite3_errmsg (store->db), error);
  if (!g_str_equal (answer, "ok"))
    return store_fail (store->path, "it is damaged", error);
  return TRUE;
}

/* Also a version that is only in the log yet. */
static gboolean
store_check_version (OneStore *store, guint *version, GError **error)
{
  g_autofree char *answer = NULL;
  g_autofree char *tables = NULL;
  guint64 number;

  if (!store_ask (store, "PRAGMA user_version", &answer)
      || !store_ask (store, "SELECT count (*) FROM sqlite_schema", &tables))
    return store_fail (store->path, sqlite3_errmsg (store->db), error);
  number = g_ascii_strtoull (answer, NULL, 10);
  if (number > one_schema_get_version ())
    return store_fail (store->path, "it was written by a newer oned", error);
  if (number == 0 && !g_str_equal (tables, "0"))
    return store_fail (store->path, "it is the database of another program", error);
  *version = (guint) number;
  return TRUE;
}

static gboolean
store_upgrade (OneStore *store, guint version, GError **error)
{
  g_autofree char *why = NULL;

  if (version == one_schema_get_version () || one_schema_upgrade (store->db, version, &why))
    return TRUE;
  return store_fail (store->path, why, error);
}

/* After the checks: switching to WAL writes into the file. */
static gboolean
store_make_durable (OneStore *store, GError **error)
{
  g_autofree char *mode = NULL;

  if (!store_ask (store, "PRAGMA journal_mode = WAL", &mode))
    return store_fail (store->path, sqlite3_errmsg (store->db), error);
  if (!g_str_equal (mode, "wal"))
    return store_fail (store->path, "its folder allows no write-ahead log", error);
  return one_query_exec (store, "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 1048576",
                         error);
}

OneStore *
one_store_open (const char *path, GError **error)
{
  g_autoptr (OneStore) store = g_new0 (OneStore, 1);
  Found found = { 0 };
  guint version = 0;

  store->path = g_strdup (path);
  if (!store_make_folder (path, error) || !store_check_file (path, &found, error)
      || !store_connect (store, error) || !store_check_version (store, &version, error)
      || !store_check_pages (store, &found, error) || !store_make_private (path, &found, error)
      || !store_make_durable (store, error) || !store_upgrade (store, version, error))
    return NULL;
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return g_steal_pointer (&store);
}

void
one_store_close (OneStore *store)
{
  for (guint i = 0; i < ONE_N_SQL; i++)
    sqlite3_finalize (store->statements[i]);
  /* What is in the log stays good if this fails: the next one to open it goes on from there. */
  if (sqlite3_close (store->db) != SQLITE_OK)
    g_warning ("closing the store '%s': %s", store->path, sqlite3_errmsg (store->db));
  g_free (store->path);
  g_free (store);
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
