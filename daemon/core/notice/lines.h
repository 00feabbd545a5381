/* SPDX-License-Identifier: MIT */
/* The body of a notification while it is written: lines with breaks between them, none empty. */
#pragma once

#include <glib.h>

void one_lines_add (GString *lines, const char *line); /* "" adds none */

/* `line`: (transfer full) */
void one_lines_take (GString *lines, char *line);

guint one_lines_count (const GString *lines);
