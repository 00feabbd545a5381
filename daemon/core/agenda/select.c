/* SPDX-License-Identifier: MIT */
#include "core/agenda/select.h"

#define USUAL_MINUTES 25 /* below, there is time for two conversations and no more */
#define LONG_MINUTES 45  /* from here on there are three at least */
#define HOUR_MINUTES 60  /* from here on a review may make one item more than usual */

typedef struct {
  const OneComposeInput *input;
  GPtrArray *all; /* (owned) of OneCandidate, in order of the catalogue */
  guint chosen;
  guint talks; /* of them: conversations, which are all but the review and a brief update */
  gboolean prepared;
} Selection;

static gboolean
candidate_is_talk (const OneCandidate *candidate)
{
  switch (candidate->category->rule) {
  case ONE_RULE_REVIEW:
    return FALSE;
  case ONE_RULE_UPDATE:
    return candidate->main;
  case ONE_RULE_BACKUP:
  case ONE_RULE_POINTS:
  case ONE_RULE_CORE:
    break;
  }
  return TRUE;
}

static void
selection_add (Selection *selection, OneCandidate *candidate)
{
  if (candidate->chosen)
    return;
  candidate->chosen = TRUE;
  selection->chosen++;
  selection->talks += candidate_is_talk (candidate);
}

static void
selection_drop (Selection *selection, OneCandidate *candidate)
{
  candidate->chosen = FALSE;
  selection->chosen--;
  selection->talks -= candidate_is_talk (candidate);
}

static OneCandidate *
selection_find (const Selection *selection, const OneCategory *category)
{
  for (guint i = 0; i < selection->all->len; i++) {
    OneCandidate *candidate = g_ptr_array_index (selection->all, i);

    if (candidate->category == category)
      return candidate;
  }
  return NULL;
}

/* The newest wish for a main subject counts. */
static void
selection_look_at_points (Selection *selection, const GPtrArray *due)
{
  OneCandidate *main_candidate = NULL;
  gint64 newest = G_MININT64;

  for (guint i = 0; i < due->len; i++) {
    const OnePoint *point = g_ptr_array_index (due, i);
    const OneCategory *place = one_candidate_find_place (selection->input->catalogue, point);
    OneCandidate *candidate = place ? selection_find (selection, place) : NULL;

    if (!candidate)
      continue;
    candidate->raised = MIN (candidate->raised, point->created);
    if (point->main && point->created >= newest) {
      main_candidate = candidate;
      newest = point->created;
    }
  }
  if (main_candidate)
    main_candidate->main = TRUE;
}

/* Core categories that are switched on. (transfer container) */
static GPtrArray *
selection_list_core (const Selection *selection, GCompareFunc compare)
{
  GPtrArray *core = g_ptr_array_new ();

  for (guint i = 0; i < selection->all->len; i++) {
    OneCandidate *candidate = g_ptr_array_index (selection->all, i);

    if (candidate->category->enabled && candidate->category->rule == ONE_RULE_CORE)
      g_ptr_array_add (core, candidate);
  }
  g_ptr_array_sort (core, compare);
  return core;
}

/* Categories that pass their limit unless one of them comes up at each meeting from now on: k of
 * them with at most k meetings left. Sorted by meetings left. (transfer container) */
static GPtrArray *
selection_list_pressing (const Selection *selection)
{
  GPtrArray *core = selection_list_core (selection, one_candidate_compare_left);
  guint pressing = 0;

  while (core->len > 0 && ((OneCandidate *) g_ptr_array_index (core, 0))->left == 0)
    g_ptr_array_remove_index (core, 0);
  for (guint i = 0; i < core->len; i++)
    if (((OneCandidate *) g_ptr_array_index (core, i))->left <= i + 1)
      pressing = i + 1;
  g_ptr_array_set_size (core, (gint) pressing);
  return core;
}

static void
select_fixed (Selection *selection, gboolean review)
{
  for (guint i = 0; i < selection->all->len; i++) {
    OneCandidate *candidate = g_ptr_array_index (selection->all, i);
    const OneCategory *category = candidate->category;
    gboolean fixed = category->rule == ONE_RULE_UPDATE && !selection->prepared;

    if (category->rule == ONE_RULE_REVIEW)
      fixed = review || candidate->raised < G_MAXINT64;
    else if (category->rule == ONE_RULE_POINTS)
      fixed = candidate->kept && candidate->raised < G_MAXINT64;
    else
      fixed = fixed || candidate->kept;
    if (candidate->main || (fixed && category->enabled))
      selection_add (selection, candidate);
  }
}

