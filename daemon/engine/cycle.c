/* SPDX-License-Identifier: MIT */
#include "engine/cycle.h"

#include "core/plan/plan.h"
#include "engine/base/change.h"
#include "engine/calendars/intake.h"
#include "engine/detect/judge.h"
#include "engine/detect/keep.h"
#include "engine/reminders/adopt.h"
#include "engine/reminders/remind.h"
#include "engine/state.h"
#include "store/meetings.h"
#include "store/sent.h"

/* How long after a meeting its reminders can still matter, and how far ahead there can be a reason
 * to wake: the longest lead, and the longest that oned sleeps (engine/intake.c). */
#define DAY (24 * 60 * 60)
#define AHEAD ((31 + 2 * 28) * DAY)

/* -> what is due now, and when to wake next. NULL if the store does not say: from half of it would
 * follow that what is on the screen has no meeting, or that nothing was ever shown. */
static OnePlan *
plan (OneEngine *engine, gint64 now, gint64 to)
{
  g_autoptr (GPtrArray) meetings = one_meetings_list_current (engine->store, now - DAY, to, NULL);
  g_autoptr (GPtrArray) sent = one_sent_list (engine->store, now - DAY, NULL);
  gint64 since = one_keep_first_sight (engine, now);

  return meetings && sent ? one_plan_new (meetings, sent, engine->settings, since, now) : NULL;
}

/* Who meets somebody once in a quarter wants to know, too, when that is. */
static OnePlan *
plan_far_enough (OneEngine *engine, gint64 now)
{
  g_autoptr (OnePlan) near = plan (engine, now, now + AHEAD);

  return !near || near->next_at > 0 ? g_steal_pointer (&near) : plan (engine, now, engine->to);
}

static void
remind (OneEngine *engine, const OnePlan *due, gint64 now)
{
  if (!engine->adopted)
    one_adopt_all (engine, due);
  engine->adopted = TRUE;
  one_remind_all (engine, due, now);
}

static void
judge (OneEngine *engine, gint64 now)
{
  one_keep_held (engine, now); /* of those that are in no calendar any more, too */
  if (engine->judge)
    one_judge_all (engine, now);
  else if (engine->news)
    one_judge_news (engine, now);
  engine->news = FALSE;
  one_keep_held (engine, now);
}

static void
run (OneEngine *engine, gint64 now)
{
  g_autoptr (OnePlan) due = NULL;

  one_intake_read (engine, now);
  if (!engine->settled)
    return;
  judge (engine, now);
  due = plan_far_enough (engine, now);
  if (due)
    remind (engine, due, now);
  else
    engine->judge = TRUE;
  one_remind_sleep (engine, due);
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
  one_change_back_up (engine, now);
}

void
one_cycle_rejudge (OneEngine *engine)
{
  engine->judge = TRUE;
  one_cycle_run (engine);
}
