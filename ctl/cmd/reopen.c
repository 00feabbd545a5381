/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include "ctl/cmd/state.h"

gboolean
one_reopen_run (OneRun *run, GError **error)
{
  return one_state_set (run, ONE_STATE_OPEN, error);
}
