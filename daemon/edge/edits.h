/* SPDX-License-Identifier: MIT */
/* Tells that the user saved a file of the configuration, or changed what is in a folder of it. */
#pragma once

#include <glib.h>

typedef struct OneEdits OneEdits;

/* `paths`: NULL-terminated, files or folders, which need not exist yet. `changed` is called from
 * the main loop, once for a burst of events. Never NULL. */
OneEdits *one_edits_new (const char *const *paths, void (*changed) (gpointer data), gpointer data);
void one_edits_free (OneEdits *edits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneEdits, one_edits_free)
