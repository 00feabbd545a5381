/* SPDX-License-Identifier: MIT */
#include "edge/user/discover.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include "edge/small-file.h"
#include "model/base/path.h"

#define NEAR 1               /* levels below: edge/files/scan.c looks there anyway */
#define MAX_CONFIG (1 << 20) /* bytes */
#define MAX_FOUND 500        /* paths of one glob */

/* The keys of one section that matter. */
typedef struct {
  char *name;   /* (owned) "storage x"; in khal's nested sections "calendars/x" */
  char *type;   /* (owned) NULL if not given, like the others */
  char *path;   /* (owned) */
  char *ending; /* (owned) */
} Section;

typedef gboolean (*SectionTest) (const Section *section);

/* Folders of programs that need no configuration; `~` is the home, `%` the data folder. */
static const char *const usual[] = { "~/.calendars", "%/calendars", "%/khal/calendars",
                                     "%/vdirsyncer/calendars" };

static void
section_clear (Section *section)
{
  g_clear_pointer (&section->type, g_free);
  g_clear_pointer (&section->path, g_free);
  g_clear_pointer (&section->ending, g_free);
}

/* NULL if a variable in it is not set. */
static char *
expand_variables (const char *path, const char *home)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (*path) {
    gboolean braced = path[0] == '$' && path[1] == '{';
    const char *name = path + (braced ? 2 : 1);
    gsize length = 0;
    g_autofree char *key = NULL;
    const char *value;

    while (path[0] == '$' && (g_ascii_isalnum (name[length]) || name[length] == '_'))
      length++;
    if (length == 0 || (braced && name[length] != '}')) {
      g_string_append_c (out, *path++);
      continue;
    }
    key = g_strndup (name, length);
    value = g_str_equal (key, "HOME") ? home : g_getenv (key);
    if (!value)
      return NULL;
    g_string_append (out, value);
    path = name + length + (braced ? 1 : 0);
  }
  return g_strdup (out->str);
}

static char *
expand (const char *path, const char *home)
{
  g_autofree char *full = expand_variables (path, home);
  g_autofree char *absolute = NULL;

  if (full && (g_str_equal (full, "~") || g_str_has_prefix (full, "~/")))
    absolute = g_build_filename (home, full + 1, NULL);
  else
    absolute = g_steal_pointer (&full);
  return absolute && g_path_is_absolute (absolute) ? g_canonicalize_filename (absolute, "/") : NULL;
}

static void
section_end (Section *section, SectionTest test, const char *home, GStrvBuilder *paths)
{
  g_autofree char *path = NULL;

  if (section->path && test (section))
    path = expand (section->path, home);
  if (path)
    g_strv_builder_add (paths, path);
  section_clear (section);
}

/* [name], or khal's [[name]] within the last [name]. */
static void
section_begin (Section *section, const char *line)
{
  gboolean nested = g_str_has_prefix (line, "[[");
  g_autofree char *name = g_strdup (line + (nested ? 2 : 1));
  g_autofree char *old = g_steal_pointer (&section->name);
  char *slash = old ? strchr (old, '/') : NULL;

  name[strcspn (name, "]")] = '\0';
  g_strstrip (name);
  if (slash)
    *slash = '\0';
  section->name = nested ? g_strconcat (old ? old : "", "/", name, NULL) : g_strdup (name);
}

/* Strips the quotes, or a comment at the end. */
static char *
unquote (const char *text)
{
  const char *end = *text == '"' || *text == '\'' ? strchr (text + 1, *text) : NULL;
  g_autofree char *bare = NULL;

  if (end)
    return g_strndup (text + 1, (gsize) (end - text) - 1);
  bare = g_strdup (text);
  if (strstr (bare, " #"))
    *strstr (bare, " #") = '\0';
  return g_strdup (g_strstrip (bare));
}

static void
section_set (Section *section, const char *line)
{
  const char *equals = strchr (line, '=');
  g_autofree char *key = equals ? g_strndup (line, (gsize) (equals - line)) : NULL;
  g_autofree char *raw = equals ? g_strdup (equals + 1) : NULL;
  char **value = NULL;

  if (!equals)
    return;
  g_strstrip (key);
  if (g_str_equal (key, "type"))
    value = &section->type;
  else if (g_str_equal (key, "path"))
    value = &section->path;
  else if (g_str_equal (key, "fileext"))
    value = &section->ending;
  if (!value)
    return;
  g_free (*value);
  *value = unquote (g_strstrip (raw));
}

/* Both programs write sections of `key = value`. Neither is a key file of GLib's: vdirsyncer's
 * lists go over several lines, khal's sections nest. */
