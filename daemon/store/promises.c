/* SPDX-License-Identifier: MIT */
/* lint-allow: file-length, because actions and points are written and read alike, side by side. */
#include "store/promises.h"

#include <string.h>

#include "model/base/day.h"
#include "store/db/query.h"
#include "store/db/transaction.h"
#include "wire/error.h"

#define DAY_SIZE 16
/* Bits of a point's `main`, which was 0 or 1 when the table was made. */
#define POINT_MAIN 1
#define POINT_EVERY 2
#define POINT_ASK 4
#define ID_DIGITS_MAX 18

static const char *
promises_format_day (const GDate *day, char text[DAY_SIZE])
{
  if (!g_date_valid (day))
    return NULL;
  g_snprintf (text, DAY_SIZE, "%04u-%02u-%02u", g_date_get_year (day),
              (guint) g_date_get_month (day), g_date_get_day (day));
  return text;
}

static OneAction *
promises_read_action (OneQuery *query)
{
  OneAction *action = g_new0 (OneAction, 1);

  action->id = one_query_get_int (query, 0);
  action->person = one_query_get_int (query, 1);
  action->text = g_strdup (one_query_get_text (query, 2));
  one_words_parse_owner (one_query_get_text (query, 3), &action->owner);
  one_day_parse (one_query_get_text (query, 4), &action->due);
  action->created = one_query_get_int (query, 5);
  one_words_parse_state (one_query_get_text (query, 6), &action->state);
  action->closed = one_query_get_int (query, 7);
  return action;
}

static OnePoint *
promises_read_point (OneQuery *query)
{
  OnePoint *point = g_new0 (OnePoint, 1);

  point->id = one_query_get_int (query, 0);
  point->person = one_query_get_int (query, 1);
  point->category = g_strdup (one_query_get_text (query, 2));
  point->text = g_strdup (one_query_get_text (query, 3));
  one_day_parse (one_query_get_text (query, 4), &point->on);
  point->main = (one_query_get_int (query, 5) & POINT_MAIN) != 0;
  point->every = (one_query_get_int (query, 5) & POINT_EVERY) != 0;
  point->ask = (one_query_get_int (query, 5) & POINT_ASK) != 0;
  point->created = one_query_get_int (query, 6);
  one_words_parse_state (one_query_get_text (query, 7), &point->state);
  point->closed = one_query_get_int (query, 8);
  return point;
}

gboolean
one_promises_add_action (OneStore *store, OneAction *action, gint64 meeting, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_ACTION_ADD);
  char day[DAY_SIZE];

  one_query_set_int (&query, ":person", action->person);
  if (meeting > 0)
    one_query_set_int (&query, ":meeting", meeting);
  one_query_set_text (&query, ":text", action->text);
  one_query_set_text (&query, ":owner", one_words_format_owner (action->owner));
  one_query_set_text (&query, ":due", promises_format_day (&action->due, day));
  one_query_set_int (&query, ":created", action->created);
  one_query_set_text (&query, ":state", one_words_format_state (action->state));
  one_query_set_int (&query, ":closed", action->closed);
  if (!one_query_run (&query, error))
    return FALSE;
  action->id = one_query_get_last_id (store);
  return TRUE;
}

gboolean
one_promises_add_point (OneStore *store, OnePoint *point, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_POINT_ADD);
  char day[DAY_SIZE];

  one_query_set_int (&query, ":person", point->person);
  one_query_set_text (&query, ":category", point->category);
  one_query_set_text (&query, ":text", point->text);
  one_query_set_text (&query, ":day", promises_format_day (&point->on, day));
  one_query_set_int (&query, ":main",
                     (point->main ? POINT_MAIN : 0) | (point->every ? POINT_EVERY : 0)
                         | (point->ask ? POINT_ASK : 0));
  one_query_set_int (&query, ":created", point->created);
  one_query_set_text (&query, ":state", one_words_format_state (point->state));
  one_query_set_int (&query, ":closed", point->closed);
  if (!one_query_run (&query, error))
    return FALSE;
  point->id = one_query_get_last_id (store);
  return TRUE;
}

static void
promises_set_not_found (char kind, gint64 id, GError **error)
{
  g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no %s '%c%" G_GINT64_FORMAT "'",
               kind == 'a' ? "action" : "point", kind, id);
}

OneAction *
one_promises_get_action (OneStore *store, gint64 id, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_ACTION_GET);
  g_autoptr (OneAction) action = NULL;

  one_query_set_int (&query, ":id", id);
  if (one_query_next (&query))
    action = promises_read_action (&query);
  if (!one_query_end (&query, error))
    return NULL;
  if (!action)
    promises_set_not_found ('a', id, error);
  return g_steal_pointer (&action);
}

OnePoint *
one_promises_get_point (OneStore *store, gint64 id, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_POINT_GET);
  g_autoptr (OnePoint) point = NULL;

  one_query_set_int (&query, ":id", id);
  if (one_query_next (&query))
    point = promises_read_point (&query);
  if (!one_query_end (&query, error))
    return NULL;
  if (!point)
    promises_set_not_found ('p', id, error);
  return g_steal_pointer (&point);
}

