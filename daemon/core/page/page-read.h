/* SPDX-License-Identifier: MIT */
/* Reads a saved page. Any bytes are accepted: lines that are not understood are notes or are
 * ignored, never an error. oned-page(5) has the grammar. */
#pragma once

#include "core/page/page-known.h"
#include "core/page/page-left.h"
#include "model/page-line.h"

/* (transfer full) of OnePageLine: the boxes in order, then the notes, with one line for each key of
 * a category, promise or note. NULL if binary or blank (some editors truncate before they write).
 * `left` (nullable) (transfer full): of OnePageLeft, by line: what was not taken over. */
GPtrArray *one_page_read (const char *text, gsize size, const OnePageKnown *known,
                          GPtrArray **left);
