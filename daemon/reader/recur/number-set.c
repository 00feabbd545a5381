/* SPDX-License-Identifier: MIT */
#include "reader/recur/number-set.h"

gboolean
one_number_set_small_has_any (const OneSmallSet *few)
{
  return few->first || few->last;
}

gboolean
one_number_set_small_has (const OneSmallSet *few, int from_start, int from_end)
{
  return (few->first >> from_start & 1) || (few->last >> from_end & 1);
}

gboolean
one_number_set_large_has (const OneLargeSet *many, int from_start, int from_end)
{
  return (many->first[from_start / 64] >> (from_start % 64) & 1)
         || (many->last[from_end / 64] >> (from_end % 64) & 1);
}

void
one_number_set_small_add (OneSmallSet *few, gint64 number)
{
  if (number > 0)
    few->first |= G_GUINT64_CONSTANT (1) << number;
  else
    few->last |= G_GUINT64_CONSTANT (1) << -number;
}

void
one_number_set_large_add (OneLargeSet *many, gint64 number)
{
  guint64 *bits = number > 0 ? many->first : many->last;
  guint64 size = (guint64) (number > 0 ? number : -number);

  bits[size / 64] |= G_GUINT64_CONSTANT (1) << (size % 64);
  many->some = TRUE;
}