static void
promises_set_filter (OneQuery *query, const OnePromiseFilter *filter)
{
  if (filter->person > 0)
    one_query_set_int (query, ":person", filter->person);
  one_query_set_int (query, ":closed", filter->closed != FALSE);
  one_query_set_int (query, ":closed_since", filter->closed_since);
}

GPtrArray *
one_promises_list_actions (OneStore *store, const OnePromiseFilter *filter, GError **error)
{
  g_auto (OneQuery) query =
      one_query_open (store, filter->person > 0 ? ONE_SQL_ACTION_LIST_PERSON : ONE_SQL_ACTION_LIST);
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) one_action_free);

  promises_set_filter (&query, filter);
  if (filter->one_owner)
    one_query_set_text (&query, ":owner", one_words_format_owner (filter->owner));
  while (one_query_next (&query))
    g_ptr_array_add (actions, promises_read_action (&query));
  return one_query_end (&query, error) ? g_steal_pointer (&actions) : NULL;
}

GPtrArray *
one_promises_list_due (OneStore *store, const GDate *from, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_ACTION_LIST_DUE);
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) one_action_free);
  char day[DAY_SIZE];

  one_query_set_text (&query, ":from", promises_format_day (from, day));
  while (one_query_next (&query))
    g_ptr_array_add (actions, promises_read_action (&query));
  return one_query_end (&query, error) ? g_steal_pointer (&actions) : NULL;
}

gboolean
one_promises_count_open (OneStore *store, gint64 person, guint *count, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_ACTION_COUNT);

  one_query_set_int (&query, ":person", person);
  *count = one_query_next (&query) ? (guint) one_query_get_int (&query, 0) : 0;
  return one_query_end (&query, error);
}

static GPtrArray *
promises_take_points (OneQuery *query, GError **error)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func ((GDestroyNotify) one_point_free);

  while (one_query_next (query))
    g_ptr_array_add (points, promises_read_point (query));
  return one_query_end (query, error) ? g_steal_pointer (&points) : NULL;
}

GPtrArray *
one_promises_list_points (OneStore *store, const OnePromiseFilter *filter, GError **error)
{
  g_auto (OneQuery) query =
      one_query_open (store, filter->person > 0 ? ONE_SQL_POINT_LIST_PERSON : ONE_SQL_POINT_LIST);

  promises_set_filter (&query, filter);
  return promises_take_points (&query, error);
}

GPtrArray *
one_promises_list_asks (OneStore *store, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_POINT_LIST_ASKS);

  return promises_take_points (&query, error);
}

gboolean
one_promises_parse_id (const char *id, char *kind, gint64 *number, GError **error)
{
  gsize digits = *id ? strspn (id + 1, "0123456789") : 0;

  if ((id[0] != 'a' && id[0] != 'p') || digits == 0 || digits > ID_DIGITS_MAX || id[1] == '0'
      || id[1 + digits]) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "'%s' is not an id like a12 or p7", id);
    return FALSE;
  }
  *kind = id[0];
  *number = g_ascii_strtoll (id + 1, NULL, 10);
  return TRUE;
}

static gboolean
promises_check (OneStore *store, char kind, gint64 number, GError **error)
{
  if (kind == 'a') {
    g_autoptr (OneAction) action = one_promises_get_action (store, number, error);

    return action != NULL;
  }
  g_autoptr (OnePoint) point = one_promises_get_point (store, number, error);

  return point != NULL;
}

/* 1 if it changed, 0 if it was so, -1 if there is none. */
static int
promises_set_one (OneStore *store, const char *id, OneState state, gint64 now, GError **error)
{
  g_auto (OneQuery) query = { 0 };
  char kind;
  gint64 number;

  if (!one_promises_parse_id (id, &kind, &number, error)
      || !promises_check (store, kind, number, error))
    return -1;
  query = one_query_open (store, kind == 'a' ? ONE_SQL_ACTION_SET_STATE : ONE_SQL_POINT_SET_STATE);
  one_query_set_int (&query, ":id", number);
  one_query_set_text (&query, ":state", one_words_format_state (state));
  one_query_set_int (&query, ":closed", state == ONE_STATE_OPEN ? 0 : now);
  return one_query_run (&query, error) ? one_query_get_changes (store) : -1;
}

int
one_promises_set_state (OneStore *store, const char *const *ids, OneState state, gint64 now,
                        GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (store, error);
  int changed = 0;

  if (!all)
    return -1;
  for (guint i = 0; ids[i]; i++) {
    int one = promises_set_one (store, ids[i], state, now, error);

    if (one < 0)
      return -1;
    changed += one;
  }
  return one_transaction_commit (all, error) ? changed : -1;
}

gboolean
one_promises_set_action (OneStore *store, const OneAction *action, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_ACTION_SET);
  char day[DAY_SIZE];

  one_query_set_int (&query, ":id", action->id);
  one_query_set_text (&query, ":text", action->text);
  one_query_set_text (&query, ":owner", one_words_format_owner (action->owner));
  one_query_set_text (&query, ":due", promises_format_day (&action->due, day));
  return one_query_run (&query, error);
}

gboolean
one_promises_set_point (OneStore *store, const OnePoint *point, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_POINT_SET);

  one_query_set_int (&query, ":id", point->id);
  one_query_set_text (&query, ":text", point->text);
  one_query_set_text (&query, ":category", point->category);
  return one_query_run (&query, error);
}
