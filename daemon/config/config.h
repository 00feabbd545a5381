/* SPDX-License-Identifier: MIT */
/* oned.conf: from key file to settings, by one table. See oned.conf(5). */
#pragma once

#include "config/config-kind.h"
#include "model/settings.h"

/* Every key there is, in the order of the example file. Static; the last has no group. */
const OneConfigKey *one_config_list_keys (void);

/* The settings; all defaults if there is no such file. On error (unknown group or key, bad value,
 * unreadable file) NULL, and a message "path:line: what"; one_config_file_trouble takes it apart.
 * The caller keeps what was in force before. (transfer full) */
OneSettings *one_config_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
