/* SPDX-License-Identifier: MIT */
#include "store/mornings.h"

#include "model/base/day.h"
#include "store/db/query.h"
#include "store/sent.h"

/* Ids, one a line. */
static char *
format_said (const GArray *said)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < said->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "\n" : "",
                            g_array_index (said, gint64, i));
  return g_string_free (text, FALSE);
}

static void
parse_said (const char *text, GArray *said)
{
  g_auto (GStrv) ids = g_strsplit (text, "\n", -1);

  for (guint i = 0; ids[i]; i++) {
    gint64 id = g_ascii_strtoll (ids[i], NULL, 10);

    if (id > 0)
      g_array_append_val (said, id);
  }
}

static OneMorning *
morning_read (OneQuery *query)
{
  GDate day;
  OneMorning *morning;

  one_day_parse (one_query_get_text (query, 0), &day);
  morning = one_morning_new (&day);
  morning->state = one_sent_parse_state (one_query_get_text (query, 1));
  morning->at = one_query_get_int (query, 2);
  g_free (morning->server);
  morning->server = g_strdup (one_query_get_text (query, 3));
  morning->notification_id = (guint32) one_query_get_int (query, 4);
  morning->look = (guint32) one_query_get_int (query, 5);
  parse_said (one_query_get_text (query, 6), morning->said);
  return morning;
}

gboolean
one_mornings_set (OneStore *store, const OneMorning *morning, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MORNING_SET);
  g_autofree char *day = one_day_format (&morning->day);
  g_autofree char *said = format_said (morning->said);

  one_query_set_text (&query, ":day", day);
  one_query_set_text (&query, ":state", one_sent_format_state (morning->state));
  one_query_set_int (&query, ":at", morning->at);
  one_query_set_text (&query, ":server", morning->server);
  one_query_set_int (&query, ":shown", morning->notification_id);
  one_query_set_int (&query, ":look", morning->look);
  one_query_set_text (&query, ":said", said);
  return one_query_run (&query, error);
}

OneMorning *
one_mornings_find (OneStore *store, const GDate *day, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MORNING_GET);
  g_autofree char *text = one_day_format (day);
  g_autoptr (OneMorning) morning = NULL;

  one_query_set_text (&query, ":day", text);
  if (one_query_next (&query))
    morning = morning_read (&query);
  return one_query_end (&query, error) ? g_steal_pointer (&morning) : NULL;
}

GPtrArray *
one_mornings_list (OneStore *store, const GDate *since, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MORNING_LIST);
  g_autofree char *text = one_day_format (since);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_morning_free);

  one_query_set_text (&query, ":since", text);
  while (one_query_next (&query))
    g_ptr_array_add (list, morning_read (&query));
  return one_query_end (&query, error) ? g_steal_pointer (&list) : NULL;
}

gboolean
one_mornings_del (OneStore *store, const GDate *day, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MORNING_DEL);
  g_autofree char *text = one_day_format (day);

  one_query_set_text (&query, ":day", text);
  return one_query_run (&query, error);
}

int
one_mornings_prune (OneStore *store, const GDate *before, guint keep, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MORNING_PRUNE);
  g_autofree char *text = one_day_format (before);

  one_query_set_text (&query, ":before", text);
  one_query_set_int (&query, ":keep", keep);
  return one_query_run (&query, error) ? one_query_get_changes (store) : -1;
}
