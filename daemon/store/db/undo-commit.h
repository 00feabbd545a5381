/* SPDX-License-Identifier: MIT */
/* The end of a step of store/db/undo.h, at the commit. Inner part of the store. */
#pragma once

#include "store/db/store.h"

#define ONE_UNDO_MAX 1000 /* steps that are kept */

/* Before the outermost commit: closes the step that is open, if any, and forgets the oldest. */
gboolean one_undo_commit (OneStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
