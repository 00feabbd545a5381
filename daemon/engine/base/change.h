/* SPDX-License-Identifier: MIT */
/* Whatever the user changes is one transaction and one step of `onectl undo`; and keeping the store
 * fit for it, whatever the disk does. Inner part of the room. */
#pragma once

#include "engine/base.h"
#include "store/db/transaction.h"

/* Opens the store of `parts`, whatever has happened to it; `said` (transfer full): what had to be
 * done, for the user, or NULL. */
OneStore *one_change_open_store (const OneEngineParts *parts, char **said, GError **error);

/* The beginning of a change by the user: all of it is kept by one_transaction_commit, or nothing.
 * `what` says it when it is taken back. REFUSED while the store is in memory only and stays so. */
OneTransaction *one_change_begin (OneEngine *engine, const char *what,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Before what only reads or changes otherwise: tries to come back to the disk. */
void one_change_try_disk (OneEngine *engine);

/* After a cycle: goes on in memory if the disk took nothing, puts a backup in the place of a
 * damaged store. TRUE if the cycle is to be run again. */
gboolean one_change_settle (OneEngine *engine, gint64 now);

/* Once a day: forgets the reminders of old meetings, and makes the day's backup once all is known:
 * the last thing of a cycle, because it takes longest. */
void one_change_back_up (OneEngine *engine, gint64 now);
