/* SPDX-License-Identifier: MIT */
#include "engine/reminders/deliver.h"

#include "engine/base/lookup.h"
#include "engine/base/troubles.h"
#include "engine/reminders/notification-rows.h"
#include "engine/reminders/server-events.h"
#include "engine/reminders/pending.h"
#include "engine/reminders/reminder-draft.h"
#include "engine/reminders/reminders-state.h"
#include "engine/reminders/restore.h"
#include "engine/reminders/told.h"
#include "store/sent.h"

/* A row whose call is pending is neither sent again nor put into another notification. */
static gboolean
is_awaited (const OneReminders *reminders, const OneStep *step)
{
  return step->sent > 0 && one_pending_is_awaited (reminders, step->sent);
}

static gboolean
is_of_group (const OneReminders *reminders, const OneStep *step, const OneStep *other)
{
  return step->group > 0 && other->kind == step->kind && other->group == step->group
         && !is_awaited (reminders, other);
}

/* Makes the reminders of the step's group, the step's own first; just that one if the step has
 * no group. Each step then knows its row. */
static GPtrArray *
make_group (OneReminders *reminders, const OnePlan *plan, guint first, GError **error)
{
  g_autoptr (GPtrArray) group =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_reminder_draft_free);
  const OneStep *step = plan->steps->pdata[first];

  for (guint i = first; i < plan->steps->len; i++) {
    OneStep *other = plan->steps->pdata[i];
    OneReminderDraft *reminder;

    if (i != first && !is_of_group (reminders, step, other))
      continue;
    reminder = one_reminder_draft_new (reminders, other, error);
    if (!reminder)
      return NULL;
    other->sent = reminder->sent->id;
    g_ptr_array_add (group, reminder);
  }
  return g_steal_pointer (&group);
}

static void
send (OneReminders *reminders, const OneNotice *notice)
{
  g_info ("reminder %s of row %" G_GINT64_FORMAT " goes out",
          one_words_format_stage (notice->stage), notice->sent);
  one_notify_show (reminders->notify, notice);
}

/* Puts the notice in the place of the row's notification, unless that speaks of other rows too. */
static void
set_place (OneReminders *reminders, OneNotice *notice, const OneSent *sent)
{
  if (!one_notification_rows_is_shared (reminders, sent))
    one_reminder_draft_replace (notice, sent);
}

static gboolean
show (OneReminders *reminders, const OnePlan *plan, guint first, gint64 now, GError **error)
{
  const OneStep *step = plan->steps->pdata[first];
  g_autoptr (GPtrArray) group = make_group (reminders, plan, first, error);
  g_autoptr (OneNotice) notice = NULL;
  g_autoptr (OneSent) replaced = NULL;
  OneView view = one_reminder_draft_view (reminders, now);
  OnePending *pending;

  if (!group)
    return FALSE;
  notice = one_reminder_draft_merge (group, &view);
  set_place (reminders, notice, ((OneReminderDraft *) group->pdata[0])->sent);
  if (step->replaces > 0
      && (replaced = one_sent_find (reminders->base->store, step->replaces, NULL)))
    set_place (reminders, notice, replaced);
  pending = one_pending_await_all (reminders, group);
  pending->replaces = step->replaces;
  pending->until = step->until;
  send (reminders, notice);
  return TRUE;
}

/* Ends the row. A reminder that was about to be shown counts as never shown. */
static gboolean
supersede (OneReminders *reminders, OneSent *sent, gint64 now, GError **error)
{
  if (sent->state == ONE_SENT_INTENT || sent->state == ONE_SENT_SNOOZED)
    sent->notification_id = 0;
  sent->state = ONE_SENT_SUPERSEDED;
  sent->at = now;
  sent->until = 0;
  return sent->id > 0 ? one_sent_update (reminders->base->store, sent, error)
                      : one_sent_add (reminders->base->store, sent, error);
}

