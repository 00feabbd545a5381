/* SPDX-License-Identifier: MIT */
#include "engine/ops/ops.h"

#include "engine/base/storage.h"
#include "engine/cycle.h"
#include "engine/state.h"
#include "store/db/undo.h"

char *
one_ops_undo (OneEngine *engine, GError **error)
{
  char *what;

  if (!one_storage_prepare (&engine->base, error))
    return NULL;
  what = one_undo_take_back (engine->base.store, error);
  if (what)
    one_cycle_rejudge (engine);
  return what;
}
