/* SPDX-License-Identifier: MIT */
/* Prints the answer to a log: what was noted, what is still open, what comes next. */
#pragma once

#include "ctl/context.h"

/* Needs one_context_load_now. */
void one_logged_lines_print (OneContext *context, GVariant *logged);
