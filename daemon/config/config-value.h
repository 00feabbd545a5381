/* SPDX-License-Identifier: MIT */
/* Values of oned.conf, from text. */
#pragma once

#include <glib.h>
#include "model/settings.h"

/* "30 min", "2 h", "1 h 30 min", "3 days"; a number without a unit is minutes. At most 31 days.
 * FALSE, leaving the value alone, for what is no duration. */
gboolean one_config_value_parse_duration (const char *text, gint64 *seconds);

/* "3 days; 1 h; 30 min" in any order: one to ONE_MAX_LEADS durations, all different; empty ones are
 * passed over. FALSE for anything else. */
gboolean one_config_value_parse_leads (const char *text, OneLeads *leads);

/* "22:00-07:00"; "" is never. FALSE, leaving the value alone, for anything else. */
gboolean one_config_value_parse_hours (const char *text, OneQuiet *quiet);

/* One mail address, lower case; NULL for what is none. (transfer full) */
char *one_config_value_parse_address (const char *text);

/* An absolute path without "." and ".."; "~", "$HOME", "$XDG_CONFIG_HOME", "$XDG_DATA_HOME",
 * "$XDG_CACHE_HOME" and "$XDG_DOCUMENTS_DIR" are expanded where a path begins with them. NULL for a
 * relative path. (transfer full) */
char *one_config_value_parse_path (const char *text);

/* Lists; empty values are passed over. NULL, with `wrong` set to the value that is none (lent by
 * `values`, whose strings are trimmed in place). (transfer full) */
char **one_config_value_parse_paths (char **values, const char **wrong);
char **one_config_value_parse_addresses (char **values, const char **wrong);
char **one_config_value_parse_patterns (char **values, const char **wrong);
