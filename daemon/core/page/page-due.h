/* SPDX-License-Identifier: MIT */
/* The day by which an action on a page is to be done. */
#pragma once

#include <glib.h>

/* Takes the last "(due fri)", or "📅 2026-11-27" as the notes of Obsidian have it, out of `text` and
 * leaves its day in `due`. A day is YYYY-MM-DD, a weekday (the first one from `base` on),
 * "today", "tomorrow", "+3d", "+2w"; all from `base`. What is no such day stays in the text, and
 * `due` is not valid. (transfer full), without blanks around it. */
char *one_page_due_take (const char *text, const GDate *base, GDate *due);
