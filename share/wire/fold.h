/* SPDX-License-Identifier: MIT */
/* How names are compared: without case, accents, and the ways in which an apostrophe or a hyphen is
 * written. oned finds by it whom WHO means, and onectl offers what will be found. Pure. */
#pragma once

#include <glib.h>

/* "Tomáš O’Brien" -> "tomas o'brien"; bytes that are no UTF-8 are replaced. (transfer full) */
char *one_fold_text (const char *text);

/* Whether `typed`, folded, begins `text` or a word in it. Umlauts may be typed as two letters
 * ("mueller"). An empty text begins nothing. */
gboolean one_fold_begins_word (const char *typed, const char *text);
