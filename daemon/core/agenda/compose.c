/* SPDX-License-Identifier: MIT */
#include "core/agenda/compose.h"

#include "core/agenda/minutes.h"
#include "core/agenda/neglect.h"
#include "core/agenda/past.h"
#include "core/agenda/prompts.h"
#include "core/agenda/reason.h"
#include "core/agenda/select.h"
#include "model/base/compare.h"
#include "model/base/day.h"

static gint
compare_points (gconstpointer a, gconstpointer b)
{
  const OnePoint *one = *(const OnePoint *const *) a;
  const OnePoint *other = *(const OnePoint *const *) b;

  if (one->created != other->created)
    return one_compare_int64 (one->created, other->created);
  return one_compare_int64 (one->id, other->id);
}

/* Points to raise by the day of the meeting, the oldest first. (transfer container) */
static GPtrArray *
list_due_points (const OneComposeInput *input)
{
  GPtrArray *due = g_ptr_array_new ();
  GDate day = one_day_get (input->meeting->start, input->zone);

  for (guint i = 0; i < input->points->len; i++) {
    OnePoint *point = g_ptr_array_index (input->points, i);
    gboolean waits = g_date_valid (&point->on) && g_date_compare (&point->on, &day) > 0;

    if (point->state == ONE_STATE_OPEN && !waits)
      g_ptr_array_add (due, point);
  }
  g_ptr_array_sort (due, compare_points);
  return due;
}

/* The order of actions within their item. */
typedef enum {
  RANK_OVERDUE,
  RANK_MINE,
  RANK_THEIRS,
  RANK_CLOSED,
} ActionRank;

static ActionRank
action_rank (const OneAgendaAction *shown)
{
  if (shown->action->state != ONE_STATE_OPEN)
    return RANK_CLOSED;
  if (shown->overdue)
    return RANK_OVERDUE;
  return shown->action->owner == ONE_OWNER_ME ? RANK_MINE : RANK_THEIRS;
}

/* Within a rank the oldest comes first. */
static gint
compare_actions (gconstpointer a, gconstpointer b)
{
  const OneAgendaAction *one = *(const OneAgendaAction *const *) a;
  const OneAgendaAction *other = *(const OneAgendaAction *const *) b;
  ActionRank one_rank = action_rank (one);
  ActionRank other_rank = action_rank (other);

  if (one_rank != other_rank)
    return one_compare_int64 (one_rank, other_rank);
  if (one->action->owner != other->action->owner)
    return one->action->owner == ONE_OWNER_ME ? -1 : 1;
  if (one->action->created != other->action->created)
    return one_compare_int64 (one->action->created, other->action->created);
  return one_compare_int64 (one->action->id, other->action->id);
}

/* Shows a done action once: at the first meeting after it was done. */
static gboolean
action_is_shown (const OneComposeInput *input, const OneAction *action)
{
  const OnePast *last = one_past_find_last (input->history, input->meeting);

  if (action->state == ONE_STATE_OPEN)
    return TRUE;
  return action->state == ONE_STATE_DONE && action->closed < input->meeting->start
         && (!last || action->closed > last->start);
}

/* (transfer full) of OneAgendaAction */
static GPtrArray *
list_actions (const OneComposeInput *input)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify) one_agenda_action_free);
  GDate today = one_day_get (input->now, input->zone);

  for (guint i = 0; i < input->actions->len; i++) {
    const OneAction *action = g_ptr_array_index (input->actions, i);
    OneAgendaAction *entry = NULL;

    if (!action_is_shown (input, action))
      continue;
    entry = one_agenda_action_new (action);
    entry->age_meetings = one_past_count_held (input->history, input->meeting, action->created);
    entry->overdue = action->state == ONE_STATE_OPEN && g_date_valid (&action->due)
                     && g_date_compare (&action->due, &today) < 0;
    g_ptr_array_add (shown, entry);
  }
  g_ptr_array_sort (shown, compare_actions);
  return shown;
}

