/* SPDX-License-Identifier: MIT */
#include "engine/base/lookup.h"

#include "engine/base/complete.h"
#include "engine/base/last-begun.h"
#include "engine/base/today.h"
#include "model/base/day.h"
#include "store/meetings.h"
#include "store/people.h"
#include "wire/error.h"

/* How far back the meeting that is logged may lie, and a day more than the longest day. */
#define PAST (180 * G_TIME_SPAN_DAY / G_TIME_SPAN_SECOND)
#define LONGEST (G_TIME_SPAN_DAY / G_TIME_SPAN_SECOND) /* of a meeting that others may overlap */

static OnePerson *
with_role (const OneBase *base, OnePerson *person)
{
  if (person && !person->role_is_set)
    person->role = base->settings->role;
  return person;
}

OnePerson *
one_lookup_person (const OneBase *base, const char *who, GError **error)
{
  return with_role (base, one_people_find (base->store, who, error));
}

OnePerson *
one_lookup_get (const OneBase *base, gint64 person, GError **error)
{
  return with_role (base, one_people_get (base->store, person, error));
}

GPtrArray *
one_lookup_list (const OneBase *base, gint64 person, gint64 from, gint64 to, GError **error)
{
  GPtrArray *list = one_meetings_list (base->store, person, from, to, error);

  if (list)
    one_complete_list (base, list);
  return list;
}

OneMeeting *
one_lookup_meeting (const OneBase *base, gint64 id, GError **error)
{
  OneMeeting *kept = one_meetings_get (base->store, id, error);

  return kept ? one_complete_meeting (base, kept) : NULL;
}

static gboolean
will_happen (const OneMeeting *meeting)
{
  return meeting->state == ONE_MEETING_PLANNED && !meeting->other_declined;
}

OneMeeting *
one_lookup_next (const OneBase *base, gint64 person, GError **error)
{
  OneMeeting *next =
      one_meetings_find_next (base->store, person, one_base_now (base), base->calendars.to, error);

  return next ? one_complete_meeting (base, next) : NULL;
}

GPtrArray *
one_lookup_overlaps (const OneBase *base, const OneMeeting *meeting, GError **error)
{
  gint64 now = one_base_now (base);
  GPtrArray *list = one_lookup_list (base, 0, meeting->start - LONGEST, meeting->end, error);

  for (guint i = list ? list->len : 0; i > 0; i--) {
    const OneMeeting *other = list->pdata[i - 1];

    if (other->id == meeting->id || !will_happen (other) || other->end <= now
        || other->end <= meeting->start)
      g_ptr_array_remove_index (list, i - 1);
  }
  return list;
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

/* Lists the meetings of a day that were not called off. */
static GPtrArray *
list_day (const OneBase *base, const GDate *day, GError **error)
{
  gint64 from, to;
  GPtrArray *list;

  one_today_bounds (base, day, &from, &to);
  list = one_lookup_list (base, 0, from, to, error);
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
find_next (const OneBase *base, const OnePerson *person, GError **error)
{
  g_autoptr (GError) failed = NULL;
  OneMeeting *next = one_lookup_next (base, person ? person->id : 0, &failed);

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
list_rest_of_today (const OneBase *base, GError **error)
{
  gint64 now = one_base_now (base);
  GDate today = one_today_get (base, now);
  GPtrArray *list = list_day (base, &today, error);

  for (guint i = list ? list->len : 0; i > 0; i--)
    if (((OneMeeting *) list->pdata[i - 1])->end <= now)
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

GPtrArray *
one_lookup_ahead (const OneBase *base, const char *which, GError **error)
{
  gint64 id = parse_id (which);
  gboolean today = *which == '\0';
  g_autoptr (OnePerson) person = NULL;
  g_autoptr (GPtrArray) list = NULL;
  GDate day;

  if (g_str_equal (which, "next"))
    return just (find_next (base, NULL, error));
  if (id > 0)
    return just (one_lookup_meeting (base, id, error));
  if (today || one_day_parse (which, &day)) {
    list = today ? list_rest_of_today (base, error) : list_day (base, &day, error);
    if (!list || list->len > 0)
      return g_steal_pointer (&list);
    if (today)
      return just (find_next (base, NULL, error));
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no one-on-one on %s", which);
    return NULL;
  }
  person = one_lookup_person (base, which, error);
  return person ? just (find_next (base, person, error)) : NULL;
}

/* Which of several is meant is for the user to say. `when`: "on 2026-11-23", "at that time". */
static void
set_several (const GPtrArray *list, const char *when, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++) {
    const OneMeeting *meeting = list->pdata[i];

    g_string_append_printf (names, "%sm%" G_GINT64_FORMAT " %s", i > 0 ? ", " : "", meeting->id,
                            meeting->name);
  }
  g_set_error (error, ONE_ERROR, ONE_ERROR_AMBIGUOUS, "%u one-on-ones %s: name one (%s)", list->len,
               when, names->str);
}

/* The one going on, or else the last one past. AMBIGUOUS if there are several. */
static OneMeeting *
last_begun (const OneBase *base, gint64 person, GError **error)
{
  gint64 now = one_base_now (base);
  g_autoptr (GPtrArray) list = one_lookup_list (base, person, now - PAST, now + 1, error);

  if (!list)
    return NULL;
  one_last_begun_keep (list);
  if (list->len > 1)
    set_several (list, "at that time", error);
  return list->len == 1 ? one_meeting_dup (list->pdata[0]) : NULL;
}

static OneMeeting *
only_of_day (const OneBase *base, const GDate *day, const char *which, GError **error)
{
  g_autoptr (GPtrArray) list = list_day (base, day, error);
  g_autofree char *when = g_strdup_printf ("on %s", which);

  if (list && list->len == 1)
    return one_meeting_dup (list->pdata[0]);
  if (list && list->len == 0)
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no one-on-one on %s", which);
  if (list && list->len > 1)
    set_several (list, when, error);
  return NULL;
}

GPtrArray *
one_lookup_begun_on (const OneBase *base, const char *which, GError **error)
{
  gint64 now = one_base_now (base);
  g_autoptr (GPtrArray) list = NULL;
  GDate day;

  if (!one_day_parse (which, &day)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID, "'%s' is no day like 2026-11-27", which);
    return NULL;
  }
  list = list_day (base, &day, error);
  if (!list)
    return NULL;
  if (list->len == 0) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no one-on-one on %s", which);
    return NULL;
  }
  for (guint i = list->len; i > 0; i--)
    if (((OneMeeting *) list->pdata[i - 1])->start > now)
      g_ptr_array_remove_index (list, i - 1);
  if (list->len > 0)
    return g_steal_pointer (&list);
  g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED, "no one-on-one on %s has begun yet", which);
  return NULL;
}

OneMeeting *
one_lookup_past (const OneBase *base, const char *which, OnePerson **person, GError **error)
{
  gint64 id = parse_id (which);
  g_autoptr (GError) failed = NULL;
  OneMeeting *meeting;
  GDate day;

  *person = NULL;
  if (id > 0)
    return one_lookup_meeting (base, id, error);
  if (one_day_parse (which, &day))
    return only_of_day (base, &day, which, error);
  if (g_str_equal (which, "next"))
    return find_next (base, NULL, error);
  if (*which) {
    *person = one_lookup_person (base, which, error);
    if (!*person)
      return NULL;
  }
  meeting = last_begun (base, *person ? (*person)->id : 0, &failed);
  if (failed)
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (!meeting && !*person)
    g_set_error (error, ONE_ERROR, ONE_ERROR_NOT_FOUND, "no one-on-one has begun yet");
  return meeting;
}
