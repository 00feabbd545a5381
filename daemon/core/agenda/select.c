/* SPDX-License-Identifier: MIT */
#include "core/agenda/select.h"

#define SHORT_MINUTES 16 /* below, three items are enough */
#define USUAL_MINUTES 30 /* below, four */

typedef struct {
  const OneComposeInput *input;
  GPtrArray *all; /* (owned) of OneCandidate, in order of the catalogue */
  guint chosen;
  gboolean prepared;
} Choosing;

static void
choose (Choosing *choosing, OneCandidate *candidate)
{
  if (candidate->chosen)
    return;
  candidate->chosen = TRUE;
  choosing->chosen++;
}

static OneCandidate *
choosing_find (const Choosing *choosing, const OneCategory *category)
{
  for (guint i = 0; i < choosing->all->len; i++) {
    OneCandidate *candidate = g_ptr_array_index (choosing->all, i);

    if (candidate->category == category)
      return candidate;
  }
  return NULL;
}

/* The newest wish for a main subject is the one that counts. */
static void
choosing_look_at_points (Choosing *choosing, const GPtrArray *due)
{
  OneCandidate *main_choice = NULL;
  gint64 newest = G_MININT64;

  for (guint i = 0; i < due->len; i++) {
    const OnePoint *point = g_ptr_array_index (due, i);
    const OneCategory *place = one_candidate_find_place (choosing->input->catalogue, point);
    OneCandidate *candidate = place ? choosing_find (choosing, place) : NULL;

    if (!candidate)
      continue;
    candidate->raised = MIN (candidate->raised, point->created);
    if (point->main && point->created >= newest) {
      main_choice = candidate;
      newest = point->created;
    }
  }
  if (main_choice)
    main_choice->main = TRUE;
}

/* Core categories that are switched on. (transfer container) */
static GPtrArray *
choosing_list_core (const Choosing *choosing, GCompareFunc compare)
{
  GPtrArray *core = g_ptr_array_new ();

  for (guint i = 0; i < choosing->all->len; i++) {
    OneCandidate *candidate = g_ptr_array_index (choosing->all, i);

    if (candidate->category->enabled && candidate->category->rule == ONE_RULE_CORE)
      g_ptr_array_add (core, candidate);
  }
  g_ptr_array_sort (core, compare);
  return core;
}

/* Those which pass their limit unless from now on one comes up at each meeting: k categories with
 * at most k meetings left. Sorted, the most pressing first. (transfer container) */
