/* SPDX-License-Identifier: MIT */
#include "engine/remind.h"

#include "engine/adopt.h"
#include "engine/answer.h"
#include "engine/confirm.h"
#include "engine/intake.h"
#include "engine/load.h"
#include "engine/reminder.h"
#include "engine/screen.h"
#include "engine/state.h"
#include "engine/which.h"
#include "store/sent.h"

/* A store that refuses is asked again after this, in seconds. */
#define STORE_RETRY 60

/* What the server has not answered yet is neither sent again nor put into another notification. */
static gboolean
is_awaited (const OneEngine *engine, const OneStep *step)
{
  return step->sent > 0 && one_confirm_is_awaited (engine, step->sent);
}

static gboolean
is_of_group (const OneEngine *engine, const OneStep *step, const OneStep *other)
{
  return step->group > 0 && other->kind == step->kind && other->group == step->group
         && !is_awaited (engine, other);
}

/* All reminders of the step's group, the step's own first; just that one if it is of no group. From
 * here on each step knows its row. */
static GPtrArray *
make_group (OneEngine *engine, const OnePlan *plan, guint first, GError **error)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new_with_free_func ((GDestroyNotify) one_reminder_free);
  const OneStep *step = plan->steps->pdata[first];

  for (guint i = first; i < plan->steps->len; i++) {
    OneStep *other = plan->steps->pdata[i];
    OneReminder *reminder;

    if (i != first && !is_of_group (engine, step, other))
      continue;
    reminder = one_reminder_new (engine, other, error);
    if (!reminder)
      return NULL;
    other->sent = reminder->sent->id;
    g_ptr_array_add (group, reminder);
  }
  return g_steal_pointer (&group);
}

static void
send (OneEngine *engine, const OneNotice *notice)
{
  g_info ("reminder %s of row %" G_GINT64_FORMAT " goes out",
          one_words_format_stage (notice->stage), notice->sent);
  one_notify_show (engine->notify, notice);
}

/* What of ours the notice takes the place of, unless that speaks of others too. */
static void
set_place (OneEngine *engine, OneNotice *notice, const OneSent *sent)
{
  if (!one_screen_is_shared (engine, sent))
    one_reminder_replace (notice, sent);
}

static gboolean
show (OneEngine *engine, const OnePlan *plan, guint first, gint64 now, GError **error)
{
  const OneStep *step = plan->steps->pdata[first];
  g_autoptr (GPtrArray) group = make_group (engine, plan, first, error);
  g_autoptr (OneNotice) notice = NULL;
  g_autoptr (OneSent) replaced = NULL;
  OneView view = one_reminder_view (engine, now);
  OneUnderWay *under_way;

  if (!group)
    return FALSE;
  notice = one_reminder_merge (group, &view);
  set_place (engine, notice, ((OneReminder *) group->pdata[0])->sent);
  if (step->replaces > 0 && (replaced = one_sent_find (engine->store, step->replaces, NULL)))
    set_place (engine, notice, replaced);
  under_way = one_confirm_await_all (engine, group);
  under_way->replaces = step->replaces;
  under_way->until = step->until;
  send (engine, notice);
  return TRUE;
}

/* What was about to be shown, for the first time or again, counts as never shown. */
static gboolean
supersede (OneEngine *engine, OneSent *sent, gint64 now, GError **error)
{
  if (sent->state == ONE_SENT_INTENT || sent->state == ONE_SENT_SNOOZED)
    sent->notification_id = 0;
  sent->state = ONE_SENT_SUPERSEDED;
  sent->at = now;
  sent->until = 0;
  return sent->id > 0 ? one_sent_update (engine->store, sent, error)
                      : one_sent_add (engine->store, sent, error);
}

/* The row ends here; `tell` leaves a line on the screen that says why. */
static gboolean
end (OneEngine *engine, const OneStep *step, gint64 now, GError **error)
{
  g_autoptr (OneReminder) reminder = g_new0 (OneReminder, 1);
  g_autoptr (OneSent) before = NULL;
  OneView view = one_reminder_view (engine, now);
  g_autoptr (OneNotice) notice = NULL;
  OneReminderText reminder_text;

  reminder->step = step;
  reminder->sent = step->sent > 0 ? one_sent_find (engine->store, step->sent, error)
                                  : one_sent_new (step->meeting, step->stage);
  if (!reminder->sent)
    return FALSE;
  reminder->sent->lead = step->lead;
  reminder->sent->start = step->start;
  before = one_sent_dup (reminder->sent);
  if (!supersede (engine, reminder->sent, now, error))
    return FALSE;
  if (step->kind == ONE_STEP_CLOSE)
    one_screen_close (engine, before);
  if (step->kind != ONE_STEP_TELL)
    return TRUE;
  reminder->meeting = one_which_meeting (engine, step->meeting, error);
  if (!reminder->meeting)
    return FALSE;
  reminder_text = one_reminder_describe (reminder);
  notice = one_notice_text_called_off (&reminder_text, &view);
  set_place (engine, notice, before);
  one_confirm_await (engine, notice->sent)->told = TRUE;
  send (engine, notice);
  return TRUE;
}

static gboolean
take_step (OneEngine *engine, const OnePlan *plan, guint at, gint64 now, GError **error)
{
  const OneStep *step = plan->steps->pdata[at];

  if (is_awaited (engine, step))
    return TRUE;
  switch (step->kind) {
  case ONE_STEP_SHOW:
  case ONE_STEP_REPLACE:
    if (engine->no_server || now < engine->retry)
      return one_reminder_prepare (engine, step, error);
    return show (engine, plan, at, now, error);
  case ONE_STEP_REFRESH:
    return engine->no_server || now < engine->retry
           || one_adopt_refresh (engine, plan, step, error);
  case ONE_STEP_TELL:
  case ONE_STEP_CLOSE:
  case ONE_STEP_PASS:
    return end (engine, step, now, error);
  }
  return TRUE;
}

void
one_remind_all (OneEngine *engine, const OnePlan *plan, gint64 now)
{
  g_autoptr (GError) failed = NULL;

  /* Farther off it is only because the clock was set back. */
  if (engine->retry > now + ONE_ANSWER_RETRY)
    engine->retry = 0;
  for (guint i = 0; i < plan->steps->len; i++) {
    g_autoptr (GError) error = NULL;

    if (!take_step (engine, plan, i, now, &error) && !failed)
      failed = g_steal_pointer (&error);
  }
  one_adopt_settle (engine);
  one_load_trouble (engine, ONE_SUBJECT_REMINDERS, "", 0, failed ? failed->message : NULL);
  engine->reminder_at = plan->next_at;
  engine->reminder = plan->next_stage;
}

static gint64
earlier (gint64 a, gint64 b)
{
  if (a == 0 || b == 0)
    return MAX (a, b);
  return MIN (a, b);
}

void
one_remind_sleep (OneEngine *engine, const OnePlan *plan)
{
  gint64 wake = earlier (plan ? plan->wake : 0, engine->retry);

  /* Still to be judged at the end of a cycle: the store refused. */
  if (engine->judge)
    wake = earlier (wake, one_engine_now (engine) + STORE_RETRY);

  engine->parts.clock->set_wake (engine->parts.clock, earlier (wake, one_intake_next (engine)));
}
