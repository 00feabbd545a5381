/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include "ctl/cmd/state.h"

gboolean
one_done_run (OneContext *context, GError **error)
{
  return one_state_set (context, ONE_STATE_DONE, error);
}
