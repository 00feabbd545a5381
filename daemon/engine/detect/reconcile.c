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

/* The stages of the work, one after the other, each in slices. */
typedef enum {
  PEOPLE, /* each meeting gets its person */
  MATCH,  /* and its row, where nothing is new */
  ROWS,   /* or is written */
  GONE,   /* what is in no calendar any more is marked */
  DONE,
} Phase;

struct OneReconcile {
  const OneBase *base;
  gint64 now;
  GPtrArray *meetings; /* (owned) of OneMeeting */
  Phase phase;
  guint next;         /* the first one that the phase has not come to */
  GHashTable *people; /* (owned) address -> OnePerson, of PEOPLE */
  GHashTable *there;  /* (owned) set of OneMeeting (borrowed): all of them */
  GArray *kept;       /* (owned) of gint64, of GONE: ids of rows; NULL before */
  gboolean certain;   /* of all that is not there it is known that it is gone */
};

OneReconcile *
one_reconcile_new (const OneBase *base, GPtrArray *judged, gint64 now)
{
  OneReconcile *reconcile = g_new0 (OneReconcile, 1);

  reconcile->base = base;
  reconcile->now = now;
  reconcile->meetings = judged;
  reconcile->people =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) one_person_free);
  reconcile->there = g_hash_table_new (one_meeting_hash, one_meeting_equal);
  reconcile->certain = TRUE;
  for (guint i = 0; i < judged->len; i++)
    g_hash_table_add (reconcile->there, judged->pdata[i]);
  return reconcile;
}

void
one_reconcile_free (OneReconcile *reconcile)
{
  g_hash_table_unref (reconcile->there);
  g_hash_table_unref (reconcile->people);
  g_clear_pointer (&reconcile->kept, g_array_unref);
  g_ptr_array_unref (reconcile->meetings);
  g_free (reconcile);
}

static gboolean
keep_new_row (const OneReconcile *reconcile, OneMeeting *meeting, GError **error)
{
  OneStore *store = reconcile->base->store;

  if (meeting->id > 0)
    return TRUE;
  return one_meetings_match_take_over (store, meeting, is_there, reconcile->there, error)
         && one_meetings_match_take_over_near (store, meeting, is_there, reconcile->there, error)
         && keep_row (reconcile->base, meeting, reconcile->now, error);
}

static gboolean
mark_gone (OneReconcile *reconcile, guint end, GError **error)
{
  g_autoptr (GArray) slice = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (end > reconcile->next)
    g_array_append_vals (slice, &g_array_index (reconcile->kept, gint64, reconcile->next),
                         end - reconcile->next);
  return one_missing_mark (reconcile->base, slice, reconcile->meetings, &reconcile->certain, error);
}

/* How much there is to do in the phase. Of what is one statement, once. */
static guint
count (OneReconcile *reconcile)
{
  switch (reconcile->phase) {
  case PEOPLE:
  case ROWS:
    return reconcile->meetings->len;
  case MATCH:
    return 1;
  case GONE:
    return reconcile->kept ? reconcile->kept->len : 0;
  case DONE:
    return 0;
  }
  g_return_val_if_reached (0);
}

/* Does the phase's work up to `end`. */
static gboolean
work (OneReconcile *reconcile, guint end, GError **error)
{
  const OneBase *base = reconcile->base;
  gboolean done = TRUE;

  if (reconcile->phase == MATCH)
    return one_meetings_match_rows (base->store, reconcile->there, base->calendars.from,
                                    base->calendars.to, error);
  if (reconcile->phase == GONE)
    return mark_gone (reconcile, end, error);
  for (guint i = reconcile->next; i < end && done; i++)
    done = reconcile->phase == PEOPLE
               ? keep_person (base, reconcile->meetings->pdata[i], reconcile->people, error)
               : keep_new_row (reconcile, reconcile->meetings->pdata[i], error);
  return done;
}

/* The rows that may be gone are listed once all others are written. */
static gboolean
go_to_next (OneReconcile *reconcile, GError **error)
{
  const OneBase *base = reconcile->base;

  reconcile->phase++;
  reconcile->next = 0;
  if (reconcile->phase != GONE)
    return TRUE;
  reconcile->kept = one_meetings_match_list_ids (base->store, reconcile->now - ONE_DAY,
                                                 base->calendars.to, error);
  return reconcile->kept != NULL;
}

gboolean
one_reconcile_go_on (OneReconcile *reconcile, guint most, gboolean *done, GError **error)
{
  g_autoptr (OneTransaction) all = one_transaction_new (reconcile->base->store, error);
  guint left = most;

  while (all && reconcile->phase != DONE && left > 0) {
    guint end = MIN (count (reconcile), reconcile->next + MIN (left, G_MAXUINT - reconcile->next));

    if (!work (reconcile, end, error))
      return FALSE;
    left -= end - reconcile->next;
    reconcile->next = end;
    if (end == count (reconcile) && !go_to_next (reconcile, error))
      return FALSE;
  }
  *done = reconcile->phase == DONE;
  return all && one_transaction_commit (all, error);
}

gboolean
one_reconcile_is_certain (const OneReconcile *reconcile)
{
  return reconcile->certain;
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
