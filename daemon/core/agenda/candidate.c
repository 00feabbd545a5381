/* SPDX-License-Identifier: MIT */
#include "core/agenda/candidate.h"

#include "core/agenda/neglect.h"
#include "core/agenda/past.h"
#include "model/base/compare.h"

static const OneCategory *
find_first (const OneCatalogue *catalogue, OneCategoryRule rule)
{
  for (guint i = 0; i < catalogue->categories->len; i++) {
    const OneCategory *category = g_ptr_array_index (catalogue->categories, i);

    if (category->enabled && category->rule == rule)
      return category;
  }
  return NULL;
}

const OneCategory *
one_candidate_find_place (const OneCatalogue *catalogue, const OnePoint *point)
{
  const OneCategory *own = one_catalogue_find (catalogue, point->category);
  const OneCategory *usual = one_catalogue_find (catalogue, catalogue->points);

  if (own)
    return own;
  if (usual && usual->enabled)
    return usual;
  usual = find_first (catalogue, ONE_RULE_POINTS);
  return usual ? usual : find_first (catalogue, ONE_RULE_CORE);
}

/* The meeting of a proposal, if it was held; else NULL. */
static const OnePast *
proposal_find_held (const OneComposeInput *input, const OneProposal *proposal)
{
  const OnePast *past = proposal->at < input->meeting->start
                            ? one_past_find (input->history, proposal->meeting)
                            : NULL;

  return past && past->state == ONE_MEETING_HELD ? past : NULL;
}

/* A category that was on agendas in vain rises with its score; every second time in vain makes it
 * count for less, so that it does not block the others for ever. Where nobody noted what was talked
 * about, the agenda is believed to have been: what was on it ranks behind what was not. */
static void
candidate_look_back (OneCandidate *candidate, const OneComposeInput *input)
{
  const GPtrArray *proposals = input->history->proposals;
  const OneMeeting *meeting = input->meeting;
  gint64 believed = candidate->neglect.last_touched;
  guint in_vain = 0;

  for (guint i = 0; i < proposals->len; i++) {
    const OneProposal *proposal = g_ptr_array_index (proposals, i);
    const OnePast *held = proposal_find_held (input, proposal);

    if (!g_str_equal (proposal->category, candidate->category->id))
      continue;
    if (meeting->id != 0 && proposal->meeting == meeting->id) {
      candidate->kept =
          input->rebuild || !one_candidate_is_settled (input, proposal) ? NULL : proposal;
    } else if (held) {
      candidate->proposed = MAX (candidate->proposed, proposal->at);
      if (held->noted)
        in_vain += proposal->at > candidate->neglect.last_touched;
      else
        believed = MAX (believed, proposal->at);
    }
  }
  candidate->standing = candidate->neglect.score;
  if (believed > candidate->neglect.last_touched && candidate->category->rule == ONE_RULE_CORE)
    candidate->standing =
        one_neglect_score (input->history, meeting, believed, &candidate->category->limits);
  candidate->standing /= 1 + in_vain / 2;
}

gboolean
one_candidate_is_settled (const OneComposeInput *input, const OneProposal *proposal)
{
  return !proposal->draft || input->now >= input->meeting->start;
}

guint
one_candidate_get_offset (const OneComposeInput *input)
{
  return input->meeting->person > 1 ? (guint) (input->meeting->person - 1) : 0;
}

/* The place in the order of the core categories, which starts at another one for each person. */
static guint
find_turn (const OneComposeInput *input, guint order)
{
  guint before = 0, all = 0;

  for (guint i = 0; i < input->catalogue->categories->len; i++) {
    const OneCategory *category = g_ptr_array_index (input->catalogue->categories, i);
    gboolean core = category->enabled && category->rule == ONE_RULE_CORE;

    all += core;
    before += core && i < order;
  }
  return all == 0 ? 0 : (before + all - one_candidate_get_offset (input) % all) % all;
}

