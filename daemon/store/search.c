/* SPDX-License-Identifier: MIT */
#include "store/search.h"

#include "store/db/query.h"
#include "store/db/transaction.h"
#include "wire/error.h"

/* Ignores extra words: each costs one walk of the index. */
#define WORDS_MAX 16

void
one_hit_free (OneHit *hit)
{
  g_free (hit->category);
  g_free (hit->text);
  g_free (hit);
}

/* A word of the index is a run of letters, marks and digits. Nothing else is passed on, so FTS5
 * finds none of its own signs (https://www.sqlite.org/fts5.html 3.1). */
static gboolean
search_is_sign (gunichar c)
{
  return !g_unichar_isalnum (c) && !g_unichar_ismark (c);
}

static const char *
search_skip (const char *text, gboolean signs)
{
  while (*text && search_is_sign (g_utf8_get_char (text)) == signs)
    text = g_utf8_next_char (text);
  return text;
}

/* `"over" * "due" *` for "over-due"; "" when there is no word in it. */
static char *
search_quote (const char *words)
{
  GString *quoted = g_string_new (NULL);
  const char *word = search_skip (words, TRUE);

  for (guint n = 0; *word && n < WORDS_MAX; n++) {
    const char *end = search_skip (word, FALSE);

    g_string_append_printf (quoted, "\"%.*s\" * ", (int) (end - word), word);
    word = search_skip (end, TRUE);
  }
  return g_string_free (quoted, FALSE);
}

static gboolean
search_has_stale (OneStore *store, gboolean *stale, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_WORDS_HAVE_STALE);

  while (one_query_next (&query))
    *stale = one_query_get_int (&query, 0) != 0;
  return one_query_end (&query, error);
}

static gboolean
search_run (OneStore *store, OneSql sql, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, sql);

  return one_query_run (&query, error);
}

/* Brings the index up to what was written since the last search. */
static gboolean
search_catch_up (OneStore *store, GError **error)
{
  g_autoptr (OneTransaction) all = NULL;
  gboolean stale = FALSE;

  if (!search_has_stale (store, &stale, error))
    return FALSE;
  if (!stale)
    return TRUE;
  all = one_transaction_new (store, error);
  return all && search_run (store, ONE_SQL_WORDS_DEL, error)
         && search_run (store, ONE_SQL_WORDS_ADD, error)
         && search_run (store, ONE_SQL_STALE_CLEAR, error) && one_transaction_commit (all, error);
}

static OneHit *
search_read (OneQuery *query)
{
  OneHit *hit = g_new0 (OneHit, 1);

  hit->kind = (OneHitKind) one_query_get_int (query, 0);
  hit->id = one_query_get_int (query, 1);
  hit->person = one_query_get_int (query, 2);
  hit->meeting = one_query_get_int (query, 3);
  hit->at = one_query_get_int (query, 4);
  hit->category = g_strdup (one_query_get_text (query, 5));
  one_words_parse_state (one_query_get_text (query, 6), &hit->state);
  hit->text = g_strdup (one_query_get_text (query, 7));
  return hit;
}

GPtrArray *
one_search_list (OneStore *store, const char *words, guint limit, GError **error)
{
  g_autofree char *quoted =
      g_utf8_validate (words, -1, NULL) ? search_quote (words) : g_strdup ("");
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) one_hit_free);
  g_auto (OneQuery) query = { 0 };

  if (*quoted == '\0') {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "no word to search for in '%s'", words);
    return NULL;
  }
  if (!search_catch_up (store, error))
    return NULL;
  query = one_query_open (store, ONE_SQL_SEARCH);
  one_query_set_text (&query, ":words", quoted);
  one_query_set_int (&query, ":limit", limit);
  while (one_query_next (&query))
    g_ptr_array_add (hits, search_read (&query));
  return one_query_end (&query, error) ? g_steal_pointer (&hits) : NULL;
}
