/* SPDX-License-Identifier: MIT */
#include "config/config.h"

#include <string.h>

#include "config/config-file.h"
#include "config/config-kind.h"
#include "config/config-value.h"

#define FIELD(name) G_STRUCT_OFFSET (OneSettings, name)
#define LEAD(stage) (FIELD (leads) + ONE_STAGE_##stage * sizeof (OneLeads))
#define PERSON "person "

static const OneConfigKey keys[] = {
  { "calendar", "sources", ONE_CONFIG_PATHS, FIELD (sources), "",
    "Calendar files and folders of them; empty: the usual places" },
  { "calendar", "hidden", ONE_CONFIG_SWITCH, FIELD (hidden), "false",
    "Of the usual places, calendars that are hidden in their own program are read, too" },
  { "calendar", "me", ONE_CONFIG_ADDRESSES, FIELD (me), "",
    "My mail addresses; empty: what most two-person events have in common" },
  { "calendar", "rooms", ONE_CONFIG_PATTERNS, FIELD (rooms), "",
    "Addresses that are rooms and no people, such as room-*@example.org" },
  { "calendar", "titles", ONE_CONFIG_PATTERNS, FIELD (titles), "",
    "Further titles of one-on-ones without attendees, such as Coffee with *" },
  { "calendar", "zones", ONE_CONFIG_ZONES, FIELD (zones), "",
    "What a time zone's name in a calendar means, such as Bogota Time=America/Bogota" },
  { "people", "role", ONE_CONFIG_ROLE, FIELD (role), "manager",
    "What people are to me unless told: manager, report, peer, mentor or skip-level" },
  { "reminders", "prep", ONE_CONFIG_LEADS, LEAD (PREP), "30 min",
    "How long ahead the agenda is shown, up to four times, such as 1 working day;30 min, or off" },
  { "reminders", "start", ONE_CONFIG_LEAD, LEAD (START), "2 min",
    "How long ahead the start is announced, or off" },
  { "reminders", "nudge", ONE_CONFIG_LEAD, LEAD (NUDGE), "0 min",
    "How long after the end oned asks what was talked about, or off" },
  { "reminders", "snooze", ONE_CONFIG_DURATION, FIELD (snooze), "10 min",
    "How long Snooze puts a reminder off" },
  { "reminders", "promises", ONE_CONFIG_TIME, FIELD (promises), "09:00",
    "When my promises of a day are told on its morning, or off" },
  { "reminders", "quiet", ONE_CONFIG_QUIET, FIELD (quiet), "",
    "Hours and days without reminders, such as 22:00-07:00;Sat;Sun; what is due waits for their "
    "end" },
  { "reminders", "quiet-start", ONE_CONFIG_SWITCH, FIELD (quiet_start), "true",
    "The start is announced in quiet hours, too" },
  { "reminders", "private", ONE_CONFIG_SWITCH, FIELD (private_mode), "false",
    "No names and no text in notifications" },
  { "agenda", "items-min", ONE_CONFIG_COUNT, FIELD (items_min), "3",
    "An agenda has at least so many items, if there are any" },
  { "agenda", "items-max", ONE_CONFIG_COUNT, FIELD (items_max), "5",
    "An agenda has at most so many items" },
  { "pages", "folder", ONE_CONFIG_PATH, FIELD (pages), "$XDG_DOCUMENTS_DIR/one-on-ones",
    "Where the pages are, a folder for each person" },
  { NULL, NULL, 0, 0, NULL, NULL },
};

static gboolean
refuse_value (const OneConfigFile *file, const OneConfigKey *key, const char *value, GError **error)
{
  g_autofree char *what =
      g_strdup_printf ("bad value '%s' for %s in [%s]: needs %s", value, key->key, key->group,
                       one_config_kind_describe (key->kind));

  return one_config_file_fail (file, key->group, key->key, what, error);
}

static gboolean
set_list (OneSettings *settings, const OneConfigKey *key, const OneConfigFile *file, GError **error)
{
  char ***field = G_STRUCT_MEMBER_P (settings, key->offset);
  g_auto (GStrv) values = g_key_file_get_string_list (file->keys, key->group, key->key, NULL, NULL);
  const char *wrong = "";
  char **list = NULL;

  if (values && key->kind == ONE_CONFIG_PATHS)
    list = one_config_value_parse_paths (values, &wrong);
  else if (values && key->kind == ONE_CONFIG_ADDRESSES)
    list = one_config_value_parse_addresses (values, &wrong);
  else if (values && key->kind == ONE_CONFIG_ZONES)
    list = one_config_value_parse_zones (values, &wrong);
  else if (values)
    list = one_config_value_parse_patterns (values, &wrong);
  if (!list)
    return refuse_value (file, key, wrong, error);
  g_strfreev (*field);
  *field = list;
  return TRUE;
}

