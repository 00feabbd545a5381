/* SPDX-License-Identifier: MIT */
#include "core/plan/plan-steps.h"

#include "core/notice/fingerprint.h"

static OneStep *
step_new (OneStepKind kind, const OnePlanDue *due, const OnePlanSlot *slot)
{
  OneStep *step = g_new0 (OneStep, 1);
  const OneSent *row = slot->row;
  gboolean announces = kind == ONE_STEP_SHOW || kind == ONE_STEP_REPLACE;
  gboolean stale = row && due->meeting && row->start != due->meeting->start;

  step->kind = kind;
  step->stage = slot->stage;
  step->lead = slot->stage == ONE_STAGE_PREP ? slot->lead : 0;
  step->sent = row && !(announces && stale) ? row->id : 0;
  step->meeting = due->meeting ? due->meeting->id : row->meeting;
  step->start = announces || !row ? due->meeting->start : row->start;
  step->fingerprint = announces || kind == ONE_STEP_REFRESH
                          ? one_fingerprint (due->meeting, slot->stage, due->settings)
                          : 0;
  return step;
}

static OneStep *
steps_add (GPtrArray *steps, OneStepKind kind, const OnePlanDue *due, const OnePlanSlot *slot)
{
  OneStep *step = step_new (kind, due, slot);

  g_ptr_array_add (steps, step);
  return step;
}

static const OnePlanSlot *
due_get_slot (const OnePlanDue *due, guint i)
{
  return &g_array_index (due->slots, OnePlanSlot, i);
}

/* The `until` of a reminder due at `at`; a held one comes as soon as it can. */
static gint64
step_until (const OnePlanDue *due, gint64 at)
{
  if (at == ONE_PLAN_DUE_HELD)
    return due->now;
  return at == ONE_PLAN_DUE_NEVER ? 0 : at;
}

static gboolean
row_is_pending (const OneSent *row)
{
  return row && (row->state == ONE_SENT_INTENT || row->state == ONE_SENT_SNOOZED);
}

/* The younger of the two rows, if the user has seen `row`'s reminder. */
static const OneSent *
row_seen_last (const OneSent *row, const OneSent *last)
{
  gboolean seen = row && row->stage != ONE_STAGE_NUDGE && row->state != ONE_SENT_INTENT
                  && (row->state != ONE_SENT_SUPERSEDED || row->notification_id != 0);

  return seen && (!last || row->at >= last->at) ? row : last;
}

/* The start of the reminder shown last, if it is another; else 0. */
static gint64
due_moved_from (const OnePlanDue *due)
{
  const OneSent *last = NULL;

  for (guint i = 0; i < due->left->len; i++)
    last = row_seen_last (g_ptr_array_index (due->left, i), last);
  for (guint i = 0; i < due->slots->len; i++)
    last = row_seen_last (due_get_slot (due, i)->row, last);
  return last && last->start != due->meeting->start ? last->start : 0;
}

/* Finds the reminder to show now: the due one that silences the others. NULL if none is due. */
static const OnePlanSlot *
due_find_slot (const OnePlanDue *due)
{
  const OnePlanSlot *found = NULL;

  for (guint i = 0; i < due->slots->len; i++) {
    const OnePlanSlot *slot = due_get_slot (due, i);

    if (one_plan_due_at (due, slot) <= due->now && (!found || one_plan_due_is_later (slot, found)))
      found = slot;
  }
  return found;
}

/* Silences or replaces the other reminders of a meeting while `shown` is shown. A later one that
 * was shown makes room for a snoozed one, but its row must keep saying that it was shown: it is
 * closed instead. */
static void
steps_silence (GPtrArray *steps, const OnePlanDue *due, const OnePlanSlot *slot,
               const OnePlanSlot *shown, OneStepShow *show)
{
  OneStep *step = show->step;
  gint64 at = one_plan_due_at (due, slot);
  gboolean over = at == ONE_PLAN_DUE_NEVER && row_is_pending (slot->row);
  gboolean on_screen = one_plan_due_is_on_screen (due, slot);
  gboolean done_later = one_plan_due_is_later (slot, shown) && one_plan_due_is_done (due, slot);

  if (on_screen && step->replaces == 0 && !done_later) {
    step->replaces = slot->row->id;
    show->replaced = slot->row;
  } else if (on_screen)
    steps_add (steps, ONE_STEP_CLOSE, due, slot);
  else if (one_plan_due_is_later (shown, slot) && (over || at <= due->now))
    steps_add (steps, ONE_STEP_PASS, due, slot);
}

/* Replaces a row of another start: its reminder gets a new row and takes its place on screen. */
static void
steps_leave_row (GPtrArray *steps, const OnePlanDue *due, const OnePlanSlot *slot,
                 OneStepShow *show)
{
  const OneSent *row = slot->row;

  if (!row || row->start == due->meeting->start)
    return;
  if (one_plan_due_is_on_screen (due, slot)) {
    show->step->replaces = row->id;
    show->replaced = row;
  } else if (row_is_pending (row))
    steps_add (steps, ONE_STEP_PASS, due, slot);
}

/* Tells again of a replacement that is still an intent, which nobody has seen; `row` stays on
 * screen until then. */
