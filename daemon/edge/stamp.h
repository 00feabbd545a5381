/* SPDX-License-Identifier: MIT */
/* What the file system says of a file, without opening it. */
#pragma once

#include <glib.h>
#include <sys/stat.h>
#include "model/reading.h"

typedef enum {
  ONE_KIND_NONE, /* it is not there, or cannot be looked at */
  ONE_KIND_FILE,
  ONE_KIND_FOLDER,
  ONE_KIND_LINK,
  ONE_KIND_OTHER, /* FIFO, socket, device */
} OneKind;

/* `name` beneath the open folder `at` (or AT_FDCWD); symbolic links are not followed. */
OneKind one_stamp_read (int at, const char *name, OneStamp *stamp);
/* The same of an open file. */
OneKind one_stamp_read_open (int fd, OneStamp *stamp);

/* The same of what stat said. */
OneKind one_stamp_take (const struct stat *status, OneStamp *stamp);

/* Nanoseconds since the epoch, by the clock that stamps files: it stands still within a tick, so
 * comparing a ctime with any other would be wrong. */
gint64 one_stamp_now (void);

gboolean one_stamp_equal (const OneStamp *a, const OneStamp *b);
