/* SPDX-License-Identifier: MIT */
#include "core/page/page-left.h"

#define TAGS_MAX 100

static void
left_free (OnePageLeft *left)
{
  g_free (left->tag);
  g_free (left);
}

GPtrArray *
one_page_left_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) left_free);
}

void
one_page_left_add (GPtrArray *list, OnePageLeftWhy why, guint line, const char *tag)
{
  OnePageLeft *left;

  if (why == ONE_PAGE_LEFT_TAG && list->len >= TAGS_MAX)
    return;
  left = g_new0 (OnePageLeft, 1);
  left->why = why;
  left->line = line;
  left->tag = g_strdup (tag);
  g_ptr_array_add (list, left);
}

static int
by_line (gconstpointer a, gconstpointer b)
{
  const OnePageLeft *const *x = a, *const *y = b;

  return (int) (*x)->line - (int) (*y)->line;
}

void
one_page_left_sort (GPtrArray *list)
{
  g_ptr_array_sort (list, by_line);
}

gboolean
one_page_left_is_partial (const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++) {
    const OnePageLeft *left = g_ptr_array_index (list, i);

    if (left->why == ONE_PAGE_LEFT_ACTIONS || left->why == ONE_PAGE_LEFT_END)
      return TRUE;
  }
  return FALSE;
}

const OnePageLeft *
one_page_left_find_over (const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++) {
    const OnePageLeft *left = g_ptr_array_index (list, i);

    if (left->why != ONE_PAGE_LEFT_TAG)
      return left;
  }
  return NULL;
}

char *
one_page_left_format (const OnePageLeft *left)
{
  switch (left->why) {
  case ONE_PAGE_LEFT_TAG:
    return g_strdup_printf ("there is no '#%s' with this person: the line is left as it is",
                            left->tag);
  case ONE_PAGE_LEFT_NOTE:
    return g_strdup ("a note is longer than 20,000 characters: the rest of it is not taken over");
  case ONE_PAGE_LEFT_ACTION:
    return g_strdup ("a promise is longer than 1,000 characters: the rest is not taken over");
  case ONE_PAGE_LEFT_ACTIONS:
    return g_strdup ("more than 200 promises are written on the page: from here on none is taken "
                     "over");
  case ONE_PAGE_LEFT_END:
    return g_strdup ("the page is longer than 20,000 lines or 1 MB: from here on it is not read");
  }
  g_return_val_if_reached (NULL);
}
