/* SPDX-License-Identifier: MIT */
#include "store/series-choices.h"

#include "store/address.h"
#include "store/db/query.h"
#include "wire/error.h"

static gboolean
series_set (OneStore *store, const char *uid, const char *address, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_SERIES_SET);

  if (!*uid) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_INVALID, "no UID given");
    return FALSE;
  }
  one_query_set_text (&query, ":uid", uid);
  one_query_set_text (&query, ":address", address);
  return one_query_run (&query, error);
}

gboolean
one_series_choices_track (OneStore *store, const char *uid, const char *address, GError **error)
{
  g_autofree char *key = one_address_parse (address, error);

  return key && series_set (store, uid, key, error);
}

gboolean
one_series_choices_ignore (OneStore *store, const char *uid, GError **error)
{
  return series_set (store, uid, "", error);
}

GHashTable *
one_series_choices_list (OneStore *store, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_SERIES_LIST);
  g_autoptr (GHashTable) list = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  while (one_query_next (&query))
    g_hash_table_insert (list, g_strdup (one_query_get_text (&query, 0)),
                         g_strdup (one_query_get_text (&query, 1)));
  return one_query_end (&query, error) ? g_steal_pointer (&list) : NULL;
}
