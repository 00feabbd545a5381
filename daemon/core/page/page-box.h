/* SPDX-License-Identifier: MIT */
/* The beginning of a line of Markdown (indent, list sign, check box), in all the ways in which
 * people and editors write it. */
#pragma once

#include <glib.h>
#include "model/promise.h"

typedef struct {
  gboolean listed;  /* "- ", "* ", "+ ", "• ", "1. ", "1) " */
  gboolean boxed;   /* "[ ]", "[x]", "[ X ]", "[✓]", "[]", "☐", "☑", … */
  OneState state;   /* of the box: done if it is ticked, dropped for "[-]", else open */
  gboolean capital; /* it is ticked by an "X", not by another sign */
  const char *text; /* (borrowed) what follows it all */
} OnePageBox;

/* `line` has no line break and is valid UTF-8. */
OnePageBox one_page_box_read (const char *line);

/* Past spaces, tabs and spaces that do not break. */
const char *one_page_box_skip_blanks (const char *text);
