/* SPDX-License-Identifier: MIT */
/* Stamps of files: inode, size and times, by which a change is noticed without opening them. */
#pragma once

#include <glib.h>
#include <sys/stat.h>
#include "model/calendar/reading.h"

typedef enum {
  ONE_KIND_NONE, /* not there, or stat failed */
  ONE_KIND_FILE,
  ONE_KIND_FOLDER,
  ONE_KIND_LINK,
  ONE_KIND_OTHER, /* FIFO, socket, device */
} OneKind;

/* Stats `name` beneath the open folder `at` (or AT_FDCWD). Does not follow symbolic links. */
OneKind one_stamp_read (int at, const char *name, OneStamp *stamp);
/* Same, for an open file. */
OneKind one_stamp_read_open (int fd, OneStamp *stamp);

/* Same, for an absolute path, which may be that of a calendar in the database of another program
 * (model/calendar/store-path.h): then of the file and its log together. */
OneKind one_stamp_read_path (const char *path, OneStamp *stamp);

/* Same, from the result of stat. */
OneKind one_stamp_take (const struct stat *status, OneStamp *stamp);

/* Nanoseconds since the epoch, by the clock that stamps files. Compare a ctime with no other clock:
 * this one stands still within a tick. */
gint64 one_stamp_now (void);

gboolean one_stamp_equal (const OneStamp *a, const OneStamp *b);
