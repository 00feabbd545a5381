/* SPDX-License-Identifier: MIT */
/* What the user changed on a page between two readings. What was ticked and is ticked still is no
 * change, so what was taken back or closed elsewhere since stays as it is.
 *
 * An action without an id is known again by its owner and text; else, if exactly it was edited: by
 * a text that is the beginning of the other or shares half of its words; else by its place: it is
 * the only one between two lines that are known. */
#pragma once

#include "model/page-line.h"

typedef enum {
  ONE_PAGE_TOUCHED,   /* a category, now ticked */
  ONE_PAGE_UNTOUCHED, /* the tick was taken away again */
  ONE_PAGE_STATE,     /* a promise, or an action from the page: opened, closed or dropped */
  ONE_PAGE_ADDED,     /* a new action */
  ONE_PAGE_EDITED,    /* an action from the page has another text, day or owner */
  ONE_PAGE_REMOVED,   /* its line is gone */
  ONE_PAGE_RETURNED,  /* its line is there again */
  ONE_PAGE_NOTED,     /* a note is another one; "" if all of it was deleted */
} OnePageDid;

typedef struct {
  OnePageDid did;
  OnePageLine *line;         /* (borrowed) from `after` */
  const OnePageLine *before; /* (borrowed) from `before`; NULL for what is new */
} OnePageChange;

/* (transfer full) of OnePageChange, in the order of `after`. Gives the lines of `after` the rows
 * that those of `before` have, and appends to it the actions that are gone, and notes that are
 * empty now. */
GArray *one_page_changes_list (const GPtrArray *before, GPtrArray *after);
