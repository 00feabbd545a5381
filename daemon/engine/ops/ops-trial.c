/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

void
one_ops_trial (OneEngine *engine, OneTrialFunc done, gpointer data)
{
  one_trial_begin (engine, done, data);
}
