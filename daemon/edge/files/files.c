/* SPDX-License-Identifier: MIT */
/* lint-allow: file-length, because this is one state machine. */
#include "edge/files/files.h"

#include <string.h>
#include "edge/files/calendar-path.h"
#include "edge/files/mounts.h"
#include "edge/files/source-list.h"
#include "edge/files/watch.h"
#include "model/base/path.h"

#define PATIENCE 5 /* seconds, until a source that does not answer is given up for now */

struct OneFiles {
  GPtrArray *source_list; /* (owned) of OneSource */
  OneWatch *watch;        /* (owned) */
  OneSettle *settle;      /* (owned) for the sources that are due; each has its own for its files */
  OneMounts *mounts;      /* (owned) */
  OneFilesChanged changed;
  gpointer data;     /* (borrowed) for changed */
  GHashTable *found; /* (owned) set of char*: files that changed, and are not reported yet */
  char *said;        /* (owned) the troubles when they were last reported; NULL before */
};

static void
files_heard_source (OneFiles *files, OneSource *source)
{
  source->due = TRUE;
  one_settle_something (files->settle);
}

/* Something happened to the database that the source is in, or beside it. It never counts as
 * closed: programs keep their databases open, and the next change may be under way. */
static void
files_heard_store (OneFiles *files, OneSource *source, OneWatchEvent event, const char *path)
{
  g_debug ("heard of %s", path);
  if (source->scan)
    g_hash_table_add (source->since, g_strdup (source->path));
  if (event == ONE_WATCH_GONE && one_path_is_beneath (source->target, path))
    files_heard_source (files, source);
  else
    one_settle_file (source->settle, source->target, FALSE);
}

static void
files_heard_name (OneFiles *files, OneSource *source, OneWatchEvent event, const char *path)
{
  const char *name = strrchr (path, '/') + 1;

  if (name[0] == '.' || one_source_list_find (files->source_list, path) != source)
    return;
  g_debug ("heard of %s", path);
  if (source->scan)
    g_hash_table_add (source->since, g_strdup (source->target ? source->path : path));
  if (event == ONE_WATCH_FOLDER || (source->target && event == ONE_WATCH_GONE))
    files_heard_source (files, source);
  else if (source->target || one_calendar_path_is_calendar (name))
    one_settle_file (source->settle, path, event == ONE_WATCH_WRITTEN);
}

static void
files_event (OneWatchEvent event, const char *folder, const char *name, gpointer data)
{
  OneFiles *files = data;
  g_autofree char *path = name ? g_build_filename (folder, name, NULL) : g_strdup (folder);

  for (guint i = 0; i < files->source_list->len; i++) {
    OneSource *source = g_ptr_array_index (files->source_list, i);
    gboolean lost =
        event == ONE_WATCH_LOST && (source->target || one_path_is_beneath (folder, source->path));

    if (event == ONE_WATCH_OVERFLOW || lost || one_source_waits_for (source, path))
      files_heard_source (files, source);
    else if (name && one_source_stores_in (source, path))
      files_heard_store (files, source, event, path);
    else if (name)
      files_heard_name (files, source, event, path);
  }
}

/* TRUE if the troubles changed since the last report. Also listens to mounts where it is needed. */
static gboolean
files_have_news (OneFiles *files)
{
  g_autofree char *said = files->said;
  gboolean offline = FALSE, slow = FALSE;

  for (guint i = 0; i < files->source_list->len; i++) {
    const OneSource *source = g_ptr_array_index (files->source_list, i);

    offline |= source->offline;
    slow |= source->slow;
  }
  one_mounts_set (files->mounts, offline, slow);
  files->said = one_source_list_describe (files->source_list);
  return g_strcmp0 (said, files->said) != 0;
}

/* Reports changes, once all sources were compared. The callback comes last, because it may free
 * `files`. */
static void
files_tell (OneFiles *files)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) removed = NULL;
  g_autoptr (GPtrArray) changed = NULL;

  if (!one_source_list_is_compared (files->source_list))
    return;
  one_source_list_add_gone (files->source_list, gone);
  removed = one_source_list_forget (files->source_list, gone);
  changed = one_source_list_report (files->source_list, files->found);
  if (!files_have_news (files) && changed->len == 0 && removed->len == 0)
    return;
  g_debug ("%u files are to be read, %u were removed", changed->len, removed->len);
  files->changed (changed, removed, files->data);
}

/* The scan keeps running; its result is still used if it ever arrives. */
static gboolean
source_is_late (gpointer data)
{
  OneSource *source = data;

  source->patience = 0;
  one_source_set_offline (source, "it does not answer");
  files_tell (source->owner);
  return G_SOURCE_REMOVE;
}

/* lint-allow: forward-declaration, because a comparison that is done begins the next one. */
static void files_compare (OneFiles *files);

