/* SPDX-License-Identifier: MIT */
/* What each kind of value is, and how it comes into the settings. */
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

/* FALSE if the text is no value of this kind. Lists are not set here. */
gboolean one_config_kind_set (OneSettings *settings, const OneConfigKey *key, const char *text);

gboolean one_config_kind_is_list (OneConfigKind kind);

/* Whether it can be set for one person, too. */
gboolean one_config_kind_is_personal (OneConfigKind kind);

/* What a value has to be, for errors. */
const char *one_config_kind_describe (OneConfigKind kind);
