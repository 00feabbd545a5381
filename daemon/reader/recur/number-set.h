/* SPDX-License-Identifier: MIT */
/* Sets of the numbers that rules list: from 1 on, counted from the start or, below 0, from the end.
 */
#pragma once

#include <glib.h>

/* Numbers up to 63, counted from the start and from the end. */
typedef struct {
  guint64 first, last;
} OneSmallSet;

/* The same up to 383. */
typedef struct {
  guint64 first[6], last[6];
  gboolean some;
} OneLargeSet;

/* `number` is not 0, and within the bounds of its set. */
void one_number_set_small_add (OneSmallSet *few, gint64 number);
gboolean one_number_set_small_has_any (const OneSmallSet *few);
/* Whether the one that is `from_start`-th from the start and `from_end`-th from the end is in it.
 */
gboolean one_number_set_small_has (const OneSmallSet *few, int from_start, int from_end);

void one_number_set_large_add (OneLargeSet *many, gint64 number);
gboolean one_number_set_large_has (const OneLargeSet *many, int from_start, int from_end);
