/* SPDX-License-Identifier: MIT */
/* From the text of a saved page to what it says. Any bytes are fine: what is not understood is
 * taken for a note, or left alone; nothing is ever an error. The grammar is in oned-page(5). */
#pragma once

#include "model/agenda.h"
#include "model/page.h"

/* What the tags and names on the page can mean. All of it is borrowed. */
typedef struct {
  gint64 meeting;
  const char *person;            /* whose name may stand behind an @ */
  const OneCatalogue *catalogue; /* as it is for the person's role */
  const GPtrArray *actions;      /* of OneAction: all of the person's, also closed ones */
  const GPtrArray *points;       /* of OnePoint, likewise */
  GDate day;                     /* of the meeting: "(due fri)" is the first Friday from it on */
} OnePageKnown;

/* (transfer full) of OnePageLine, each key of a category, a promise or a note once: first the
 * boxes, in order, then the notes. NULL for what is no page at all: binary, or blank, as a file is
 * that an editor has emptied and not yet written. */
GPtrArray *one_page_read (const char *text, gsize size, const OnePageKnown *known);
