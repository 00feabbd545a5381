/* SPDX-License-Identifier: MIT */
/* Slips of the fingers: how far one word is from another. Pure. */
#pragma once

#include <glib.h>

#define ONE_NEAR_LONGEST 24 /* letters; a longer word is near to none */

/* Letters to change, to leave out, to put in, or to swap with a neighbour (Damerau-Levenshtein, of
 * swaps only next to each other); G_MAXUINT if one of them is too long. */
guint one_near_distance (const char *a, const char *b);

/* The distance below which `typed` is taken for a slip: none for a word of one letter. */
guint one_near_limit (const char *typed);
