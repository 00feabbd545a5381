/* SPDX-License-Identifier: MIT */
#include "edge/user/evolution-sources.h"

#include <stdlib.h>
#include "edge/small-file.h"

#define MAX_BYTES (64 << 10)
#define MAX_FILES 1000
#define MAX_DEPTH 10 /* of parents */
#define ENDING ".source"
#define SOURCE "Data Source"
#define CALENDAR "Calendar"
#define COLLECTION "Collection"
#define SYSTEM "system-calendar" /* has a file only once something of it was changed */

typedef struct {
  const OneEvolutionFolders *folders; /* (borrowed) */
  OneFoundAll *found;                 /* (borrowed) */
  GHashTable *sources;                /* (owned) uid (owned) -> GKeyFile (owned) */
} Search;

static GKeyFile *
load (const char *path)
{
  g_autoptr (GBytes) bytes = one_small_file_read (path, MAX_BYTES, NULL);
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  if (!bytes || g_bytes_get_size (bytes) == 0
      || !g_key_file_load_from_data (keys, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                     G_KEY_FILE_KEEP_TRANSLATIONS, NULL))
    return NULL;
  return g_steal_pointer (&keys);
}

/* The folders in it are added to `folders`, of char* (owned), unless that is NULL. */
static void
load_folder (Search *search, const char *path, GPtrArray *folders)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  one_found_add_place (search->found, path);
  while (folder && (name = g_dir_read_name (folder))
         && g_hash_table_size (search->sources) < MAX_FILES) {
    g_autofree char *full = g_build_filename (path, name, NULL);
    GKeyFile *keys;

    if (!g_str_has_suffix (name, ENDING)) {
      if (folders && g_file_test (full, G_FILE_TEST_IS_DIR) && folders->len < MAX_FILES)
        g_ptr_array_add (folders, g_steal_pointer (&full));
      continue;
    }
    keys = load (full);
    if (keys)
      g_hash_table_insert (search->sources, g_strndup (name, strlen (name) - strlen (ENDING)),
                           keys);
  }
}

/* The user's sources, and those each account has brought. */
static void
load_all (Search *search)
{
  g_autofree char *own = g_build_filename (search->folders->config, "sources", NULL);
  g_autofree char *accounts = g_build_filename (search->folders->cache, "sources", NULL);
  g_autoptr (GPtrArray) folders = g_ptr_array_new_with_free_func (g_free);

  load_folder (search, own, NULL);
  load_folder (search, accounts, folders);
  for (guint i = 0; i < folders->len; i++)
    load_folder (search, folders->pdata[i], NULL);
}

/* Whether a switch is there, and off. */
static gboolean
is_off (GKeyFile *keys, const char *group, const char *key)
{
  g_autofree char *value = g_key_file_get_string (keys, group, key, NULL);

  return g_strcmp0 (value, "false") == 0;
}

/* It and all that it is part of. */
static gboolean
is_switched_on (const Search *search, GKeyFile *keys)
{
  g_autofree char *uid = NULL;

  for (guint depth = 0; keys && depth < MAX_DEPTH; depth++) {
    if (is_off (keys, SOURCE, "Enabled") || is_off (keys, COLLECTION, "CalendarEnabled"))
      return FALSE;
    g_free (uid);
    uid = g_key_file_get_string (keys, SOURCE, "Parent", NULL);
    keys = uid ? g_hash_table_lookup (search->sources, uid) : NULL;
  }
  return TRUE;
}

static char *
dup_local (const Search *search, const char *uid, GKeyFile *keys)
{
  g_autofree char *custom =
      keys ? g_key_file_get_string (keys, "Local Backend", "CustomFile", NULL) : NULL;

  if (custom && g_path_is_absolute (custom))
    return g_steal_pointer (&custom);
  return g_build_filename (search->folders->data, "calendar",
                           g_str_equal (uid, SYSTEM) ? "system" : uid, "calendar.ics", NULL);
}

/* Where the events of a calendar are; NULL for one without meetings. (transfer full) */
static char *
dup_path (const Search *search, const char *uid, GKeyFile *keys)
{
  /* lint-allow: glossary, because the names are Evolution's. */
  static const char *const others[] = { "contacts", "weather", NULL };
  g_autofree char *backend = g_key_file_get_string (keys, CALENDAR, "BackendName", NULL);

  if (!backend || g_strv_contains (others, backend))
    return NULL;
  if (g_str_equal (backend, "local"))
    return dup_local (search, uid, keys);
  return g_build_filename (search->folders->cache, "calendar", uid, "cache.db", NULL);
}

/* A calendar that nobody opened yet, or that is only on a server, has no file: it is waited for. */
static void
add (Search *search, const char *path, const char *name, gboolean hidden)
{
  char *real = realpath (path, NULL);

  if (real)
    one_found_add (search->found, real, name, ONE_SOURCE_EVOLUTION, hidden);
  else
    one_found_add_place (search->found, path);
  free (real);
}

static void
add_source (Search *search, const char *uid, GKeyFile *keys)
{
  g_autofree char *name = g_key_file_get_locale_string (keys, SOURCE, "DisplayName", NULL, NULL);
  g_autofree char *identity = g_key_file_get_string (keys, COLLECTION, "Identity", NULL);
  g_autofree char *address = g_key_file_get_string (keys, "Mail Identity", "Address", NULL);
  g_autofree char *path = NULL;

  if (!is_switched_on (search, keys) || strchr (uid, '/'))
    return;
  if (identity)
    one_found_add_me (search->found, identity);
  if (address)
    one_found_add_me (search->found, address);
  path = g_key_file_has_group (keys, CALENDAR) ? dup_path (search, uid, keys) : NULL;
  if (path)
    add (search, path, name, is_off (keys, CALENDAR, "Selected"));
}

static void
add_all (Search *search)
{
  GHashTableIter iter;
  gpointer uid, keys;

  g_hash_table_iter_init (&iter, search->sources);
  while (g_hash_table_iter_next (&iter, &uid, &keys))
    add_source (search, uid, keys);
  if (!g_hash_table_contains (search->sources, SYSTEM)) {
    g_autofree char *path = dup_local (search, SYSTEM, NULL);

    add (search, path, "Personal", FALSE);
  }
}

/* Where only the data were brought to this machine, nothing says which calendars are still in use.
 */
static void
add_folder (Search *search)
{
  g_autofree char *path = g_build_filename (search->folders->data, "calendar", NULL);
  char *real = realpath (path, NULL);

  one_found_add_place (search->found, path);
  if (real)
    one_found_add (search->found, real, "Evolution", ONE_SOURCE_EVOLUTION, FALSE);
  free (real);
}

void
one_evolution_sources_find (const OneEvolutionFolders *folders, OneFoundAll *found)
{
  Search search = { .folders = folders, .found = found };
  g_autofree char *own = g_build_filename (folders->config, "sources", NULL);
  g_autoptr (GHashTable) sources =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_key_file_unref);

  search.sources = sources;
  load_all (&search);
  if (g_file_test (own, G_FILE_TEST_IS_DIR))
    add_all (&search);
  else
    add_folder (&search);
}
