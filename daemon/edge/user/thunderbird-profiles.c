/* SPDX-License-Identifier: MIT */
#include "edge/user/thunderbird-profiles.h"

#include <stdlib.h>
#include <string.h>
#include "edge/small-file.h"

#define MAX_INI (64 << 10)
#define MAX_PREFS (4 << 20)
#define MAX_PROFILES 50
#define MAX_CALENDARS 500 /* of a profile */
#define REGISTRY "calendar.registry."
#define IDENTITY "mail.identity."

/* One calendar as in prefs.js; NULL for what that does not say. */
typedef struct {
  char *name, *type, *uri, *disabled, *shown, *cached; /* (owned) */
} Calendar;

static void
calendar_free (gpointer data)
{
  Calendar *calendar = data;

  g_free (calendar->name);
  g_free (calendar->type);
  g_free (calendar->uri);
  g_free (calendar->disabled);
  g_free (calendar->shown);
  g_free (calendar->cached);
  g_free (calendar);
}

/* The value behind a key, as text: what is quoted without the quotes. (transfer full) */
static char *
parse_value (const char *text)
{
  GString *value = g_string_new (NULL);
  gboolean quoted = *text == '"';

  for (text += quoted; *text && !strchr (quoted ? "\"" : ");", *text); text++) {
    if (quoted && *text == '\\' && text[1])
      text++;
    g_string_append_c (value, *text);
  }
  return g_string_free (value, FALSE);
}

/* A line `user_pref("key", value);`. NULL for any other. (transfer full) key; `value` (transfer
 * full) */
static char *
parse_pref (const char *line, char **value)
{
  static const char begin[] = "user_pref(\"";
  const char *key = line + strlen (begin);
  const char *end = g_str_has_prefix (line, begin) ? strstr (key, "\", ") : NULL;

  if (!end)
    return NULL;
  *value = parse_value (end + strlen ("\", "));
  return g_strndup (key, (gsize) (end - key));
}

/* `value` (transfer full) */
static void
set (Calendar *calendar, const char *key, char *value)
{
  const struct {
    const char *key;
    char **field;
  } fields[] = {
    { "name", &calendar->name },
    { "type", &calendar->type },
    { "uri", &calendar->uri },
    { "disabled", &calendar->disabled },
    { "calendar-main-in-composite", &calendar->shown },
    { "cache.enabled", &calendar->cached },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (key, fields[i].key)) {
      g_free (*fields[i].field);
      *fields[i].field = value;
      return;
    }
  g_free (value);
}

/* Takes one line of prefs.js. Ids have no dot. */
static void
take_line (GHashTable *calendars, const char *line, OneFoundAll *found)
{
  char *value = NULL;
  g_autofree char *key = parse_pref (line, &value);
  const char *rest = key && g_str_has_prefix (key, REGISTRY) ? key + strlen (REGISTRY) : NULL;
  const char *dot = rest ? strchr (rest, '.') : NULL;
  g_autofree char *id = dot ? g_strndup (rest, (gsize) (dot - rest)) : NULL;
  Calendar *calendar = id ? g_hash_table_lookup (calendars, id) : NULL;

  if (key && g_str_has_prefix (key, IDENTITY) && g_str_has_suffix (key, ".useremail"))
    one_found_add_me (found, value);
  if (!id || strchr (id, '/') || (!calendar && g_hash_table_size (calendars) >= MAX_CALENDARS)) {
    g_free (value);
    return;
  }
  if (!calendar) {
    calendar = g_new0 (Calendar, 1);
    g_hash_table_insert (calendars, g_strdup (id), calendar);
  }
  set (calendar, dot + 1, value);
}

/* Where its events are: in a file of its own, or in one of the profile's two databases. NULL if
 * they are on a server only. (transfer full) */
static char *
dup_path (const char *profile, const char *id, const Calendar *calendar)
{
  gboolean storage = g_strcmp0 (calendar->type, "storage") == 0;
  g_autofree char *file = NULL;
  char *real, *path;

  if (calendar->uri && g_str_has_prefix (calendar->uri, "file://"))
    return g_filename_from_uri (calendar->uri, NULL, NULL);
  if (!storage && g_strcmp0 (calendar->cached, "false") == 0)
    return NULL;
  file =
      g_build_filename (profile, "calendar-data", storage ? "local.sqlite" : "cache.sqlite", NULL);
  real = realpath (file, NULL);
  path = real ? g_build_filename (real, id, NULL) : NULL;
  free (real);
  return path;
}

static void
add_profile (const char *profile, OneFoundAll *found)
{
  g_autoptr (GHashTable) calendars =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, calendar_free);
  g_autofree char *prefs = g_build_filename (profile, "prefs.js", NULL);
  g_autofree char *data = g_build_filename (profile, "calendar-data", NULL);
  g_autoptr (GBytes) bytes = one_small_file_read (prefs, MAX_PREFS, NULL);
  g_autofree char *text =
      bytes ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : g_strdup ("");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GHashTableIter iter;
  gpointer id, value;

  one_found_add_place (found, prefs);
  if (!g_file_test (data, G_FILE_TEST_IS_DIR))
    one_found_add_place (found, data);
  for (char **line = lines; *line; line++)
    take_line (calendars, *line, found);
  g_hash_table_iter_init (&iter, calendars);
  while (g_hash_table_iter_next (&iter, &id, &value)) {
    const Calendar *calendar = value;
    g_autofree char *path = dup_path (profile, id, calendar);

    if (path && calendar->type && g_strcmp0 (calendar->disabled, "true") != 0)
      one_found_add (found, path, calendar->name, ONE_SOURCE_THUNDERBIRD,
                     g_strcmp0 (calendar->shown, "false") == 0);
  }
}

void
one_thunderbird_profiles_find (const char *folder, OneFoundAll *found)
{
  g_autofree char *ini = g_build_filename (folder, "profiles.ini", NULL);
  g_autoptr (GBytes) bytes = one_small_file_read (ini, MAX_INI, NULL);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  one_found_add_place (found, ini);
  if (!bytes || g_bytes_get_size (bytes) == 0
      || !g_key_file_load_from_data (keys, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     G_KEY_FILE_NONE, NULL))
    return;
  groups = g_key_file_get_groups (keys, NULL);
  for (guint i = 0; groups[i] && i < MAX_PROFILES; i++) {
    g_autofree char *path = g_key_file_get_string (keys, groups[i], "Path", NULL);
    g_autofree char *full = path ? g_canonicalize_filename (path, folder) : NULL;

    if (full && g_str_has_prefix (groups[i], "Profile"))
      add_profile (full, found);
  }
}
