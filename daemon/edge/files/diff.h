/* SPDX-License-Identifier: MIT */
/* Tells which of the known files of a source are there, and which are missing. Costs the least when
 * they are marked in the order of their inodes, because the index lies in that order. */
#pragma once

#include "edge/cache/file-index.h"

typedef struct OneDiff OneDiff;

/* `file_index` is borrowed for its life. */
OneDiff *one_diff_new (const OneFileIndexView *file_index);

/* A file of that name is there, and that is its stamp. TRUE if it is known so, and can be relied on
 * to be as it was when it was read. */
gboolean one_diff_mark (OneDiff *diff, const char *name, const OneStamp *stamp);

/* Nobody can tell: all whose names begin so count as there. */
void one_diff_excuse (OneDiff *diff, const char *prefix);

/* Adds the names (borrowed from `file_index`) of those that were not marked. */
void one_diff_list_missing (const OneDiff *diff, GPtrArray *names);

void one_diff_free (OneDiff *diff);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneDiff, one_diff_free)
