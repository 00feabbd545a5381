/* SPDX-License-Identifier: MIT */
#include "engine/keep.h"

#include "core/copies.h"
#include "edge/trees.h"
#include "engine/load.h"
#include "engine/state.h"
#include "engine/which.h"
#include "store/match.h"
#include "store/meetings.h"
#include "store/meta.h"
#include "store/people.h"
#include "store/transaction.h"

#define DAY (24 * 60 * 60)
#define TEXTS_BYTES (32 * 1024) /* that are made room for at a time */

/* The store refused to write: say so, go on with what is known, and judge again before long. */
static void
store_failed (OneEngine *engine, const GError *error)
{
  engine->judge |= error != NULL;
  one_load_trouble (engine, "store", "", 0, error ? error->message : NULL);
}

static gboolean
keep_person (OneEngine *engine, OneMeeting *meeting, GHashTable *people, GError **error)
{
  OnePerson *person = g_hash_table_lookup (people, meeting->address);

  if (!person) {
    gint64 id = one_people_ensure (engine->store, meeting->address, meeting->name, error);

    person = id > 0 ? one_which_get (engine, id, error) : NULL;
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
keep_people (OneEngine *engine, const GPtrArray *meetings, GError **error)
{
  g_autoptr (GHashTable) people =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) one_person_free);

  for (guint i = 0; i < meetings->len; i++)
    if (!keep_person (engine, meetings->pdata[i], people, error))
      return FALSE;
  return TRUE;
}

static gboolean
keep_rows (OneEngine *engine, const GPtrArray *meetings, GError **error)
{
  g_autoptr (GHashTable) there = g_hash_table_new (one_meeting_hash, one_meeting_equal);

  for (guint i = 0; i < meetings->len; i++)
    g_hash_table_add (there, meetings->pdata[i]);
  if (!one_match_meetings (engine->store, there, engine->from, engine->to, error))
    return FALSE;
  for (guint i = 0; i < meetings->len; i++) {
    OneMeeting *meeting = meetings->pdata[i];

    if (meeting->id > 0)
      continue;
    if ((engine->settled
         && !one_meetings_take_over (engine->store, meeting, is_there, there, error))
        || !one_meetings_upsert (engine->store, meeting, error))
      return FALSE;
  }
  return TRUE;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const OneMeeting *first = *(OneMeeting *const *) a, *second = *(OneMeeting *const *) b;

  return first->start < second->start ? -1 : first->start > second->start;
}

/* Nothing can be told of what is, or is no more, in that file. */
static gboolean
is_unread (const OneEngine *engine, const char *path)
{
  g_autoptr (OneReading) reading = one_shelf_find (engine->shelf, path);
  g_autoptr (GPtrArray) sources = one_files_list_sources (engine->files);

  if (reading)
    return reading->refused;
  for (guint i = 0; i < sources->len; i++) {
    const OneFilesSource *source = sources->pdata[i];

    if (source->offline && one_trees_is_beneath (path, source->path))
      return TRUE;
  }
  return FALSE;
}

/* A meeting that is not in the calendars. Those of a file that could not be read, since we were
 * started, are `meetings` as they were last known. */
static gboolean
miss (OneEngine *engine, GPtrArray *meetings, gint64 id, gint64 now, GError **error)
{
  g_autoptr (OneMeeting) meeting = one_meetings_get (engine->store, id, error);

  if (!meeting)
    return FALSE;
  if (is_unread (engine, meeting->source))
    g_ptr_array_add (meetings, g_steal_pointer (&meeting));
  else if (meeting->start >= now)
    return one_meetings_set_gone (engine->store, id, error);
  return TRUE;
}

/* Planned meetings that were in the calendars and are there no more. */
static gboolean
mark_gone (OneEngine *engine, GPtrArray *meetings, gint64 now, GError **error)
{
  g_autoptr (GArray) kept = one_match_list_ids (engine->store, now - DAY, engine->to, error);
  g_autoptr (GHashTable) there = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (!kept)
    return FALSE;
  for (guint i = 0; i < meetings->len; i++)
    g_hash_table_add (there, &((OneMeeting *) meetings->pdata[i])->id);
  for (guint i = 0; i < kept->len; i++) {
    gint64 id = g_array_index (kept, gint64, i);

    if (!g_hash_table_contains (there, &id) && !miss (engine, meetings, id, now, error))
      return FALSE;
  }
  g_ptr_array_sort (meetings, compare_starts);
  return TRUE;
}

/* In one piece: spread among what was needed to judge, they would keep its pages from being given
 * back. */
