/* SPDX-License-Identifier: MIT */
/* One run of a named statement: open, set the parameters by name, walk the rows, end. Errors on the
 * way are kept until the end. Inner part of the store. */
#pragma once

#include <sqlite3.h>
#include "store/db/sql.h"
#include "store/db/store-private.h"
#include "store/db/store.h"

typedef struct {
  OneStore *store;    /* (borrowed) */
  sqlite3_stmt *stmt; /* (borrowed) NULL when it could not be prepared */
  int status;         /* SQLITE_OK until something goes wrong */
} OneQuery;

OneQuery one_query_open (OneStore *store, OneSql sql);
/* The text must live until the query is closed; NULL is NULL. */
void one_query_set_text (OneQuery *query, const char *name, const char *text);
void one_query_set_int (OneQuery *query, const char *name, gint64 number);
gboolean one_query_next (OneQuery *query); /* a row is there */
gint64 one_query_get_int (OneQuery *query, int column);
const char *one_query_get_text (OneQuery *query,
                                int column);          /* (transfer none) until next; never NULL */
gboolean one_query_has (OneQuery *query, int column); /* it is not NULL */
/* FALSE if anything went wrong since it was opened. */
gboolean one_query_end (OneQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* For statements without rows: all of them, and the end. */
gboolean one_query_run (OneQuery *query, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void one_query_close (OneQuery *query);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OneQuery, one_query_close)

/* Shortcuts. */
int one_query_get_changes (OneStore *store);    /* rows that the last run changed */
gint64 one_query_get_last_id (OneStore *store); /* of the last row added */
gboolean one_query_exec (OneStore *store, const char *sql,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void one_query_set_error (OneStore *store, GError **error); /* from SQLite's last complaint */
