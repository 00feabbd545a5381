/* SPDX-License-Identifier: MIT */
#include "store/meetings.h"

#include "model/base/instant.h"
#include "store/db/query.h"
#include "store/db/transaction.h"
#include "wire/error.h"

#define LONGEST ONE_WEEK /* no meeting is longer */

/* NULL for what only the calendar says. */
static const char *
meetings_format_said (OneMeetingState state)
{
  return state == ONE_MEETING_PLANNED ? NULL : one_words_format_meeting_state (state);
}

/* The state as a calendar can say it: a meeting that was held was planned. */
static const char *
meetings_format_state (OneMeetingState state)
{
  if (state == ONE_MEETING_HELD || state == ONE_MEETING_SKIPPED)
    state = ONE_MEETING_PLANNED;
  return one_words_format_meeting_state (state);
}

static void
meetings_set_calendar (OneQuery *query, const OneMeeting *meeting)
{
  one_query_set_int (query, ":person", meeting->person);
  one_query_set_int (query, ":start", meeting->start);
  one_query_set_int (query, ":finish", meeting->end);
  one_query_set_text (query, ":summary", meeting->summary);
  one_query_set_text (query, ":location", meeting->location);
  one_query_set_text (query, ":link", meeting->join);
  one_query_set_text (query, ":source", meeting->source);
  one_query_set_text (query, ":address", meeting->address);
  one_query_set_text (query, ":name", meeting->name);
  one_query_set_text (query, ":state", meetings_format_state (meeting->state));
  one_query_set_int (query, ":other_declined", meeting->other_declined != FALSE);
  one_query_set_int (query, ":assumed_length", meeting->assumed_length != FALSE);
  one_query_set_int (query, ":changed", meeting->changed != FALSE);
}

static void
meetings_set_identity (OneQuery *query, const OneMeeting *meeting)
{
  one_query_set_text (query, ":uid", meeting->uid);
  one_query_set_int (query, ":original", meeting->original);
}

static char *
meetings_dup_text (OneQuery *query, int column)
{
  return g_strdup (one_query_get_text (query, column));
}

static OneMeeting *
meetings_read (OneQuery *query)
{
  OneMeeting *meeting = g_new0 (OneMeeting, 1);

  meeting->id = one_query_get_int (query, 0);
  meeting->uid = meetings_dup_text (query, 1);
  meeting->original = one_query_get_int (query, 2);
  meeting->person = one_query_get_int (query, 3);
  meeting->start = one_query_get_int (query, 4);
  meeting->end = one_query_get_int (query, 5);
  meeting->summary = meetings_dup_text (query, 6);
  meeting->location = meetings_dup_text (query, 7);
  meeting->join = meetings_dup_text (query, 8);
  meeting->source = meetings_dup_text (query, 9);
  meeting->address = meetings_dup_text (query, 10);
  meeting->name = meetings_dup_text (query, 11);
  one_words_parse_meeting_state (one_query_get_text (query, 12), &meeting->state);
  meeting->moved_from = one_query_get_int (query, 13);
  meeting->other_declined = one_query_get_int (query, 14) != 0;
  meeting->assumed_length = one_query_get_int (query, 15) != 0;
  meeting->logged = one_query_get_int (query, 16) != 0;
  meeting->changed = one_query_get_int (query, 17) != 0;
  return meeting;
}

/* Fills in what the row says; `same` tells whether the calendar's part is as it was. */
static gboolean
meetings_compare (OneStore *store, OneMeeting *meeting, gboolean *same, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_COMPARE);
  OneMeetingState state = meeting->state;

  meeting->id = 0;
  meetings_set_identity (&query, meeting);
  meetings_set_calendar (&query, meeting);
  while (one_query_next (&query)) {
    meeting->id = one_query_get_int (&query, 0);
    one_words_parse_meeting_state (one_query_get_text (&query, 1), &state);
    *same = one_query_get_int (&query, 3) != 0;
    meeting->logged = one_query_get_int (&query, 4) != 0;
    if (*same) {
      meeting->state = state;
      meeting->moved_from = one_query_get_int (&query, 2);
    }
  }
  return one_query_end (&query, error);
}

static gboolean
meetings_insert (OneStore *store, OneMeeting *meeting, const char *said, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_ADD);

  meetings_set_identity (&query, meeting);
  meetings_set_calendar (&query, meeting);
  one_query_set_int (&query, ":moved_from", meeting->moved_from);
  one_query_set_text (&query, ":said", said);
  if (!one_query_run (&query, error))
    return FALSE;
  meeting->id = one_query_get_last_id (store);
  return TRUE;
}

static gboolean
meetings_update (OneStore *store, OneMeeting *meeting, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_UPDATE);
  gboolean same;

  meetings_set_calendar (&query, meeting);
  one_query_set_int (&query, ":id", meeting->id);
  return one_query_run (&query, error) && meetings_compare (store, meeting, &same, error);
}

