/* SPDX-License-Identifier: MIT */
#include "engine/taken.h"

#include "model/page-line.h"

OneTaken *
one_taken_new (void)
{
  OneTaken *taken = g_new0 (OneTaken, 1);

  taken->touched = g_ptr_array_new_with_free_func (g_free);
  taken->actions = g_ptr_array_new_with_free_func (g_free);
  taken->closed = g_ptr_array_new_with_free_func (g_free);
  return taken;
}

static void
taken_add (OneTaken *taken, const OnePageLine *line)
{
  switch (line->kind) {
  case ONE_PAGE_CATEGORY:
    if (line->state == ONE_STATE_DONE)
      g_ptr_array_add (taken->touched, g_strdup (line->key));
    return;
  case ONE_PAGE_PROMISE:
    if (line->state != ONE_STATE_OPEN)
      g_ptr_array_add (taken->closed, g_strdup (line->key));
    return;
  case ONE_PAGE_ACTION:
    if (!line->gone)
      g_ptr_array_add (taken->actions, g_strdup_printf ("a%" G_GINT64_FORMAT, line->row));
    return;
  case ONE_PAGE_NOTE:
    taken->notes += *line->text != '\0';
    return;
  }
}

void
one_taken_add_lines (OneTaken *taken, const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    taken_add (taken, g_ptr_array_index (lines, i));
}

void
one_taken_free (OneTaken *taken)
{
  g_ptr_array_unref (taken->touched);
  g_ptr_array_unref (taken->actions);
  g_ptr_array_unref (taken->closed);
  g_clear_pointer (&taken->meeting, one_meeting_free);
  g_free (taken->path);
  g_free (taken);
}
