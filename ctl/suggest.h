/* SPDX-License-Identifier: MIT */
/* Did you mean …? Finds the word that was meant by one with a slip of the finger. */
#pragma once

#include <glib.h>

/* The word of `words` (NULL at its end) nearest to `typed` by letters added, left out, exchanged
 * or swapped; NULL when none is near enough to be a slip of the finger. */
const char *one_suggest_word (const char *typed, const char *const *words);
