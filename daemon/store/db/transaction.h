/* SPDX-License-Identifier: MIT */
/* Several changes that are kept together or not at all. Used as a scope:
 *
 *   g_autoptr (OneTransaction) all = one_transaction_new (store, error);
 *   if (!all || !one_people_set_role (…) || !one_meetings_set_state (…))
 *     return FALSE;
 *   return one_transaction_commit (all, error);
 *
 * What was not committed when the scope ends is rolled back. One inside another is fine: the inner
 * one is kept only if the outer one is. They end in the reverse order of their beginning. */
#pragma once

#include "store/db/store.h"

typedef struct OneTransaction OneTransaction;

OneTransaction *one_transaction_new (OneStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE: nothing was kept. Once only. */
gboolean one_transaction_commit (OneTransaction *transaction,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void one_transaction_free (OneTransaction *transaction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneTransaction, one_transaction_free)
