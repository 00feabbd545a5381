/* SPDX-License-Identifier: MIT */
#include "edge/files/source-list.h"

#include <string.h>
#include "edge/stamp.h"
#include "model/base/path.h"

#define SECOND G_GINT64_CONSTANT (1000000000) /* nanoseconds */

OneSource *
one_source_list_find (const GPtrArray *source_list, const char *path)
{
  OneSource *found = NULL;

  for (guint i = 0; i < source_list->len; i++) {
    OneSource *source = g_ptr_array_index (source_list, i);

    if (source->target && g_str_equal (path, source->target))
      return source;
    if (one_path_is_beneath (path, source->path)
        && (!found || strlen (source->path) > strlen (found->path)))
      found = source;
  }
  return found;
}

gboolean
one_source_list_has (const GPtrArray *source_list, const char *path)
{
  const OneSource *source = one_source_list_find (source_list, path);
  OneFileIndexRow file;

  return source
         && one_file_index_find (source->file_index, one_source_get_name (source, path), &file)
         && file.stamp.inode != 0;
}

/* A source that is a single file has one name, wherever that leads. */
static const char *
get_name (const OneSource *source, const char *path)
{
  return source->target ? source->path : path;
}

gboolean
one_source_list_awaits (const GPtrArray *source_list, const char *path)
{
  const OneSource *source = path ? one_source_list_find (source_list, path) : NULL;

  if (path)
    return source && g_hash_table_contains (source->young, get_name (source, path));
  for (guint i = 0; i < source_list->len; i++)
    if (g_hash_table_size (((OneSource *) g_ptr_array_index (source_list, i))->young) > 0)
      return TRUE;
  return FALSE;
}

gboolean
one_source_list_is_compared (const GPtrArray *source_list)
{
  for (guint i = 0; i < source_list->len; i++)
    if (!((OneSource *) g_ptr_array_index (source_list, i))->compared)
      return FALSE;
  return TRUE;
}

void
one_source_list_add_gone (const GPtrArray *source_list, GPtrArray *gone)
{
  for (guint i = 0; i < source_list->len; i++)
    one_settle_list_gone (((OneSource *) g_ptr_array_index (source_list, i))->settle, gone);
}

GPtrArray *
one_source_list_forget (const GPtrArray *source_list, const GPtrArray *gone)
{
  GPtrArray *removed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < gone->len; i++) {
    const char *path = g_ptr_array_index (gone, i);
    OneFileIndexRow file;
    OneSource *source = one_source_list_find (source_list, path);

    if (!source || source->offline
        || !one_file_index_find (source->file_index, one_source_get_name (source, path), &file))
      continue;
    one_file_index_del (source->file_index, one_source_get_name (source, path));
    g_ptr_array_add (removed, g_strdup (path));
  }
  return removed;
}

/* A trouble about this path may be over: compares its source again. */
static void
check_trouble (OneSource *source, const char *path)
{
  for (guint i = 0; i < source->troubles->len; i++)
    if (g_str_equal (((OneTrouble *) g_ptr_array_index (source->troubles, i))->source, path))
      source->due = TRUE;
}

void
one_source_list_add_heard (const GPtrArray *source_list, OneSettle *settle, GHashTable *paths)
{
  g_autoptr (GPtrArray) present = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) odd = g_ptr_array_new_with_free_func (g_free);

  one_settle_list_files (settle, present, missing, odd);
  for (guint i = 0; i < odd->len; i++) {
    OneSource *source = one_source_list_find (source_list, g_ptr_array_index (odd, i));

    if (source) {
      g_hash_table_remove (source->young, get_name (source, g_ptr_array_index (odd, i)));
      source->due = TRUE;
    }
  }
  for (guint i = 0; i < missing->len; i++) {
    const char *path = g_ptr_array_index (missing, i);
    OneSource *source = one_source_list_find (source_list, path);
    OneFileIndexRow file;

    if (source
        && one_file_index_find (source->file_index, one_source_get_name (source, path), &file))
      one_settle_miss (settle, path);
    if (source) {
      g_hash_table_remove (source->young, get_name (source, path));
      check_trouble (source, path);
    }
  }
  for (guint i = 0; i < present->len; i++) {
    const char *path = g_ptr_array_index (present, i);
    OneSource *source = one_source_list_find (source_list, path);

    if (!source)
      continue;
    check_trouble (source, path);
    g_hash_table_add (paths, g_strdup (get_name (source, path)));
  }
}

