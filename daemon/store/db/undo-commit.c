/* SPDX-License-Identifier: MIT */
#include "store/db/undo-commit.h"

#include "store/db/query.h"

static gboolean
undo_commit_run (OneStore *store, OneSql sql, gint64 id, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, sql);

  one_query_set_int (&query, ":id", id);
  return one_query_run (&query, error);
}

static gboolean
undo_commit_is_empty (OneStore *store, gboolean *empty, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_STEP_IS_EMPTY);

  one_query_set_int (&query, ":id", store->step);
  while (one_query_next (&query))
    *empty = one_query_get_int (&query, 0) != 0;
  return one_query_end (&query, error);
}

gboolean
one_undo_commit (OneStore *store, GError **error)
{
  gboolean empty = FALSE;

  if (store->step == 0)
    return TRUE;
  if (!undo_commit_is_empty (store, &empty, error))
    return FALSE;
  if (empty)
    return undo_commit_run (store, ONE_SQL_STEP_DEL, store->step, error);
  return undo_commit_run (store, ONE_SQL_STEP_CLOSE, store->step, error)
         && undo_commit_run (store, ONE_SQL_STEP_PRUNE, store->step - ONE_UNDO_MAX, error);
}
