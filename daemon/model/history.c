/* SPDX-License-Identifier: MIT */
#include "model/history.h"

OneTouch *
one_touch_new (const char *category, gint64 meeting, gint64 at)
{
  OneTouch *touch = g_new0 (OneTouch, 1);

  touch->category = g_strdup (category);
  touch->meeting = meeting;
  touch->at = at;
  return touch;
}

void
one_touch_free (OneTouch *touch)
{
  g_free (touch->category);
  g_free (touch);
}

OneProposal *
one_proposal_new (const char *category, const char *const *prompts, gint64 meeting, gint64 at,
                  guint place)
{
  OneProposal *proposal = g_new0 (OneProposal, 1);

  proposal->category = g_strdup (category);
  proposal->prompts = g_strdupv ((char **) prompts);
  proposal->meeting = meeting;
  proposal->at = at;
  proposal->place = place;
  return proposal;
}

void
one_proposal_free (OneProposal *proposal)
{
  g_free (proposal->category);
  g_strfreev (proposal->prompts);
  g_free (proposal);
}

OneHistory *
one_history_new (void)
{
  OneHistory *history = g_new0 (OneHistory, 1);

  history->touches = g_ptr_array_new_with_free_func ((GDestroyNotify) one_touch_free);
  history->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) one_proposal_free);
  history->past = g_array_new (FALSE, TRUE, sizeof (OnePast));
  return history;
}

void
one_history_free (OneHistory *history)
{
  g_ptr_array_unref (history->touches);
  g_ptr_array_unref (history->proposals);
  g_array_unref (history->past);
  g_free (history);
}
