/* SPDX-License-Identifier: MIT */
/* A change by the user: one transaction, and one step of `onectl undo`. */
#pragma once

#include "engine/base/base.h"
#include "store/db/transaction.h"

/* Begins a change by the user: all of it is kept by one_transaction_commit, or nothing. `what` says
 * it when it is taken back. Fails as one_storage_prepare, and REFUSED while the store is in memory
 * only and stays so. */
OneTransaction *one_user_change_begin (const OneBase *base, const char *what,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
