/* SPDX-License-Identifier: MIT */
/* Brings the store in line with what was judged. */
#pragma once

#include "engine/base/base.h"

/* A reconciliation of everything, when everything is read. */
typedef struct OneReconcile OneReconcile;

/* Takes over what was judged (transfer full, of OneMeeting): each will get its row, its person's
 * name and role. Meetings of the store that are in no calendar any more, and were not over a day
 * ago, will be marked as gone. */
OneReconcile *one_reconcile_new (const OneBase *base, GPtrArray *judged, gint64 now);
void one_reconcile_free (OneReconcile *reconcile);

/* Goes on with so many at most, in one transaction. `done`: nothing is left. Until then the store
 * has some of it; nobody merges people meanwhile. */
gboolean one_reconcile_go_on (OneReconcile *reconcile, guint most, gboolean *done,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it could be told of all that is not there that it is gone. */
gboolean one_reconcile_is_certain (const OneReconcile *reconcile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneReconcile, one_reconcile_free)

/* Does the same for the series `uids` alone. FALSE without an error if other series have a say
 * in it: nothing is written then, and everything is to be judged. */
gboolean one_reconcile_series (const OneBase *base, GHashTable *uids, GPtrArray *judged, gint64 now,
                               GError **error);

/* A meeting that is over and was not called off was held; one that the clock says is ahead was not.
 * `before` is the instant up to which that is known; 0 for none. */
gboolean one_reconcile_held (const OneBase *base, gint64 before, gint64 now, GError **error);
