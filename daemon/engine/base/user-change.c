/* SPDX-License-Identifier: MIT */
#include "engine/base/user-change.h"

#include "engine/base/storage.h"
#include "store/db/undo.h"

OneTransaction *
one_user_change_begin (const OneBase *base, const char *what, GError **error)
{
  g_autoptr (OneTransaction) all = NULL;

  if (!one_storage_prepare (base, error))
    return NULL;
  all = one_transaction_new (base->store, error);
  if (!all || !one_undo_begin (base->store, what, one_base_now (base), error))
    return NULL;
  return g_steal_pointer (&all);
}
