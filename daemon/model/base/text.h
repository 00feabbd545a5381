/* SPDX-License-Identifier: MIT */
/* Text written by strangers, made harmless once, where it becomes a model value. */
#pragma once

#include <glib.h>

/* (transfer full) Valid UTF-8 (invalid bytes become U+FFFD), without C0 and C1 controls, escape
 * sequences, bidi overrides and isolates, zero-width and other invisible characters. Runs of white
 * space, line breaks too, become one space, none at the ends. Cut to `max` characters, the last of
 * them "…" if something was cut. Never NULL. */
char *one_text_clean (const char *text, gssize length, guint max);

/* For the user's own longer text, notes: what is invisible or reorders goes too, but line breaks
 * (as \n), blank lines and indents stay as they were written; nothing blank at the end. */
char *one_text_clean_lines (const char *text, gssize length, guint max);
