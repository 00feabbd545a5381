/* SPDX-License-Identifier: MIT */
#include "store/safety/beside.h"

#include "store/db/query.h"
#include "store/safety/backup.h"

/* How long it waits for another program that looks after the log. */
#define BUSY_MS 10000

/* Only reads. Closing it leaves the log alone, which may belong to another file by then. */
static OneStore *
beside_open (const char *path, GError **error)
{
  g_autoptr (OneStore) beside = g_new0 (OneStore, 1);

  beside->path = g_strdup (path);
  if (sqlite3_open_v2 (path, &beside->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL)
      != SQLITE_OK) {
    one_query_set_error (beside, error);
    return NULL;
  }
  sqlite3_busy_timeout (beside->db, BUSY_MS);
  sqlite3_db_config (beside->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  return g_steal_pointer (&beside);
}

gboolean
one_beside_write (const char *path, int fd, GError **error)
{
  g_autoptr (OneStore) beside = beside_open (path, error);

  return beside && one_backup_write (beside, fd, error);
}
