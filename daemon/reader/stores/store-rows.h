/* SPDX-License-Identifier: MIT */
/* Shared by the kinds of stores: asking a database for rows, and the iCalendar text that is made of
 * them. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

typedef struct {
  GString *text;       /* (owned) iCalendar so far */
  guint events;        /* VEVENTs in it */
  gboolean is_lacking; /* some rows were left out, as they were too much or made no sense */
  char *why;           /* (owned) why there is nothing, one clause; NULL while all is well */
} OneStoreRows;

OneStoreRows *one_store_rows_new (void);

/* NULL, with `why` set, if the database has no such tables or columns. (transfer full:
 * sqlite3_finalize) */
sqlite3_stmt *one_store_rows_ask (OneStoreRows *rows, sqlite3 *database, const char *sql);

/* FALSE at the end, and, with `why` set, if the database is damaged or the text has grown too long.
 */
gboolean one_store_rows_next (OneStoreRows *rows, sqlite3_stmt *statement);

/* Says why there is nothing, unless something was said before. Returns FALSE. */
gboolean one_store_rows_fail (OneStoreRows *rows, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Appends the text of a column, as it is. */
void one_store_rows_add (OneStoreRows *rows, sqlite3_stmt *statement, int column);

void one_store_rows_free (OneStoreRows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneStoreRows, one_store_rows_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)
