/* SPDX-License-Identifier: MIT */
/* The file that holds everything the user said, and what oned must remember of the calendars after
 * they are gone. Every function here and in its neighbours that changes something returns after the
 * commit, unless a OneTransaction is open: then nothing is kept before its commit. One thread uses
 * one store, and a process opens a file once: its locks belong to the process, not to the store.
 *
 * Errors are of ONE_ERROR: FAILED if the disk or the file does not allow it (full, read-only,
 * damaged, made by a newer oned). A store that cannot be opened is left as it was found. */
#pragma once

#include <glib.h>

typedef struct OneStore OneStore;

/* Opens, or creates with its folder, the store at `path`: the file 0600, a new folder 0700. An
 * older one is brought up to date in one transaction. */
OneStore *one_store_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void one_store_close (OneStore *store);

/* The version that this oned writes, counted in migrations. */
guint one_store_get_version (void);

/* Changes made through this store since it was opened, in rows: tells whether something wrote. */
guint64 one_store_get_changes (OneStore *store);

/* Frees cached pages, and the statements that were not asked since it did so last, before a time
 * without queries. No query is open. */
void one_store_trim (OneStore *store);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneStore, one_store_close)