static char **
parse (const char *text, SectionTest test, const char *home)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  Section section = { 0 };

  for (char **line = lines; *line; line++) {
    g_strstrip (*line);
    if (**line == '[') {
      section_end (&section, test, home, paths);
      section_begin (&section, *line);
    } else if (**line != '#' && **line != ';') {
      section_set (&section, *line);
    }
  }
  section_end (&section, test, home, paths);
  g_free (section.name);
  return g_strv_builder_end (paths);
}

/* Turns the %s of a singlefile storage, one file for each collection, into a glob. */
static gboolean
is_vdirsyncer_calendar (const Section *section)
{
  if (!section->name || !g_str_has_prefix (section->name, "storage "))
    return FALSE;
  if (g_strcmp0 (section->type, "singlefile") == 0)
    return g_str_has_suffix (section->path, ".ics") && !strstr (section->path, "%s");
  return g_strcmp0 (section->type, "filesystem") == 0
         && (!section->ending || g_ascii_strcasecmp (section->ending, ".ics") == 0);
}

static gboolean
is_khal_calendar (const Section *section)
{
  return section->name && g_str_has_prefix (section->name, "calendars/")
         && g_strcmp0 (section->type, "birthdays") != 0;
}

char **
one_discover_parse_vdirsyncer (const char *text, const char *home)
{
  return parse (text, is_vdirsyncer_calendar, home);
}

char **
one_discover_parse_khal (const char *text, const char *home)
{
  return parse (text, is_khal_calendar, home);
}

/* How many folders `path` is below `folder`; 0 for itself, -1 if it is not. */
static int
depth_below (const char *path, const char *folder)
{
  const char *below = one_path_below (path, folder);
  int depth = below && *below ? 1 : 0;

  for (const char *p = below; p && *p; p++)
    depth += *p == '/';
  return below ? depth : -1;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
is_covered (const GPtrArray *folded, const char *path)
{
  for (guint i = 0; i < folded->len; i++) {
    int depth = depth_below (path, g_ptr_array_index (folded, i));

    if (depth >= 0 && depth <= NEAR)
      return TRUE;
  }
  return FALSE;
}

char **
one_discover_fold (const char *const *paths)
{
  GPtrArray *folded = g_ptr_array_new ();
  g_auto (GStrv) sorted = g_strdupv ((char **) paths);

  qsort (sorted, g_strv_length (sorted), sizeof *sorted, compare_paths);
  for (char **path = sorted; *path; path++)
    if (!is_covered (folded, *path))
      g_ptr_array_add (folded, g_strdup (*path));
  g_ptr_array_add (folded, NULL);
  return (char **) g_ptr_array_free (folded, FALSE);
}

/* Adds the paths that exist. */
static void
add_found (GStrvBuilder *found, const char *pattern)
{
  glob_t matches;

  if (glob (pattern, 0, NULL, &matches) != 0)
    return;
  for (gsize i = 0; i < matches.gl_pathc && i < MAX_FOUND; i++) {
    g_autofree char *real = realpath (matches.gl_pathv[i], NULL);

    if (real)
      g_strv_builder_add (found, real);
  }
  globfree (&matches);
}

static void
add_config (GStrvBuilder *found, const char *file, SectionTest test)
{
  g_autoptr (GBytes) bytes = one_small_file_read (file, MAX_CONFIG, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) paths = NULL;

  if (!bytes || g_bytes_get_size (bytes) == 0)
    return;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  paths = parse (text, test, g_get_home_dir ());
  for (char **path = paths; *path; path++)
    add_found (found, *path);
}

char **
one_discover_list (void)
{
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  const char *home = g_get_home_dir ();
  const char *config = g_get_user_config_dir ();
  const char *named = g_getenv ("VDIRSYNCER_CONFIG");
  g_autofree char *vdirsyncer = g_build_filename (config, "vdirsyncer", "config", NULL);
  g_autofree char *old = g_build_filename (home, ".vdirsyncer", "config", NULL);
  g_autofree char *khal = g_build_filename (config, "khal", "config", NULL);

  add_config (found, named ? named : vdirsyncer, is_vdirsyncer_calendar);
  add_config (found, old, is_vdirsyncer_calendar);
  add_config (found, khal, is_khal_calendar);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++) {
    g_autofree char *path =
        g_strconcat (usual[i][0] == '~' ? home : g_get_user_data_dir (), usual[i] + 1, NULL);

    add_found (found, path);
  }
  all = g_strv_builder_end (found);
  return one_discover_fold ((const char *const *) all);
}
