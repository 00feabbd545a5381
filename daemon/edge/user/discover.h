/* SPDX-License-Identifier: MIT */
/* Finds calendars in the usual places, for users who configured none. */
#pragma once

#include <glib.h>

/* The folders and files of programs that work on plain calendar files, that exist now: the file
 * storages of vdirsyncer, khal's calendars, ~/.calendars and its like. Absolute, without symbolic
 * links, each once, none beneath another, sorted. NULL-terminated, maybe empty. (transfer full) */
char **one_discover_list (void);

/* The calendars that a configuration file names. `text` is its content; no file is looked at.
 * Replaces `~` and variables as the program itself does, and keeps globs. Leaves out paths with
 * unset variables, and storages of anything but calendars. NULL-terminated. (transfer full) */
char **one_discover_parse_vdirsyncer (const char *text, const char *home);
char **one_discover_parse_khal (const char *text, const char *home);

/* Sorts the paths. Drops doubles, and folders right beneath another one, which are found with it.
 * (transfer full) */
char **one_discover_fold (const char *const *paths);
