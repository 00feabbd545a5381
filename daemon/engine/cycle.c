/* SPDX-License-Identifier: MIT */
#include "engine/cycle.h"

#include "core/plan/plan.h"
#include "engine/base/storage.h"
#include "engine/state.h"
#include "model/base/instant.h"
#include "model/leads.h"
#include "store/meetings.h"
#include "store/sent.h"

/* The reminders of this time are looked at first, in seconds; each further look takes in MORE times
 * as much. */
#define NEAR (2 * ONE_DAY)
#define MORE 4
/* A store that refuses is asked again after this, in seconds. */
#define STORE_RETRY 60

/* NULL if the store does not answer. A plan from one list alone would be wrong: without meetings it
 * would close what is on the screen, without rows it would show everything again. */
static OnePlan *
make_plan (const OneBase *base, gint64 now, gint64 to)
{
  /* A day after a meeting its reminders matter no more. */
  gint64 from = now - ONE_DAY;
  g_autoptr (GPtrArray) meetings = one_meetings_list_current (base->store, from, to, NULL);
  g_autoptr (GPtrArray) sent = one_sent_list_current (base->store, from, to, NULL);
  gint64 since = one_storage_get_first_sight (base, now);

  return meetings && sent ? one_plan_new (meetings, sent, base->settings, since, now) : NULL;
}

/* Looks no further ahead than the next reminder: no meeting that starts later than the longest lead
 * after it can be due before. The next one may be a quarter away. */
static OnePlan *
make_plan_far_enough (const OneBase *base, gint64 now)
{
  gint64 lead = one_leads_get_longest (base->settings), far = NEAR;
  OnePlan *plan = make_plan (base, now, now + lead + far);

  while (plan && (plan->next_at == 0 || plan->next_at >= now + far)
         && now + lead + far < base->calendars.to) {
    one_plan_free (plan);
    far *= MORE;
    plan = make_plan (base, now, now + lead + far);
  }
  return plan;
}

static gint64
earlier (gint64 a, gint64 b)
{
  if (a == 0 || b == 0)
    return MAX (a, b);
  return MIN (a, b);
}

/* Sets the clock to the next instant that matters. Without a plan the store is soon asked again. */
static void
set_wake (OneEngine *engine, const OnePlan *plan, gint64 now)
{
  OneClock *clock = engine->base.environment.clock;
  gint64 wake = earlier (plan ? plan->wake : 0, one_reminders_get_retry (engine->reminders));

  if (one_detector_is_stale (engine->detector))
    wake = earlier (wake, now + STORE_RETRY);
  wake = earlier (wake, one_reminders_get_stale (engine->reminders));
  wake = earlier (wake, one_reminders_get_morning (engine->reminders));
  wake = earlier (wake, one_reminders_get_ask (engine->reminders));
  wake = earlier (wake, one_calendars_get_next (engine->calendars));
  g_debug ("%u steps were due; the next instant that matters is in %" G_GINT64_FORMAT " s",
           plan ? plan->steps->len : 0, wake - now);
  clock->set_wake (clock, wake);
}

/* Changed files -> events -> occurrences -> one-on-ones -> what is due now -> its agenda -> remind,
 * and sleep until the next instant that matters. */
static void
run (OneEngine *engine, gint64 now)
{
  g_autoptr (OnePlan) plan = NULL;

  one_calendars_keep_up (engine->calendars, now);
  if (one_calendars_get_state (engine->calendars) != ONE_CALENDARS_READ)
    return; /* it runs again once the changed files are read, and their events expanded */
  one_detector_run (engine->detector, one_calendars_get_news (engine->calendars), now);
  plan = make_plan_far_enough (&engine->base, now);
  if (plan)
    one_reminders_carry_out (engine->reminders, plan, now);
  else
    one_detector_invalidate (engine->detector);
  set_wake (engine, plan, now);
}

/* The store may have changed underneath. */
static void
look_at_store (OneEngine *engine)
{
  one_storage_try_disk (&engine->base);
  if (one_storage_take_replaced (&engine->base))
    one_reminders_forget_rows (engine->reminders);
}

void
one_cycle_run (OneEngine *engine)
{
  const OneBase *base = &engine->base;
  gint64 now = one_base_now (base);

  look_at_store (engine);
  run (engine, now);
  /* The store failed and is in memory now, or replaced by a backup: nothing may be lost by that. */
  if (one_storage_settle (base, now))
    run (engine, now);
  if (engine->changed)
    engine->changed (engine->data);
  if (one_calendars_get_state (engine->calendars) == ONE_CALENDARS_READ)
    one_storage_back_up (base, now);
}

gboolean
one_cycle_run_in_turns (OneEngine *engine, void (*judged) (gpointer engine))
{
  gint64 now = one_base_now (&engine->base);

  look_at_store (engine);
  one_calendars_keep_up (engine->calendars, now);
  if (one_calendars_get_state (engine->calendars) == ONE_CALENDARS_READ
      && !one_detector_run_in_turns (engine->detector, one_calendars_get_news (engine->calendars),
                                     now, judged, engine))
    return FALSE;
  one_cycle_run (engine);
  return TRUE;
}

void
one_cycle_rejudge (OneEngine *engine)
{
  one_detector_invalidate (engine->detector);
  one_cycle_run (engine);
}
