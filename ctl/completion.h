/* SPDX-License-Identifier: MIT */
/* Shell completions, and the table of commands as text, both made from ctl/command.h. */
#pragma once

#include <glib.h>

/* Appends the completion script of a shell. Fails with ONE_ERROR_INVALID for an unknown shell. */
gboolean one_completion_print (GString *out, const char *shell,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Appends a line for each command, "name --option --option …": tests compare it with the man page.
 */
void one_completion_print_table (GString *out);
