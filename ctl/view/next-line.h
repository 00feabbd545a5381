/* SPDX-License-Identifier: MIT */
/* The line about the next meeting, for next and setup. */
#pragma once

#include "ctl/context.h"

/* The next meeting in one line, or a sentence if there is none (transfer full). `next` is the
 * answer of one_context_get_next. */
char *one_next_line_format (OneContext *context, GVariant *next);
