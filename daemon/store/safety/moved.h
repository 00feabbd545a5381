/* SPDX-License-Identifier: MIT */
/* A store whose file was deleted, replaced, or taken away with its folder while it was open: SQLite
 * goes on with the file that it has, which no path leads to. Nothing of it is lost: where nothing
 * lies at the path it is written again, and beside what lies there it is kept as a copy. Not within
 * a transaction. */
#pragma once

#include "store/db/store.h"

/* The store's file is not at its path. */
gboolean one_moved_is (OneStore *store);

/* TRUE: the store is at its path again; `said` (transfer full) is a sentence for the user, and if
 * `replaced`, its rows are those of the file that lay there. FALSE: the store is in memory, or not
 * even that; tried again, nothing is copied twice. */
gboolean one_moved_mend (OneStore *store, gint64 now, char **said, gboolean *replaced,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* TRUE if the store is in memory because what lies at its path cannot be used. */
gboolean one_moved_is_blocked (OneStore *store);
