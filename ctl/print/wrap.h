/* SPDX-License-Identifier: MIT */
/* Text in columns, as a terminal shows it: wide characters take two, combining ones none. Pure. */
#pragma once

#include <glib.h>

guint one_wrap_width (const char *text);

/* The lines of `text`, broken at spaces (and between wide characters) so that none is wider than
 * `columns`; a word that is too wide stands alone, and is cut into pieces unless it is a link.
 * At least one line, maybe empty. */
char **one_wrap_lines (const char *text, guint columns);

/* Exactly `columns` wide: filled up with spaces, or cut with an ellipsis at its end. */
char *one_wrap_fit (const char *text, guint columns);
