/* SPDX-License-Identifier: MIT */
/* Lines about the state of oned, for status, explain and the checks. All that takes a context needs
 * one_context_load_now. */
#pragma once

#include "ctl/context.h"

/* Prints each trouble with its place and its fix; nothing if there are none. */
void one_status_lines_print_troubles (OneContext *context, GVariant *troubles);

/* One trouble as a line (transfer full), and its fix, NULL if none is known. */
char *one_status_lines_format_trouble (OneContext *context, GVariant *trouble);
const char *one_status_lines_get_mend (GVariant *trouble);

/* My addresses, and whether they come from the calendars; "" if they are not known. (transfer full)
 */
char *one_status_lines_format_me (GVariant *status);

/* "Work (Evolution)", or the path of a file or folder. (transfer full) */
char *one_status_lines_format_name (GVariant *source);

/* Whether a path is that of a calendar in another program's database, which tells nobody anything.
 */
gboolean one_status_lines_is_database (const char *path);

/* "files 9, series 18, changed Wed 18 Nov 12:06" (transfer full) */
char *one_status_lines_format_figures (OneContext *context, GVariant *source);
