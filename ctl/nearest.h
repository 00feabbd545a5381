/* SPDX-License-Identifier: MIT */
/* What somebody may have meant. */
#pragma once

#include <glib.h>

/* The word of `words` (NULL at its end) nearest to `typed` by letters added, left out, exchanged
 * or swapped; NULL when none is near enough to be a slip of the finger. */
const char *one_nearest_find (const char *typed, const char *const *words);
