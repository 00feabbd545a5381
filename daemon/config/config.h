/* SPDX-License-Identifier: MIT */
/* oned.conf: from key file to settings, by one table. See oned.conf(5). */
#pragma once

#include "model/settings.h"

/* What a value looks like. */
typedef enum {
  ONE_CONFIG_PATHS,     /* list of paths, separated by ";"; "~/" and "$XDG_…" are expanded */
  ONE_CONFIG_ADDRESSES, /* list of mail addresses, any case */
  ONE_CONFIG_PATTERNS,  /* list of glob patterns */
  ONE_CONFIG_ROLE,      /* a word */
  ONE_CONFIG_LEAD,      /* a duration, or "off" */
  ONE_CONFIG_LEADS,     /* up to four of them, separated by ";", or "off" */
  ONE_CONFIG_DURATION,  /* "30 min", "2 h", "1 h 30 min", "3 days"; a bare number is minutes */
  ONE_CONFIG_HOURS,     /* "22:00-07:00", or nothing */
  ONE_CONFIG_COUNT,     /* a number from 3 to 10 */
  ONE_CONFIG_PATH,      /* one path */
  ONE_CONFIG_SWITCH,    /* true or false */
} OneConfigKind;

typedef struct {
  const char *group;
  const char *key;
  OneConfigKind kind;
  gsize offset;         /* of the field in OneSettings */
  const char *fallback; /* the default as it would be written in the file */
  const char *doc;      /* one line, for the example file and the man page */
} OneConfigKey;

/* Every key there is, in the order of the example file. Static; the last has no group. */
const OneConfigKey *one_config_list_keys (void);

/* The settings; all defaults if there is no such file. On error (unknown group or key, bad value,
 * unreadable file) NULL, and a message "path:line: what"; one_config_file_trouble takes it apart.
 * The caller keeps what was in force before. (transfer full) */
OneSettings *one_config_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
