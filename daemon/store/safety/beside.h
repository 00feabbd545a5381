/* SPDX-License-Identifier: MIT */
/* Copies a store that somebody else has open, by a connection of its own: on a thread, while the
 * main loop goes on reading and writing. It is of one moment; what is written meanwhile is not in
 * it. */
#pragma once

#include <glib.h>

/* Writes a copy of the store at `path`, which is not in memory, to an open file, and leaves that
 * open. Fails as one_backup_write does. One at a time of each store. */
gboolean one_beside_write (const char *path, int fd, GError **error) G_GNUC_WARN_UNUSED_RESULT;
