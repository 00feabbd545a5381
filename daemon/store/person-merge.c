/* SPDX-License-Identifier: MIT */
#include "store/person-merge.h"

#include "store/db/query.h"
#include "store/db/transaction.h"
#include "store/people.h"
#include "wire/error.h"

/* The rows that belong to a person. */
static const OneSql moves[] = {
  ONE_SQL_ADDRESS_MERGE,
  ONE_SQL_MEETING_MERGE,
  ONE_SQL_ACTION_MERGE,
  ONE_SQL_POINT_MERGE,
};

static gboolean
person_merge_move (OneStore *store, gint64 id, gint64 from, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++) {
    g_auto (OneQuery) query = one_query_open (store, moves[i]);

    one_query_set_int (&query, ":id", id);
    one_query_set_int (&query, ":from", from);
    if (!one_query_run (&query, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
person_merge_delete (OneStore *store, gint64 id, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PERSON_DEL);

  one_query_set_int (&query, ":id", id);
  return one_query_run (&query, error);
}

static gboolean
person_merge_take_over (OneStore *store, gint64 id, gint64 from, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PERSON_TAKE_OVER);

  one_query_set_int (&query, ":id", id);
  one_query_set_int (&query, ":from", from);
  return one_query_run (&query, error);
}

gboolean
one_person_merge (OneStore *store, gint64 id, gint64 from, GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (store, error);
  g_autoptr (OnePerson) stays = all ? one_people_get (store, id, error) : NULL;
  g_autoptr (OnePerson) goes = stays ? one_people_get (store, from, error) : NULL;

  if (!goes)
    return FALSE;
  if (id == from) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "'%s' cannot be merged with itself",
                 stays->name);
    return FALSE;
  }
  return person_merge_take_over (store, id, from, error)
         && person_merge_move (store, id, from, error) && person_merge_delete (store, from, error)
         && one_transaction_commit (all, error);
}
