/* SPDX-License-Identifier: MIT */
#include "store/db/transaction.h"

#include "store/db/query.h"
#include "store/db/undo-commit.h"
#include "wire/error.h"

struct OneTransaction {
  OneStore *store; /* (borrowed) */
  guint depth;     /* 1 for the outermost */
  gboolean done;   /* committed */
};

OneTransaction *
one_transaction_new (OneStore *store, GError **error)
{
  OneTransaction *transaction;

  /* IMMEDIATE: what is read in it still holds when it writes. */
  if (!one_query_exec (store, store->depth == 0 ? "BEGIN IMMEDIATE" : "SAVEPOINT inner", error))
    return NULL;
  transaction = g_new0 (OneTransaction, 1);
  transaction->store = store;
  transaction->depth = ++store->depth;
  return transaction;
}

gboolean
one_transaction_commit (OneTransaction *transaction, GError **error)
{
  OneStore *store = transaction->store;

  g_return_val_if_fail (!transaction->done && transaction->depth == store->depth, FALSE);
  if (store->aborted) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "the store '%s' has given up this change",
                 store->path);
    return FALSE;
  }
  if (transaction->depth == 1 && !one_undo_commit (store, error))
    return FALSE;
  if (!one_query_exec (store, transaction->depth == 1 ? "COMMIT" : "RELEASE inner", error))
    return FALSE;
  transaction->done = TRUE;
  return TRUE;
}

static void
transaction_roll_back (OneTransaction *transaction)
{
  g_autoptr (GError) error = NULL;
  const char *sql = transaction->depth == 1 ? "ROLLBACK" : "ROLLBACK TO inner; RELEASE inner";

  /* A full disk or a failed write makes SQLite roll back everything by itself. */
  if (sqlite3_get_autocommit (transaction->store->db))
    return;
  if (!one_query_exec (transaction->store, sql, &error))
    g_warning ("%s", error->message);
}

void
one_transaction_free (OneTransaction *transaction)
{
  g_return_if_fail (transaction->depth == transaction->store->depth);
  if (!transaction->done)
    transaction_roll_back (transaction);
  if (--transaction->store->depth == 0) {
    transaction->store->aborted = FALSE;
    transaction->store->step = 0;
  }
  g_free (transaction);
}
