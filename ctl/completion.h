/* SPDX-License-Identifier: MIT */
/* What is derived from the table of commands for machines. */
#pragma once

#include <glib.h>

/* The shell's completion script; fails with ONE_ERROR_INVALID for a shell that is not known. */
gboolean one_completion_print (GString *out, const char *shell,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A line a command: "name --option --option …", for the test that nothing drifts apart. */
void one_completion_print_table (GString *out);