/* Drops the least neglected categories to make room for wishes that came later. */
static void
selection_shrink (Selection *selection, guint most)
{
  g_autoptr (GPtrArray) core = selection_list_core (selection, one_candidate_compare_standing);

  for (guint i = core->len; i > 0 && selection->chosen > most; i--) {
    OneCandidate *candidate = g_ptr_array_index (core, i - 1);

    if (!candidate->chosen || candidate->main || candidate->raised < G_MAXINT64)
      continue;
    selection_drop (selection, candidate);
  }
}

static gint64
selection_minutes (const Selection *selection)
{
  const OneMeeting *meeting = selection->input->meeting;

  return (meeting->end - meeting->start) / 60;
}

/* So many conversations at most. A place is kept free for a review that may still come up before
 * the meeting, unless it is long. */
static guint
selection_most_talks (const Selection *selection, gboolean review)
{
  gint64 minutes = selection_minutes (selection);
  guint most = selection->input->settings->items_max;
  guint others = selection->chosen - selection->talks;

  if (!review && minutes < HOUR_MINUTES)
    others++;
  most = most > others + 1 ? most - others : 1;
  return minutes < USUAL_MINUTES ? MIN (most, 2) : most;
}

/* … and so many at least, as far as the catalogue has them. */
static guint
selection_least_talks (const Selection *selection, guint most)
{
  return MIN (selection_minutes (selection) < LONG_MINUTES ? 2 : 3, most);
}

/* A candidate about to pass its limit leads; it throws out no other. */
static void
select_pressing (Selection *selection, guint most)
{
  g_autoptr (GPtrArray) pressing = selection_list_pressing (selection);

  for (guint i = 0; i < pressing->len && selection->talks < most; i++) {
    OneCandidate *candidate = g_ptr_array_index (pressing, i);

    if (i > 0 && candidate->left > 1)
      continue;
    candidate->pressing = TRUE;
    selection_add (selection, candidate);
  }
}

static void
select_raised (Selection *selection, guint most)
{
  g_autoptr (GPtrArray) raised = g_ptr_array_new ();

  for (guint i = 0; i < selection->all->len; i++) {
    OneCandidate *candidate = g_ptr_array_index (selection->all, i);

    if (candidate->raised < G_MAXINT64)
      g_ptr_array_add (raised, candidate);
  }
  g_ptr_array_sort (raised, one_candidate_compare_raised);
  for (guint i = 0; i < raised->len && selection->talks < most; i++)
    selection_add (selection, g_ptr_array_index (raised, i));
}

static void
select_neglected (Selection *selection, guint least, guint most)
{
  g_autoptr (GPtrArray) core = selection_list_core (selection, one_candidate_compare_standing);
  guint wanted = selection->input->settings->items_min;

  for (guint i = 0; i < core->len; i++) {
    OneCandidate *candidate = g_ptr_array_index (core, i);
    gboolean due = candidate->neglect.score >= 1 && !selection->prepared;

    if (selection->talks < (due ? most : least)
        || (selection->chosen < wanted && selection->talks < most))
      selection_add (selection, candidate);
  }
}

static void
select_backup (Selection *selection)
{
  for (guint i = 0; i < selection->all->len; i++) {
    OneCandidate *candidate = g_ptr_array_index (selection->all, i);

    if (candidate->category->rule == ONE_RULE_BACKUP && candidate->category->enabled
        && selection->chosen < selection->input->settings->items_min)
      selection_add (selection, candidate);
  }
}

GPtrArray *
one_select_list (const OneComposeInput *input, const GPtrArray *due, gboolean review)
{
  Selection selection = { .input = input, .all = g_ptr_array_new_with_free_func (g_free) };
  guint least, most;

  for (guint i = 0; i < input->catalogue->categories->len; i++) {
    OneCandidate *candidate = one_candidate_new (input, i);

    g_ptr_array_add (selection.all, candidate);
    selection.prepared = selection.prepared || candidate->kept;
  }
  selection_look_at_points (&selection, due);
  select_fixed (&selection, review);
  most = input->settings->items_max;
  if (review && selection.prepared && selection_minutes (&selection) >= HOUR_MINUTES)
    most++; /* it came after the agenda was prepared */
  selection_shrink (&selection, most);
  most = selection_most_talks (&selection, review);
  least = selection_least_talks (&selection, most);
  if (!selection.prepared)
    select_pressing (&selection, most);
  select_raised (&selection, most);
  select_neglected (&selection, least, most);
  select_backup (&selection);
  for (guint i = selection.all->len; i > 0; i--)
    if (!((OneCandidate *) g_ptr_array_index (selection.all, i - 1))->chosen)
      g_ptr_array_remove_index (selection.all, i - 1);
  g_ptr_array_sort (selection.all, one_candidate_compare_place);
  return selection.all;
}
