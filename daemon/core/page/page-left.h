/* SPDX-License-Identifier: MIT */
/* Text of a page that was not taken over, and why. */
#pragma once

#include <glib.h>

typedef enum {
  ONE_PAGE_LEFT_TAG,     /* a line with a tag that means nothing here: it is no new text */
  ONE_PAGE_LEFT_NOTE,    /* the rest of a note that is too long */
  ONE_PAGE_LEFT_ACTION,  /* the rest of an action that is too long */
  ONE_PAGE_LEFT_ACTIONS, /* this action, and those behind it: there are too many */
  ONE_PAGE_LEFT_END,     /* the rest of the page, from this line on */
} OnePageLeftWhy;

typedef struct {
  OnePageLeftWhy why;
  guint line; /* of the file, from 1 */
  char *tag;  /* (owned) "a12", of a line with a tag; else NULL */
} OnePageLeft;

/* (transfer full) A list of OnePageLeft. */
GPtrArray *one_page_left_list_new (void);

/* Adds to the list; of lines with a tag the first hundred. `tag` is copied (nullable). */
void one_page_left_add (GPtrArray *list, OnePageLeftWhy why, guint line, const char *tag);
void one_page_left_sort (GPtrArray *list);

/* Whether lines of the user's may be missing in what was read. */
gboolean one_page_left_is_partial (const GPtrArray *list);

/* The first that is over a limit; NULL if none is. (transfer none) */
const OnePageLeft *one_page_left_find_over (const GPtrArray *list);

/* (transfer full) As a clause for the user, without the line. */
char *one_page_left_format (const OnePageLeft *left);
