/* SPDX-License-Identifier: MIT */
/* The kinds of values in oned.conf, and how a value of each gets into the settings. */
#pragma once

#include "model/settings.h"

typedef enum {
  ONE_CONFIG_PATHS,     /* list of paths, separated by ";"; "~/" and "$XDG_…" are expanded */
  ONE_CONFIG_ADDRESSES, /* list of mail addresses, any case */
  ONE_CONFIG_PATTERNS,  /* list of glob patterns */
  ONE_CONFIG_ZONES,     /* list of "NAME=ZONE" */
  ONE_CONFIG_ROLE,      /* a word */
  ONE_CONFIG_LEAD,      /* a duration, or "off" */
  ONE_CONFIG_LEADS,     /* up to four durations or working days, separated by ";", or "off" */
  ONE_CONFIG_DURATION,  /* "30 min", "2 h", "1 h 30 min", "3 days"; a bare number is minutes */
  ONE_CONFIG_QUIET,     /* "22:00-07:00;Sat;Sun", or nothing */
  ONE_CONFIG_TIME,      /* "09:00", or "off" */
  ONE_CONFIG_COUNT,     /* a number from 3 to 10 */
  ONE_CONFIG_PATH,      /* one path */
  ONE_CONFIG_SWITCH,    /* true or false */
} OneConfigKind;

typedef struct {
  const char *group;
  const char *key;
  OneConfigKind kind;
  gsize offset;         /* of the field in OneSettings */
  const char *fallback; /* the default, in the syntax of the file */
  const char *doc;      /* one line, for the example file and the man page */
} OneConfigKey;

/* Sets the field of a key. FALSE if the text is no value of its kind. Does not set lists. */
gboolean one_config_kind_set (OneSettings *settings, const OneConfigKey *key, const char *text);

gboolean one_config_kind_is_list (OneConfigKind kind);

/* Whether it can be set for a single person, too. */
gboolean one_config_kind_is_personal (OneConfigKind kind);

/* Describes the values of a kind, for errors: "a mail address". */
const char *one_config_kind_describe (OneConfigKind kind);
