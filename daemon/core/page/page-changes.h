/* SPDX-License-Identifier: MIT */
/* Compares two readings of a page. A box that stays ticked is no change, so an item that was
 * reopened or closed elsewhere meanwhile keeps its state.
 *
 * An action without an id is recognised by its owner and text. Otherwise it was edited: its text is
 * then the beginning of the other, or shares half of its words; or it is the only one between two
 * known lines. */
#pragma once

#include "model/page-line.h"

typedef enum {
  ONE_PAGE_TOUCHED,   /* a category, now ticked; or prepared before, and ticked anew */
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

/* (transfer full) of OnePageChange, in the order of `after`. Copies the rows from `before` to the
 * matching lines of `after`, and appends to `after` the actions that were deleted and the notes
 * that are empty now. Of a page that was read in part, what is missing counts as not changed. */
GArray *one_page_changes_list (const GPtrArray *before, GPtrArray *after, gboolean partial);
