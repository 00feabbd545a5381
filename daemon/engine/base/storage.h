/* SPDX-License-Identifier: MIT */
/* The store, kept fit for use whatever happens to the disk and to the file. */
#pragma once

#include "engine/base/base.h"

/* Opens the store of base->environment into base->store, whatever has happened to it. Fails
 * (ONE_ERROR) if it cannot be used. */
gboolean one_storage_open (OneBase *base, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void one_storage_close (OneBase *base);

/* Before another change by the user: tries to come back to the disk. REFUSED if the rows became
 * those of another file by that: the user meant the ones before. */
gboolean one_storage_prepare (const OneBase *base, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Puts the copy in an open file in the place of everything. See one_backup_restore. */
char *one_storage_restore (const OneBase *base, int fd, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Before what only reads or changes otherwise: tries to come back to the disk, and to a file at
 * the store's path. */
void one_storage_try_disk (const OneBase *base);

/* TRUE, once, after the rows became those of another file. */
gboolean one_storage_take_replaced (const OneBase *base);

/* After a cycle: goes on in memory if the disk took nothing, puts a backup in the place of a
 * damaged store. TRUE if the cycle is to be run again. */
gboolean one_storage_settle (const OneBase *base, gint64 now);

/* Once a day: forgets the reminders of old meetings, and makes the day's backup. The last thing of
 * a cycle, because it takes longest. */
void one_storage_back_up (const OneBase *base, gint64 now);

/* Changes whenever rows that were read earlier may be out of date: a backup was put in place,
 * somebody else may have written, or a write failed. */
guint one_storage_get_generation (const OneBase *base);

/* The instant of oned's first sight of any calendar: nothing before it is reminded of. */
gint64 one_storage_get_first_sight (const OneBase *base, gint64 now);
