/* SPDX-License-Identifier: MIT */
#include "core/plan/plan-group.h"

#include "model/base/compare.h"

/* A busy loop is never this late: the machine slept. */
#define LATE (2 * 60)

/* The nearest meeting that can still be joined leads; nudges come last, the latest meeting first.
 */
int
one_plan_group_compare (const OneSent *left, const OneSent *right)
{
  static const int place[ONE_N_STAGES] = {
    [ONE_STAGE_START] = 0, [ONE_STAGE_PREP] = 1, [ONE_STAGE_NUDGE] = 2
  };
  int order = one_compare_int64 (left->start, right->start);

  if (left->stage != right->stage)
    return place[left->stage] - place[right->stage];
  if (order != 0)
    return left->stage == ONE_STAGE_NUDGE ? -order : order;
  return one_compare_int64 (left->meeting, right->meeting);
}

static OneSent
show_row (const OneStepShow *show)
{
  return (OneSent){
    .meeting = show->step->meeting,
    .stage = show->step->stage,
    .start = show->step->start,
  };
}

static int
show_compare (gconstpointer left, gconstpointer right)
{
  OneSent a = show_row (left);
  OneSent b = show_row (right);

  return one_plan_group_compare (&a, &b);
}

/* Closes the notification that a later member of a group would have replaced: it shares the
 * group's. */
static void
steps_close_replaced (GPtrArray *steps, const OneStepShow *show)
{
  OneStep *step = g_new0 (OneStep, 1);

  step->kind = ONE_STEP_CLOSE;
  step->meeting = show->replaced->meeting;
  step->stage = show->replaced->stage;
  step->lead = show->replaced->lead;
  step->sent = show->replaced->id;
  step->start = show->replaced->start;
  show->step->replaces = 0;
  g_ptr_array_add (steps, step);
}

/* Numbers of groups: 1 for all, or one for each stage. */
static guint
show_group (const OneStepShow *show, gboolean slept)
{
  return slept ? 1 : 1 + (guint) show->step->stage;
}

void
one_plan_group_add (GPtrArray *steps, GArray *shows)
{
  guint sizes[ONE_N_STAGES + 1] = { 0 };
  guint seen[ONE_N_STAGES + 1] = { 0 };
  gboolean slept = FALSE;

  g_array_sort (shows, show_compare);
  for (guint i = 0; i < shows->len; i++)
    slept |= g_array_index (shows, OneStepShow, i).behind > LATE;
  for (guint i = 0; i < shows->len; i++)
    sizes[show_group (&g_array_index (shows, OneStepShow, i), slept)]++;
  for (guint i = 0; i < shows->len; i++) {
    OneStepShow *show = &g_array_index (shows, OneStepShow, i);
    guint group = show_group (show, slept);

    if (seen[group]++ > 0 && show->replaced)
      steps_close_replaced (steps, show);
    show->step->group = sizes[group] > 1 ? group : 0;
  }
  for (guint i = 0; i < shows->len; i++)
    g_ptr_array_add (steps, g_array_index (shows, OneStepShow, i).step);
}
