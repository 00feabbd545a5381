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

gboolean
one_trees_waits_for (const OneTree *tree, const char *path)
{
  return (tree->offline || tree->scan) && one_trees_is_beneath (tree->path, path);
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

gboolean
one_trees_has (const GPtrArray *trees, const char *path)
{
  const OneTree *tree = one_trees_find (trees, path);
  OneKnownFile file;

  return tree && one_known_find (tree->known, one_tree_name (tree, path), &file)
         && file.stamp.inode != 0;
}

GPtrArray *
one_trees_forget (const GPtrArray *trees, const GPtrArray *gone)
{
  GPtrArray *removed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < gone->len; i++) {
    const char *path = g_ptr_array_index (gone, i);
    OneKnownFile file;
    OneTree *tree = one_trees_find (trees, path);

    if (!tree || tree->offline || !one_known_find (tree->known, one_tree_name (tree, path), &file))
      continue;
    one_known_del (tree->known, one_tree_name (tree, path));
    g_ptr_array_add (removed, g_strdup (path));
  }
  return removed;
}

/* What is told about a path may have to be told no more. */
static void
check_trouble (OneTree *tree, const char *path)
{
  for (guint i = 0; i < tree->troubles->len; i++)
    if (g_str_equal (((OneTrouble *) g_ptr_array_index (tree->troubles, i))->source, path))
      tree->due = TRUE;
}

void
one_trees_add_heard (const GPtrArray *trees, OneHeard *heard, GHashTable *paths)
{
  g_autoptr (GPtrArray) present = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) odd = g_ptr_array_new_with_free_func (g_free);

  one_heard_list_files (heard, present, missing, odd);
  for (guint i = 0; i < odd->len; i++) {
    OneTree *tree = one_trees_find (trees, g_ptr_array_index (odd, i));

    if (tree)
      tree->due = TRUE;
  }
  for (guint i = 0; i < missing->len; i++) {
    const char *path = g_ptr_array_index (missing, i);
    OneTree *tree = one_trees_find (trees, path);
    OneKnownFile file;

    if (tree && one_known_find (tree->known, one_tree_name (tree, path), &file))
      one_heard_miss (heard, path);
    if (tree)
      check_trouble (tree, path);
  }
  for (guint i = 0; i < present->len; i++) {
    const char *path = g_ptr_array_index (present, i);
    OneTree *tree = one_trees_find (trees, path);

    if (!tree)
      continue;
    check_trouble (tree, path);
    g_hash_table_add (paths, g_strdup (tree->target ? tree->path : path));
  }
}

/* It was heard of while the comparison was under way. Most files are compared in quiet times. */
static gboolean
is_heard (const OneTree *tree, const char *path)
{
  return g_hash_table_size (tree->since) > 0 && g_hash_table_contains (tree->since, path);
}

/* What a survey found is not told if it was read since the survey began. */
void
one_trees_add_found (const OneTree *tree, OneSurveyResult *result, GHashTable *paths)
{
  for (guint i = 0; i < result->changed->len; i++) {
    OneSurveyFile *file = g_ptr_array_index (result->changed, i);
    OneKnownFile known = { 0 };
    gboolean is_known = one_known_find (tree->known, one_tree_name (tree, file->path), &known);

    if (is_known && !known.racy && one_stamp_equal (&known.stamp, &file->stamp))
      continue;
    if (file->young || is_heard (tree, file->path))
      one_heard_file (tree->heard, file->path, FALSE);
    else
      g_hash_table_add (paths, g_steal_pointer (&file->path));
  }
  for (guint i = 0; i < result->gone->len; i++)
    one_heard_miss (tree->heard, g_ptr_array_index (result->gone, i));
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

    one_known_report (tree->known, one_tree_name (tree, path), now);
    g_hash_table_iter_steal (&iter);
    g_ptr_array_add (changed, path);
  }
  g_hash_table_remove_all (paths); /* makes it small again */
  return changed;
}

guint
one_trees_count (const GPtrArray *trees, guint (*count) (const OneKnown *known))
{
  guint all = 0;

  for (guint i = 0; i < trees->len; i++)
    all += count (((const OneTree *) g_ptr_array_index (trees, i))->known);
  return all;
}

GPtrArray *
one_trees_list_sources (const GPtrArray *trees)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) one_files_source_free);

  for (guint i = 0; i < trees->len; i++) {
    OneTree *tree = g_ptr_array_index (trees, i);
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
