/* SPDX-License-Identifier: MIT */
/* Compares the files in a source with its index: which are there, which are missing. Cheapest when
 * files are marked in the order of their inodes, which is the order of the index. */
#pragma once

#include "edge/cache/file-index.h"

typedef struct OneScanDiff OneScanDiff;

/* `file_index` is borrowed for its life. */
OneScanDiff *one_scan_diff_new (const OneFileIndexView *file_index);

/* Marks `name` as present. TRUE if its stamp is unchanged and not racy: it need not be read. */
gboolean one_scan_diff_mark (OneScanDiff *diff, const char *name, const OneStamp *stamp);

/* Marks all names that begin with `prefix` as present, because their folder cannot be read. */
void one_scan_diff_excuse (OneScanDiff *diff, const char *prefix);

/* Adds the names that were not marked. `names` of char* (borrowed) from `file_index` */
void one_scan_diff_list_missing (const OneScanDiff *diff, GPtrArray *names);

void one_scan_diff_free (OneScanDiff *diff);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneScanDiff, one_scan_diff_free)
