/* SPDX-License-Identifier: MIT */
/* Makes text from the bus harmless to a terminal. The daemon has done so already; a terminal obeys
 * escape sequences, so onectl does not rely on the daemon alone. */
#pragma once

#include <glib.h>

/* Leaves out control characters (so escape sequences, too), bidi overrides and invisible
 * characters; line breaks become spaces. Spaces stay: the text may be a path. (transfer full) */
char *one_sanitize_text (const char *text);

/* Sanitizes every string in a value; texts below the key "notes" keep their lines. Sinks `value` if
 * it is floating. (transfer full) */
GVariant *one_sanitize_value (GVariant *value);

/* Sanitizes for Pango markup (status bars): also escapes &<>'". (transfer full) */
char *one_sanitize_markup (const char *text);