static OneItem *
item_from_candidate (const OneCandidate *candidate)
{
  OneItem *item = one_item_new (candidate->category->id, candidate->category->title);

  item->rule = candidate->category->rule;
  item->main = candidate->main;
  item->neglect = candidate->neglect;
  item->limits = candidate->category->limits;
  return item;
}

static OneItem *
agenda_find (const OneAgenda *agenda, const OneCategory *category)
{
  for (guint i = 0; category && i < agenda->items->len; i++) {
    OneItem *item = g_ptr_array_index (agenda->items, i);

    if (g_str_equal (item->category, category->id))
      return item;
  }
  return NULL;
}

static void
agenda_place_points (OneAgenda *agenda, const OneComposeInput *input, const GPtrArray *due)
{
  for (guint i = 0; i < due->len; i++) {
    OnePoint *point = one_point_dup (g_ptr_array_index (due, i));
    OneItem *item = agenda_find (agenda, one_candidate_find_place (input->catalogue, point));

    /* Another wish for a main subject came later. */
    point->main = point->main && item && item->main;
    g_ptr_array_add (item ? item->points : agenda->parked, point);
  }
}

static void
item_finish (OneItem *item, const OneCandidate *candidate, const OneComposeInput *input)
{
  const OnePoint *oldest = item->points->len > 0 ? g_ptr_array_index (item->points, 0) : NULL;
  guint age = oldest ? one_past_count_held (input->history, input->meeting, oldest->created) : 0;

  g_ptr_array_unref (item->prompts);
  item->prompts = one_prompts_list (input, candidate, item->minutes);
  g_free (item->reason);
  item->reason = one_reason_format_item (item, age);
}

static gboolean
history_has_proposals (const OneComposeInput *input)
{
  for (guint i = 0; i < input->history->proposals->len; i++) {
    const OneProposal *proposal = g_ptr_array_index (input->history->proposals, i);

    if (input->meeting->id != 0 && proposal->meeting == input->meeting->id
        && one_candidate_is_settled (input, proposal))
      return TRUE;
  }
  return FALSE;
}

OneAgenda *
one_compose_agenda (const OneComposeInput *input)
{
  OneAgenda *agenda = one_agenda_new (input->meeting);
  gint64 seconds = MAX (input->meeting->end - input->meeting->start, 0);
  g_autoptr (GPtrArray) due = list_due_points (input);
  g_autoptr (GPtrArray) actions = list_actions (input);
  g_autoptr (GPtrArray) candidates = one_select_list (input, due, actions->len > 0);

  for (guint i = 0; i < candidates->len; i++) {
    OneItem *item = item_from_candidate (g_ptr_array_index (candidates, i));

    g_ptr_array_add (agenda->items, item);
    if (item->rule == ONE_RULE_REVIEW)
      g_ptr_array_extend_and_steal (item->actions, g_steal_pointer (&actions));
  }
  agenda_place_points (agenda, input, due);
  one_minutes_share (agenda->items, (guint) (seconds / 60));
  for (guint i = 0; i < candidates->len; i++)
    item_finish (g_ptr_array_index (agenda->items, i), g_ptr_array_index (candidates, i), input);
  g_free (agenda->note);
  agenda->note = one_reason_format_note (input->history, input->meeting);
  agenda->prepared = history_has_proposals (input);
  return agenda;
}

GPtrArray *
one_compose_proposals (const OneAgenda *agenda)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) one_proposal_free);

  for (guint i = 0; i < agenda->items->len; i++) {
    const OneItem *item = g_ptr_array_index (agenda->items, i);
    g_autoptr (GPtrArray) ids = g_ptr_array_new ();

    for (guint j = 0; j < item->prompts->len; j++)
      g_ptr_array_add (ids, ((OnePrompt *) g_ptr_array_index (item->prompts, j))->id);
    g_ptr_array_add (ids, NULL);
    g_ptr_array_add (proposals, one_proposal_new (item->category, (const char *const *) ids->pdata,
                                                  agenda->meeting->id, agenda->meeting->start, i));
  }
  return proposals;
}
