/* SPDX-License-Identifier: MIT */
#include "reader/placed.h"

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const OnePlaced *x = a, *y = b;

  return (x->original > y->original) - (x->original < y->original);
}

void
one_placed_sort (GArray *all)
{
  g_array_sort (all, compare_placed);
}

gboolean
one_placed_have (const GArray *all, gint64 original)
{
  OnePlaced key = { .original = original };

  return g_array_binary_search ((GArray *) all, &key, compare_placed, NULL);
}

OnePlaced *
one_placed_find_future (const GArray *all, gint64 original)
{
  OnePlaced *found = NULL;

  for (guint i = 0; i < all->len; i++) {
    OnePlaced *placed = &g_array_index (all, OnePlaced, i);

    if (placed->original > original)
      break;
    if (placed->draft->this_and_future)
      found = placed;
  }
  return found;
}

gboolean
one_placed_have_futures (const GArray *all)
{
  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, OnePlaced, i).draft->this_and_future)
      return TRUE;
  return FALSE;
}
