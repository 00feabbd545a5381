/* SPDX-License-Identifier: MIT */
#include "ctl/print/wrap.h"

#include <string.h>

typedef struct {
  GPtrArray *lines;
  GString *line; /* being filled */
  guint used;    /* columns of `line` */
  guint columns;
} Lines;

static guint
wrap_width_of (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

guint
one_wrap_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p))
    width += wrap_width_of (g_utf8_get_char (p));
  return width;
}

static void
lines_end (Lines *lines)
{
  g_ptr_array_add (lines->lines, g_string_free (lines->line, FALSE));
  lines->line = g_string_new (NULL);
  lines->used = 0;
}

static void
lines_add (Lines *lines, const char *piece, gsize bytes, guint width)
{
  g_string_append_len (lines->line, piece, (gssize) bytes);
  lines->used += width;
}

/* Adds a word that is too wide for a line, character by character. */
static void
lines_cut (Lines *lines, const char *word, gsize bytes)
{
  for (const char *p = word; p < word + bytes; p = g_utf8_next_char (p)) {
    guint width = wrap_width_of (g_utf8_get_char (p));

    if (lines->used > 0 && lines->used + width > lines->columns)
      lines_end (lines);
    lines_add (lines, p, (gsize) (g_utf8_next_char (p) - p), width);
  }
}

static gboolean
wrap_is_wide_before (const char *word, const char *p)
{
  const char *before = g_utf8_prev_char (p);

  return before >= word && g_unichar_iswide (g_utf8_get_char (before))
         && wrap_width_of (g_utf8_get_char (p)) > 0;
}

/* Length in bytes of the piece that must not be broken: up to a space, or up to the break after a
 * wide character. */
static gsize
wrap_measure (const char *word, guint *width)
{
  const char *p = word;

  *width = 0;
  while (*p && *p != ' ') {
    if (p > word && wrap_is_wide_before (word, p))
      break;
    *width += wrap_width_of (g_utf8_get_char (p));
    p = g_utf8_next_char (p);
  }
  return (gsize) (p - word);
}

static void
lines_add_word (Lines *lines, const char *word, gsize bytes, guint spaces)
{
  g_autofree char *copy = g_strndup (word, bytes);
  guint width = one_wrap_width (copy);

  if (lines->used > 0 && lines->used + spaces + width > lines->columns)
    lines_end (lines);
  else if (lines->used > 0 && spaces > 0)
    lines_add (lines, " ", 1, 1);
  if (width > lines->columns && !strstr (copy, "://"))
    lines_cut (lines, word, bytes);
  else
    lines_add (lines, word, bytes, width);
}

char **
one_wrap_lines (const char *text, guint columns)
{
  Lines lines = { .lines = g_ptr_array_new (), .line = g_string_new (NULL), .columns = columns };
  guint spaces = 0;

  while (*text) {
    guint width;
    gsize bytes;

    if (*text == ' ') {
      spaces = 1;
      text++;
      continue;
    }
    bytes = wrap_measure (text, &width);
    lines_add_word (&lines, text, bytes, spaces);
    spaces = 0;
    text += bytes;
  }
  lines_end (&lines);
  g_string_free (lines.line, TRUE);
  g_ptr_array_add (lines.lines, NULL);
  return (char **) g_ptr_array_free (lines.lines, FALSE);
}

char *
one_wrap_fit (const char *text, guint columns)
{
  g_autoptr (GString) fitted = g_string_new (NULL);
  gboolean cut = one_wrap_width (text) > columns;
  guint room = cut && columns > 0 ? columns - 1 : columns;
  guint used = 0;

  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (used + wrap_width_of (c) > room)
      break;
    used += wrap_width_of (c);
    g_string_append_unichar (fitted, c);
  }
  if (cut && columns > 0) {
    g_string_append (fitted, "…");
    used++;
  }
  for (; used < columns; used++)
    g_string_append_c (fitted, ' ');
  return g_string_free (g_steal_pointer (&fitted), FALSE);
}
