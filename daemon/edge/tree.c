/* SPDX-License-Identifier: MIT */
#include "edge/tree.h"

#include <string.h>
#include "model/trouble.h"

OneTree *
one_tree_new (const char *path, OneTable *table, void (*look) (gpointer tree))
{
  OneTree *tree = g_new0 (OneTree, 1);

  tree->path = g_strdup (path);
  tree->known = one_known_new (table);
  tree->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  tree->heard = one_heard_new (look, tree);
  tree->since = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return tree;
}

const char *
one_tree_name (const OneTree *tree, const char *path)
{
  gsize length = strlen (tree->path);

  if (strncmp (path, tree->path, length) != 0)
    return path;
  return path[length] == '/' ? path + length + 1 : path + length;
}

static char **
list_other_paths (const OneTree *tree, const GPtrArray *others)
{
  GStrvBuilder *paths = g_strv_builder_new ();
  char **list;

  for (guint i = 0; i < others->len; i++)
    if (g_ptr_array_index (others, i) != tree)
      g_strv_builder_add (paths, ((const OneTree *) g_ptr_array_index (others, i))->path);
  list = g_strv_builder_end (paths);
  g_strv_builder_unref (paths);
  return list;
}

void
one_tree_compare (OneTree *tree, const GPtrArray *others, OneWatch *watch, OneScanDone done)
{
  OneSurveySubject *subject = g_new0 (OneSurveySubject, 1);

  subject->path = g_strdup (tree->path);
  subject->others = list_other_paths (tree, others);
  subject->known = one_known_view (tree->known);
  subject->watch = one_watch_ref (watch);
  subject->device = tree->device;
  g_hash_table_remove_all (tree->since);
  tree->scan = one_scan_new (subject, done, tree);
}

void
one_tree_set_offline (OneTree *tree, const char *why)
{
  g_autofree char *what =
      g_strdup_printf ("it cannot be read (%s); what was known of it stays", why);

  tree->offline = TRUE;
  tree->compared = TRUE;
  g_ptr_array_add (tree->troubles, one_trouble_new (tree->path, 0, what));
}

void
one_tree_take (OneTree *tree, const OneSurveyResult *result)
{
  tree->scan = NULL;
  tree->compared = TRUE;
  g_ptr_array_unref (tree->troubles);
  tree->troubles = g_ptr_array_ref (result->troubles);
  if (result->offline) {
    one_tree_set_offline (tree, result->offline);
    return;
  }
  tree->offline = FALSE;
  tree->slow = result->slow;
  tree->device = result->device;
  g_free (tree->target);
  tree->target = g_strdup (result->target);
}

void
one_tree_free (OneTree *tree)
{
  g_clear_pointer (&tree->scan, one_aside_cancel);
  g_clear_handle_id (&tree->patience, g_source_remove);
  g_free (tree->path);
  g_free (tree->target);
  one_known_free (tree->known);
  g_ptr_array_unref (tree->troubles);
  one_heard_free (tree->heard);
  g_hash_table_unref (tree->since);
  g_free (tree);
}
