/* SPDX-License-Identifier: MIT */
#include "edge/files.h"

#include <string.h>
#include "edge/away.h"
#include "edge/heard.h"
#include "edge/stamp.h"
#include "edge/trees.h"
#include "edge/watch.h"

#define TICK 10000000 /* nanoseconds: the coarsest clock that stamps files on local disks */

struct OneFiles {
  GPtrArray *trees; /* (owned) of OneTree */
  OneWatch *watch;  /* (owned) */
  OneHeard *heard;  /* (owned) */
  OneAway *away;    /* (owned) */
  OneFilesChanged changed;
  gpointer data; /* (borrowed) for changed */
  char *said;    /* (owned) the troubles as they were last told; NULL before the first time */
};

static void
files_heard_tree (OneFiles *files, OneTree *tree)
{
  tree->due = TRUE;
  one_heard_something (files->heard);
}

/* `name` in `folder` is, or leads to, what an absent tree waits for. */
static gboolean
tree_waits_for (const OneTree *tree, const char *folder, const char *name)
{
  g_autofree char *path = NULL;

  if (!folder || g_strcmp0 (tree->waiting, folder) != 0)
    return FALSE;
  path = name ? g_build_filename (folder, name, NULL) : NULL;
  return !path || one_trees_is_beneath (tree->path, path);
}

static void
files_heard_name (OneFiles *files, OneTree *tree, OneWatchEvent event, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  if (name[0] == '.' || one_trees_find (files->trees, path) != tree)
    return;
  if (event == ONE_WATCH_FOLDER || (tree->target && event == ONE_WATCH_GONE))
    files_heard_tree (files, tree);
  else if (tree->target || one_tree_is_calendar (name))
    one_heard_file (files->heard, path, event == ONE_WATCH_WRITTEN);
}

static void
files_event (OneWatchEvent event, const char *folder, const char *name, gpointer data)
{
  OneFiles *files = data;
  g_autofree char *path = name ? g_build_filename (folder, name, NULL) : NULL;

  for (guint i = 0; i < files->trees->len; i++) {
    OneTree *tree = g_ptr_array_index (files->trees, i);
    gboolean lost =
        event == ONE_WATCH_LOST && (tree->target || one_trees_is_beneath (folder, tree->path));

    if (event == ONE_WATCH_OVERFLOW || lost || tree_waits_for (tree, folder, name))
      files_heard_tree (files, tree);
    else if (path)
      files_heard_name (files, tree, event, path);
  }
}

/* What is told about a path may have to be told no more. */
static void
files_check_trouble (OneTree *tree, const char *path)
{
  for (guint i = 0; i < tree->troubles->len; i++)
    if (g_str_equal (((OneTrouble *) g_ptr_array_index (tree->troubles, i))->source, path))
      tree->due = TRUE;
}

/* What was heard of single names. */
static void
files_look_at_names (OneFiles *files, GHashTable *changed)
{
  g_autoptr (GPtrArray) present = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) odd = g_ptr_array_new_with_free_func (g_free);

  one_heard_list_files (files->heard, present, missing, odd);
  for (guint i = 0; i < odd->len; i++) {
    OneTree *tree = one_trees_find (files->trees, g_ptr_array_index (odd, i));

    if (tree)
      tree->due = TRUE;
  }
  for (guint i = 0; i < missing->len; i++) {
    const char *path = g_ptr_array_index (missing, i);
    OneTree *tree = one_trees_find (files->trees, path);

    if (tree && one_known_find (tree->known, path))
      one_heard_miss (files->heard, path);
    if (tree)
      files_check_trouble (tree, path);
  }
  for (guint i = 0; i < present->len; i++) {
    const char *path = g_ptr_array_index (present, i);
    OneTree *tree = one_trees_find (files->trees, path);

    if (!tree)
      continue;
    files_check_trouble (tree, path);
    g_hash_table_add (changed, g_strdup (tree->target ? tree->path : path));
  }
}

/* What the disk says of the trees that are due. */
static void
files_compare (OneFiles *files, GHashTable *changed)
{
  OneTreeNews news = { .changed = g_ptr_array_new (),
                       .young = g_ptr_array_new_with_free_func (g_free),
                       .gone = g_ptr_array_new_with_free_func (g_free) };

  for (guint i = 0; i < files->trees->len; i++) {
    OneTree *tree = g_ptr_array_index (files->trees, i);

    if (tree->due)
      one_tree_compare (tree, files->trees, files->watch, &news);
    tree->due = FALSE;
  }
  for (guint i = 0; i < news.changed->len; i++)
    g_hash_table_add (changed, g_ptr_array_index (news.changed, i));
  for (guint i = 0; i < news.young->len; i++)
    one_heard_file (files->heard, g_ptr_array_index (news.young, i), FALSE);
  for (guint i = 0; i < news.gone->len; i++)
    one_heard_miss (files->heard, g_ptr_array_index (news.gone, i));
  g_ptr_array_unref (news.changed);
  g_ptr_array_unref (news.young);
  g_ptr_array_unref (news.gone);
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

/* The call outwards is the last thing, for it may free us. */
static void
files_look (gpointer data)
{
  OneFiles *files = data;
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) removed = NULL;
  g_autoptr (GPtrArray) changed = NULL;
  gboolean news;

  files_look_at_names (files, paths);
  files_compare (files, paths);
  one_heard_list_gone (files->heard, gone);
  removed = one_trees_forget (files->trees, gone);
  changed = one_trees_report (files->trees, paths);
  news = files_have_news (files);
  if (changed->len > 0 || removed->len > 0 || news)
    files->changed (changed, removed, files->data);
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
files_add (OneFiles *files, const char *source)
{
  for (guint i = 0; i < files->trees->len; i++)
    if (g_str_equal (((OneTree *) g_ptr_array_index (files->trees, i))->path, source))
      return;
  g_ptr_array_add (files->trees, one_tree_new (source));
}

OneFiles *
one_files_new (const char *const *sources, OneFilesChanged changed, gpointer data)
{
  OneFiles *files = g_new0 (OneFiles, 1);

  files->changed = changed;
  files->data = data;
  files->trees = g_ptr_array_new_with_free_func ((GDestroyNotify) one_tree_free);
  files->watch = one_watch_new (files_event, files);
  files->heard = one_heard_new (files_look, files);
  files->away = one_away_new (files_away, files);
  for (; *sources; sources++)
    files_add (files, *sources);
  one_files_check (files);
  one_heard_something (files->heard);
  return files;
}

void
one_files_seen (OneFiles *files, const OneReading *reading)
{
  OneTree *tree = one_trees_find (files->trees, reading->path);
  OneKnownFile *file = tree ? one_known_find (tree->known, reading->path) : NULL;

  if (!file)
    return;
  file->stamp = reading->stamp;
  file->racy = reading->stamp.ctime > file->reported - TICK;
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
  g_free (files->said);
  g_free (files);
}

void
one_files_source_free (OneFilesSource *source)
{
  g_free (source->path);
  g_free (source);
}
