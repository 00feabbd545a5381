/* SPDX-License-Identifier: MIT */
#include "core/agenda/prompts.h"

#include "core/agenda/neglect.h"
#include "core/agenda/past.h"
#include "model/base/compare.h"

#define MINUTES_FOR_TWO 5
#define APART 5 /* meetings in which a question does not come again */

/* When a prompt was asked last: the meeting, and its place among the prompts then, because two
 * that were asked together were still asked one after the other. */
typedef struct {
  const OnePrompt *prompt;
  gint64 at; /* G_MININT64: never */
  guint place;
  guint turn;      /* its place when all else is equal */
  gboolean recent; /* it was asked within so many meetings */
  gboolean taken;  /* it stands on the agenda of somebody else that day */
} Asked;

static gint
strv_find (char **words, const char *word)
{
  for (guint i = 0; words && words[i]; i++)
    if (g_str_equal (words[i], word))
      return (gint) i;
  return -1;
}

/* A prompt on the agenda of a meeting that did not take place was not asked. */
static gboolean
proposal_was_asked (const OneComposeInput *input, const OneProposal *proposal)
{
  const GArray *past = input->history->past;

  if (proposal->at >= input->meeting->start || proposal->meeting == input->meeting->id)
    return FALSE;
  for (guint i = 0; i < past->len; i++) {
    const OnePast *other = &g_array_index (past, OnePast, i);

    if (other->meeting == proposal->meeting)
      return other->state == ONE_MEETING_HELD || other->state == ONE_MEETING_PLANNED;
  }
  return TRUE;
}

static gboolean
prompt_is_taken (const OneComposeInput *input, const OneCategory *category, const OnePrompt *prompt)
{
  for (guint i = 0; input->taken && i < input->taken->len; i++) {
    const OneProposal *proposal = g_ptr_array_index (input->taken, i);

    if (g_str_equal (proposal->category, category->id)
        && strv_find (proposal->prompts, prompt->id) >= 0)
      return TRUE;
  }
  return FALSE;
}

static Asked
prompt_look_back (const OneComposeInput *input, const OneCategory *category, guint order)
{
  const OnePrompt *prompt = g_ptr_array_index (category->prompts, order);
  guint all = category->prompts->len;
  guint offset = one_candidate_get_offset (input);
  Asked asked = { .prompt = prompt, .at = G_MININT64, .turn = (order + all - offset % all) % all };

  for (guint i = 0; i < input->history->proposals->len; i++) {
    const OneProposal *proposal = g_ptr_array_index (input->history->proposals, i);
    gint place = strv_find (proposal->prompts, prompt->id);

    if (place >= 0 && proposal->at >= asked.at && g_str_equal (proposal->category, category->id)
        && proposal_was_asked (input, proposal)) {
      asked.at = proposal->at;
      asked.place = (guint) place;
    }
  }
  asked.recent = asked.at > G_MININT64
                 && one_past_count_held (input->history, input->meeting, asked.at) < APART;
  asked.taken = prompt_is_taken (input, category, prompt);
  return asked;
}

static gint
compare_asked (gconstpointer a, gconstpointer b)
{
  const Asked *one = a;
  const Asked *other = b;

  if (one->recent != other->recent)
    return one->recent ? 1 : -1;
  if (one->taken != other->taken)
    return one->taken ? 1 : -1;
  if (one->at != other->at)
    return one_compare_int64 (one->at, other->at);
  if (one->place != other->place)
    return one_compare_int64 (one->place, other->place);
  return one_compare_int64 (one->turn, other->turn);
}

/* A second question only if enough are left for the next few times that the category comes up, and
 * for other people that day. */
static guint
count_wanted (const GArray *all, const OneCategory *category, guint minutes)
{
  guint rested = 0, untaken = 0;

  if (minutes < MINUTES_FOR_TWO || category->rule != ONE_RULE_CORE)
    return 1;
  for (guint i = 0; i < all->len; i++) {
    const Asked *asked = &g_array_index (all, Asked, i);

    rested += !asked->recent;
    untaken += !asked->recent && !asked->taken;
  }
  return untaken >= 2 && rested >= 2 + APART / MAX (category->limits.ideal_meetings, 1) ? 2 : 1;
}

static void
list_kept (GPtrArray *prompts, const OneCandidate *candidate)
{
  for (guint i = 0; candidate->kept && candidate->kept->prompts && candidate->kept->prompts[i]; i++)
    for (guint j = 0; j < candidate->category->prompts->len; j++) {
      const OnePrompt *prompt = g_ptr_array_index (candidate->category->prompts, j);

      if (g_str_equal (prompt->id, candidate->kept->prompts[i]))
        g_ptr_array_add (prompts, one_prompt_dup (prompt));
    }
}

GPtrArray *
one_prompts_list (const OneComposeInput *input, const OneCandidate *candidate, guint minutes)
{
  GPtrArray *prompts = g_ptr_array_new_with_free_func ((GDestroyNotify) one_prompt_free);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Asked));
  guint wanted;

  list_kept (prompts, candidate);
  if (prompts->len > 0)
    return prompts;
  for (guint i = 0; i < candidate->category->prompts->len; i++) {
    Asked asked = prompt_look_back (input, candidate->category, i);

    g_array_append_val (all, asked);
  }
  g_array_sort (all, compare_asked);
  wanted = count_wanted (all, candidate->category, minutes);
  for (guint i = 0; i < MIN (wanted, all->len); i++)
    g_ptr_array_add (prompts, one_prompt_dup (g_array_index (all, Asked, i).prompt));
  return prompts;
}