OneCandidate *
one_candidate_new (const OneComposeInput *input, guint order)
{
  OneCandidate *candidate = g_new0 (OneCandidate, 1);
  const OneCategory *category = g_ptr_array_index (input->catalogue->categories, order);

  candidate->category = category;
  candidate->order = order;
  candidate->turn = find_turn (input, order);
  candidate->raised = G_MAXINT64;
  if (category->rule == ONE_RULE_CORE) {
    candidate->neglect =
        one_neglect_get (input->history, input->meeting, category->id, &category->limits);
    if (candidate->neglect.state != ONE_NEGLECT_OVERDUE)
      candidate->left = category->limits.max_meetings - candidate->neglect.meetings_since;
  }
  candidate_look_back (candidate, input);
  return candidate;
}

/* Equals: first those never talked about, then those proposed longest ago. */
gint
one_candidate_compare_standing (gconstpointer a, gconstpointer b)
{
  const OneCandidate *one = *(const OneCandidate *const *) a;
  const OneCandidate *other = *(const OneCandidate *const *) b;
  gboolean one_due = one->neglect.score >= 1;
  gboolean other_due = other->neglect.score >= 1;

  if (one_due != other_due)
    return one_due ? -1 : 1;
  if (one->standing != other->standing)
    return one->standing > other->standing ? -1 : 1;
  if ((one->neglect.last_touched == 0) != (other->neglect.last_touched == 0))
    return one->neglect.last_touched == 0 ? -1 : 1;
  if (one->proposed != other->proposed)
    return one_compare_int64 (one->proposed, other->proposed);
  if (one->turn != other->turn)
    return one_compare_int64 (one->turn, other->turn);
  return one_compare_int64 (one->order, other->order);
}

gint
one_candidate_compare_left (gconstpointer a, gconstpointer b)
{
  const OneCandidate *one = *(const OneCandidate *const *) a;
  const OneCandidate *other = *(const OneCandidate *const *) b;

  return one->left != other->left ? one_compare_int64 (one->left, other->left)
                                  : one_candidate_compare_standing (a, b);
}

gint
one_candidate_compare_raised (gconstpointer a, gconstpointer b)
{
  const OneCandidate *one = *(const OneCandidate *const *) a;
  const OneCandidate *other = *(const OneCandidate *const *) b;

  return one->raised != other->raised ? one_compare_int64 (one->raised, other->raised)
                                      : one_candidate_compare_standing (a, b);
}

/* The parts of an agenda, from the top. */
typedef enum {
  RANK_REVIEW,
  RANK_UPDATE,
  RANK_MAIN,
  RANK_KEPT,
  RANK_PRESSING,
  RANK_RAISED,
  RANK_CORE,
  RANK_BACKUP,
} CandidateRank;

static CandidateRank
candidate_rank (const OneCandidate *candidate)
{
  switch (candidate->category->rule) {
  case ONE_RULE_REVIEW:
    return RANK_REVIEW;
  case ONE_RULE_UPDATE:
    return RANK_UPDATE;
  case ONE_RULE_BACKUP:
  case ONE_RULE_POINTS:
  case ONE_RULE_CORE:
    break;
  }
  if (candidate->kept)
    return RANK_KEPT;
  if (candidate->main)
    return RANK_MAIN;
  if (candidate->pressing)
    return RANK_PRESSING;
  if (candidate->raised < G_MAXINT64)
    return RANK_RAISED;
  return candidate->category->rule == ONE_RULE_CORE ? RANK_CORE : RANK_BACKUP;
}

gint
one_candidate_compare_place (gconstpointer a, gconstpointer b)
{
  const OneCandidate *one = *(const OneCandidate *const *) a;
  const OneCandidate *other = *(const OneCandidate *const *) b;
  CandidateRank one_rank = candidate_rank (one);
  CandidateRank other_rank = candidate_rank (other);

  if (one_rank != other_rank)
    return one_compare_int64 (one_rank, other_rank);
  if (one->kept && other->kept && one->kept->place != other->kept->place)
    return one_compare_int64 (one->kept->place, other->kept->place);
  if (one->raised != other->raised)
    return one_compare_int64 (one->raised, other->raised);
  if (one->neglect.score != other->neglect.score)
    return one->neglect.score > other->neglect.score ? -1 : 1;
  return one_candidate_compare_standing (a, b);
}
