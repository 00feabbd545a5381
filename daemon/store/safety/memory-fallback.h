/* SPDX-License-Identifier: MIT */
/* When the disk is full, read-only or failing: the store goes on with a copy of itself in memory,
 * so that everything can be read and oned's own work, reminders above all, goes on. What the user
 * says is refused meanwhile (REFUSED), because it could not be kept; what oned writes is carried
 * home when the disk takes writes again. None of it within a transaction. */
#pragma once

#include "store/db/store.h"

/* Why the store is in memory only, as a sentence with its mend; NULL (lent) if it is not. */
const char *one_memory_fallback_find_reason (OneStore *store);

/* The disk has refused or lost something since the store was opened or came home: time to enter. */
gboolean one_memory_fallback_is_wanted (OneStore *store);

/* Opens what cannot be opened for writing. `why` is the complaint about that. */
OneStore *one_memory_fallback_open (const char *path, const char *why,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean one_memory_fallback_enter (OneStore *store, const char *why,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if what is written now reaches the disk (also if it always did), and what was written in
 * memory is there. A file that somebody changed meanwhile counts more than the memory. FALSE: all
 * stays as it is. */
gboolean one_memory_fallback_leave (OneStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
