/* SPDX-License-Identifier: MIT */
/* Reads oned.conf into settings, by one table of keys. See oned.conf(5). */
#pragma once

#include "config/config-kind.h"
#include "model/settings.h"

/* All keys, in the order of the example file. Static; the last one has no group. */
const OneConfigKey *one_config_list_keys (void);

/* The settings; all defaults if there is no such file. NULL for an unknown group or key, a bad
 * value, or an unreadable file, with a message "path:line: what", which one_config_file_trouble
 * parses; the caller keeps the settings it has. (transfer full) */
OneSettings *one_config_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
