/* SPDX-License-Identifier: MIT */
#include "ctl/print/markdown.h"

#include <string.h>

/* Signs with a meaning in Markdown, or in editors that add to it, anywhere in a line. */
#define SPECIAL "\\`*_[]<>#|~&$^=%"
#define SPECIAL_FIRST "-+@"

void
one_markdown_add (GString *out, const char *text)
{
  gsize digits = strspn (text, "0123456789");

  for (const char *p = text; *p; p++) {
    gboolean numbered = digits > 0 && p == text + digits && (*p == '.' || *p == ')');

    if (strchr (SPECIAL, *p) || numbered || (p == text && strchr (SPECIAL_FIRST, *p)))
      g_string_append_c (out, '\\');
    g_string_append_c (out, *p == '\n' ? ' ' : *p);
  }
}
