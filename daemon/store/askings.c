/* SPDX-License-Identifier: MIT */
#include "store/askings.h"

#include "store/db/query.h"
#include "store/sent.h"

static OneAsking *
asking_read (OneQuery *query)
{
  OneAsking *asking = one_asking_new (one_query_get_int (query, 0));

  asking->state = one_sent_parse_state (one_query_get_text (query, 1));
  asking->at = one_query_get_int (query, 2);
  asking->until = one_query_get_int (query, 3);
  g_free (asking->server);
  asking->server = g_strdup (one_query_get_text (query, 4));
  asking->notification_id = (guint32) one_query_get_int (query, 5);
  asking->look = (guint32) one_query_get_int (query, 6);
  return asking;
}

gboolean
one_askings_set (OneStore *store, const OneAsking *asking, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_ASKING_SET);

  one_query_set_int (&query, ":point", asking->point);
  one_query_set_text (&query, ":state", one_sent_format_state (asking->state));
  one_query_set_int (&query, ":at", asking->at);
  one_query_set_int (&query, ":until", asking->until);
  one_query_set_text (&query, ":server", asking->server);
  one_query_set_int (&query, ":shown", asking->notification_id);
  one_query_set_int (&query, ":look", asking->look);
  return one_query_run (&query, error);
}

OneAsking *
one_askings_find (OneStore *store, gint64 point, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_ASKING_GET);
  g_autoptr (OneAsking) asking = NULL;

  one_query_set_int (&query, ":point", point);
  if (one_query_next (&query))
    asking = asking_read (&query);
  return one_query_end (&query, error) ? g_steal_pointer (&asking) : NULL;
}

GPtrArray *
one_askings_list (OneStore *store, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_ASKING_LIST);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_asking_free);

  while (one_query_next (&query))
    g_ptr_array_add (list, asking_read (&query));
  return one_query_end (&query, error) ? g_steal_pointer (&list) : NULL;
}

gboolean
one_askings_del (OneStore *store, gint64 point, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_ASKING_DEL);

  one_query_set_int (&query, ":point", point);
  return one_query_run (&query, error);
}
