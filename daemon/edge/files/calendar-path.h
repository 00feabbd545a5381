/* SPDX-License-Identifier: MIT */
/* What can be told of a source, or of a name in it, before anything is compared. */
#pragma once

#include <glib.h>

/* Whether `name` can be a calendar: *.ics in any case, not hidden. */
gboolean one_calendar_path_is_calendar (const char *name);
/* Whether a folder of that name is none of calendars. */
gboolean one_calendar_path_is_skipped (const char *name);

/* The source at `path`, for reading a folder or looking at a file. -1 with errno; else its device
 * and whether it is a folder. `real` (in: owned, may be NULL; out: owned, may be NULL) is where it
 * really is. Never blocks on a FIFO. */
int one_calendar_path_open (const char *path, char **real, guint64 *device, gboolean *folder);

/* Whether it is on a file system that others write to, of which inotify does not hear. */
gboolean one_calendar_path_is_remote (int fd);
