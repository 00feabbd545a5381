/* SPDX-License-Identifier: MIT */
#include "core/steps.h"

static OneStep *
step_new (OneStepKind kind, const OneDue *due, OneStage stage)
{
  OneStep *step = g_new0 (OneStep, 1);
  const OneSent *row = due->rows[stage];
  gboolean announces = kind == ONE_STEP_SHOW || kind == ONE_STEP_REPLACE;
  gboolean stale = row && due->meeting && row->start != due->meeting->start;

  step->kind = kind;
  step->stage = stage;
  step->sent = row && !(announces && stale) ? row->id : 0;
  step->meeting = due->meeting ? due->meeting->id : row->meeting;
  step->start = announces || !row ? due->meeting->start : row->start;
  return step;
}

static OneStep *
plan_add (OnePlan *plan, OneStepKind kind, const OneDue *due, OneStage stage)
{
  OneStep *step = step_new (kind, due, stage);

  g_ptr_array_add (plan->steps, step);
  return step;
}

static gboolean
row_is_pending (const OneSent *row)
{
  return row && (row->state == ONE_SENT_INTENT || row->state == ONE_SENT_SNOOZED);
}

/* The younger of the two, if `row` is of a reminder that the user has seen. */
static const OneSent *
row_seen_last (const OneSent *row, const OneSent *last)
{
  gboolean seen = row && row->stage != ONE_STAGE_NUDGE && row->state != ONE_SENT_INTENT
                  && (row->state != ONE_SENT_SUPERSEDED || row->shown != 0);

  return seen && (!last || row->at >= last->at) ? row : last;
}

/* The start that the user knows of, if it is another: that of the reminder shown last. */
static gint64
due_moved_from (const OneDue *due)
{
  const OneSent *last = NULL;

  for (guint i = 0; due->left && i < due->left->len; i++)
    last = row_seen_last (g_ptr_array_index (due->left, i), last);
  for (guint stage = 0; stage < ONE_STAGE_NUDGE; stage++)
    last = row_seen_last (due->rows[stage], last);
  return last && last->start != due->meeting->start ? last->start : 0;
}

/* The stage to show now: of those that are due, the one that silences the others. -1: none. */
static int
due_find_stage (const OneDue *due)
{
  int found = -1;

  for (guint stage = 0; stage < ONE_N_STAGES; stage++)
    if (one_due_at (due, (OneStage) stage) <= due->now
        && (found < 0 || one_due_is_later (due, (OneStage) stage, (OneStage) found)))
      found = (int) stage;
  return found;
}

/* What else is there of a meeting of which a stage is shown now: silenced, or to be replaced. A
 * later stage that was shown makes room for a snoozed one, but its row has to go on saying that it
 * was shown: it is closed instead. */
static void
plan_silence (OnePlan *plan, const OneDue *due, OneStage stage, OneShow *show)
{
  OneStep *step = show->step;
  gint64 at = one_due_at (due, stage);
  gboolean over = at == ONE_DUE_NEVER && row_is_pending (due->rows[stage]);

  gboolean on_screen = one_due_is_on_screen (due, stage);
  gboolean done_later = one_due_is_later (due, stage, step->stage) && one_due_is_done (due, stage);

  if (on_screen && step->replaces == 0 && !done_later) {
    step->replaces = due->rows[stage]->id;
    show->replaced = due->rows[stage];
  } else if (on_screen)
    plan_add (plan, ONE_STEP_CLOSE, due, stage);
  else if (one_due_is_later (due, step->stage, stage) && (over || at <= due->now))
    plan_add (plan, ONE_STEP_PASS, due, stage);
}

/* A row of another start: its reminder is made anew in a row of its own, and takes its place. */
static void
plan_leave_row (OnePlan *plan, const OneDue *due, OneStage stage, OneShow *show)
{
  const OneSent *row = due->rows[stage];

  if (!row || row->start == due->meeting->start)
    return;
  if (one_due_is_on_screen (due, stage)) {
    show->step->replaces = row->id;
    show->replaced = row;
  } else if (row_is_pending (row))
    plan_add (plan, ONE_STEP_PASS, due, stage);
}

/* The replacement of `row` is an intent still: nobody has seen it. It is told again, and the row
 * left on screen until then. */
static gboolean
plan_replace_again (OnePlan *plan, const OneDue *due, const OneSent *row)
{
  const OneSent *intent = due->rows[row->stage];
  OneStep *step;
  gint64 at;

  if (!due->meeting || !one_due_is_living (due->meeting) || !intent
      || intent->state != ONE_SENT_INTENT || intent->start != due->meeting->start)
    return FALSE;
  at = one_due_at (due, row->stage);
  step = plan_add (plan, ONE_STEP_REPLACE, due, row->stage);
  step->moved_from = row->start;
  step->replaces = row->id;
  step->until = at == ONE_DUE_NEVER ? 0 : at;
  return TRUE;
}

