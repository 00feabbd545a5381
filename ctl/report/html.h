/* SPDX-License-Identifier: MIT */
/* HTML, piece by piece. All text is escaped; only what is written in the program is not. */
#pragma once

#include <glib.h>

void one_html_add_text (GString *html, const char *text);

/* <tag class="…">text</tag>; `style` may be NULL. */
void one_html_add_element (GString *html, const char *tag, const char *style, const char *text);
void one_html_add_count (GString *html, const char *label, guint count); /* <div><dt>…<dd>… */
