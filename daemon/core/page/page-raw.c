/* SPDX-License-Identifier: MIT */
#include "core/page/page-raw.h"

#include <string.h>

#include "core/page/page-limits.h"

#define PROPERTIES_MAX 200 /* lines */
#define MARK "\357\273\277"

/* Leaves out a last character whose bytes are incomplete. */
static gsize
cut_length (const char *text, gsize size)
{
  const char *end = NULL;
  gsize left;

  if (g_utf8_validate_len (text, size, &end))
    return size;
  left = size - (gsize) (end - text);
  if (left < 4 && g_utf8_get_char_validated (end, (gssize) left) == (gunichar) -2)
    return size - left;
  return size;
}

static void
unify_line_ends (char *text)
{
  char *out = text;

  for (const char *p = text; *p; p++) {
    gboolean pair = p[0] == '\r' && p[1] == '\n';

    *out++ = *p == '\r' ? '\n' : *p;
    p += pair;
  }
  *out = '\0';
}

/* How many lines the properties take: "---", anything, "---". */
static guint
count_properties (char **lines)
{
  if (!lines[0] || !g_str_equal (lines[0], "---"))
    return 0;
  for (guint i = 1; i < PROPERTIES_MAX && lines[i]; i++)
    if (g_str_equal (lines[i], "---") || g_str_equal (lines[i], "..."))
      return i + 1;
  return 0;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n\r\v\f")] == '\0';
}

/* The bytes of all lines that are not too far down; half a line would be another text. */
static gsize
whole_length (const char *text, gsize size)
{
  gsize length = ONE_PAGE_TEXT_MAX;

  if (size <= length)
    return size;
  while (length > 0 && text[length - 1] != '\n' && text[length - 1] != '\r')
    length--;
  return length > 0 ? length : ONE_PAGE_TEXT_MAX;
}

static char **
split (const char *text, gboolean cut, guint *left)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", ONE_PAGE_LINES_MAX + 1);
  guint count = g_strv_length (lines);

  if (count > ONE_PAGE_LINES_MAX) {
    cut = cut || *lines[ONE_PAGE_LINES_MAX];
    g_clear_pointer (&lines[ONE_PAGE_LINES_MAX], g_free);
  }
  *left = cut ? count : 0;
  return g_steal_pointer (&lines);
}

char **
one_page_raw_split (const char *text, gsize size, guint *left)
{
  gsize length = whole_length (text, size);
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;

  *left = 0;
  if (length == 0 || memchr (text, '\0', length))
    return NULL;
  valid = g_utf8_make_valid (text, (gssize) cut_length (text, length));
  if (g_str_has_prefix (valid, MARK))
    memmove (valid, valid + strlen (MARK), strlen (valid) - strlen (MARK) + 1);
  if (is_blank (valid))
    return NULL;
  unify_line_ends (valid);
  lines = split (valid, length < size, left);
  for (guint i = 0, count = count_properties (lines); i < count; i++)
    lines[i][0] = '\0';
  return g_steal_pointer (&lines);
}

char *
one_page_raw_unescape (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p; p++) {
    if (*p == '\\' && g_ascii_ispunct (p[1]))
      p++;
    g_string_append_c (out, *p);
  }
  return g_string_free (out, FALSE);
}

static gsize
shared_indent (const GPtrArray *lines)
{
  gsize shared = G_MAXSIZE;

  for (guint i = 0; i < lines->len; i++) {
    const char *line = g_ptr_array_index (lines, i);

    if (!is_blank (line))
      shared = MIN (shared, strspn (line, " \t"));
  }
  return shared;
}

char *
one_page_raw_join (const GPtrArray *lines)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  gsize indent = shared_indent (lines);

  for (guint i = 0; i < lines->len; i++) {
    const char *line = g_ptr_array_index (lines, i);

    if (is_blank (line) && (joined->len == 0 || g_str_has_suffix (joined->str, "\n\n")))
      continue;
    g_string_append (joined, is_blank (line) ? "" : line + indent);
    g_string_append_c (joined, '\n');
  }
  g_strchomp (joined->str);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}
