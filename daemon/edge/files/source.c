/* SPDX-License-Identifier: MIT */
#include "edge/files/source.h"

#include <string.h>
#include "model/base/path.h"
#include "model/base/trouble.h"
#include "model/calendar/store-path.h"

OneSource *
one_source_new (const char *path, OneStatTable *table, void (*look) (gpointer source))
{
  OneSource *source = g_new0 (OneSource, 1);

  source->path = g_strdup (path);
  source->file_index = one_file_index_new (table);
  source->troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);
  source->settle = one_settle_new (look, source);
  if (one_store_path_kind (path) != ONE_STORE_NONE)
    one_settle_set_patient (source->settle);
  source->since = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  source->young = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return source;
}

const char *
one_source_get_name (const OneSource *source, const char *path)
{
  const char *below = one_path_below (path, source->path);

  return below ? below : path;
}

gboolean
one_source_waits_for (const OneSource *source, const char *path)
{
  return (source->offline || source->scan) && one_path_is_beneath (source->path, path);
}

gboolean
one_source_stores_in (const OneSource *source, const char *path)
{
  g_autofree char *file = NULL;
  const char *ending;

  if (!source->target || one_store_path_kind (source->path) == ONE_STORE_NONE)
    return FALSE;
  file = one_store_path_dup_file (source->target);
  if (!g_str_has_prefix (path, file))
    return FALSE;
  ending = path + strlen (file);
  return !*ending || g_str_equal (ending, ONE_STORE_PATH_LOG)
         || g_str_equal (ending, ONE_STORE_PATH_JOURNAL);
}

static char **
list_other_paths (const OneSource *source, const GPtrArray *others)
{
  GStrvBuilder *paths = g_strv_builder_new ();
  char **list;

  for (guint i = 0; i < others->len; i++)
    if (g_ptr_array_index (others, i) != source)
      g_strv_builder_add (paths, ((const OneSource *) g_ptr_array_index (others, i))->path);
  list = g_strv_builder_end (paths);
  g_strv_builder_unref (paths);
  return list;
}

void
one_source_compare (OneSource *source, const GPtrArray *others, OneWatch *watch, OneScanDone done)
{
  OneScanSubject *subject = g_new0 (OneScanSubject, 1);

  subject->path = g_strdup (source->path);
  subject->others = list_other_paths (source, others);
  subject->file_index = one_file_index_view (source->file_index);
  subject->watch = one_watch_ref (watch);
  subject->device = source->device;
  g_hash_table_remove_all (source->since);
  source->scan = one_scan_worker_new (subject, done, source);
}

void
one_source_seen (OneSource *source, const OneReading *reading)
{
  g_hash_table_remove (source->young, reading->path);
  one_file_index_take (source->file_index, one_source_get_name (source, reading->path),
                       &reading->stamp);
}

void
one_source_set_offline (OneSource *source, const char *why)
{
  g_autofree char *what =
      g_strdup_printf ("it cannot be read (%s); what was known of it stays", why);

  source->offline = TRUE;
  source->compared = TRUE;
  g_ptr_array_add (source->troubles, one_trouble_new (source->path, 0, what));
}

void
one_source_take (OneSource *source, const OneScanResult *result)
{
  source->scan = NULL;
  source->compared = TRUE;
  g_ptr_array_unref (source->troubles);
  source->troubles = g_ptr_array_ref (result->troubles);
  if (result->offline) {
    one_source_set_offline (source, result->offline);
    return;
  }
  source->offline = FALSE;
  source->slow = result->slow;
  source->device = result->device;
  g_free (source->target);
  source->target = g_strdup (result->target);
}

void
one_source_free (OneSource *source)
{
  g_clear_pointer (&source->scan, one_worker_cancel);
  g_clear_handle_id (&source->patience, g_source_remove);
  g_free (source->path);
  g_free (source->target);
  one_file_index_free (source->file_index);
  g_ptr_array_unref (source->troubles);
  one_settle_free (source->settle);
  g_hash_table_unref (source->since);
  g_hash_table_unref (source->young);
  g_free (source);
}