/* Rows of starts that are no more, once the meeting has one of this start. `show` may be NULL. */
static void
plan_leave_rest (OnePlan *plan, const OneDue *due, OneShow *show)
{
  for (guint i = 0; due->left && i < due->left->len; i++) {
    const OneSent *row = g_ptr_array_index (due->left, i);
    gboolean on_screen = one_sent_is_on_screen (row);
    OneDue own = { .rows = { NULL } };

    own.rows[row->stage] = row;
    if (on_screen && show && show->step->replaces == 0) {
      show->step->replaces = row->id;
      show->replaced = row;
    } else if (on_screen && !show && plan_replace_again (plan, due, row))
      continue;
    else if (on_screen || row_is_pending (row))
      plan_add (plan, on_screen ? ONE_STEP_CLOSE : ONE_STEP_PASS, &own, row->stage);
  }
}

/* What the user put off, and what changes on screen, stays a notification of its own. */
static void
plan_show (OnePlan *plan, GArray *shows, const OneDue *due, OneStage stage)
{
  const OneSent *row = due->rows[stage];
  gboolean shown = row && row->state == ONE_SENT_SHOWN;
  OneStepKind kind = shown ? ONE_STEP_REPLACE : ONE_STEP_SHOW;
  OneShow show = { step_new (kind, due, stage), due->now - one_due_at (due, stage), NULL };

  show.step->moved_from = stage == ONE_STAGE_NUDGE ? 0 : due_moved_from (due);
  plan_leave_row (plan, due, stage, &show);
  for (guint other = 0; other < ONE_N_STAGES; other++)
    if (other != stage)
      plan_silence (plan, due, (OneStage) other, &show);
  plan_leave_rest (plan, due, &show);
  if (one_due_is_on_screen (due, stage) || (row && row->state == ONE_SENT_SNOOZED))
    g_ptr_array_add (plan->steps, show.step);
  else
    g_array_append_val (shows, show);
}

/* A row whose stage is not to be shown now. */
static void
plan_keep (OnePlan *plan, const OneDue *due, OneStage stage)
{
  const OneSent *row = due->rows[stage];
  gint64 at = one_due_at (due, stage);
  gboolean on_screen = one_due_is_on_screen (due, stage);
  OneStep *step;

  if (!row)
    return;
  if (!on_screen) {
    if (one_due_is_from_the_future (due, stage) || (at == ONE_DUE_NEVER && row_is_pending (row)))
      plan_add (plan, ONE_STEP_PASS, due, stage);
    return;
  }
  if (due->now >= one_due_end (due, stage) || one_due_is_from_the_future (due, stage)
      || (stage == ONE_STAGE_NUDGE && (due->meeting->logged || !one_due_is_done (due, stage)))) {
    plan_add (plan, ONE_STEP_CLOSE, due, stage);
    return;
  }
  if (row->start == due->meeting->start || stage == ONE_STAGE_NUDGE)
    return;
  step = plan_add (plan, ONE_STEP_REPLACE, due, stage);
  step->moved_from = row->start;
  step->replaces = row->id;
  step->until = at == ONE_DUE_NEVER ? 0 : at;
}

void
one_steps_add_living (OnePlan *plan, GArray *shows, const OneDue *due)
{
  int stage = due_find_stage (due);

  if (stage >= 0) {
    plan_show (plan, shows, due, (OneStage) stage);
    return;
  }
  for (guint other = 0; other < ONE_N_STAGES; other++)
    plan_keep (plan, due, (OneStage) other);
  plan_leave_rest (plan, due, NULL);
}

/* Whether what is on screen is worth a word instead of vanishing. */
static gboolean
meeting_is_called_off (const OneDue *due)
{
  const OneMeeting *meeting = due->meeting;

  return meeting && meeting->state != ONE_MEETING_SKIPPED && due->now < meeting->end;
}

void
one_steps_add_dead (OnePlan *plan, const OneDue *due)
{
  plan_leave_rest (plan, due, NULL);
  for (guint i = 0; i < ONE_N_STAGES; i++) {
    const OneSent *row = due->rows[i];
    OneStage stage = (OneStage) i;

    if (row && one_due_is_on_screen (due, stage))
      plan_add (plan,
                stage != ONE_STAGE_NUDGE && meeting_is_called_off (due) ? ONE_STEP_TELL
                                                                        : ONE_STEP_CLOSE,
                due, stage);
    else if (row_is_pending (row))
      plan_add (plan, ONE_STEP_PASS, due, stage);
  }
}