/* TRUE for a file with an event since the scan began. */
static gboolean
is_heard (const OneSource *source, const char *path)
{
  return g_hash_table_size (source->since) > 0 && g_hash_table_contains (source->since, path);
}

void
one_source_list_add_found (const OneSource *source, OneScanResult *result, GHashTable *paths)
{
  for (guint i = 0; i < result->changed->len; i++) {
    OneScanFile *file = g_ptr_array_index (result->changed, i);
    OneFileIndexRow file_index = { 0 };
    gboolean is_known = one_file_index_find (source->file_index,
                                             one_source_get_name (source, file->path), &file_index);

    if (is_known && !file_index.racy && one_stamp_equal (&file_index.stamp, &file->stamp))
      continue;
    if (file->young)
      g_hash_table_add (source->young, g_strdup (get_name (source, file->path)));
    if (file->young || is_heard (source, file->path))
      one_settle_file (source->settle, file->path, FALSE);
    else
      g_hash_table_add (paths, g_steal_pointer (&file->path));
  }
  for (guint i = 0; i < result->gone->len; i++)
    one_settle_miss (source->settle, g_ptr_array_index (result->gone, i));
}

GPtrArray *
one_source_list_report (const GPtrArray *source_list, GHashTable *paths)
{
  GPtrArray *changed = g_ptr_array_new_full (g_hash_table_size (paths), g_free);
  gint64 now = one_stamp_now ();
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, paths);
  while (g_hash_table_iter_next (&iter, &path, NULL)) {
    OneSource *source = one_source_list_find (source_list, path);

    one_file_index_report (source->file_index, one_source_get_name (source, path), now);
    g_hash_table_iter_steal (&iter);
    g_ptr_array_add (changed, path);
  }
  g_hash_table_remove_all (paths); /* shrinks it */
  return changed;
}

guint
one_source_list_count (const GPtrArray *source_list,
                       guint (*count) (const OneFileIndex *file_index))
{
  guint all = 0;

  for (guint i = 0; i < source_list->len; i++)
    all += count (((const OneSource *) g_ptr_array_index (source_list, i))->file_index);
  return all;
}

GPtrArray *
one_source_list_list_sources (const GPtrArray *source_list)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) one_source_report_free);

  for (guint i = 0; i < source_list->len; i++) {
    const OneSource *source = g_ptr_array_index (source_list, i);
    OneSourceReport *report = g_new0 (OneSourceReport, 1);

    report->path = g_strdup (source->path);
    report->single = source->target != NULL;
    report->files = one_file_index_count (source->file_index);
    report->changed = one_file_index_newest (source->file_index) / SECOND;
    report->offline = source->offline;
    g_ptr_array_add (sources, report);
  }
  return sources;
}

GPtrArray *
one_source_list_list_troubles (const GPtrArray *source_list)
{
  GPtrArray *troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);

  for (guint i = 0; i < source_list->len; i++) {
    const OneSource *source = g_ptr_array_index (source_list, i);

    for (guint k = 0; k < source->troubles->len; k++)
      g_ptr_array_add (troubles, one_trouble_dup (g_ptr_array_index (source->troubles, k)));
  }
  return troubles;
}

char *
one_source_list_describe (const GPtrArray *source_list)
{
  g_autoptr (GPtrArray) troubles = one_source_list_list_troubles (source_list);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < troubles->len; i++) {
    const OneTrouble *trouble = g_ptr_array_index (troubles, i);

    g_string_append_printf (text, "%s\n%s\n", trouble->source, trouble->what);
  }
  return g_string_free (text, FALSE);
}
