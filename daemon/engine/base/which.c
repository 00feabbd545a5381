/* SPDX-License-Identifier: MIT */
#include "engine/base/which.h"

#include "engine/base/today.h"
#include "engine/state.h"
#include "model/day.h"
#include "store/meetings.h"
#include "store/people.h"
#include "wire/error.h"

/* How far back the meeting that is logged may lie, and a day more than the longest day. */
#define PAST (180 * G_TIME_SPAN_DAY / G_TIME_SPAN_SECOND)

static OnePerson *
with_role (OneEngine *engine, OnePerson *person)
{
  if (person && !person->role_is_set)
    person->role = engine->settings->role;
  return person;
}

OnePerson *
one_which_person (OneEngine *engine, const char *who, GError **error)
{
  return with_role (engine, one_people_find (engine->store, who, error));
}

OnePerson *
one_which_get (OneEngine *engine, gint64 person, GError **error)
{
  return with_role (engine, one_people_get (engine->store, person, error));
}

/* With the person's name and role as they are now. */
static OneMeeting *
complete (OneEngine *engine, OneMeeting *meeting)
{
  g_autoptr (OnePerson) person = one_which_get (engine, meeting->person, NULL);

  if (person) {
    g_free (meeting->name);
    meeting->name = g_strdup (person->name);
    meeting->role = person->role;
  }
  return meeting;
}

GPtrArray *
one_which_list (OneEngine *engine, gint64 person, gint64 from, gint64 to, GError **error)
{
  GPtrArray *list = one_meetings_list (engine->store, person, from, to, error);

  for (guint i = 0; list && i < list->len; i++)
    complete (engine, list->pdata[i]);
  return list;
}

OneMeeting *
one_which_meeting (OneEngine *engine, gint64 id, GError **error)
{
  OneMeeting *kept = one_meetings_get (engine->store, id, error);

  return kept ? complete (engine, kept) : NULL;
}

static gboolean
will_happen (const OneMeeting *meeting)
{
  return meeting->state == ONE_MEETING_PLANNED && !meeting->other_declined;
}

OneMeeting *
one_which_next (OneEngine *engine, gint64 person, GError **error)
{
  OneMeeting *next =
      one_meetings_find_next (engine->store, person, one_engine_now (engine), engine->to, error);

  return next ? complete (engine, next) : NULL;
}

/* "m41", and only that; 0 for anything else. */
static gint64
parse_id (const char *which)
{
  char *end;
  gint64 id;

  if (which[0] != 'm' || !g_ascii_isdigit (which[1]))
    return 0;
  id = g_ascii_strtoll (which + 1, &end, 10);
  return *end == '\0' ? id : 0;
}

/* Those of a day that were not called off. */
static GPtrArray *
list_day (OneEngine *engine, const GDate *day, GError **error)
{
  gint64 from, to;
  GPtrArray *list;

  one_today_bounds (engine, day, &from, &to);
  list = one_which_list (engine, 0, from, to, error);
  for (guint i = list ? list->len : 0; i > 0; i--) {
    const OneMeeting *meeting = list->pdata[i - 1];

    if (!will_happen (meeting) && meeting->state != ONE_MEETING_HELD)
      g_ptr_array_remove_index (list, i - 1);
  }
  return list;
}

static GPtrArray *
just (OneMeeting *meeting)
{
  GPtrArray *list;

  if (!meeting)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_meeting_free);
  g_ptr_array_add (list, meeting);
  return list;
}

static OneMeeting *
find_next (OneEngine *engine, const OnePerson *person, GError **error)
{
  g_autoptr (GError) failed = NULL;
  OneMeeting *next = one_which_next (engine, person ? person->id : 0, &failed);

  if (failed)
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (!next && person)
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no meeting with %s ahead", person->name);
  else if (!next)
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no one-on-one ahead");
  return next;
}

/* Today's that are not over yet. */
static GPtrArray *
list_rest_of_today (OneEngine *engine, GError **error)
{
  gint64 now = one_engine_now (engine);
  GDate today = one_today_get (engine, now);
  GPtrArray *list = list_day (engine, &today, error);

  for (guint i = list ? list->len : 0; i > 0; i--)
    if (((OneMeeting *) list->pdata[i - 1])->end <= now)
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

GPtrArray *
one_which_ahead (OneEngine *engine, const char *which, GError **error)
{
  gint64 id = parse_id (which);
  gboolean today = *which == '\0';
  g_autoptr (OnePerson) person = NULL;
  g_autoptr (GPtrArray) list = NULL;
  GDate day;

  if (g_str_equal (which, "next"))
    return just (find_next (engine, NULL, error));
  if (id > 0)
    return just (one_which_meeting (engine, id, error));
  if (today || one_day_parse (which, &day)) {
    list = today ? list_rest_of_today (engine, error) : list_day (engine, &day, error);
    if (!list || list->len > 0)
      return g_steal_pointer (&list);
    if (today)
      return just (find_next (engine, NULL, error));
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no one-on-one on %s", which);
    return NULL;
  }
  person = one_which_person (engine, which, error);
  return person ? just (find_next (engine, person, error)) : NULL;
}

/* The one going on, or else the last one past. */
static OneMeeting *
last_begun (OneEngine *engine, gint64 person, GError **error)
{
  gint64 now = one_engine_now (engine);
  g_autoptr (GPtrArray) list = one_which_list (engine, person, now - PAST, now + 1, error);

  for (guint i = list ? list->len : 0; i > 0; i--) {
    const OneMeeting *meeting = list->pdata[i - 1];

    if (will_happen (meeting) || meeting->state == ONE_MEETING_HELD
        || meeting->state == ONE_MEETING_SKIPPED)
      return one_meeting_dup (meeting);
  }
  return NULL;
}

static OneMeeting *
only_of_day (OneEngine *engine, const GDate *day, const char *which, GError **error)
{
  g_autoptr (GPtrArray) list = list_day (engine, day, error);

  if (list && list->len == 1)
    return one_meeting_dup (list->pdata[0]);
  if (list && list->len == 0)
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no one-on-one on %s", which);
  if (list && list->len > 1)
    g_set_error (error, ONE_ERROR, ONE_ERROR_AMBIGUOUS,
                 "%u one-on-ones on %s: name the person or the meeting's id", list->len, which);
  return NULL;
}

OneMeeting *
one_which_past (OneEngine *engine, const char *which, OnePerson **person, GError **error)
{
  gint64 id = parse_id (which);
  g_autoptr (GError) failed = NULL;
  OneMeeting *meeting;
  GDate day;

  *person = NULL;
  if (id > 0)
    return one_which_meeting (engine, id, error);
  if (one_day_parse (which, &day))
    return only_of_day (engine, &day, which, error);
  if (g_str_equal (which, "next"))
    return find_next (engine, NULL, error);
  if (*which) {
    *person = one_which_person (engine, which, error);
    if (!*person)
      return NULL;
  }
  meeting = last_begun (engine, *person ? (*person)->id : 0, &failed);
  if (failed)
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (!meeting && !*person)
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no one-on-one has begun yet");
  return meeting;
}