static gboolean
steps_replace_again (GPtrArray *steps, const OnePlanDue *due, const OneSent *row)
{
  const OnePlanSlot *slot = one_plan_slot_find (due->slots, row);
  const OneSent *intent = slot->row;
  OneStep *step;
  gint64 at;

  if (!due->meeting || !one_plan_due_is_living (due->meeting) || !intent
      || intent->state != ONE_SENT_INTENT || intent->start != due->meeting->start)
    return FALSE;
  at = one_plan_due_at (due, slot);
  step = steps_add (steps, ONE_STEP_REPLACE, due, slot);
  step->moved_from = row->start;
  step->replaces = row->id;
  step->until = step_until (due, at);
  return TRUE;
}

/* Ends the rows of earlier starts once the meeting has a row of this one. `show`: (nullable) */
static void
steps_leave_rest (GPtrArray *steps, const OnePlanDue *due, OneStepShow *show)
{
  for (guint i = 0; i < due->left->len; i++) {
    const OneSent *row = g_ptr_array_index (due->left, i);
    gboolean on_screen = one_reminder_is_on_screen (row);
    OnePlanSlot own = { .stage = row->stage, .lead = row->lead, .row = row };

    if (on_screen && show && show->step->replaces == 0) {
      show->step->replaces = row->id;
      show->replaced = row;
    } else if (on_screen && !show && steps_replace_again (steps, due, row))
      continue;
    else if (on_screen || row_is_pending (row))
      steps_add (steps, on_screen ? ONE_STEP_CLOSE : ONE_STEP_PASS, due, &own);
  }
}

/* A reminder that changes on screen stays a notification of its own. */
static void
steps_show (GPtrArray *steps, GArray *shows, const OnePlanDue *due, const OnePlanSlot *slot)
{
  const OneSent *row = slot->row;
  gboolean shown = row && row->state == ONE_SENT_SHOWN;
  OneStepKind kind = shown ? ONE_STEP_REPLACE : ONE_STEP_SHOW;
  OneStepShow show = { step_new (kind, due, slot), due->now - one_plan_due_at (due, slot), NULL };

  show.step->moved_from = slot->stage == ONE_STAGE_NUDGE ? 0 : due_moved_from (due);
  steps_leave_row (steps, due, slot, &show);
  for (guint i = 0; i < due->slots->len; i++)
    if (due_get_slot (due, i) != slot)
      steps_silence (steps, due, due_get_slot (due, i), slot, &show);
  steps_leave_rest (steps, due, &show);
  if (one_plan_due_is_on_screen (due, slot))
    g_ptr_array_add (steps, show.step);
  else
    g_array_append_val (shows, show);
}

/* Refreshes a reminder when its link, end or other content has changed, but not its start. */
static void
steps_refresh (GPtrArray *steps, const OnePlanDue *due, const OnePlanSlot *slot)
{
  if (slot->row->state == ONE_SENT_SHOWN && slot->row->start == due->meeting->start
      && slot->row->fingerprint != one_fingerprint (due->meeting, slot->stage, due->settings))
    steps_add (steps, ONE_STEP_REFRESH, due, slot);
}

/* Handles a row whose reminder is not shown now. */
static void
steps_keep (GPtrArray *steps, const OnePlanDue *due, const OnePlanSlot *slot)
{
  const OneSent *row = slot->row;
  gboolean nudge = slot->stage == ONE_STAGE_NUDGE;
  gint64 at = one_plan_due_at (due, slot);
  gboolean on_screen = one_plan_due_is_on_screen (due, slot);
  OneStep *step;

  if (!row)
    return;
  if (!on_screen) {
    if (one_plan_due_is_from_the_future (due, slot)
        || (at == ONE_PLAN_DUE_NEVER && row_is_pending (row)))
      steps_add (steps, ONE_STEP_PASS, due, slot);
    return;
  }
  if (due->now >= one_plan_due_leaves (due, slot) || one_plan_due_is_from_the_future (due, slot)
      || (nudge && (due->meeting->logged || !one_plan_due_is_done (due, slot)))) {
    steps_add (steps, ONE_STEP_CLOSE, due, slot);
    return;
  }
  if (row->start == due->meeting->start || nudge) {
    steps_refresh (steps, due, slot);
    return;
  }
  step = steps_add (steps, ONE_STEP_REPLACE, due, slot);
  step->moved_from = row->start;
  step->replaces = row->id;
  step->until = step_until (due, at);
}

void
one_plan_steps_add_living (GPtrArray *steps, GArray *shows, const OnePlanDue *due)
{
  const OnePlanSlot *slot = due_find_slot (due);

  if (slot) {
    steps_show (steps, shows, due, slot);
    return;
  }
  for (guint i = 0; i < due->slots->len; i++)
    steps_keep (steps, due, due_get_slot (due, i));
  steps_leave_rest (steps, due, NULL);
}

/* TRUE if the user should read that it is off, instead of the notification just vanishing. */
static gboolean
meeting_is_called_off (const OnePlanDue *due)
{
  const OneMeeting *meeting = due->meeting;

  return meeting && meeting->state != ONE_MEETING_SKIPPED && due->now < meeting->end;
}

void
one_plan_steps_add_dead (GPtrArray *steps, const OnePlanDue *due)
{
  steps_leave_rest (steps, due, NULL);
  for (guint i = 0; i < due->slots->len; i++) {
    const OnePlanSlot *slot = due_get_slot (due, i);
    gboolean tell = slot->stage != ONE_STAGE_NUDGE && meeting_is_called_off (due);

    if (one_plan_due_is_on_screen (due, slot))
      steps_add (steps, tell ? ONE_STEP_TELL : ONE_STEP_CLOSE, due, slot);
    else if (row_is_pending (slot->row))
      steps_add (steps, ONE_STEP_PASS, due, slot);
  }
}
