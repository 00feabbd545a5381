/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include "ctl/set-state.h"

gboolean
one_done_run (OneContext *context, GError **error)
{
  return one_set_state (context, ONE_STATE_DONE, error);
}
