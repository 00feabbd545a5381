/* SPDX-License-Identifier: MIT */
#include "config/catalogues.h"

#include <gio/gio.h>
#include <string.h>

#include "config/catalogue-file.h"
#include "catalogue-resource.h"

#define PREFIX "/org/oned/catalogue/"
#define MOST_FILES 100

static gboolean
load_shipped (OneCatalogue *catalogue, GError **error)
{
  g_autofree char *name =
      g_strconcat (PREFIX, one_words_format_role (catalogue->role), ".ini", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (one_catalogue_files_get_resource (), name,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (OneConfigFile) file = NULL;

  if (!bytes)
    return FALSE;
  file = one_config_file_parse (name, g_bytes_get_data (bytes, NULL),
                                (gssize) g_bytes_get_size (bytes), error);
  return file && one_catalogue_file_apply (file, catalogue, error);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the user's files, sorted; none without a folder. (transfer full) of char* */
static GPtrArray *
list_files (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".ini") && name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

gboolean
one_catalogues_has_own (const char *folder)
{
  g_autoptr (GPtrArray) names = list_files (folder);

  return names->len > 0;
}

static gboolean
load_own (OneCatalogue *catalogue, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = list_files (folder);

  if (names->len > MOST_FILES) {
    g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_PARSE, "%s: more than %d files", folder,
                 MOST_FILES);
    return FALSE;
  }
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
    g_autoptr (OneConfigFile) file = one_config_file_open (path, error);

    if (!file || !one_catalogue_file_apply (file, catalogue, error))
      return FALSE;
  }
  return TRUE;
}

OneCatalogue *
one_catalogues_load (OneRole role, const char *folder, GError **error)
{
  g_autoptr (OneCatalogue) catalogue = one_catalogue_new (role);

  if (!load_shipped (catalogue, error))
    return NULL;
  if (folder && !load_own (catalogue, folder, error))
    return NULL;
  return g_steal_pointer (&catalogue);
}
