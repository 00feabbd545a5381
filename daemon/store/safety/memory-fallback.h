/* SPDX-License-Identifier: MIT */
/* When the disk is full, read-only or failing, the store goes on with a copy of itself in memory,
 * so that everything can be read and oned's own work, above all reminders, goes on. The user's
 * words are refused meanwhile (REFUSED), because they could not be kept; oned's own rows are copied
 * back when the disk takes writes again. Not within a transaction. */
#pragma once

#include "store/db/store.h"

/* Why the store is in memory only, as a sentence that says how to fix it; NULL if it is not.
 * (transfer none) */
const char *one_memory_fallback_find_reason (OneStore *store);

/* TRUE if the disk has refused or lost something since the store was opened or came back: time to
 * enter. */
gboolean one_memory_fallback_is_wanted (OneStore *store);

/* Opens a store that cannot be opened for writing; `why`: the error of that. */
OneStore *one_memory_fallback_open (const char *path, const char *why,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* `until`: how it ends, for one_memory_fallback_find_reason; NULL: when the disk takes writes. */
gboolean one_memory_fallback_enter (OneStore *store, const char *why, const char *until,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Goes back to the disk, with the rows that were written in memory. TRUE if writes reach the disk
 * (also if they always did). A file that somebody changed meanwhile wins over the memory. FALSE:
 * nothing changes. */
gboolean one_memory_fallback_leave (OneStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