static void
hold (OneEngine *engine, const GPtrArray *meetings)
{
  g_string_chunk_free (engine->texts);
  g_free (engine->meetings);
  engine->texts = g_string_chunk_new (TEXTS_BYTES);
  engine->meetings = g_new (OneMeeting, meetings->len);
  engine->n_meetings = meetings->len;
  for (guint i = 0; i < meetings->len; i++)
    engine->meetings[i] = one_meeting_share (meetings->pdata[i], engine->texts);
}

void
one_keep_meetings (OneEngine *engine, GPtrArray *judged, gint64 now)
{
  g_autoptr (GPtrArray) meetings = judged;
  g_autoptr (GError) error = NULL;
  g_autoptr (OneTransaction) all = one_transaction_new (engine->store, &error);

  if (all && keep_people (engine, meetings, &error) && keep_rows (engine, meetings, &error)
      && (!engine->settled || mark_gone (engine, meetings, now, &error))
      && one_transaction_commit (all, &error))
    g_debug ("%u meetings are known", meetings->len);
  store_failed (engine, error);
  /* The ids of what was not kept are none. */
  if (!error)
    hold (engine, meetings);
}

/* What is over was held, unless it is said otherwise. What was over by a clock that was wrong is
 * yet to come. */
static OneMeetingState
state_by_clock (const OneMeeting *meeting, gint64 now)
{
  if (meeting->id == 0 || meeting->logged || meeting->other_declined)
    return meeting->state;
  if (meeting->state == ONE_MEETING_PLANNED && meeting->end <= now)
    return ONE_MEETING_HELD;
  if (meeting->state == ONE_MEETING_HELD && meeting->start > now)
    return ONE_MEETING_PLANNED;
  return meeting->state;
}

void
one_keep_held (OneEngine *engine, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneTransaction) all = NULL;

  for (guint i = 0; i < engine->n_meetings; i++) {
    OneMeeting *meeting = &engine->meetings[i];
    OneMeetingState state = state_by_clock (meeting, now);

    if (state == meeting->state)
      continue;
    if (!all && !(all = one_transaction_new (engine->store, &error)))
      break;
    if (!one_meetings_set_state (engine->store, meeting->id, state, &error))
      break;
    meeting->state = state;
  }
  if ((all && !error && !one_transaction_commit (all, &error)) || error)
    store_failed (engine, error);
}

/* The instant at which a trouble like this was first seen. */
static gint64
first_seen (const OneEngine *engine, const OneTrouble *trouble, gint64 now)
{
  for (guint i = 0; i < engine->troubles->len; i++) {
    const OneTrouble *known = engine->troubles->pdata[i];

    if (known->line == trouble->line && g_str_equal (known->source, trouble->source)
        && g_str_equal (known->what, trouble->what))
      return known->since;
  }
  return now;
}

static void
add_troubles (const OneEngine *engine, GPtrArray *troubles, const GPtrArray *more, gint64 now)
{
  for (guint i = 0; i < more->len; i++) {
    OneTrouble *trouble = one_trouble_dup (more->pdata[i]);

    trouble->since = first_seen (engine, trouble, now);
    g_ptr_array_add (troubles, trouble);
  }
}

static int
by_source (gconstpointer a, gconstpointer b)
{
  const OneTrouble *const *x = a, *const *y = b;
  int order = g_strcmp0 ((*x)->source, (*y)->source);

  return order != 0 ? order : (int) (*x)->line - (int) (*y)->line;
}

void
one_keep_troubles (OneEngine *engine, const GPtrArray *readings, gint64 now)
{
  GPtrArray *troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  g_autoptr (GPtrArray) watched = one_files_list_troubles (engine->files);
  g_autoptr (GPtrArray) doubled = one_copies_troubles (readings);

  for (guint i = 0; i < readings->len; i++)
    add_troubles (engine, troubles, ((const OneReading *) readings->pdata[i])->troubles, now);
  add_troubles (engine, troubles, doubled, now);
  add_troubles (engine, troubles, watched, now);
  g_ptr_array_sort (troubles, by_source);
  g_ptr_array_unref (engine->troubles);
  engine->troubles = troubles;
}

gint64
one_keep_first_sight (OneEngine *engine, gint64 now)
{
  g_autoptr (GError) error = NULL;
  gint64 since = now;

  if (!one_meta_get_int (engine->store, ONE_META_FIRST_SIGHT, 0, &since, &error) || since == 0) {
    since = now;
    if (error || !one_meta_set_int (engine->store, ONE_META_FIRST_SIGHT, now, &error))
      store_failed (engine, error);
  }
  return since;
}