static void
files_compared (OneScanResult *result, gpointer data)
{
  OneSource *source = data;
  OneFiles *files = source->owner;

  g_clear_handle_id (&source->patience, g_source_remove);
  one_source_take (source, result);
  g_debug ("scanned %s: %u files changed, %u are gone%s%s", source->path, result->changed->len,
           result->gone->len, result->offline ? ", offline: " : "",
           result->offline ? result->offline : "");
  one_source_list_add_found (source, result, files->found);
  one_scan_result_free (result);
  files_compare (files);
  files_tell (files);
}

/* Compares the sources that are due, each on a thread of its own, so that none waits for another.
 */
static void
files_compare (OneFiles *files)
{
  for (guint i = 0; i < files->source_list->len; i++) {
    OneSource *source = g_ptr_array_index (files->source_list, i);

    if (!source->due || source->scan)
      continue;
    source->due = FALSE;
    source->patience = g_timeout_add_seconds (PATIENCE, source_is_late, source);
    one_source_compare (source, files->source_list, files->watch, files_compared);
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
source_look (gpointer data)
{
  OneSource *source = data;
  OneFiles *files = source->owner;

  one_source_list_add_heard (files->source_list, source->settle, files->found);
  files_look (files);
}

static void
files_unheard (OneMountsEvent event, gpointer data)
{
  OneFiles *files = data;

  for (guint i = 0; i < files->source_list->len; i++) {
    OneSource *source = g_ptr_array_index (files->source_list, i);

    if (event == ONE_MOUNTS_MOUNTED ? source->offline : source->slow)
      files_heard_source (files, source);
  }
}

static void
files_add (OneFiles *files, const char *path, const OneCache *cache)
{
  OneSource *source;

  for (guint i = 0; i < files->source_list->len; i++)
    if (g_str_equal (((OneSource *) g_ptr_array_index (files->source_list, i))->path, path))
      return;
  source = one_source_new (path, cache ? one_cache_dup_table (cache, path) : NULL, source_look);
  source->owner = files;
  g_ptr_array_add (files->source_list, source);
}

OneFiles *
one_files_new (const char *const *sources, const OneCache *cache, OneFilesChanged changed,
               gpointer data)
{
  OneFiles *files = g_new0 (OneFiles, 1);

  files->changed = changed;
  files->data = data;
  files->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  files->source_list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_source_free);
  files->watch = one_watch_new (files_event, files);
  files->settle = one_settle_new (files_look, files);
  files->mounts = one_mounts_new (files_unheard, files);
  for (; *sources; sources++)
    files_add (files, *sources, cache);
  one_files_check (files);
  one_settle_something (files->settle);
  return files;
}

void
one_files_seen (OneFiles *files, const OneReading *reading)
{
  OneSource *source = one_source_list_find (files->source_list, reading->path);

  if (source)
    one_source_seen (source, reading);
}

gboolean
one_files_has (const OneFiles *files, const char *path)
{
  return one_source_list_has (files->source_list, path);
}

gboolean
one_files_awaits (const OneFiles *files, const char *path)
{
  return one_source_list_awaits (files->source_list, path);
}

guint
one_files_count (const OneFiles *files)
{
  return one_source_list_count (files->source_list, one_file_index_count);
}

guint
one_files_count_changes (const OneFiles *files)
{
  return one_source_list_count (files->source_list, one_file_index_changes);
}

void
one_files_save (OneFiles *files, OneCacheDraft *draft)
{
  for (guint i = 0; i < files->source_list->len; i++) {
    const OneSource *source = g_ptr_array_index (files->source_list, i);

    one_cache_draft_add_table (draft, source->path, one_file_index_pack (source->file_index));
  }
}

void
one_files_trim (OneFiles *files, const OneCache *cache)
{
  for (guint i = 0; i < files->source_list->len; i++) {
    const OneSource *source = g_ptr_array_index (files->source_list, i);
    g_autoptr (GBytes) bytes = cache ? NULL : one_file_index_pack (source->file_index);

    one_file_index_trim (source->file_index, cache ? one_cache_dup_table (cache, source->path)
                                                   : one_stat_table_new (bytes));
  }
}

void
one_files_check (OneFiles *files)
{
  for (guint i = 0; i < files->source_list->len; i++)
    files_heard_source (files, g_ptr_array_index (files->source_list, i));
}

GPtrArray *
one_files_list_sources (OneFiles *files)
{
  return one_source_list_list_sources (files->source_list);
}

GPtrArray *
one_files_list_troubles (OneFiles *files)
{
  return one_source_list_list_troubles (files->source_list);
}

void
one_files_free (OneFiles *files)
{
  one_mounts_free (files->mounts);
  one_settle_free (files->settle);
  one_watch_free (files->watch);
  g_ptr_array_unref (files->source_list);
  g_hash_table_unref (files->found);
  g_free (files->said);
  g_free (files);
}
