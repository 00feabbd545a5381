/* SPDX-License-Identifier: MIT */
/* Locks the program in, for good: it can read what it was given and the zone data, write to what it
 * has open, and end. Anything else fails or kills it (cell/calls.h). */
#pragma once

#include <glib.h>

/* Call it before a byte of a stranger's is read, with one thread. `readable` of int: descriptors of
 * the files and folders to read (beneath). `call` is for cell/trap.h. Landlock is the one part that
 * a kernel may lack; whether it is there goes to `landlock`. */
gboolean one_sandbox_enter (const GArray *readable, guint *call, gboolean *landlock,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
