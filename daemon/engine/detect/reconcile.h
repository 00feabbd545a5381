/* SPDX-License-Identifier: MIT */
/* Brings the store in line with what was judged. */
#pragma once

#include "engine/base/base.h"

/* When everything is read. Takes over what was judged (transfer full, of OneMeeting): each gets its
 * row, its person's name and role. Meetings of the store that are in no calendar any more, and were
 * not over a day ago, are marked as gone. FALSE without an error if that could not be told of all.
 */
gboolean one_reconcile_all (const OneBase *base, GPtrArray *judged, gint64 now, GError **error);

/* Does the same for the series `uids` alone. FALSE without an error if other series have a say
 * in it: nothing is written then, and everything is to be judged. */
gboolean one_reconcile_series (const OneBase *base, GHashTable *uids, GPtrArray *judged, gint64 now,
                               GError **error);

/* A meeting that is over and was not called off was held; one that the clock says is ahead was not.
 * `before` is the instant up to which that is known; 0 for none. */
gboolean one_reconcile_held (const OneBase *base, gint64 before, gint64 now, GError **error);
