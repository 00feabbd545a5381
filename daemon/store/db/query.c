/* SPDX-License-Identifier: MIT */
#include "store/db/query.h"

#include "wire/error.h"

/* Notes a refused write or damage, for the engine to ask about later. A damaged index can be
 * rebuilt and says nothing about the store. */
static void
query_note_status (OneStore *store, int status)
{
  int code = status & 0xff;

  if (status != SQLITE_CORRUPT_VTAB && (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)) {
    g_debug ("the store '%s' is damaged: %s", store->path, sqlite3_errmsg (store->db));
    store->damaged = TRUE;
  }
  if (code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_READONLY
      || code == SQLITE_CANTOPEN)
    store->failed = TRUE;
}

static void
query_set_error (OneStore *store, int status, GError **error)
{
  query_note_status (store, status);
  if (status == SQLITE_AUTH && store->fallback_reason)
    g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED, "%s", store->fallback_reason);
  else
    g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "the store '%s' cannot be used: %s",
                 store->path, sqlite3_errmsg (store->db));
}

void
one_query_set_error (OneStore *store, GError **error)
{
  query_set_error (store, sqlite3_extended_errcode (store->db), error);
}

OneQuery
one_query_open (OneStore *store, OneSql sql)
{
  OneQuery query = { .store = store };
  sqlite3_stmt **stmt = &store->statements[sql];

  if (!*stmt)
    query.status = sqlite3_prepare_v3 (store->db, one_sql_get (sql), -1, SQLITE_PREPARE_PERSISTENT,
                                       stmt, NULL);
  query.stmt = *stmt;
  if (query.stmt && sqlite3_stmt_busy (query.stmt)) {
    g_critical ("statement %d is opened while it is open", sql);
    query.status = SQLITE_MISUSE;
  }
  return query;
}

static int
query_find_parameter (OneQuery *query, const char *name)
{
  int index = query->stmt ? sqlite3_bind_parameter_index (query->stmt, name) : 0;

  if (query->stmt && index == 0)
    g_critical ("no parameter '%s' in: %s", name, sqlite3_sql (query->stmt));
  return index;
}

static void
query_keep_status (OneQuery *query, int status)
{
  if (query->status == SQLITE_OK)
    query->status = status;
}

void
one_query_set_text (OneQuery *query, const char *name, const char *text)
{
  int index = query_find_parameter (query, name);

  if (index > 0)
    query_keep_status (query, sqlite3_bind_text (query->stmt, index, text, -1, SQLITE_STATIC));
}

void
one_query_set_int (OneQuery *query, const char *name, gint64 number)
{
  int index = query_find_parameter (query, name);

  if (index > 0)
    query_keep_status (query, sqlite3_bind_int64 (query->stmt, index, number));
}

gboolean
one_query_next (OneQuery *query)
{
  int status;

  if (query->status != SQLITE_OK || !query->stmt)
    return FALSE;
  if (query->store->aborted) {
    query->status = SQLITE_ABORT;
    return FALSE;
  }
  status = sqlite3_step (query->stmt);
  if (status == SQLITE_ROW)
    return TRUE;
  query->status = status == SQLITE_DONE ? SQLITE_OK : status;
  if (query->store->depth > 0 && sqlite3_get_autocommit (query->store->db))
    query->store->aborted = TRUE;
  return FALSE;
}

gint64
one_query_get_int (OneQuery *query, int column)
{
  return sqlite3_column_int64 (query->stmt, column);
}

const char *
one_query_get_text (OneQuery *query, int column)
{
  const char *text = (const char *) sqlite3_column_text (query->stmt, column);

  return text ? text : "";
}

gboolean
one_query_has (OneQuery *query, int column)
{
  return sqlite3_column_type (query->stmt, column) != SQLITE_NULL;
}

gboolean
one_query_end (OneQuery *query, GError **error)
{
  if (query->status == SQLITE_OK && query->stmt)
    return TRUE;
  if (query->status == SQLITE_ABORT && query->store->aborted)
    g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED,
                 "the store '%s' has given up the change this belongs to", query->store->path);
  else
    query_set_error (query->store, query->status, error);
  return FALSE;
}

gboolean
one_query_run (OneQuery *query, GError **error)
{
  while (one_query_next (query))
    ;
  return one_query_end (query, error);
}

void
one_query_close (OneQuery *query)
{
  if (!query->stmt)
    return;
  sqlite3_reset (query->stmt);
  sqlite3_clear_bindings (query->stmt);
  query->stmt = NULL;
}

int
one_query_get_changes (OneStore *store)
{
  return sqlite3_changes (store->db);
}

gint64
one_query_get_last_id (OneStore *store)
{
  return sqlite3_last_insert_rowid (store->db);
}

gboolean
one_query_exec (OneStore *store, const char *sql, GError **error)
{
  if (sqlite3_exec (store->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  one_query_set_error (store, error);
  return FALSE;
}
