/* SPDX-License-Identifier: MIT */
#include "reader/expand/override-list.h"

#include "model/base/compare.h"

static int
compare_placed (gconstpointer a, gconstpointer b)
{
  const OneOverride *x = a, *y = b;

  return one_compare_int64 (x->original, y->original);
}

void
one_override_list_sort (GArray *all)
{
  g_array_sort (all, compare_placed);
}

gboolean
one_override_list_have (const GArray *all, gint64 original)
{
  OneOverride key = { .original = original };

  return g_array_binary_search ((GArray *) all, &key, compare_placed, NULL);
}

OneOverride *
one_override_list_find_future (const GArray *all, gint64 original)
{
  OneOverride *found = NULL;

  for (guint i = 0; i < all->len; i++) {
    OneOverride *override = &g_array_index (all, OneOverride, i);

    if (override->original > original)
      break;
    if (override->vevent->this_and_future)
      found = override;
  }
  return found;
}

gboolean
one_override_list_have_futures (const GArray *all)
{
  for (guint i = 0; i < all->len; i++)
    if (g_array_index (all, OneOverride, i).vevent->this_and_future)
      return TRUE;
  return FALSE;
}
