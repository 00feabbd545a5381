/* SPDX-License-Identifier: MIT */
#include "store/safety/backup-ids.h"

#include "store/db/query.h"
#include "store/db/transaction.h"

static gboolean
set_last (OneStore *copy, OneSql sql, const char *table, gint64 last, GError **error)
{
  g_auto (OneQuery) query = one_query_open (copy, sql);

  one_query_set_text (&query, ":table", table);
  one_query_set_int (&query, ":last", last);
  return one_query_run (&query, error);
}

gboolean
one_backup_ids_keep (OneStore *store, OneStore *copy, GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (copy, error);
  g_auto (OneQuery) given = one_query_open (store, ONE_SQL_GIVEN_LIST);

  while (all && one_query_next (&given)) {
    const char *table = one_query_get_text (&given, 0);
    gint64 last = one_query_get_int (&given, 1);

    if (!set_last (copy, ONE_SQL_GIVEN_ADD, table, last, error)
        || !set_last (copy, ONE_SQL_GIVEN_RAISE, table, last, error))
      return FALSE;
  }
  return all && one_query_end (&given, error) && one_transaction_commit (all, error);
}
