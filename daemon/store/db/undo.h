/* SPDX-License-Identifier: MIT */
/* Taking back what the user changed, step by step, from the last one. A step is all that was
 * changed in one transaction after one_undo_begin: points, actions, what was said of meetings,
 * touches, notes, names, roles, addresses, merges, tracked and ignored series. What the calendar
 * says, what was proposed and what was reminded of belongs to no step; nor do people whom the
 * calendar brings: ensure them before the step begins. Rows come back exactly as they were; ids
 * that were given to what is taken back are never given again. The last 1,000 steps are kept. */
#pragma once

#include "store/db/store.h"
#include "store/db/undo-commit.h"

/* From here to its commit, the open transaction is one step; `what` says it for the user ("log of
 * Ada Lovelace"). A second call in the same transaction changes nothing. A step that changed
 * nothing is not kept. */
gboolean one_undo_begin (OneStore *store, const char *what, gint64 at,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) What was taken back. REFUSED: `nothing to take back`. Not within a step. */
char *one_undo_take_back (OneStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
