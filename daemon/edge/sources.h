/* SPDX-License-Identifier: MIT */
/* Where calendars usually are, for who configured nothing. */
#pragma once

#include <glib.h>

/* The folders and files that exist now: the file storages of vdirsyncer, khal's calendars,
 * Evolution's local calendars, ~/.calendars. Absolute, each once, none beneath another.
 * NULL-terminated, maybe empty (transfer full). */
char **one_sources_list (void);

/* What these configurations name, `~` and variables replaced, globs left as they are. `text` is the
 * file's; nothing is looked up. Paths that end in no calendar are left out. */
GPtrArray *one_sources_parse_vdirsyncer (const char *text, const char *home);
GPtrArray *one_sources_parse_khal (const char *text, const char *home);

/* Takes out what is double or beneath another. */
char **one_sources_fold (const GPtrArray *paths);
