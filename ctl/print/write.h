/* SPDX-License-Identifier: MIT */
/* Writes to a file descriptor, whatever is behind it: a file, a terminal, a pipe. */
#pragma once

#include <glib.h>

/* Writes all of `bytes`, however many calls that takes. FALSE with errno set if it cannot. */
gboolean one_write_bytes (int fd, const char *bytes, gsize length) G_GNUC_WARN_UNUSED_RESULT;

/* Writes a new file that only the user may read: all of it, or none. FALSE with errno set; EEXIST
 * if anything has that name, even a dangling link, which is never written to. */
gboolean one_write_new_file (const char *path, const char *bytes,
                             gsize length) G_GNUC_WARN_UNUSED_RESULT;
