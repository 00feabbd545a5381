/* SPDX-License-Identifier: MIT */
#include "store/meetings-match.h"

#include "model/base/instant.h"
#include "store/db/query.h"
#include "store/db/transaction.h"
#include "store/meetings.h"

#define LONGEST ONE_WEEK /* no meeting is longer */
#define NEAR (3 * ONE_HOUR)

/* The columns of ONE_SQL_MEETING_MATCH. */
enum { ID, UID, ORIGINAL, STATE, MOVED_FROM, LOGGED, PERSON, START, FINISH, SUMMARY, LOCATION };
enum { LINK = LOCATION + 1, SOURCE, ADDRESS, NAME, CALENDAR_STATE, OTHER_DECLINED, ASSUMED_LENGTH };
enum { CHANGED = ASSUMED_LENGTH + 1 };

static gboolean
meetings_match_text (OneQuery *query, int column, const char *text)
{
  return g_str_equal (one_query_get_text (query, column), text);
}

/* Whether the calendar's part of the row is what would be written into it. */
static gboolean
meetings_match_row (OneQuery *query, const OneMeeting *meeting)
{
  return one_query_get_int (query, PERSON) == meeting->person
         && one_query_get_int (query, START) == meeting->start
         && one_query_get_int (query, FINISH) == meeting->end
         && (one_query_get_int (query, OTHER_DECLINED) != 0) == (meeting->other_declined != FALSE)
         && (one_query_get_int (query, ASSUMED_LENGTH) != 0) == (meeting->assumed_length != FALSE)
         && (one_query_get_int (query, CHANGED) != 0) == (meeting->changed != FALSE)
         && meetings_match_text (query, CALENDAR_STATE,
                                 one_words_format_meeting_state (meeting->state))
         && meetings_match_text (query, SUMMARY, meeting->summary)
         && meetings_match_text (query, LOCATION, meeting->location)
         && meetings_match_text (query, LINK, meeting->join)
         && meetings_match_text (query, SOURCE, meeting->source)
         && meetings_match_text (query, ADDRESS, meeting->address)
         && meetings_match_text (query, NAME, meeting->name);
}

static void
meetings_match_take (OneQuery *query, OneMeeting *meeting)
{
  meeting->id = one_query_get_int (query, ID);
  one_words_parse_meeting_state (one_query_get_text (query, STATE), &meeting->state);
  meeting->moved_from = one_query_get_int (query, MOVED_FROM);
  meeting->logged = one_query_get_int (query, LOGGED) != 0;
}

gboolean
one_meetings_match_rows (OneStore *store, GHashTable *meetings, gint64 from, gint64 to,
                         GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_MATCH);

  one_query_set_int (&query, ":from", from);
  one_query_set_int (&query, ":to", to);
  while (one_query_next (&query)) {
    OneMeeting row = { .uid = (char *) one_query_get_text (&query, UID),
                       .original = one_query_get_int (&query, ORIGINAL) };
    OneMeeting *meeting = g_hash_table_lookup (meetings, &row);

    if (meeting && meetings_match_row (&query, meeting))
      meetings_match_take (&query, meeting);
  }
  return one_query_end (&query, error);
}

static GArray *
meetings_match_read_ids (OneQuery *query, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (one_query_next (query)) {
    gint64 id = one_query_get_int (query, 0);

    g_array_append_val (ids, id);
  }
  return one_query_end (query, error) ? g_steal_pointer (&ids) : NULL;
}

GArray *
one_meetings_match_list_ids (OneStore *store, gint64 from, gint64 to, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_LIST_IDS);

  one_query_set_int (&query, ":since", from - LONGEST);
  one_query_set_int (&query, ":from", from);
  one_query_set_int (&query, ":to", to);
  return meetings_match_read_ids (&query, error);
}

GArray *
one_meetings_match_list_series (OneStore *store, const char *uid, gint64 from, gint64 to,
                                GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_LIST_SERIES);

  one_query_set_text (&query, ":uid", uid);
  one_query_set_int (&query, ":from", from);
  one_query_set_int (&query, ":to", to);
  return meetings_match_read_ids (&query, error);
}

