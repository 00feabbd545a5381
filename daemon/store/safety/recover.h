/* SPDX-License-Identifier: MIT */
/* Opening a store whatever has happened to it. A damaged one is moved aside, never deleted, and
 * the newest good backup takes its place; one that cannot be written goes on in memory. */
#pragma once

#include "store/db/store.h"

/* `said` (transfer full): what was done, a sentence for the user; NULL if nothing was. Fails for
 * what is not ours, newer or in use, and for what can be neither read nor replaced. */
OneStore *one_recover_open (const char *path, gint64 now, char **said,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* SQLite came upon damage since the store was opened. */
gboolean one_recover_is_wanted (OneStore *store);
/* Does the same for a store that is open: everything known of it is to be read again. */
gboolean one_recover_replace (OneStore *store, gint64 now, char **said,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Has the names in the folder of `path` on the disk. */
void one_recover_sync_folder (const char *path);
