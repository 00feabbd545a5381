/* SPDX-License-Identifier: MIT */
/* Did you mean …? Finds the word that was meant by one with a slip of the finger. */
#pragma once

#include <glib.h>

/* The word of `words` (NULL at its end) nearest to `typed`, counting letters added, left out,
 * replaced or swapped; NULL if none is near enough to be a slip. */
const char *one_suggest_word (const char *typed, const char *const *words);
