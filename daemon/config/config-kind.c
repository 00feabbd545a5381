/* SPDX-License-Identifier: MIT */
#include "config/config-kind.h"

#include <string.h>

#include "config/config-value.h"

#define LEAST_COUNT 3
#define MOST_COUNT 10

static gboolean
set_leads (OneLeads *leads, OneConfigKind kind, const char *text)
{
  leads->n = strcmp (text, "off") != 0;
  if (leads->n == 0)
    return TRUE;
  if (kind == ONE_CONFIG_LEADS)
    return one_config_value_parse_leads (text, leads);
  return one_config_value_parse_duration (text, &leads->seconds[0]);
}

static gboolean
set_count (guint *count, const char *text)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (text, 10, LEAST_COUNT, MOST_COUNT, &number, NULL))
    return FALSE;
  *count = (guint) number;
  return TRUE;
}

static gboolean
set_time (int *minutes, const char *text)
{
  if (strcmp (text, "off") != 0)
    return one_config_value_parse_time (text, minutes);
  *minutes = -1;
  return TRUE;
}

static gboolean
set_path (char **path, const char *text)
{
  g_free (*path);
  *path = one_config_value_parse_path (text);
  return *path != NULL;
}

static gboolean
set_switch (gboolean *on, const char *text)
{
  *on = strcmp (text, "true") == 0;
  return *on || strcmp (text, "false") == 0;
}

gboolean
one_config_kind_set (OneSettings *settings, const OneConfigKey *key, const char *text)
{
  gpointer field = G_STRUCT_MEMBER_P (settings, key->offset);

  switch (key->kind) {
  case ONE_CONFIG_ROLE:
    return one_words_parse_role (text, field);
  case ONE_CONFIG_LEAD:
  case ONE_CONFIG_LEADS:
    return set_leads (field, key->kind, text);
  case ONE_CONFIG_DURATION:
    return one_config_value_parse_duration (text, field) && *(gint64 *) field > 0;
  case ONE_CONFIG_QUIET:
    return one_config_value_parse_quiet (text, &settings->quiet, &settings->quiet_days);
  case ONE_CONFIG_TIME:
    return set_time (field, text);
  case ONE_CONFIG_COUNT:
    return set_count (field, text);
  case ONE_CONFIG_PATH:
    return set_path (field, text);
  case ONE_CONFIG_SWITCH:
    return set_switch (field, text);
  case ONE_CONFIG_PATHS:
  case ONE_CONFIG_ADDRESSES:
  case ONE_CONFIG_PATTERNS:
  case ONE_CONFIG_ZONES:
    break;
  }
  return TRUE;
}

gboolean
one_config_kind_is_list (OneConfigKind kind)
{
  return kind == ONE_CONFIG_PATHS || kind == ONE_CONFIG_ADDRESSES || kind == ONE_CONFIG_PATTERNS
         || kind == ONE_CONFIG_ZONES;
}

gboolean
one_config_kind_is_personal (OneConfigKind kind)
{
  return kind == ONE_CONFIG_LEAD || kind == ONE_CONFIG_LEADS;
}

const char *
one_config_kind_describe (OneConfigKind kind)
{
  switch (kind) {
  case ONE_CONFIG_PATHS:
  case ONE_CONFIG_PATH:
    return "an absolute path, or one that begins with ~/";
  case ONE_CONFIG_ADDRESSES:
    return "a mail address";
  case ONE_CONFIG_PATTERNS:
    return "a pattern";
  case ONE_CONFIG_ZONES:
    return "a calendar's name for a zone and the zone, such as Bogota Time=America/Bogota";
  case ONE_CONFIG_ROLE:
    return "manager, report, peer, mentor or skip-level";
  case ONE_CONFIG_LEAD:
    return "a duration such as 30 min, 2 h or 3 days, at most 31 days, or off";
  case ONE_CONFIG_LEADS:
    return "a duration such as 30 min, 2 h, 3 days or 1 working day, at most 31 days, or up to "
           "four "
           "different ones separated by ;, or off";
  case ONE_CONFIG_DURATION:
    return "a duration such as 30 min, 2 h or 3 days, at most 31 days";
  case ONE_CONFIG_QUIET:
    return "two times of the day, such as 22:00-07:00, or days of the week, such as Sat;Sun, or "
           "both "
           "separated by ;, or nothing";
  case ONE_CONFIG_TIME:
    return "a time of the day, such as 09:00, or off";
  case ONE_CONFIG_COUNT:
    return "a number from 3 to 10";
  case ONE_CONFIG_SWITCH:
    return "true or false";
  }
  return "";
}
