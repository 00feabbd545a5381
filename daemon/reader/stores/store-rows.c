/* SPDX-License-Identifier: MIT */
#include "reader/stores/store-rows.h"

#include <stdarg.h>

#define MAX_TEXT (48u << 20)

OneStoreRows *
one_store_rows_new (void)
{
  OneStoreRows *rows = g_new0 (OneStoreRows, 1);

  rows->text = g_string_new (NULL);
  return rows;
}

gboolean
one_store_rows_fail (OneStoreRows *rows, const char *format, ...)
{
  va_list args;

  if (rows->why)
    return FALSE;
  va_start (args, format);
  rows->why = g_strdup_vprintf (format, args);
  va_end (args);
  return FALSE;
}

static void
fail_of (OneStoreRows *rows, int result)
{
  if (result == SQLITE_ERROR)
    one_store_rows_fail (rows, "it has a form that oned does not know");
  else
    one_store_rows_fail (rows, "it is damaged");
}

sqlite3_stmt *
one_store_rows_ask (OneStoreRows *rows, sqlite3 *database, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (database, sql, -1, &statement, NULL);

  if (result != SQLITE_OK)
    fail_of (rows, result);
  return statement;
}

gboolean
one_store_rows_next (OneStoreRows *rows, sqlite3_stmt *statement)
{
  int result;

  if (rows->text->len > MAX_TEXT)
    return one_store_rows_fail (rows, "it has more than 48 MB of events");
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    fail_of (rows, SQLITE_CORRUPT);
  return FALSE;
}

void
one_store_rows_add (OneStoreRows *rows, sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  if (text)
    g_string_append_len (rows->text, text, sqlite3_column_bytes (statement, column));
}

void
one_store_rows_free (OneStoreRows *rows)
{
  g_string_free (rows->text, TRUE);
  g_free (rows->why);
  g_free (rows);
}
