/* SPDX-License-Identifier: MIT */
/* The day by which an action on a page is to be done. */
#pragma once

#include <glib.h>

/* Cuts the last "(due fri)", or Obsidian's "📅 2026-11-27", out of `text` and stores its day in
 * `due`. A day is YYYY-MM-DD, a weekday (the first one from `base` on), "today", "tomorrow", "+3d"
 * or "+2w", all counted from `base`. Anything else stays in the text and makes `due` invalid.
 * (transfer full), without blanks around it. */
char *one_page_due_take (const char *text, const GDate *base, GDate *due);
