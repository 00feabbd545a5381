/* SPDX-License-Identifier: MIT */
#include "store/meta.h"

#include "store/db/query.h"
#include "wire/error.h"

char *
one_meta_find (OneStore *store, const char *key, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_META_GET);
  g_autofree char *value = NULL;

  one_query_set_text (&query, ":key", key);
  if (one_query_next (&query))
    value = g_strdup (one_query_get_text (&query, 0));
  return one_query_end (&query, error) ? g_steal_pointer (&value) : NULL;
}

gboolean
one_meta_set (OneStore *store, const char *key, const char *value, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_META_SET);

  one_query_set_text (&query, ":key", key);
  one_query_set_text (&query, ":value", value);
  return one_query_run (&query, error);
}

gboolean
one_meta_get_int (OneStore *store, const char *key, gint64 fallback, gint64 *value, GError **error)
{
  g_autoptr (GError) inner = NULL;
  g_autofree char *text = one_meta_find (store, key, &inner);

  if (inner) {
    g_propagate_error (error, g_steal_pointer (&inner));
    return FALSE;
  }
  *value = fallback;
  if (!text || g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, value, NULL))
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED, "'%s' of the store is not a number: '%s'", key,
               text);
  return FALSE;
}

gboolean
one_meta_set_int (OneStore *store, const char *key, gint64 value, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  return one_meta_set (store, key, text, error);
}
