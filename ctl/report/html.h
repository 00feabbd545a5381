/* SPDX-License-Identifier: MIT */
/* Writes HTML piece by piece. Escapes every text; tags and classes must come from the program. */
#pragma once

#include <glib.h>

void one_html_add_text (GString *html, const char *text);

/* <tag class="…">text</tag>; `style` may be NULL. */
void one_html_add_element (GString *html, const char *tag, const char *style, const char *text);
void one_html_add_count (GString *html, const char *label, guint count); /* <div><dt>…<dd>… */
