/* SPDX-License-Identifier: MIT */
/* Writes to a file descriptor, whatever is behind it: a file, a terminal, a pipe. */
#pragma once

#include <glib.h>

/* Writes all of `bytes`, however many calls that takes. FALSE with errno set if it cannot. */
gboolean one_write_bytes (int fd, const char *bytes, gsize length) G_GNUC_WARN_UNUSED_RESULT;
