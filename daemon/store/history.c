/* SPDX-License-Identifier: MIT */
#include "store/history.h"

#include "store/db/query.h"
#include "store/db/transaction.h"

static GPtrArray *
history_read_touches (OneQuery *query)
{
  GPtrArray *touches = g_ptr_array_new_with_free_func ((GDestroyNotify) one_touch_free);

  while (one_query_next (query))
    g_ptr_array_add (touches,
                     one_touch_new (one_query_get_text (query, 0), one_query_get_int (query, 1),
                                    one_query_get_int (query, 2)));
  return touches;
}

static GPtrArray *
history_read_proposals (OneQuery *query)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) one_proposal_free);

  while (one_query_next (query)) {
    g_autofree char *category = g_strdup (one_query_get_text (query, 0));
    g_auto (GStrv) prompts = g_strsplit (one_query_get_text (query, 1), "\n", -1);

    g_ptr_array_add (proposals,
                     one_proposal_new (category, (const char *const *) prompts,
                                       one_query_get_int (query, 2), one_query_get_int (query, 3),
                                       (guint) one_query_get_int (query, 4)));
  }
  return proposals;
}

static void
history_set_person (OneQuery *query, gint64 person, gint64 until)
{
  one_query_set_int (query, ":person", person);
  one_query_set_int (query, ":until", until);
}

static gboolean
history_load_touches (OneStore *store, OneHistory *history, gint64 person, gint64 until,
                      GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_TOUCH_LIST_PERSON);

  history_set_person (&query, person, until);
  g_ptr_array_unref (history->touches);
  history->touches = history_read_touches (&query);
  return one_query_end (&query, error);
}

static gboolean
history_load_proposals (OneStore *store, OneHistory *history, gint64 person, gint64 until,
                        GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PROPOSAL_LIST_PERSON);

  history_set_person (&query, person, until);
  g_ptr_array_unref (history->proposals);
  history->proposals = history_read_proposals (&query);
  return one_query_end (&query, error);
}

static gboolean
history_load_past (OneStore *store, OneHistory *history, gint64 person, gint64 until,
                   GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PAST_LIST);

  history_set_person (&query, person, until);
  while (one_query_next (&query)) {
    OnePast past = { .meeting = one_query_get_int (&query, 0),
                     .start = one_query_get_int (&query, 1),
                     .logged = one_query_get_int (&query, 3) != 0 };

    one_words_parse_meeting_state (one_query_get_text (&query, 2), &past.state);
    g_array_append_val (history->past, past);
  }
  return one_query_end (&query, error);
}

OneHistory *
one_history_load (OneStore *store, gint64 person, gint64 until, GError **error)
{
  g_autoptr (OneHistory) history = one_history_new ();

  if (!history_load_touches (store, history, person, until, error)
      || !history_load_proposals (store, history, person, until, error)
      || !history_load_past (store, history, person, until, error))
    return NULL;
  return g_steal_pointer (&history);
}

gboolean
one_history_add_touch (OneStore *store, gint64 meeting, const char *category, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_TOUCH_ADD);

  one_query_set_int (&query, ":meeting", meeting);
  one_query_set_text (&query, ":category", category);
  return one_query_run (&query, error);
}

static gboolean
history_clear (OneStore *store, OneSql sql, gint64 meeting, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, sql);

  one_query_set_int (&query, ":meeting", meeting);
  return one_query_run (&query, error);
}

gboolean
one_history_set_touches (OneStore *store, gint64 meeting, const char *const *categories,
                         GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (store, error);

  if (!all || !history_clear (store, ONE_SQL_TOUCH_CLEAR, meeting, error))
    return FALSE;
  for (guint i = 0; categories[i]; i++)
    if (!one_history_add_touch (store, meeting, categories[i], error))
      return FALSE;
  return one_transaction_commit (all, error);
}

GPtrArray *
one_history_list_touches (OneStore *store, gint64 meeting, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_TOUCH_LIST);
  g_autoptr (GPtrArray) touches = NULL;

  one_query_set_int (&query, ":meeting", meeting);
  touches = history_read_touches (&query);
  return one_query_end (&query, error) ? g_steal_pointer (&touches) : NULL;
}

static gboolean
history_add_proposal (OneStore *store, gint64 meeting, const OneProposal *proposal, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PROPOSAL_ADD);
  g_autofree char *prompts = g_strjoinv ("\n", proposal->prompts);

  one_query_set_int (&query, ":meeting", meeting);
  one_query_set_int (&query, ":place", proposal->place);
  one_query_set_text (&query, ":category", proposal->category);
  one_query_set_text (&query, ":prompts", prompts);
  return one_query_run (&query, error);
}

static gboolean
history_is_same (const GPtrArray *known, const GPtrArray *wanted)
{
  if (known->len != wanted->len)
    return FALSE;
  for (guint i = 0; i < known->len; i++) {
    const OneProposal *one = g_ptr_array_index (known, i);
    const OneProposal *two = g_ptr_array_index (wanted, i);

    if (one->place != two->place || !g_str_equal (one->category, two->category)
        || !g_strv_equal ((const char *const *) one->prompts, (const char *const *) two->prompts))
      return FALSE;
  }
  return TRUE;
}

gboolean
one_history_set_proposals (OneStore *store, gint64 meeting, const GPtrArray *proposals,
                           GError **error)
{
  g_autoptr (GPtrArray) known = one_history_list_proposals (store, meeting, error);
  g_autoptr (OneTransaction) all = NULL;

  if (!known)
    return FALSE;
  if (history_is_same (known, proposals))
    return TRUE;
  all = one_transaction_new (store, error);
  if (!all || !history_clear (store, ONE_SQL_PROPOSAL_CLEAR, meeting, error))
    return FALSE;
  for (guint i = 0; i < proposals->len; i++)
    if (!history_add_proposal (store, meeting, g_ptr_array_index (proposals, i), error))
      return FALSE;
  return one_transaction_commit (all, error);
}

GPtrArray *
one_history_list_proposals (OneStore *store, gint64 meeting, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PROPOSAL_LIST);
  g_autoptr (GPtrArray) proposals = NULL;

  one_query_set_int (&query, ":meeting", meeting);
  proposals = history_read_proposals (&query);
  return one_query_end (&query, error) ? g_steal_pointer (&proposals) : NULL;
}
