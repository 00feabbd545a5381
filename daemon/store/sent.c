/* SPDX-License-Identifier: MIT */
#include "store/sent.h"

#include "model/base/instant.h"
#include "store/db/query.h"
#include "wire/error.h"

#define LONGEST ONE_WEEK /* no meeting is longer */

static const char *const words[ONE_N_SENT_STATES] = {
  [ONE_SENT_INTENT] = "intent",         [ONE_SENT_SHOWN] = "shown",
  [ONE_SENT_SNOOZED] = "snoozed",       [ONE_SENT_ACTED] = "acted",
  [ONE_SENT_DISMISSED] = "dismissed",   [ONE_SENT_EXPIRED] = "expired",
  [ONE_SENT_SUPERSEDED] = "superseded",
};

const char *
one_sent_format_state (OneSentState state)
{
  return words[state];
}

OneSentState
one_sent_parse_state (const char *word)
{
  for (guint i = 0; i < ONE_N_SENT_STATES; i++)
    if (g_str_equal (words[i], word))
      return (OneSentState) i;
  return ONE_SENT_SUPERSEDED;
}

static void
sent_set_answer (OneQuery *query, const OneSent *sent)
{
  one_query_set_text (query, ":state", one_sent_format_state (sent->state));
  one_query_set_int (query, ":at", sent->at);
  one_query_set_int (query, ":until", sent->until);
  one_query_set_text (query, ":server", sent->server);
  one_query_set_int (query, ":shown", sent->notification_id);
  one_query_set_int (query, ":look", sent->fingerprint);
}

static OneSent *
sent_read (OneQuery *query)
{
  OneSent *sent = g_new0 (OneSent, 1);

  sent->id = one_query_get_int (query, 0);
  sent->meeting = one_query_get_int (query, 1);
  one_words_parse_stage (one_query_get_text (query, 2), &sent->stage);
  sent->lead = one_query_get_int (query, 3);
  sent->start = one_query_get_int (query, 4);
  sent->state = one_sent_parse_state (one_query_get_text (query, 5));
  sent->at = one_query_get_int (query, 6);
  sent->until = one_query_get_int (query, 7);
  sent->server = g_strdup (one_query_get_text (query, 8));
  sent->notification_id = (guint32) one_query_get_int (query, 9);
  sent->fingerprint = (guint32) one_query_get_int (query, 10);
  return sent;
}

gboolean
one_sent_add (OneStore *store, OneSent *sent, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_SENT_ADD);

  one_query_set_int (&query, ":meeting", sent->meeting);
  one_query_set_text (&query, ":stage", one_words_format_stage (sent->stage));
  one_query_set_int (&query, ":lead", sent->lead);
  one_query_set_int (&query, ":start", sent->start);
  sent_set_answer (&query, sent);
  if (!one_query_run (&query, error))
    return FALSE;
  if (one_query_get_changes (store) == 0) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED,
                 "the %s reminder of 'm%" G_GINT64_FORMAT "' is there already",
                 one_words_format_stage (sent->stage), sent->meeting);
    return FALSE;
  }
  sent->id = one_query_get_last_id (store);
  return TRUE;
}

gboolean
one_sent_update (OneStore *store, const OneSent *sent, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_SENT_UPDATE);

  one_query_set_int (&query, ":id", sent->id);
  one_query_set_int (&query, ":start", sent->start);
  sent_set_answer (&query, sent);
  if (!one_query_run (&query, error))
    return FALSE;
  if (one_query_get_changes (store) > 0)
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no reminder %" G_GINT64_FORMAT, sent->id);
  return FALSE;
}

OneSent *
one_sent_find (OneStore *store, gint64 id, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_SENT_GET);
  g_autoptr (OneSent) sent = NULL;

  one_query_set_int (&query, ":id", id);
  if (one_query_next (&query))
    sent = sent_read (&query);
  return one_query_end (&query, error) ? g_steal_pointer (&sent) : NULL;
}

static GPtrArray *
sent_read_all (OneQuery *query, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_sent_free);

  while (one_query_next (query))
    g_ptr_array_add (list, sent_read (query));
  return one_query_end (query, error) ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
one_sent_list (OneStore *store, gint64 since, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_SENT_LIST);

  one_query_set_int (&query, ":since", since);
  return sent_read_all (&query, error);
}

GPtrArray *
one_sent_list_current (OneStore *store, gint64 from, gint64 to, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_SENT_LIST_CURRENT);

  one_query_set_int (&query, ":since", from - LONGEST);
  one_query_set_int (&query, ":from", from);
  one_query_set_int (&query, ":to", to);
  return sent_read_all (&query, error);
}

int
one_sent_prune (OneStore *store, gint64 before, guint keep, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_SENT_PRUNE);

  one_query_set_int (&query, ":before", before);
  one_query_set_int (&query, ":keep", keep);
  return one_query_run (&query, error) ? one_query_get_changes (store) : -1;
}
