/* SPDX-License-Identifier: MIT */
/* What next and setup have in common. */
#pragma once

#include "ctl/context.h"

/* The meeting coming up in one line, given; a sentence if there is none. `next` is what
 * one_context_get_next answers. */
char *one_next_line_format (OneContext *context, GVariant *next);
