/* SPDX-License-Identifier: MIT */
#include "store/match.h"

#include "store/query.h"

/* The columns of ONE_SQL_MEETING_MATCH. */
enum { ID, UID, ORIGINAL, STATE, MOVED_FROM, LOGGED, PERSON, START, FINISH, SUMMARY, LOCATION };
enum { LINK = LOCATION + 1, SOURCE, ADDRESS, NAME, CALENDAR_STATE, OTHER_DECLINED, ASSUMED_LENGTH };

static gboolean
match_text (OneQuery *query, int column, const char *text)
{
  return g_str_equal (one_query_get_text (query, column), text);
}

/* Whether the calendar's part of the row is what would be written into it. */
static gboolean
match_row (OneQuery *query, const OneMeeting *meeting)
{
  return one_query_get_int (query, PERSON) == meeting->person
         && one_query_get_int (query, START) == meeting->start
         && one_query_get_int (query, FINISH) == meeting->end
         && (one_query_get_int (query, OTHER_DECLINED) != 0) == (meeting->other_declined != FALSE)
         && (one_query_get_int (query, ASSUMED_LENGTH) != 0) == (meeting->assumed_length != FALSE)
         && match_text (query, CALENDAR_STATE, one_words_format_meeting_state (meeting->state))
         && match_text (query, SUMMARY, meeting->summary)
         && match_text (query, LOCATION, meeting->location)
         && match_text (query, LINK, meeting->join) && match_text (query, SOURCE, meeting->source)
         && match_text (query, ADDRESS, meeting->address)
         && match_text (query, NAME, meeting->name);
}

static void
match_take (OneQuery *query, OneMeeting *meeting)
{
  meeting->id = one_query_get_int (query, ID);
  one_words_parse_meeting_state (one_query_get_text (query, STATE), &meeting->state);
  meeting->moved_from = one_query_get_int (query, MOVED_FROM);
  meeting->logged = one_query_get_int (query, LOGGED) != 0;
}

gboolean
one_match_meetings (OneStore *store, GHashTable *meetings, gint64 from, gint64 to, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_MATCH);

  one_query_set_int (&query, ":from", from);
  one_query_set_int (&query, ":to", to);
  while (one_query_next (&query)) {
    OneMeeting row = { .uid = (char *) one_query_get_text (&query, UID),
                       .original = one_query_get_int (&query, ORIGINAL) };
    OneMeeting *meeting = g_hash_table_lookup (meetings, &row);

    if (meeting && match_row (&query, meeting))
      match_take (&query, meeting);
  }
  return one_query_end (&query, error);
}

GArray *
one_match_list_ids (OneStore *store, gint64 from, gint64 to, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_LIST_IDS);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  one_query_set_int (&query, ":from", from);
  one_query_set_int (&query, ":to", to);
  while (one_query_next (&query)) {
    gint64 id = one_query_get_int (&query, 0);

    g_array_append_val (ids, id);
  }
  return one_query_end (&query, error) ? g_steal_pointer (&ids) : NULL;
}
