/* SPDX-License-Identifier: MIT */
/* Resolves the words of a line of a page: tags, titles and names. */
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

/* Finds the last "#word" of `text` that means something on this page; unknown ones are plain text.
 */
OnePageTag one_page_tag_find (const OnePageKnown *known, const char *text);

/* Finds the last "#a12" or "#p7" of `text` that means nothing on this page: oned gave it to what
 * was taken back, or is somebody else's. */
OnePageTag one_page_tag_find_stray (const OnePageKnown *known, const char *text);
void one_page_tag_clear (OnePageTag *tag);

/* "wins" of "**Wins** · 8 min #wins", as oned writes an item of the agenda; NULL for anything else.
 * (transfer full) */
char *one_page_tag_dup_item (const char *text);

/* Finds the category whose title stands in "**" at the beginning of `text`; NULL if none does.
 * (transfer none) */
const OneCategory *one_page_tag_find_title (const OnePageKnown *known, const char *text);

/* Reads who owns the action: "@me …", "@ada …", "@them …". NULL if it names neither of them; else
 * `rest` is what follows the name. (transfer none) */
const char *one_page_tag_find_owner (const OnePageKnown *known, const char *text,
                                     const char **rest);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OnePageTag, one_page_tag_clear)
