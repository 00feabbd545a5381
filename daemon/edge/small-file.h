/* SPDX-License-Identifier: MIT */
/* The one way in which the daemon opens a file that somebody else may have put there: settings,
 * catalogues, pages. Opening never waits for anybody, as it would for the other end of a FIFO, and
 * only a regular file is read, up to a cap: a device need not have an end. */
#pragma once

#include <glib.h>

/* The flags with which it is opened for reading. Links are followed, as people keep their settings
 * elsewhere; who has more to lose adds O_NOFOLLOW or opens beneath a folder. */
int one_small_file_flags (void);

/* At most `max` bytes of what is open in `fd`, which stays the caller's. Fails with the
 * G_FILE_ERROR of what the system refused, and with G_FILE_ERROR_NXIO for what is no regular file;
 * the message is one clause without the name. */
GBytes *one_small_file_read_open (int fd, gsize max, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same by name. A larger file gives `max` bytes, so a caller that minds asks for one more. */
GBytes *one_small_file_read (const char *path, gsize max, GError **error) G_GNUC_WARN_UNUSED_RESULT;
