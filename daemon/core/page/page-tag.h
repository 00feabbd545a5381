/* SPDX-License-Identifier: MIT */
/* What the words of a line of a page refer to. */
#pragma once

#include "core/page/page-known.h"

typedef enum {
  ONE_TAG_NONE,
  ONE_TAG_MEETING,
  ONE_TAG_CATEGORY,
  ONE_TAG_PROMISE,
} OneTagKind;

typedef struct {
  OneTagKind kind;
  char *key;       /* (owned) "wins", "a12"; NULL if there is none */
  const char *end; /* (borrowed) what follows the tag */
} OnePageTag;

/* The last word of `text` that is "#" and something known; no other is a tag. */
OnePageTag one_page_tag_find (const OnePageKnown *known, const char *text);
void one_page_tag_clear (OnePageTag *tag);

/* The category whose title stands in "**" at the beginning of `text`; NULL if none does. */
const OneCategory *one_page_tag_find_title (const OnePageKnown *known, const char *text);

/* Whose the action is: "@me …", "@ada …", "@them …". NULL for nobody of the two; else `rest` is
 * what follows the name. */
const char *one_page_tag_find_owner (const OnePageKnown *known, const char *text,
                                     const char **rest);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OnePageTag, one_page_tag_clear)
