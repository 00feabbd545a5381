/* SPDX-License-Identifier: MIT */
/* Opens files in the user's editor, on the terminal. */
#pragma once

#include <glib.h>

/* Whether standard input and output are a terminal. */
gboolean one_editor_is_possible (void);

/* Opens the file in $VISUAL or $EDITOR (which may have arguments), or else in an editor that is
 * installed, and waits until it ends. Fails if there is none, or if it fails. */
gboolean one_editor_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
