/* SPDX-License-Identifier: MIT */
#include "edge/trees.h"

#include <string.h>
#include "edge/stamp.h"

#define SECOND G_GINT64_CONSTANT (1000000000) /* nanoseconds */

gboolean
one_trees_is_beneath (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return strncmp (path, folder, length) == 0
         && (path[length] == '/' || path[length] == '\0' || g_str_equal (folder, "/"));
}

OneTree *
one_trees_find (const GPtrArray *trees, const char *path)
{
  OneTree *found = NULL;

  for (guint i = 0; i < trees->len; i++) {
    OneTree *tree = g_ptr_array_index (trees, i);

    if (tree->target && g_str_equal (path, tree->target))
      return tree;
    if (one_trees_is_beneath (path, tree->path)
        && (!found || strlen (tree->path) > strlen (found->path)))
      found = tree;
  }
  return found;
}

GPtrArray *
one_trees_forget (const GPtrArray *trees, const GPtrArray *gone)
{
  GPtrArray *removed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < gone->len; i++) {
    const char *path = g_ptr_array_index (gone, i);
    OneTree *tree = one_trees_find (trees, path);

    if (!tree || tree->offline || !one_known_find (tree->known, path))
      continue;
    one_known_del (tree->known, path);
    g_ptr_array_add (removed, g_strdup (path));
  }
  return removed;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
one_trees_report (const GPtrArray *trees, GHashTable *paths)
{
  GPtrArray *changed = g_ptr_array_new_full (g_hash_table_size (paths), g_free);
  gint64 now = one_stamp_now ();
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, paths);
  while (g_hash_table_iter_next (&iter, &path, NULL)) {
    OneTree *tree = one_trees_find (trees, path);
    OneKnownFile *file = one_known_add (tree->known, path);

    file->reported = now;
    file->met = tree->met;
    g_hash_table_iter_steal (&iter);
    g_ptr_array_add (changed, path);
  }
  g_ptr_array_sort (changed, compare_paths);
  return changed;
}

GPtrArray *
one_trees_list_sources (const GPtrArray *trees)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) one_files_source_free);

  for (guint i = 0; i < trees->len; i++) {
    const OneTree *tree = g_ptr_array_index (trees, i);
    OneFilesSource *source = g_new0 (OneFilesSource, 1);

    source->path = g_strdup (tree->path);
    source->files = one_known_count (tree->known);
    source->changed = one_known_newest (tree->known) / SECOND;
    source->offline = tree->offline;
    g_ptr_array_add (sources, source);
  }
  return sources;
}

GPtrArray *
one_trees_list_troubles (const GPtrArray *trees)
{
  GPtrArray *troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);

  for (guint i = 0; i < trees->len; i++) {
    const OneTree *tree = g_ptr_array_index (trees, i);

    for (guint k = 0; k < tree->troubles->len; k++)
      g_ptr_array_add (troubles, one_trouble_dup (g_ptr_array_index (tree->troubles, k)));
  }
  return troubles;
}

char *
one_trees_describe (const GPtrArray *trees)
{
  g_autoptr (GPtrArray) troubles = one_trees_list_troubles (trees);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < troubles->len; i++) {
    const OneTrouble *trouble = g_ptr_array_index (troubles, i);

    g_string_append_printf (text, "%s\n%s\n", trouble->source, trouble->what);
  }
  return g_string_free (text, FALSE);
}
