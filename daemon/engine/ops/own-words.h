/* SPDX-License-Identifier: MIT */
/* Checks and cleans text that the user typed as a point, an action or its like. */
#pragma once

#include <glib.h>

/* The text cleaned, in one line. NULL with ONE_ERROR_INVALID if nothing is left of it, or it is too
 * long. (transfer full) */
char *one_own_words_dup (const char *text, GError **error);
