/* SPDX-License-Identifier: MIT */
/* Parses values of oned.conf. */
#pragma once

#include <glib.h>
#include "model/settings.h"

/* "30 min", "2 h", "1 h 30 min", "3 days"; a number without a unit is minutes. At most 31 days.
 * FALSE for anything else; `seconds` is not changed then. */
gboolean one_config_value_parse_duration (const char *text, gint64 *seconds);

/* "3 days; 1 working day; 30 min" in any order: one to ONE_MAX_LEADS different durations. Skips
 * empty ones. FALSE for anything else. */
gboolean one_config_value_parse_leads (const char *text, OneLeads *leads);

/* "22:00-07:00;Sat;Sun": hours, and days (1 << GDateWeekday), but not all seven; "" for never.
 * FALSE for anything else; `quiet` and `days` are not changed then. */
gboolean one_config_value_parse_quiet (const char *text, OneQuiet *quiet, guint *days);

/* "09:00", in minutes after midnight. FALSE for anything else; `minutes` is not changed then. */
gboolean one_config_value_parse_time (const char *text, int *minutes);

/* A mail address, in lower case; NULL for anything else. (transfer full) */
char *one_config_value_parse_address (const char *text);

/* An absolute path without "." and ".."; "~", "$HOME", "$XDG_CONFIG_HOME", "$XDG_DATA_HOME",
 * "$XDG_CACHE_HOME" and "$XDG_DOCUMENTS_DIR" are expanded where a path begins with them. NULL for a
 * relative path. (transfer full) */
char *one_config_value_parse_path (const char *text);

/* Lists. Skip empty values, and trim the strings in `values` in place. NULL for a bad value, which
 * `wrong` is set to (transfer none), of `values`. (transfer full) */
char **one_config_value_parse_paths (char **values, const char **wrong);
char **one_config_value_parse_addresses (char **values, const char **wrong);
char **one_config_value_parse_patterns (char **values, const char **wrong);

/* "NAME=ZONE", without blanks around the sign; the zone is one of the system's. At most
 * ONE_REQUEST_MAX_ZONES, of ONE_REQUEST_MAX_ZONE bytes. */
char **one_config_value_parse_zones (char **values, const char **wrong);
