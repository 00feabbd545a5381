/* SPDX-License-Identifier: MIT */
#include "store/touches.h"

#include "store/db/query.h"
#include "store/db/transaction.h"

static GPtrArray *
touches_read (OneQuery *query)
{
  GPtrArray *touches = g_ptr_array_new_with_free_func ((GDestroyNotify) one_touch_free);

  while (one_query_next (query))
    g_ptr_array_add (touches,
                     one_touch_new (one_query_get_text (query, 0), one_query_get_int (query, 1),
                                    one_query_get_int (query, 2)));
  return touches;
}

static GPtrArray *
proposals_read (OneQuery *query)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) one_proposal_free);

  while (one_query_next (query)) {
    g_autofree char *category = g_strdup (one_query_get_text (query, 0));
    g_auto (GStrv) prompts = g_strsplit (one_query_get_text (query, 1), "\n", -1);
    OneProposal *proposal =
        one_proposal_new (category, (const char *const *) prompts, one_query_get_int (query, 2),
                          one_query_get_int (query, 3), (guint) one_query_get_int (query, 4));

    proposal->draft = one_query_get_int (query, 5) != 0;
    g_ptr_array_add (proposals, proposal);
  }
  return proposals;
}

static void
query_set_person (OneQuery *query, gint64 person, gint64 until)
{
  one_query_set_int (query, ":person", person);
  one_query_set_int (query, ":until", until);
}

static gboolean
history_load_touches (OneStore *store, OneHistory *history, gint64 person, gint64 until,
                      GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_TOUCH_LIST_PERSON);

  query_set_person (&query, person, until);
  g_ptr_array_unref (history->touches);
  history->touches = touches_read (&query);
  return one_query_end (&query, error);
}

static gboolean
history_load_proposals (OneStore *store, OneHistory *history, gint64 person, gint64 until,
                        GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PROPOSAL_LIST_PERSON);

  query_set_person (&query, person, until);
  g_ptr_array_unref (history->proposals);
  history->proposals = proposals_read (&query);
  return one_query_end (&query, error);
}

static gboolean
history_load_past (OneStore *store, OneHistory *history, gint64 person, gint64 until,
                   GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PAST_LIST);

  query_set_person (&query, person, until);
  while (one_query_next (&query)) {
    OnePast past = { .meeting = one_query_get_int (&query, 0),
                     .start = one_query_get_int (&query, 1),
                     .logged = one_query_get_int (&query, 3) != 0,
                     .noted = one_query_get_int (&query, 4) != 0 };

    one_words_parse_meeting_state (one_query_get_text (&query, 2), &past.state);
    g_array_append_val (history->past, past);
  }
  return one_query_end (&query, error);
}

OneHistory *
one_touches_load_history (OneStore *store, gint64 person, gint64 until, GError **error)
{
  g_autoptr (OneHistory) history = one_history_new ();

  if (!history_load_touches (store, history, person, until, error)
      || !history_load_proposals (store, history, person, until, error)
      || !history_load_past (store, history, person, until, error))
    return NULL;
  return g_steal_pointer (&history);
}

gboolean
one_touches_add (OneStore *store, gint64 meeting, const char *category, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_TOUCH_ADD);

  one_query_set_int (&query, ":meeting", meeting);
  one_query_set_text (&query, ":category", category);
  return one_query_run (&query, error);
}

static gboolean
rows_clear (OneStore *store, OneSql sql, gint64 meeting, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, sql);

  one_query_set_int (&query, ":meeting", meeting);
  return one_query_run (&query, error);
}

gboolean
one_touches_set (OneStore *store, gint64 meeting, const char *const *categories, GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (store, error);

  if (!all || !rows_clear (store, ONE_SQL_TOUCH_CLEAR, meeting, error))
    return FALSE;
  for (guint i = 0; categories[i]; i++)
    if (!one_touches_add (store, meeting, categories[i], error))
      return FALSE;
  return one_transaction_commit (all, error);
}

GPtrArray *
one_touches_list (OneStore *store, gint64 meeting, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_TOUCH_LIST);
  g_autoptr (GPtrArray) touches = NULL;

  one_query_set_int (&query, ":meeting", meeting);
  touches = touches_read (&query);
  return one_query_end (&query, error) ? g_steal_pointer (&touches) : NULL;
}

static gboolean
proposals_add (OneStore *store, gint64 meeting, const OneProposal *proposal, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PROPOSAL_ADD);
  g_autofree char *prompts = g_strjoinv ("\n", proposal->prompts);

  one_query_set_int (&query, ":meeting", meeting);
  one_query_set_int (&query, ":place", proposal->place);
  one_query_set_text (&query, ":category", proposal->category);
  one_query_set_text (&query, ":prompts", prompts);
  one_query_set_int (&query, ":draft", proposal->draft);
  return one_query_run (&query, error);
}

static gboolean
proposals_are_same (const GPtrArray *known, const GPtrArray *wanted)
{
  if (known->len != wanted->len)
    return FALSE;
  for (guint i = 0; i < known->len; i++) {
    const OneProposal *one = g_ptr_array_index (known, i);
    const OneProposal *two = g_ptr_array_index (wanted, i);

    if (one->place != two->place || one->draft != two->draft
        || !g_str_equal (one->category, two->category)
        || !g_strv_equal ((const char *const *) one->prompts, (const char *const *) two->prompts))
      return FALSE;
  }
  return TRUE;
}

gboolean
one_touches_set_proposals (OneStore *store, gint64 meeting, const GPtrArray *proposals,
                           GError **error)
{
  g_autoptr (GPtrArray) known = one_touches_list_proposals (store, meeting, error);
  g_autoptr (OneTransaction) all = NULL;

  if (!known)
    return FALSE;
  if (proposals_are_same (known, proposals))
    return TRUE;
  all = one_transaction_new (store, error);
  if (!all || !rows_clear (store, ONE_SQL_PROPOSAL_CLEAR, meeting, error))
    return FALSE;
  for (guint i = 0; i < proposals->len; i++)
    if (!proposals_add (store, meeting, g_ptr_array_index (proposals, i), error))
      return FALSE;
  return one_transaction_commit (all, error);
}

GPtrArray *
one_touches_list_proposals (OneStore *store, gint64 meeting, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PROPOSAL_LIST);
  g_autoptr (GPtrArray) proposals = NULL;

  one_query_set_int (&query, ":meeting", meeting);
  proposals = proposals_read (&query);
  return one_query_end (&query, error) ? g_steal_pointer (&proposals) : NULL;
}

GPtrArray *
one_touches_list_others (OneStore *store, gint64 person, gint64 from, gint64 until, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_PROPOSAL_LIST_OTHERS);
  g_autoptr (GPtrArray) proposals = NULL;

  query_set_person (&query, person, until);
  one_query_set_int (&query, ":from", from);
  proposals = proposals_read (&query);
  return one_query_end (&query, error) ? g_steal_pointer (&proposals) : NULL;
}
