/* SPDX-License-Identifier: MIT */
/* Compares paths as text, without asking the file system. */
#pragma once

#include <glib.h>

/* The rest of the path after `folder`: "b/c" for "/a/b/c" in "/a", "" for the folder itself, NULL
 * if the path is not in it. A slash at the folder's end changes nothing. (transfer none) */
const char *one_path_below (const char *path, const char *folder);

/* Whether the path is in the folder, or the folder itself. */
gboolean one_path_is_beneath (const char *path, const char *folder);

/* Likewise of one of the folders, NULL-terminated. */
gboolean one_path_is_beneath_one (const char *path, char *const *folders);
