/* SPDX-License-Identifier: MIT */
/* Makes strangers' text harmless: once, where it becomes a model value. */
#pragma once

#include <glib.h>

/* (transfer full) Valid UTF-8 (invalid bytes become U+FFFD), without C0 and C1 controls, escape
 * sequences, bidi overrides and isolates, zero-width and other invisible characters. Runs of white
 * space, line breaks too, become one space, none at the ends. Cut to `max` characters, the last of
 * them "…" if something was cut. Never NULL. */
char *one_text_clean (const char *text, gssize length, guint max);

/* The same for longer text of the user's own, such as notes. Invisible and reordering characters
 * go, too; line breaks (as \n), blank lines and indents stay, but for blank ones at the end. */
char *one_text_clean_lines (const char *text, gssize length, guint max);