static GPtrArray *
choosing_list_pressing (const Choosing *choosing)
{
  GPtrArray *core = choosing_list_core (choosing, one_candidate_compare_left);
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
select_fixed (Choosing *choosing, gboolean review)
{
  for (guint i = 0; i < choosing->all->len; i++) {
    OneCandidate *candidate = g_ptr_array_index (choosing->all, i);
    const OneCategory *category = candidate->category;
    gboolean fixed = category->rule == ONE_RULE_UPDATE && !choosing->prepared;

    if (category->rule == ONE_RULE_REVIEW)
      fixed = review || candidate->raised < G_MAXINT64;
    else
      fixed = fixed || candidate->kept;
    if (candidate->main || (fixed && category->enabled))
      choose (choosing, candidate);
  }
}

/* Room is made for what was wished for later, at the cost of what was least neglected. */
static void
choosing_shrink (Choosing *choosing, guint most)
{
  g_autoptr (GPtrArray) core = choosing_list_core (choosing, one_candidate_compare_standing);

  for (guint i = core->len; i > 0 && choosing->chosen > most; i--) {
    OneCandidate *candidate = g_ptr_array_index (core, i - 1);

    if (!candidate->chosen || candidate->main || candidate->raised < G_MAXINT64)
      continue;
    candidate->chosen = FALSE;
    choosing->chosen--;
  }
}

/* Something may still have to be reviewed by the time of the meeting, so its place is kept free. */
static guint
choosing_limit (const Choosing *choosing, gboolean review)
{
  const OneSettings *settings = choosing->input->settings;
  const OneMeeting *meeting = choosing->input->meeting;
  gint64 minutes = (meeting->end - meeting->start) / 60;
  guint limit = settings->items_max;

  if (minutes < USUAL_MINUTES)
    limit = minutes < SHORT_MINUTES ? 3 : 4;
  if (!review)
    limit = MIN (limit, settings->items_max - 1);
  return CLAMP (limit, settings->items_min, settings->items_max);
}

/* When something is about to pass its limit the agenda is kept short, so that it is talked about.
 */
static guint
select_pressing (Choosing *choosing, guint limit)
{
  g_autoptr (GPtrArray) pressing = choosing_list_pressing (choosing);
  guint wanted = 0;

  if (pressing->len == 0 || choosing->prepared)
    return limit;
  for (guint i = 0; i < pressing->len && choosing->chosen < limit; i++) {
    OneCandidate *candidate = g_ptr_array_index (pressing, i);

    if (i == 0 || candidate->left == 1)
      choose (choosing, candidate);
  }
  for (guint i = 0; i < choosing->all->len; i++) {
    const OneCandidate *candidate = g_ptr_array_index (choosing->all, i);

    wanted += candidate->raised < G_MAXINT64 && !candidate->chosen;
  }
  return CLAMP (choosing->chosen + wanted, MIN (choosing->input->settings->items_min, limit),
                limit);
}

static void
select_raised (Choosing *choosing, guint limit)
{
  g_autoptr (GPtrArray) raised = g_ptr_array_new ();

  for (guint i = 0; i < choosing->all->len; i++) {
    OneCandidate *candidate = g_ptr_array_index (choosing->all, i);

    if (candidate->raised < G_MAXINT64)
      g_ptr_array_add (raised, candidate);
  }
  g_ptr_array_sort (raised, one_candidate_compare_raised);
  for (guint i = 0; i < raised->len && choosing->chosen < limit; i++)
    choose (choosing, g_ptr_array_index (raised, i));
}

static void
select_neglected (Choosing *choosing, guint limit)
{
  g_autoptr (GPtrArray) core = choosing_list_core (choosing, one_candidate_compare_standing);
  guint least = choosing->input->settings->items_min;

  for (guint i = 0; i < core->len; i++) {
    OneCandidate *candidate = g_ptr_array_index (core, i);
    gboolean due = candidate->neglect.score >= 1 && !choosing->prepared;

    if (choosing->chosen < (due ? limit : least))
      choose (choosing, candidate);
  }
}

static void
select_backup (Choosing *choosing)
{
  for (guint i = 0; i < choosing->all->len; i++) {
    OneCandidate *candidate = g_ptr_array_index (choosing->all, i);

    if (candidate->category->rule == ONE_RULE_BACKUP && candidate->category->enabled
        && choosing->chosen < choosing->input->settings->items_min)
      choose (choosing, candidate);
  }
}

GPtrArray *
one_select_list (const OneComposeInput *input, const GPtrArray *due, gboolean review)
{
  Choosing choosing = { .input = input, .all = g_ptr_array_new_with_free_func (g_free) };
  guint limit = 0;

  for (guint i = 0; i < input->catalogue->categories->len; i++) {
    OneCandidate *candidate = one_candidate_new (input, i);

    g_ptr_array_add (choosing.all, candidate);
    choosing.prepared = choosing.prepared || candidate->kept;
  }
  choosing_look_at_points (&choosing, due);
  select_fixed (&choosing, review);
  choosing_shrink (&choosing, input->settings->items_max);
  limit = select_pressing (&choosing, choosing_limit (&choosing, review));
  select_raised (&choosing, limit);
  select_neglected (&choosing, limit);
  select_backup (&choosing);
  for (guint i = choosing.all->len; i > 0; i--)
    if (!((OneCandidate *) g_ptr_array_index (choosing.all, i - 1))->chosen)
      g_ptr_array_remove_index (choosing.all, i - 1);
  g_ptr_array_sort (choosing.all, one_candidate_compare_place);
  return choosing.all;
}
