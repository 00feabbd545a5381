/* SPDX-License-Identifier: MIT */
#include "engine/detect/reconcile.h"

#include "engine/base/lookup.h"
#include "engine/detect/missing.h"
#include "model/base/instant.h"
#include "store/db/transaction.h"
#include "store/meetings-match.h"
#include "store/meetings.h"
#include "store/people.h"

#define LONGEST ONE_WEEK /* no meeting is longer */

static gboolean
keep_person (const OneBase *base, OneMeeting *meeting, GHashTable *people, GError **error)
{
  OnePerson *person = g_hash_table_lookup (people, meeting->address);

  if (!person) {
    gint64 id = one_people_ensure (base->store, meeting->address, meeting->name, error);

    person = id > 0 ? one_lookup_get (base, id, error) : NULL;
    if (!person)
      return FALSE;
    g_hash_table_insert (people, g_strdup (meeting->address), person);
  }
  meeting->person = person->id;
  meeting->role = person->role;
  g_free (meeting->name);
  meeting->name = g_strdup (person->name);
  /* A meeting known by its title only has no real address. */
  if (g_str_has_prefix (meeting->address, "name:"))
    *meeting->address = '\0';
  return TRUE;
}

static gboolean
is_there (const char *uid, gint64 original, gpointer data)
{
  OneMeeting meeting = { .uid = (char *) uid, .original = original };

  return g_hash_table_contains (data, &meeting);
}

static gboolean
keep_people (const OneBase *base, const GPtrArray *meetings, GError **error)
{
  g_autoptr (GHashTable) people =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) one_person_free);

  for (guint i = 0; i < meetings->len; i++)
    if (!keep_person (base, meetings->pdata[i], people, error))
      return FALSE;
  return TRUE;
}

/* A meeting first seen after its end counts as held; from then on the clock tells
 * (one_reconcile_held). If a logged one moved into the future, it is planned again. */
static OneMeetingState
first_state (const OneMeeting *meeting, gint64 now)
{
  gboolean past = meeting->state == ONE_MEETING_HELD || meeting->state == ONE_MEETING_SKIPPED;

  if (meeting->other_declined)
    return meeting->state;
  if (past && meeting->start > now)
    return ONE_MEETING_PLANNED;
  return meeting->state == ONE_MEETING_PLANNED && meeting->end <= now ? ONE_MEETING_HELD
                                                                      : meeting->state;
}

static gboolean
keep_row (const OneBase *base, OneMeeting *meeting, gint64 now, GError **error)
{
  if (!one_missing_find (base, meeting, error))
    return FALSE;
  if (meeting->id > 0)
    return TRUE;
  if (!one_meetings_upsert (base->store, meeting, error))
    return FALSE;
  if (first_state (meeting, now) == meeting->state)
    return TRUE;
  return one_meetings_set_state (base->store, meeting->id, first_state (meeting, now), error);
}

static gboolean
keep_rows (const OneBase *base, const GPtrArray *meetings, gint64 now, GError **error)
{
  g_autoptr (GHashTable) there = g_hash_table_new (one_meeting_hash, one_meeting_equal);

  for (guint i = 0; i < meetings->len; i++)
    g_hash_table_add (there, meetings->pdata[i]);
  if (!one_meetings_match_rows (base->store, there, base->calendars.from, base->calendars.to,
                                error))
    return FALSE;
  for (guint i = 0; i < meetings->len; i++) {
    OneMeeting *meeting = meetings->pdata[i];

    if (meeting->id > 0)
      continue;
    if (!one_meetings_match_take_over (base->store, meeting, is_there, there, error)
        || !one_meetings_match_take_over_near (base->store, meeting, is_there, there, error)
        || !keep_row (base, meeting, now, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
one_reconcile_all (const OneBase *base, GPtrArray *judged, gint64 now, GError **error)
{
  g_autoptr (GPtrArray) meetings = judged;
  g_autoptr (OneTransaction) all = one_transaction_new (base->store, error);
  gboolean certain = TRUE;

  if (!all || !keep_people (base, meetings, error) || !keep_rows (base, meetings, now, error)
      || !one_missing_mark_all (base, meetings, now, &certain, error)
      || !one_transaction_commit (all, error))
    return FALSE;
  g_debug ("%u meetings are known", meetings->len);
  return certain;
}

static gboolean
stand_alone (const OneBase *base, const GPtrArray *meetings, gboolean *alone, GError **error)
{
  gboolean doubled = FALSE;

  for (guint i = 0; i < meetings->len && !doubled; i++)
    if (!one_meetings_match_has_double (base->store, meetings->pdata[i], &doubled, error))
      return FALSE;
  *alone = !doubled;
  return TRUE;
}

static gboolean
keep_series (const OneBase *base, GHashTable *uids, const GPtrArray *meetings, gint64 now,
             gboolean *certain, GError **error)
{
  GHashTableIter iter;
  gpointer uid;

  for (guint i = 0; i < meetings->len; i++)
    if (!keep_row (base, meetings->pdata[i], now, error))
      return FALSE;
  g_hash_table_iter_init (&iter, uids);
  while (g_hash_table_iter_next (&iter, &uid, NULL)) {
    g_autoptr (GArray) kept =
        one_meetings_match_list_series (base->store, uid, now - ONE_DAY, base->calendars.to, error);

    if (!kept || !one_missing_mark (base, kept, meetings, certain, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
one_reconcile_series (const OneBase *base, GHashTable *uids, GPtrArray *judged, gint64 now,
                      GError **error)
{
  g_autoptr (GPtrArray) meetings = judged;
  g_autoptr (OneTransaction) all = one_transaction_new (base->store, error);
  gboolean alone = FALSE, certain = TRUE;

  if (!all || !keep_people (base, meetings, error) || !stand_alone (base, meetings, &alone, error)
      || !alone || !keep_series (base, uids, meetings, now, &certain, error) || !certain
      || !one_transaction_commit (all, error))
    return FALSE;
  g_debug ("%u series were judged", g_hash_table_size (uids));
  return TRUE;
}

gboolean
one_reconcile_held (const OneBase *base, gint64 before, gint64 now, GError **error)
{
  gboolean back = now < before || before == 0;

  return one_meetings_match_clock (base->store, back ? base->calendars.from : before - LONGEST,
                                   back ? G_MAXINT64 : now + 1, now, error);
}
