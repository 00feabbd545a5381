/* SPDX-License-Identifier: MIT */
/* The line about the next meeting, for next and setup. `next` is the answer of
 * one_context_get_next. */
#pragma once

#include "ctl/context.h"
#include "ctl/print/escape.h"

/* The next meeting in one line, or a sentence if there is none (transfer full). Names, places and
 * items are escaped, the rest is not. */
char *one_next_line_format (OneContext *context, GVariant *next, OneEscape escape);

/* "in 5 min", "going on", or "" (transfer full). A line of --follow stays on the screen: in it only
 * the last ten minutes are counted down. */
char *one_next_line_format_left (OneContext *context, GVariant *next);

/* The meetings at the same time: "Omar Said 11:00, Bo 11:15"; "" for none (transfer full). */
char *one_next_line_format_also (OneContext *context, GVariant *next);

/* "now", "none", or the meeting's state. */
const char *one_next_line_get_state (OneContext *context, GVariant *next);
