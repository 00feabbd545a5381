/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops-kept.h"

#include "engine/base/change.h"
#include "engine/cycle.h"
#include "engine/state.h"
#include "store/db/undo.h"

char *
one_ops_undo (OneEngine *engine, GError **error)
{
  char *what;

  one_change_try_disk (engine);
  what = one_undo_take_back (engine->store, error);
  if (what)
    one_cycle_rejudge (engine);
  return what;
}
