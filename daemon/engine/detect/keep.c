/* SPDX-License-Identifier: MIT */
#include "engine/detect/keep.h"

#include "core/detect/duplicates.h"
#include "engine/base/load.h"
#include "engine/base/which.h"
#include "engine/detect/gone.h"
#include "engine/state.h"
#include "store/db/transaction.h"
#include "store/meetings-sync.h"
#include "store/meetings.h"
#include "store/meta.h"
#include "store/people.h"

#define DAY (24 * 60 * 60)
#define WEEK (7 * DAY) /* no meeting is longer */

/* The store refused to write: say so, go on with what is known, and judge again before long. */
static void
store_failed (OneEngine *engine, const GError *error)
{
  engine->judge |= error != NULL;
  one_load_trouble (engine, ONE_SUBJECT_STORE, "", 0, error ? error->message : NULL);
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

/* What is over when it is first seen was held; from then on the clock tells (one_keep_held). What
 * the user said of it is about the past: moved ahead, it is yet to come. */
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
keep_row (OneEngine *engine, OneMeeting *meeting, gint64 now, GError **error)
{
  if (!one_meetings_upsert (engine->store, meeting, error))
    return FALSE;
  if (first_state (meeting, now) == meeting->state)
    return TRUE;
  return one_meetings_set_state (engine->store, meeting->id, first_state (meeting, now), error);
}

static gboolean
keep_rows (OneEngine *engine, const GPtrArray *meetings, gint64 now, GError **error)
{
  g_autoptr (GHashTable) there = g_hash_table_new (one_meeting_hash, one_meeting_equal);

  for (guint i = 0; i < meetings->len; i++)
    g_hash_table_add (there, meetings->pdata[i]);
  if (!one_meetings_sync_meetings (engine->store, there, engine->from, engine->to, error))
    return FALSE;
  for (guint i = 0; i < meetings->len; i++) {
    OneMeeting *meeting = meetings->pdata[i];

    if (meeting->id > 0)
      continue;
    if (!one_meetings_sync_take_over (engine->store, meeting, is_there, there, error)
        || !keep_row (engine, meeting, now, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
one_keep_all (OneEngine *engine, GPtrArray *judged, gint64 now)
{
  g_autoptr (GPtrArray) meetings = judged;
  g_autoptr (GError) error = NULL;
  g_autoptr (OneTransaction) all = one_transaction_new (engine->store, &error);
  gboolean certain = TRUE;

  if (all && keep_people (engine, meetings, &error) && keep_rows (engine, meetings, now, &error)
      && one_gone_mark_all (engine, meetings, now, &certain, &error)
      && one_transaction_commit (all, &error))
    g_debug ("%u meetings are known", meetings->len);
  store_failed (engine, error);
  return certain && !error;
}

static gboolean
stand_alone (OneEngine *engine, const GPtrArray *meetings, gboolean *alone, GError **error)
{
  gboolean doubled = FALSE;

  for (guint i = 0; i < meetings->len && !doubled; i++)
    if (!one_meetings_sync_has_double (engine->store, meetings->pdata[i], &doubled, error))
      return FALSE;
  *alone = !doubled;
  return TRUE;
}

static gboolean
keep_series (OneEngine *engine, const GPtrArray *meetings, gint64 now, gboolean *certain,
             GError **error)
{
  GHashTableIter iter;
  gpointer uid;

  for (guint i = 0; i < meetings->len; i++)
    if (!keep_row (engine, meetings->pdata[i], now, error))
      return FALSE;
  g_hash_table_iter_init (&iter, engine->series);
  while (g_hash_table_iter_next (&iter, &uid, NULL)) {
    g_autoptr (GArray) kept =
        one_meetings_sync_list_series (engine->store, uid, now - DAY, engine->to, error);

    if (!kept || !one_gone_mark (engine, kept, meetings, certain, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
one_keep_series (OneEngine *engine, GPtrArray *judged, gint64 now)
{
  g_autoptr (GPtrArray) meetings = judged;
  g_autoptr (GError) error = NULL;
  g_autoptr (OneTransaction) all = one_transaction_new (engine->store, &error);
  gboolean alone = FALSE, certain = TRUE;

  if (all && keep_people (engine, meetings, &error)
      && stand_alone (engine, meetings, &alone, &error) && alone
      && keep_series (engine, meetings, now, &certain, &error) && certain
      && one_transaction_commit (all, &error)) {
    g_debug ("%u series were judged", g_hash_table_size (engine->series));
    return TRUE;
  }
  store_failed (engine, error);
  return FALSE;
}

void
one_keep_held (OneEngine *engine, gint64 now)
{
  gboolean back = now < engine->held || engine->held == 0;
  g_autoptr (GError) error = NULL;

  if (!one_meetings_sync_clock (engine->store, back ? engine->from : engine->held - WEEK,
                                back ? G_MAXINT64 : now + 1, now, &error))
    store_failed (engine, error);
  engine->held = error ? 0 : now;
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
  g_autoptr (GPtrArray) doubled = one_duplicates_troubles (readings);

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