/* The row ends here; `tell` leaves a line on the screen that says why. */
static gboolean
end (OneReminders *reminders, const OneStep *step, gint64 now, GError **error)
{
  g_autoptr (OneReminderDraft) reminder = g_new0 (OneReminderDraft, 1);
  g_autoptr (OneSent) before = NULL;
  OneView view = one_reminder_draft_view (reminders, now);
  g_autoptr (OneNotice) notice = NULL;
  OneReminderText reminder_text;

  reminder->step = step;
  reminder->sent = step->sent > 0 ? one_sent_find (reminders->base->store, step->sent, error)
                                  : one_sent_new (step->meeting, step->stage);
  if (!reminder->sent)
    return FALSE;
  reminder->sent->lead = step->lead;
  reminder->sent->start = step->start;
  before = one_sent_dup (reminder->sent);
  if (!supersede (reminders, reminder->sent, now, error))
    return FALSE;
  if (step->kind == ONE_STEP_CLOSE)
    one_notification_rows_close (reminders, before);
  if (step->kind != ONE_STEP_TELL)
    return TRUE;
  reminder->meeting = one_lookup_meeting (reminders->base, step->meeting, error);
  if (!reminder->meeting)
    return FALSE;
  reminder_text = one_reminder_draft_describe (reminder);
  notice = one_notice_text_called_off (&reminder_text, &view);
  set_place (reminders, notice, before);
  one_pending_await (reminders, notice->sent)->told = TRUE;
  one_told_add (reminders, notice->sent, reminder->meeting->end);
  send (reminders, notice);
  return TRUE;
}

static const char *
format_kind (OneStepKind kind)
{
  static const char *const words[] = {
    [ONE_STEP_SHOW] = "is shown",       [ONE_STEP_REPLACE] = "is shown in another's place",
    [ONE_STEP_REFRESH] = "has changed", [ONE_STEP_TELL] = "is told to be off",
    [ONE_STEP_CLOSE] = "is closed",     [ONE_STEP_PASS] = "is over",
  };

  return words[kind];
}

static gboolean
take_step (OneReminders *reminders, const OnePlan *plan, guint at, gint64 now, GError **error)
{
  const OneStep *step = plan->steps->pdata[at];

  if (is_awaited (reminders, step))
    return TRUE;
  g_debug ("%s of m%" G_GINT64_FORMAT ", row %" G_GINT64_FORMAT ", %s",
           one_words_format_stage (step->stage), step->meeting, step->sent,
           format_kind (step->kind));
  switch (step->kind) {
  case ONE_STEP_SHOW:
  case ONE_STEP_REPLACE:
    if (reminders->no_server || now < reminders->retry)
      return one_reminder_draft_prepare (reminders, step, error);
    return show (reminders, plan, at, now, error);
  case ONE_STEP_REFRESH:
    return reminders->no_server || now < reminders->retry
           || reminders->base->settings->inhibited == ONE_INHIBITION_ALL
           || one_restore_refresh (reminders, plan, step, error);
  case ONE_STEP_TELL:
  case ONE_STEP_CLOSE:
  case ONE_STEP_PASS:
    return end (reminders, step, now, error);
  }
  return TRUE;
}

/* Takes the steps that close notifications, or all others; `failed` keeps the first error. */
static void
take_steps (OneReminders *reminders, const OnePlan *plan, gboolean closing, gint64 now,
            GError **failed)
{
  for (guint i = 0; i < plan->steps->len; i++) {
    g_autoptr (GError) error = NULL;
    gboolean closes = ((OneStep *) plan->steps->pdata[i])->kind == ONE_STEP_CLOSE;

    if (closes == closing && !take_step (reminders, plan, i, now, &error) && !*failed)
      *failed = g_steal_pointer (&error);
  }
}

void
one_deliver_all (OneReminders *reminders, const OnePlan *plan, gint64 now)
{
  g_autoptr (GError) failed = NULL;

  /* Farther off it is only because the clock was set back. */
  if (reminders->retry > now + ONE_SERVER_EVENTS_RETRY)
    reminders->retry = 0;
  /* A row that says closed is the last that is known of its notification: behind a call to a server
   * that hangs, the closing would be lost with oned. It comes again with the answer. */
  if (g_hash_table_size (reminders->pending) == 0) {
    take_steps (reminders, plan, TRUE, now, &failed);
    one_restore_close_empty (reminders);
  }
  take_steps (reminders, plan, FALSE, now, &failed);
  one_restore_settle (reminders);
  one_troubles_set (reminders->base, ONE_SUBJECT_REMINDERS, "", 0, failed ? failed->message : NULL);
}