gboolean
one_meetings_upsert (OneStore *store, OneMeeting *meeting, GError **error)
{
  gboolean same = FALSE;

  g_return_val_if_fail (*meeting->uid && meeting->person > 0, FALSE);
  if (!meetings_compare (store, meeting, &same, error))
    return FALSE;
  if (meeting->id == 0)
    return meetings_insert (store, meeting, NULL, error);
  return same || meetings_update (store, meeting, error);
}

gboolean
one_meetings_add (OneStore *store, OneMeeting *meeting, GError **error)
{
  const char *said = meetings_format_said (meeting->state);

  g_return_val_if_fail (!*meeting->uid && meeting->person > 0, FALSE);
  return meetings_insert (store, meeting, said, error);
}

static gboolean
meetings_check (OneStore *store, gint64 id, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_HAS);
  gboolean found = FALSE;

  one_query_set_int (&query, ":id", id);
  while (one_query_next (&query))
    found = TRUE;
  if (!one_query_end (&query, error))
    return FALSE;
  if (!found)
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no meeting 'm%" G_GINT64_FORMAT "'", id);
  return found;
}

gboolean
one_meetings_set_state (OneStore *store, gint64 id, OneMeetingState state, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_SET_STATE);

  one_query_set_int (&query, ":id", id);
  one_query_set_text (&query, ":said", meetings_format_said (state));
  return meetings_check (store, id, error) && one_query_run (&query, error);
}

gboolean
one_meetings_set_logged (OneStore *store, gint64 id, gboolean logged, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_SET_LOGGED);

  one_query_set_int (&query, ":id", id);
  one_query_set_int (&query, ":logged", logged != FALSE);
  return meetings_check (store, id, error) && one_query_run (&query, error);
}

gboolean
one_meetings_set_gone (OneStore *store, gint64 id, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_SET_GONE);

  one_query_set_int (&query, ":id", id);
  return meetings_check (store, id, error) && one_query_run (&query, error);
}

OneMeeting *
one_meetings_get (OneStore *store, gint64 id, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_GET);
  g_autoptr (OneMeeting) meeting = NULL;

  if (!meetings_check (store, id, error))
    return NULL;
  one_query_set_int (&query, ":id", id);
  while (one_query_next (&query))
    meeting = meetings_read (&query);
  return one_query_end (&query, error) ? g_steal_pointer (&meeting) : NULL;
}

OneMeeting *
one_meetings_find_changed (OneStore *store, const OneMeeting *like, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_FIND_CHANGED);
  g_autoptr (OneMeeting) meeting = NULL;

  meetings_set_identity (&query, like);
  while (one_query_next (&query))
    meeting = meetings_read (&query);
  return one_query_end (&query, error) ? g_steal_pointer (&meeting) : NULL;
}

static GPtrArray *
meetings_read_all (OneQuery *query, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_meeting_free);

  while (one_query_next (query))
    g_ptr_array_add (list, meetings_read (query));
  return one_query_end (query, error) ? g_steal_pointer (&list) : NULL;
}

GPtrArray *
one_meetings_list (OneStore *store, gint64 person, gint64 from, gint64 to, GError **error)
{
  g_auto (OneQuery) query =
      one_query_open (store, person ? ONE_SQL_MEETING_LIST_PERSON : ONE_SQL_MEETING_LIST);

  if (person)
    one_query_set_int (&query, ":person", person);
  one_query_set_int (&query, ":from", from);
  one_query_set_int (&query, ":to", to);
  return meetings_read_all (&query, error);
}

static void
meetings_set_current (OneQuery *query, gint64 from, gint64 to)
{
  one_query_set_int (query, ":since", from - LONGEST);
  one_query_set_int (query, ":from", from);
  one_query_set_int (query, ":to", to);
}

GPtrArray *
one_meetings_list_current (OneStore *store, gint64 from, gint64 to, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_LIST_CURRENT);

  meetings_set_current (&query, from, to);
  return meetings_read_all (&query, error);
}

OneMeeting *
one_meetings_find_next (OneStore *store, gint64 person, gint64 from, gint64 to, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_NEXT);
  g_autoptr (GPtrArray) list = NULL;

  meetings_set_current (&query, from, to);
  one_query_set_int (&query, ":person", person);
  list = meetings_read_all (&query, error);
  return list && list->len > 0 ? g_ptr_array_steal_index (list, 0) : NULL;
}

gboolean
one_meetings_get_met (OneStore *store, gint64 person, OneMet *met, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_MET);

  *met = (OneMet){ 0 };
  one_query_set_int (&query, ":person", person);
  while (one_query_next (&query)) {
    met->held = (guint) one_query_get_int (&query, 0);
    met->last = one_query_get_int (&query, 1);
    met->first = one_query_get_int (&query, 2);
  }
  return one_query_end (&query, error);
}
