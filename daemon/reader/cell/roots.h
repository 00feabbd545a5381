/* SPDX-License-Identifier: MIT */
/* The sources, held open since before the program was locked in, and the way from them to a file.
 * No symbolic link is followed below a source, so nothing outside it is ever reached; a source
 * itself may be one. */
#pragma once

#include <glib.h>
#include "model/calendar/reading.h"

typedef struct OneRoots OneRoots;

/* `paths` of char*, absolute: folders, or single files. Those that cannot be opened are left out:
 * what is asked of them later is refused. Never NULL. */
OneRoots *one_roots_new (const GPtrArray *paths);
GArray *one_roots_list_fds (const OneRoots *roots); /* of int, lent, O_PATH: what may be read */

/* Opens a plain file beneath a root for reading, without ever blocking. -1 where it can't or won't;
 * `why` is then one clause for the user (static). */
int one_roots_open (OneRoots *roots, const char *path, OneStamp *stamp, const char **why);

/* Opens the file beside `path`, which is in a database (model/calendar/store-path.h): its log or
 * its journal, by what stands behind the name. -1 with errno; ENOENT if there is none. */
int one_roots_open_beside (OneRoots *roots, const char *path, const char *ending, OneStamp *stamp);

/* TRUE if it was written to since the stamp was taken. */
gboolean one_roots_has_changed (int fd, const OneStamp *stamp);

void one_roots_free (OneRoots *roots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneRoots, one_roots_free)
