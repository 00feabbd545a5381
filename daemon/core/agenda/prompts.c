/* SPDX-License-Identifier: MIT */
#include "core/agenda/prompts.h"

#include "model/compare.h"

#define MINUTES_FOR_TWO 5

/* When a prompt was asked last: the meeting, and its place among the prompts then, because two
 * that were asked together were still asked one after the other. */
typedef struct {
  const OnePrompt *prompt;
  gint64 at; /* G_MININT64: never */
  guint place;
  guint order;
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

static Asked
prompt_look_back (const OneComposeInput *input, const OneCategory *category, guint order)
{
  const OnePrompt *prompt = g_ptr_array_index (category->prompts, order);
  Asked asked = { .prompt = prompt, .at = G_MININT64, .order = order };

  for (guint i = 0; i < input->history->proposals->len; i++) {
    const OneProposal *proposal = g_ptr_array_index (input->history->proposals, i);
    gint place = strv_find (proposal->prompts, prompt->id);

    if (place >= 0 && proposal->at >= asked.at && g_str_equal (proposal->category, category->id)
        && proposal_was_asked (input, proposal)) {
      asked.at = proposal->at;
      asked.place = (guint) place;
    }
  }
  return asked;
}

static gint
compare_asked (gconstpointer a, gconstpointer b)
{
  const Asked *one = a;
  const Asked *other = b;

  if (one->at != other->at)
    return one_compare_int64 (one->at, other->at);
  if (one->place != other->place)
    return one_compare_int64 (one->place, other->place);
  return one_compare_int64 (one->order, other->order);
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
  guint wanted = minutes >= MINUTES_FOR_TWO ? 2 : 1;

  list_kept (prompts, candidate);
  if (prompts->len > 0)
    return prompts;
  for (guint i = 0; i < candidate->category->prompts->len; i++) {
    Asked asked = prompt_look_back (input, candidate->category, i);

    g_array_append_val (all, asked);
  }
  g_array_sort (all, compare_asked);
  for (guint i = 0; i < MIN (wanted, all->len); i++)
    g_ptr_array_add (prompts, one_prompt_dup (g_array_index (all, Asked, i).prompt));
  return prompts;
}
