/* SPDX-License-Identifier: MIT */
#include "engine/taken.h"

OneTaken *
one_taken_new (void)
{
  OneTaken *taken = g_new0 (OneTaken, 1);
  GPtrArray **const lists[] = { &taken->touched, &taken->untouched, &taken->added,
                                &taken->edited,  &taken->closed,    &taken->reopened };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    *lists[i] = g_ptr_array_new_with_free_func (g_free);
  return taken;
}

void
one_taken_free (OneTaken *taken)
{
  GPtrArray *const lists[] = { taken->touched, taken->untouched, taken->added,
                               taken->edited,  taken->closed,    taken->reopened };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (lists[i]);
  g_clear_pointer (&taken->meeting, one_meeting_free);
  g_free (taken->path);
  g_free (taken);
}
