/* SPDX-License-Identifier: MIT */
/* Copies of the whole store: one for each day on which something changed, in the folder `backups`
 * beside it, and those the user asks for. A copy is a store; none is ever written to again. */
#pragma once

#include "store/db/store.h"

#define ONE_BACKUP_KEPT 7 /* of the daily ones */

/* Makes the copy of the day that `now` is in (UTC), unless it exists or nothing was written since
 * the last one; then deletes those that are too old. Does nothing while the store is in memory. */
gboolean one_backup_make_daily (OneStore *store, gint64 now,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) paths of the daily ones, newest first. `path` is the store's. */
GPtrArray *one_backup_list (const char *path);

/* Copies the store to a new file, whole and on the disk; on failure nothing is left of it. */
gboolean one_backup_copy (OneStore *store, const char *to,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes a copy of the store to an open file, and leaves that open. INVALID if it is no regular
 * file, REFUSED if it is not empty. */
gboolean one_backup_write (OneStore *store, int fd, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Replaces everything by the copy in an open file. (transfer full) where the present store was
 * copied to before. On an error nothing has changed: INVALID if it is no regular file or no store,
 * REFUSED if a newer oned wrote it or the store is in memory, FAILED if it is damaged. */
char *one_backup_restore (OneStore *store, int fd, gint64 now,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* `PATH.WHAT-20261123T091500Z`, which is not there yet. */
char *one_backup_make_aside (const char *path, const char *what, gint64 now);
