/* SPDX-License-Identifier: MIT */
#include "model/page-line.h"

#include <string.h>

#define CAPITAL "X"
#define PREPARED "prepared "

/* The words in the store. */
static const char *const kinds[ONE_N_PAGE_KINDS] = { "category", "promise", "action", "note" };

OnePageLine *
one_page_line_new (OnePageKind kind, const char *key, const char *text)
{
  OnePageLine *line = g_new0 (OnePageLine, 1);

  line->kind = kind;
  line->key = g_strdup (key);
  line->text = g_strdup (text);
  return line;
}

OnePageLine *
one_page_line_dup (const OnePageLine *line)
{
  OnePageLine *copy = g_memdup2 (line, sizeof *line);

  copy->key = g_strdup (line->key);
  copy->text = g_strdup (line->text);
  return copy;
}

void
one_page_line_free (OnePageLine *line)
{
  g_free (line->key);
  g_free (line->text);
  g_free (line);
}

static void
set_text (OnePageLine *line, char *text)
{
  g_free (line->text);
  line->text = text;
}

void
one_page_line_set_capital (OnePageLine *line)
{
  set_text (line, g_strdup (CAPITAL));
}

void
one_page_line_set_prepared (OnePageLine *line)
{
  set_text (line, g_strconcat (PREPARED, line->text, NULL));
}

gboolean
one_page_line_is_prepared (const OnePageLine *line)
{
  return line->kind == ONE_PAGE_CATEGORY && g_str_has_prefix (line->text, PREPARED);
}

gboolean
one_page_line_is_ticked_anew (OnePageLine *line, const OnePageLine *before)
{
  if (!before || line->state != ONE_STATE_DONE || !one_page_line_is_prepared (before))
    return FALSE;
  if (!g_str_equal (before->text + strlen (PREPARED), line->text))
    return TRUE;
  one_page_line_set_prepared (line);
  return FALSE;
}

GPtrArray *
one_page_line_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) one_page_line_free);
}

const char *
one_page_line_format_kind (OnePageKind kind)
{
  g_return_val_if_fail ((guint) kind < ONE_N_PAGE_KINDS, "");
  return kinds[kind];
}

gboolean
one_page_line_parse_kind (const char *word, OnePageKind *kind)
{
  for (guint i = 0; i < ONE_N_PAGE_KINDS; i++)
    if (g_strcmp0 (word, kinds[i]) == 0) {
      *kind = (OnePageKind) i;
      return TRUE;
    }
  return FALSE;
}
