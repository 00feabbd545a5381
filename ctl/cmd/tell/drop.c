/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include "ctl/set-state.h"

gboolean
one_drop_run (OneContext *context, GError **error)
{
  return one_set_state (context, ONE_STATE_DROPPED, error);
}
