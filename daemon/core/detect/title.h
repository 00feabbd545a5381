/* SPDX-License-Identifier: MIT */
/* One-on-ones that are known by their title only: "1:1 Ada", "Ada <> me". */
#pragma once

#include <glib.h>
#include "model/settings.h"

typedef enum {
  ONE_TITLE_OTHER,     /* says nothing of a one-on-one */
  ONE_TITLE_NAMELESS,  /* says so, but not with whom */
  ONE_TITLE_AMBIGUOUS, /* names several, none of whom is known to be me */
  ONE_TITLE_NAMED,
} OneTitleKind;

/* Reads a title, without what programs put before it (title-prefix.h). `name`: (transfer full)
 * (nullable), the other person's if the title has it. `me`: my addresses; the parts before the "@"
 * count as my names. A mark such as "1:1" counts only as a word of its own: "Q1-1" and "11-12
 * review" have none. */
OneTitleKind one_title_parse (const char *title, const char *const *me, const OneSettings *settings,
                              char **name);
