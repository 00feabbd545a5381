/* SPDX-License-Identifier: MIT */
/* From the text of a saved page to what it says. Any bytes are fine: what is not understood is
 * taken for a note, or left alone; nothing is ever an error. The grammar is in oned-page(5). */
#pragma once

#include "core/page/page-known.h"
#include "model/page-line.h"

/* (transfer full) of OnePageLine, each key of a category, a promise or a note once: first the
 * boxes, in order, then the notes. NULL for what is no page at all: binary, or blank, as a file is
 * that an editor has emptied and not yet written. */
GPtrArray *one_page_read (const char *text, gsize size, const OnePageKnown *known);
