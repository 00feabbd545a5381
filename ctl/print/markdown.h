/* SPDX-License-Identifier: MIT */
/* Names, titles and promises in Markdown: whatever their words are, they stay words. */
#pragma once

#include <glib.h>

/* On one line, escaped as on the pages that oned makes (core/page). */
void one_markdown_add (GString *out, const char *text);
