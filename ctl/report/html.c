/* SPDX-License-Identifier: MIT */
#include "ctl/report/html.h"

void
one_html_add_text (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, escaped);
}

void
one_html_add_element (GString *html, const char *tag, const char *style, const char *text)
{
  g_string_append_printf (html, "<%s", tag);
  if (style)
    g_string_append_printf (html, " class=\"%s\"", style);
  g_string_append_c (html, '>');
  one_html_add_text (html, text);
  g_string_append_printf (html, "</%s>", tag);
}

void
one_html_add_count (GString *html, const char *label, guint count)
{
  g_autofree char *figure = g_strdup_printf ("%u", count);

  g_string_append (html, "<div>");
  one_html_add_element (html, "dt", NULL, label);
  one_html_add_element (html, "dd", count == 0 ? "none" : NULL, figure);
  g_string_append (html, "</div>\n");
}
