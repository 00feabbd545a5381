/* SPDX-License-Identifier: MIT */
#include "store/db/undo.h"

#include "store/db/query.h"
#include "store/db/transaction.h"
#include "wire/error.h"

/* How to take back each kind of change, in that order. */
typedef struct {
  const char *what;
  guint count;
  OneSql sql[3];
} Inverse;

static const Inverse inverses[] = {
  { "person+", 1, { ONE_SQL_PUT_PERSON } },
  { "address+", 1, { ONE_SQL_PUT_ADDRESS } },
  { "address-", 1, { ONE_SQL_TAKE_ADDRESS } },
  { "meeting+", 1, { ONE_SQL_PUT_MEETING } },
  /* Together with oned's own rows of that meeting. */
  { "meeting-", 3, { ONE_SQL_TAKE_SENT, ONE_SQL_TAKE_PROPOSAL, ONE_SQL_TAKE_MEETING } },
  { "touch+", 1, { ONE_SQL_PUT_TOUCH } },
  { "touch-", 1, { ONE_SQL_TAKE_TOUCH } },
  { "note+", 1, { ONE_SQL_PUT_NOTE } },
  { "note-", 1, { ONE_SQL_TAKE_NOTE } },
  { "action+", 1, { ONE_SQL_PUT_ACTION } },
  { "action-", 1, { ONE_SQL_TAKE_ACTION } },
  { "point+", 1, { ONE_SQL_PUT_POINT } },
  { "point-", 1, { ONE_SQL_TAKE_POINT } },
  { "series+", 1, { ONE_SQL_PUT_SERIES } },
  { "series-", 1, { ONE_SQL_TAKE_SERIES } },
};

gboolean
one_undo_begin (OneStore *store, const char *what, gint64 at, GError **error)
{
  g_auto (OneQuery) query = { 0 };

  g_return_val_if_fail (store->depth > 0, FALSE);
  if (store->step != 0)
    return TRUE;
  query = one_query_open (store, ONE_SQL_STEP_OPEN);
  one_query_set_text (&query, ":what", what);
  one_query_set_int (&query, ":at", at);
  if (!one_query_run (&query, error))
    return FALSE;
  store->step = one_query_get_last_id (store);
  return TRUE;
}

static gboolean
undo_run (OneStore *store, OneSql sql, const char *name, gint64 id, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, sql);

  one_query_set_int (&query, name, id);
  return one_query_run (&query, error);
}

static gboolean
undo_change (OneStore *store, gint64 change, const char *what, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (inverses); i++) {
    const Inverse *inverse = &inverses[i];

    if (!g_str_equal (inverse->what, what))
      continue;
    for (guint j = 0; j < inverse->count; j++)
      if (!undo_run (store, inverse->sql[j], ":change", change, error))
        return FALSE;
    return TRUE;
  }
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "'%s' in the journal is not known", what);
  return FALSE;
}

static gboolean
undo_step (OneStore *store, gint64 step, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_CHANGE_LIST);

  one_query_set_int (&query, ":id", step);
  while (one_query_next (&query))
    if (!undo_change (store, one_query_get_int (&query, 0), one_query_get_text (&query, 1), error))
      return FALSE;
  return one_query_end (&query, error);
}

/* `step` is 0 when there is none. */
static gboolean
undo_find_last (OneStore *store, gint64 *step, char **what, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_STEP_LAST);

  *step = 0;
  if (one_query_next (&query)) {
    *step = one_query_get_int (&query, 0);
    *what = g_strdup (one_query_get_text (&query, 1));
  }
  return one_query_end (&query, error);
}

char *
one_undo_take_back (OneStore *store, GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (store, error);
  g_autofree char *what = NULL;
  gint64 step;

  g_return_val_if_fail (store->step == 0, NULL);
  if (!all || !undo_find_last (store, &step, &what, error))
    return NULL;
  if (step == 0) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_REFUSED, "nothing to take back");
    return NULL;
  }
  if (!undo_step (store, step, error) || !undo_run (store, ONE_SQL_STEP_DEL, ":id", step, error)
      || !one_transaction_commit (all, error))
    return NULL;
  return g_steal_pointer (&what);
}
