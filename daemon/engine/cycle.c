/* SPDX-License-Identifier: MIT */
#include "engine/cycle.h"

#include "core/merge.h"
#include "core/plan.h"
#include "core/who.h"
#include "engine/adopt.h"
#include "engine/change.h"
#include "engine/intake.h"
#include "engine/keep.h"
#include "engine/remind.h"
#include "engine/state.h"
#include "engine/stock.h"
#include "store/sent.h"
#include "store/series.h"

/* How long after a meeting its reminders can still matter. */
#define DAY (24 * 60 * 60)

/* Whose calendars these are: as configured, or else as they themselves suggest. */
static char **
find_me (const OneEngine *engine, const GPtrArray *merged, gboolean known)
{
  char **me;

  if (engine->settings->me[0])
    return g_strdupv (engine->settings->me);
  me = known ? one_stock_dup_me (engine) : one_who_infer_me (merged, engine->settings);
  return me ? me : g_new0 (char *, 1);
}

/* Events -> occurrences in the window -> one-on-ones, with their rows in the store. What is known
 * to say nothing is not looked at. */
static void
judge (OneEngine *engine, gint64 now)
{
  g_autoptr (GHashTable) tracked = one_series_list (engine->store, NULL);
  OneWho who = { .settings = engine->settings, .tracked = tracked };
  gboolean known = one_stock_is_judged (engine, &who);
  g_autoptr (GPtrArray) readings =
      known ? one_shelf_list_lively (engine->shelf) : one_shelf_list (engine->shelf);
  g_autoptr (GPtrArray) merged = one_merge_series (readings);
  g_auto (GStrv) before G_GNUC_UNUSED = engine->me;

  engine->judge = FALSE;
  engine->me = find_me (engine, merged, known);
  engine->me_inferred = engine->settings->me[0] == NULL;
  who.me = (const char *const *) engine->me;
  one_keep_meetings (engine, one_who_meetings (&who, merged), now);
  one_keep_troubles (engine, readings, now);
}

/* Those that reminders can still be about. */
static GPtrArray *
list_current (const OneEngine *engine, gint64 now)
{
  GPtrArray *current = g_ptr_array_new ();

  for (guint i = 0; i < engine->n_meetings; i++)
    if (engine->meetings[i].end > now - DAY)
      g_ptr_array_add (current, &engine->meetings[i]);
  return current;
}

/* -> what is due now, and when to wake next. */
static OnePlan *
plan (OneEngine *engine, gint64 now)
{
  g_autoptr (GPtrArray) current = list_current (engine, now);
  g_autoptr (GPtrArray) sent = one_sent_list (engine->store, now - DAY, NULL);
  gint64 since = one_keep_first_sight (engine, now);

  if (!sent)
    sent = g_ptr_array_new ();
  return one_plan_new (current, sent, engine->settings, since, now);
}

static void
run (OneEngine *engine, gint64 now)
{
  g_autoptr (OnePlan) due = NULL;

  one_intake_read (engine, now);
  if (engine->judge)
    judge (engine, now);
  one_keep_held (engine, now);
  if (engine->settled) {
    due = plan (engine, now);
    if (!engine->adopted)
      one_adopt_all (engine, due);
    engine->adopted = TRUE;
    one_remind_all (engine, due, now);
    one_remind_sleep (engine, due);
  }
}

void
one_cycle_run (OneEngine *engine)
{
  gint64 now = one_engine_now (engine);

  one_change_try_disk (engine);
  run (engine, now);
  /* Once again where nothing was in its way: what the disk did not take, memory does. */
  if (one_change_settle (engine, now))
    run (engine, now);
  if (engine->changed)
    engine->changed (engine->data);
}

void
one_cycle_rejudge (OneEngine *engine)
{
  engine->judge = TRUE;
  one_cycle_run (engine);
}
