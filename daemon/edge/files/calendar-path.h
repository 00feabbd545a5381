/* SPDX-License-Identifier: MIT */
/* Classifies paths: calendar or not, folder to skip, source that is a file or on a network. */
#pragma once

#include <glib.h>

/* Whether `name` can be a calendar: *.ics in any case, not hidden. */
gboolean one_calendar_path_is_calendar (const char *name);
/* Whether a folder of that name holds no calendars. */
gboolean one_calendar_path_is_skipped (const char *name);

/* Opens the source at `path`, or the database that it is in: a folder for reading, a file with
 * O_PATH, so a FIFO does not block. Sets its `device` and whether it is a `folder`. Frees `real`,
 * and sets it to the path without symbolic links (transfer full), or NULL. -1 with errno on
 * failure. */
int one_calendar_path_open (const char *path, char **real, guint64 *device, gboolean *folder);

/* Whether inotify is deaf to some changes: other machines write to its file system, too. */
gboolean one_calendar_path_is_remote (int fd);
