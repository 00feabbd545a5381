/* SPDX-License-Identifier: MIT */
#include "core/page/page-action.h"

#include <string.h>

#include "core/page/page-due.h"
#include "core/page/page-limits.h"
#include "core/page/page-tag.h"
#include "core/page/page-raw.h"
#include "model/base/text.h"

/* Removes the day on which the box was ticked, which some editors append. */
static char *
action_clean (const char *text, gboolean *cut)
{
  g_autofree char *plain = one_page_raw_unescape (text);
  char *ticked = strstr (plain, " ✅");
  g_autofree char *clean = NULL;

  if (ticked)
    *ticked = '\0';
  clean = one_text_clean (plain, -1, ONE_PAGE_ACTION_MAX + 1);
  *cut = g_utf8_strlen (clean, -1) > ONE_PAGE_ACTION_MAX;
  return *cut ? one_text_clean (plain, -1, ONE_PAGE_ACTION_MAX) : g_steal_pointer (&clean);
}

gboolean
one_page_action_read (const OnePageKnown *known, const OnePageBox *box, OnePageLine **line,
                      gboolean *cut)
{
  const char *rest = NULL;
  const char *owner = box->boxed ? one_page_tag_find_owner (known, box->text, &rest) : NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  GDate due;

  *line = NULL;
  if (!owner)
    return FALSE;
  words = one_page_due_take (rest, &known->day, &due);
  text = action_clean (words, cut);
  if (*text == '\0')
    return TRUE;
  *line = one_page_line_new (ONE_PAGE_ACTION, owner, text);
  (*line)->due = due;
  (*line)->state = box->state;
  return TRUE;
}
