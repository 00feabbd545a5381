/* SPDX-License-Identifier: MIT */
#include "edge/files.h"

#include <string.h>
#include "edge/away.h"
#include "edge/heard.h"
#include "edge/origin.h"
#include "edge/trees.h"
#include "edge/watch.h"

#define PATIENCE 5 /* seconds, until a source that does not answer is given up for now */

struct OneFiles {
  GPtrArray *trees; /* (owned) of OneTree */
  OneWatch *watch;  /* (owned) */
  OneHeard *heard;  /* (owned) of the trees; of files each tree has its own */
  OneAway *away;    /* (owned) */
  OneFilesChanged changed;
  gpointer data;     /* (borrowed) for changed */
  GHashTable *found; /* (owned) set of char*: changed, and not yet told */
  char *said;        /* (owned) the troubles as they were last told; NULL before the first time */
};

static void
files_heard_tree (OneFiles *files, OneTree *tree)
{
  tree->due = TRUE;
  one_heard_something (files->heard);
}

static void
files_heard_name (OneFiles *files, OneTree *tree, OneWatchEvent event, const char *path)
{
  const char *name = strrchr (path, '/') + 1;

  if (name[0] == '.' || one_trees_find (files->trees, path) != tree)
    return;
  if (tree->scan)
    g_hash_table_add (tree->since, g_strdup (tree->target ? tree->path : path));
  if (event == ONE_WATCH_FOLDER || (tree->target && event == ONE_WATCH_GONE))
    files_heard_tree (files, tree);
  else if (tree->target || one_origin_is_calendar (name))
    one_heard_file (tree->heard, path, event == ONE_WATCH_WRITTEN);
}

static void
files_event (OneWatchEvent event, const char *folder, const char *name, gpointer data)
{
  OneFiles *files = data;
  g_autofree char *path = name ? g_build_filename (folder, name, NULL) : g_strdup (folder);

  for (guint i = 0; i < files->trees->len; i++) {
    OneTree *tree = g_ptr_array_index (files->trees, i);
    gboolean lost =
        event == ONE_WATCH_LOST && (tree->target || one_trees_is_beneath (folder, tree->path));

    if (event == ONE_WATCH_OVERFLOW || lost || one_trees_waits_for (tree, path))
      files_heard_tree (files, tree);
    else if (name)
      files_heard_name (files, tree, event, path);
  }
}

/* Listens for what is needed, and is TRUE if the troubles are others than when they were last told.
 */
static gboolean
files_have_news (OneFiles *files)
{
  g_autofree char *said = files->said;
  gboolean offline = FALSE, slow = FALSE;

  for (guint i = 0; i < files->trees->len; i++) {
    const OneTree *tree = g_ptr_array_index (files->trees, i);

    offline |= tree->offline;
    slow |= tree->slow;
  }
  one_away_set (files->away, offline, slow);
  files->said = one_trees_describe (files->trees);
  return g_strcmp0 (said, files->said) != 0;
}

/* What is known, once all trees were compared. The call outwards is the last thing, for it may free
 * us. */
static void
files_tell (OneFiles *files)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) removed = NULL;
  g_autoptr (GPtrArray) changed = NULL;
  gboolean news;

  for (guint i = 0; i < files->trees->len; i++)
    if (!((OneTree *) g_ptr_array_index (files->trees, i))->compared)
      return;
  for (guint i = 0; i < files->trees->len; i++)
    one_heard_list_gone (((OneTree *) g_ptr_array_index (files->trees, i))->heard, gone);
  removed = one_trees_forget (files->trees, gone);
  changed = one_trees_report (files->trees, files->found);
  news = files_have_news (files);
  if (changed->len > 0 || removed->len > 0 || news)
    files->changed (changed, removed, files->data);
}

/* It goes on in the background, and is as good as any when it comes to an end after all. */
static gboolean
tree_is_late (gpointer data)
{
  OneTree *tree = data;

  tree->patience = 0;
  one_tree_set_offline (tree, "it does not answer");
  files_tell (tree->owner);
  return G_SOURCE_REMOVE;
}

/* lint-allow: forward-declaration, because a comparison that is done begins the next one. */
static void files_compare (OneFiles *files);

static void
files_compared (OneSurveyResult *result, gpointer data)
{
  OneTree *tree = data;
  OneFiles *files = tree->owner;

  g_clear_handle_id (&tree->patience, g_source_remove);
  one_tree_take (tree, result);
  one_trees_add_found (tree, result, files->found);
  one_survey_result_free (result);
  files_compare (files);
  files_tell (files);
}