/* Rows with the same person, start and end, among them the meeting itself. */
static OneQuery
meetings_match_open_like (OneStore *store, const OneMeeting *meeting)
{
  OneQuery query = one_query_open (store, ONE_SQL_MEETING_LIKE);

  one_query_set_int (&query, ":person", meeting->person);
  one_query_set_int (&query, ":start", meeting->start);
  one_query_set_int (&query, ":finish", meeting->end);
  one_query_set_text (&query, ":uid", meeting->uid);
  one_query_set_int (&query, ":original", meeting->original);
  return query;
}

gboolean
one_meetings_match_has_double (OneStore *store, const OneMeeting *meeting, gboolean *found,
                               GError **error)
{
  g_auto (OneQuery) query = meetings_match_open_like (store, meeting);

  *found = FALSE;
  while (one_query_next (&query))
    *found |= !g_str_equal (one_query_get_text (&query, 1), meeting->uid);
  return one_query_end (&query, error);
}

static gboolean
meetings_match_hand_on (OneStore *store, gint64 id, const OneMeeting *meeting, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_HAND_ON);

  one_query_set_int (&query, ":id", id);
  one_query_set_text (&query, ":uid", meeting->uid);
  one_query_set_int (&query, ":original", meeting->original);
  return one_query_run (&query, error);
}

gboolean
one_meetings_match_take_over (OneStore *store, const OneMeeting *meeting, OneMatchIsThere is_there,
                              gpointer data, GError **error)
{
  g_auto (OneQuery) query = meetings_match_open_like (store, meeting);
  gboolean known = FALSE;
  gint64 id = 0;

  while (one_query_next (&query)) {
    known |= one_query_get_int (&query, 3) != 0;
    if (id == 0 && !is_there (one_query_get_text (&query, 1), one_query_get_int (&query, 2), data))
      id = one_query_get_int (&query, 0);
  }
  if (!one_query_end (&query, error))
    return FALSE;
  return known || id == 0 || meetings_match_hand_on (store, id, meeting, error);
}

gboolean
one_meetings_match_take_over_near (OneStore *store, const OneMeeting *meeting,
                                   OneMatchIsThere is_there, gpointer data, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_LIST_NEAR);
  gboolean known = FALSE;
  gint64 id = 0;

  one_query_set_text (&query, ":uid", meeting->uid);
  one_query_set_int (&query, ":person", meeting->person);
  one_query_set_int (&query, ":original", meeting->original);
  one_query_set_int (&query, ":most", NEAR);
  while (one_query_next (&query)) {
    gint64 original = one_query_get_int (&query, 1);

    known |= original == meeting->original;
    if (id == 0 && !is_there (meeting->uid, original, data))
      id = one_query_get_int (&query, 0);
  }
  if (!one_query_end (&query, error))
    return FALSE;
  return known || id == 0 || meetings_match_hand_on (store, id, meeting, error);
}

/* A meeting whose state is not what the clock says. */
typedef struct {
  gint64 id;
  OneMeetingState state; /* by the clock */
} Late;

static GArray *
meetings_match_list_late (OneStore *store, gint64 from, gint64 to, gint64 now, GError **error)
{
  g_auto (OneQuery) query = one_query_open (store, ONE_SQL_MEETING_LIST_LATE);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Late));

  one_query_set_int (&query, ":from", from);
  one_query_set_int (&query, ":to", to);
  one_query_set_int (&query, ":now", now);
  while (one_query_next (&query)) {
    gboolean over = one_query_get_int (&query, 1) != 0;
    Late late = { one_query_get_int (&query, 0), over ? ONE_MEETING_HELD : ONE_MEETING_PLANNED };

    g_array_append_val (list, late);
  }
  return one_query_end (&query, error) ? g_steal_pointer (&list) : NULL;
}

gboolean
one_meetings_match_clock (OneStore *store, gint64 from, gint64 to, gint64 now, GError **error)
{
  g_autoptr (GArray) list = meetings_match_list_late (store, from, to, now, error);
  g_autoptr (OneTransaction) all = NULL;

  if (!list || list->len == 0)
    return list != NULL;
  all = one_transaction_new (store, error);
  for (guint i = 0; all && i < list->len; i++) {
    const Late *late = &g_array_index (list, Late, i);

    if (!one_meetings_set_state (store, late->id, late->state, error))
      return FALSE;
  }
  return all && one_transaction_commit (all, error);
}
