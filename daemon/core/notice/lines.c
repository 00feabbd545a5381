/* SPDX-License-Identifier: MIT */
#include "core/notice/lines.h"

void
one_lines_add (GString *lines, const char *line)
{
  if (*line)
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
}

void
one_lines_take (GString *lines, char *line)
{
  one_lines_add (lines, line);
  g_free (line);
}

guint
one_lines_count (const GString *lines)
{
  guint count = lines->len > 0;

  for (gsize i = 0; i < lines->len; i++)
    count += lines->str[i] == '\n';
  return count;
}
