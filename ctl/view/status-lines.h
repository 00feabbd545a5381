/* SPDX-License-Identifier: MIT */
/* What status, explain and the checks have in common. */
#pragma once

#include "ctl/context.h"

/* Each with the place, what is wrong and how to mend it; nothing if there are none. Needs
 * one_context_load_now. */
void one_status_lines_print_troubles (OneContext *context, GVariant *troubles);

/* One of them as a line, given, and its mend; NULL if none is known. Likewise. */
char *one_status_lines_format_trouble (OneContext *context, GVariant *trouble);
const char *one_status_lines_get_mend (GVariant *trouble);

/* My addresses, and how they are known; "" if they are not. Given. */
char *one_status_lines_format_me (GVariant *status);

/* "files 9, series 18, changed Wed 18 Nov 12:06"; given. Needs one_context_load_now. */
char *one_status_lines_format_figures (OneContext *context, GVariant *source);
