/* SPDX-License-Identifier: MIT */
/* Where calendars usually are, for who configured nothing. */
#pragma once

#include <glib.h>

/* The folders and files that exist now: the file storages of vdirsyncer, khal's calendars,
 * Evolution's local calendars, ~/.calendars and its like. Absolute, without symbolic links, each
 * once, none beneath another, sorted. NULL-terminated, maybe empty (transfer full). */
char **one_discover_list (void);

/* What a configuration names, as the program itself would read it: `~` and variables replaced,
 * globs left as they are; a path with an unset variable is left out, and so is what holds no
 * calendars. `text` is the file's; nothing is looked up. NULL-terminated (transfer full). */
char **one_discover_parse_vdirsyncer (const char *text, const char *home);
char **one_discover_parse_khal (const char *text, const char *home);

/* Sorted, without what is double or so near beneath another that it is found there anyway. */
char **one_discover_fold (const char *const *paths);