static gboolean
set_key (OneSettings *settings, const OneConfigKey *key, const OneConfigFile *file, GError **error)
{
  g_autofree char *text = NULL;

  if (!g_key_file_has_key (file->keys, key->group, key->key, NULL))
    return one_config_kind_is_list (key->kind)
           || one_config_kind_set (settings, key, key->fallback);
  if (one_config_kind_is_list (key->kind))
    return set_list (settings, key, file, error);
  text = g_key_file_get_string (file->keys, key->group, key->key, NULL);
  if (!text || !one_config_kind_set (settings, key, g_strchomp (text)))
    return refuse_value (file, key, text ? text : "", error);
  return TRUE;
}

/* Names of all groups, or of the keys of one. (transfer container) */
static const char **
list_names (const char *group)
{
  GPtrArray *names = g_ptr_array_new ();

  for (const OneConfigKey *key = keys; key->group; key++) {
    gboolean repeats =
        names->len > 0 && g_str_equal (g_ptr_array_index (names, names->len - 1), key->group);

    if (!group && !repeats)
      g_ptr_array_add (names, (gpointer) key->group);
    if (g_strcmp0 (group, key->group) == 0)
      g_ptr_array_add (names, (gpointer) key->key);
  }
  g_ptr_array_add (names, NULL);
  return (const char **) g_ptr_array_free (names, FALSE);
}

/* The address of a group [person ada@example.com]; NULL for another group. */
static char *
group_person (const char *group)
{
  return g_str_has_prefix (group, PERSON) ? one_config_value_parse_address (group + strlen (PERSON))
                                          : NULL;
}

/* Reads a group [person …]. A key that is missing there is as for everybody. */
static gboolean
set_person (OneSettings *settings, const char *group, const OneConfigFile *file, GError **error)
{
  g_autofree char *address = group_person (group);
  g_autoptr (OneSettings) own = one_settings_new ();

  if (!address)
    return TRUE;
  memcpy (own->leads, settings->leads, sizeof own->leads);
  for (const OneConfigKey *key = keys; key->group; key++) {
    OneConfigKey of_person = *key;

    of_person.group = group;
    if (one_config_kind_is_personal (key->kind)
        && g_key_file_has_key (file->keys, group, key->key, NULL)
        && !set_key (own, &of_person, file, error))
      return FALSE;
  }
  g_hash_table_insert (settings->persons, g_steal_pointer (&address),
                       g_memdup2 (own->leads, sizeof own->leads));
  return TRUE;
}

/* The keys that a person may have. (transfer container) */
static const char **
list_person_keys (void)
{
  GPtrArray *names = g_ptr_array_new ();

  for (const OneConfigKey *key = keys; key->group; key++)
    if (one_config_kind_is_personal (key->kind))
      g_ptr_array_add (names, (gpointer) key->key);
  g_ptr_array_add (names, NULL);
  return (const char **) g_ptr_array_free (names, FALSE);
}

static gboolean
check_group (const OneConfigFile *file, const char *group, GError **error)
{
  g_auto (GStrv) present = g_key_file_get_keys (file->keys, group, NULL, NULL);
  g_autofree const char **groups = list_names (NULL);
  g_autofree char *person = group_person (group);
  g_autofree const char **known = person ? list_person_keys () : list_names (group);
  g_autofree char *hint = NULL;
  g_autofree char *what = NULL;

  if (!person && !g_strv_contains (groups, group)) {
    hint = one_config_file_suggest (group, groups);
    what = g_strdup_printf ("unknown group [%s]%s", group, hint);
    return one_config_file_fail (file, group, NULL, what, error);
  }
  for (guint i = 0; present && present[i]; i++) {
    if (g_strv_contains (known, present[i]))
      continue;
    hint = one_config_file_suggest (present[i], known);
    what = g_strdup_printf ("unknown key '%s' in [%s]%s", present[i], group, hint);
    return one_config_file_fail (file, group, present[i], what, error);
  }
  return TRUE;
}

const OneConfigKey *
one_config_list_keys (void)
{
  return keys;
}

OneSettings *
one_config_load (const char *path, GError **error)
{
  g_autoptr (OneSettings) settings = one_settings_new ();
  g_autoptr (OneConfigFile) file = NULL;
  g_auto (GStrv) groups = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    file = one_config_file_open (path, error);
  else
    file = one_config_file_parse (path, "", 0, error);
  if (!file)
    return NULL;
  groups = g_key_file_get_groups (file->keys, NULL);
  for (guint i = 0; groups[i]; i++)
    if (!check_group (file, groups[i], error))
      return NULL;
  for (const OneConfigKey *key = keys; key->group; key++)
    if (!set_key (settings, key, file, error))
      return NULL;
  for (guint i = 0; groups[i]; i++)
    if (!set_person (settings, groups[i], file, error))
      return NULL;
  if (settings->items_min <= settings->items_max)
    return g_steal_pointer (&settings);
  one_config_file_fail (file, "agenda",
                        g_key_file_has_key (file->keys, "agenda", "items-min", NULL) ? "items-min"
                                                                                     : "items-max",
                        "items-min is above items-max", error);
  return NULL;
}
