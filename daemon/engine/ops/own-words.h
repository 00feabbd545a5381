/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

/* The user's own words, in one line; INVALID when nothing is left of them, or too much.
 * (transfer full) */
char *one_own_words_dup (const char *text, GError **error);
