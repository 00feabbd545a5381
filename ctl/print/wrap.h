/* SPDX-License-Identifier: MIT */
/* Measures and wraps text in columns of a terminal: a wide character takes two, a combining one
 * none. Pure. */
#pragma once

#include <glib.h>

guint one_wrap_width (const char *text);

/* Breaks `text` at spaces, and between wide characters, into lines of at most `columns`. A wider
 * word stands alone, and is cut into pieces unless it is a link. At least one line, maybe empty. */
char **one_wrap_lines (const char *text, guint columns);

/* Makes `text` exactly `columns` wide: fills up with spaces, or cuts and ends with an ellipsis. */
char *one_wrap_fit (const char *text, guint columns);