/* The trees that are due, each on a thread of its own, so that none waits for another. */
static void
files_compare (OneFiles *files)
{
  for (guint i = 0; i < files->trees->len; i++) {
    OneTree *tree = g_ptr_array_index (files->trees, i);

    if (!tree->due || tree->scan)
      continue;
    tree->due = FALSE;
    tree->patience = g_timeout_add_seconds (PATIENCE, tree_is_late, tree);
    one_tree_compare (tree, files->trees, files->watch, files_compared);
  }
}

static void
files_look (gpointer data)
{
  OneFiles *files = data;

  files_compare (files);
  files_tell (files);
}

static void
tree_look (gpointer data)
{
  OneTree *tree = data;
  OneFiles *files = tree->owner;

  one_trees_add_heard (files->trees, tree->heard, files->found);
  files_look (files);
}

static void
files_away (OneAwayEvent event, gpointer data)
{
  OneFiles *files = data;

  for (guint i = 0; i < files->trees->len; i++) {
    OneTree *tree = g_ptr_array_index (files->trees, i);

    if (event == ONE_AWAY_MOUNTED ? tree->offline : tree->slow)
      files_heard_tree (files, tree);
  }
}

static void
files_add (OneFiles *files, const char *source, const OneCache *cache)
{
  OneTree *tree;

  for (guint i = 0; i < files->trees->len; i++)
    if (g_str_equal (((OneTree *) g_ptr_array_index (files->trees, i))->path, source))
      return;
  tree = one_tree_new (source, cache ? one_cache_dup_table (cache, source) : NULL, tree_look);
  tree->owner = files;
  g_ptr_array_add (files->trees, tree);
}

OneFiles *
one_files_new (const char *const *sources, const OneCache *cache, OneFilesChanged changed,
               gpointer data)
{
  OneFiles *files = g_new0 (OneFiles, 1);

  files->changed = changed;
  files->data = data;
  files->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  files->trees = g_ptr_array_new_with_free_func ((GDestroyNotify) one_tree_free);
  files->watch = one_watch_new (files_event, files);
  files->heard = one_heard_new (files_look, files);
  files->away = one_away_new (files_away, files);
  for (; *sources; sources++)
    files_add (files, *sources, cache);
  one_files_check (files);
  one_heard_something (files->heard);
  return files;
}

void
one_files_seen (OneFiles *files, const OneReading *reading)
{
  OneTree *tree = one_trees_find (files->trees, reading->path);

  if (tree)
    one_known_take (tree->known, one_tree_name (tree, reading->path), &reading->stamp);
}

gboolean
one_files_has (const OneFiles *files, const char *path)
{
  return one_trees_has (files->trees, path);
}

guint
one_files_count (const OneFiles *files)
{
  return one_trees_count (files->trees, one_known_count);
}

guint
one_files_count_changes (const OneFiles *files)
{
  return one_trees_count (files->trees, one_known_changes);
}

void
one_files_save (OneFiles *files, OneCacheDraft *draft)
{
  for (guint i = 0; i < files->trees->len; i++) {
    const OneTree *tree = g_ptr_array_index (files->trees, i);

    one_cache_draft_add_table (draft, tree->path, one_known_pack (tree->known));
  }
}

void
one_files_rest (OneFiles *files, const OneCache *cache)
{
  for (guint i = 0; i < files->trees->len; i++) {
    const OneTree *tree = g_ptr_array_index (files->trees, i);
    g_autoptr (GBytes) bytes = cache ? NULL : one_known_pack (tree->known);

    one_known_rest (tree->known,
                    cache ? one_cache_dup_table (cache, tree->path) : one_table_new (bytes));
  }
}

void
one_files_check (OneFiles *files)
{
  for (guint i = 0; i < files->trees->len; i++)
    files_heard_tree (files, g_ptr_array_index (files->trees, i));
}

GPtrArray *
one_files_list_sources (OneFiles *files)
{
  return one_trees_list_sources (files->trees);
}

GPtrArray *
one_files_list_troubles (OneFiles *files)
{
  return one_trees_list_troubles (files->trees);
}

void
one_files_free (OneFiles *files)
{
  one_away_free (files->away);
  one_heard_free (files->heard);
  one_watch_free (files->watch);
  g_ptr_array_unref (files->trees);
  g_hash_table_unref (files->found);
  g_free (files->said);
  g_free (files);
}

void
one_files_source_free (OneFilesSource *source)
{
  g_free (source->path);
  g_free (source);
}
