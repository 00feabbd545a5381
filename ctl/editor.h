/* SPDX-License-Identifier: MIT */
/* The user's own editor, on the terminal. */
#pragma once

#include <glib.h>

/* Whether there is a terminal on which an editor can be used. */
gboolean one_editor_is_possible (void);

/* Opens the file in $VISUAL, $EDITOR (which may have arguments), or else what is usual on the
 * system, and waits for its end. Fails if there is none, or it did not end well. */
gboolean one_editor_open (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
