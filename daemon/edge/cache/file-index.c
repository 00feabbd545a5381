/* SPDX-License-Identifier: MIT */
#include "edge/cache/file-index.h"

#define TICK 10000000 /* nanoseconds: the coarsest clock that stamps files on local disks */

struct OneFileIndex {
  OneStatTable *table; /* (owned) NULL for none */
  GHashTable *changed; /* (owned) char* (owned) -> OneFileIndexRow (owned) */
  guint count;
  gint64 newest;   /* the newest mtime of all files … */
  gboolean unsure; /* … unless this is set: the file that had it changed, so look again */
};

OneFileIndex *
one_file_index_new (OneStatTable *table)
{
  OneFileIndex *file_index = g_new0 (OneFileIndex, 1);

  file_index->table = table;
  file_index->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  file_index->count = table ? one_stat_table_count (table) : 0;
  file_index->newest = table ? one_stat_table_newest (table) : 0;
  return file_index;
}

static gboolean
find_in_table (const OneStatTable *table, const char *name, OneFileIndexRow *file)
{
  int index = table ? one_stat_table_find (table, name) : -1;
  OneStatTableRow row;

  if (index < 0)
    return FALSE;
  row = one_stat_table_get (table, (guint) index);
  *file = (OneFileIndexRow){ .stamp = row.stamp, .racy = row.racy };
  return TRUE;
}

gboolean
one_file_index_find (const OneFileIndex *file_index, const char *name, OneFileIndexRow *file)
{
  const OneFileIndexRow *changed = g_hash_table_lookup (file_index->changed, name);

  if (!changed)
    return find_in_table (file_index->table, name, file);
  *file = *changed;
  return !file->gone;
}

static void
put (OneFileIndex *file_index, const char *name, const OneFileIndexRow *file)
{
  g_hash_table_insert (file_index->changed, g_strdup (name), g_memdup2 (file, sizeof *file));
}

void
one_file_index_report (OneFileIndex *file_index, const char *name, gint64 now)
{
  OneFileIndexRow file = { 0 };

  if (!one_file_index_find (file_index, name, &file)) {
    file = (OneFileIndexRow){ 0 };
    file_index->count++;
  }
  file.reported = now;
  file.due = TRUE;
  put (file_index, name, &file);
}

/* A file has the mtime `after` instead of `before`; 0 for no file. */
static void
note_newest (OneFileIndex *file_index, gint64 before, gint64 after)
{
  file_index->unsure |= before == file_index->newest && after < before;
  file_index->newest = MAX (file_index->newest, after);
}

void
one_file_index_take (OneFileIndex *file_index, const char *name, const OneStamp *stamp)
{
  OneFileIndexRow *file = g_hash_table_lookup (file_index->changed, name);

  if (!file || file->gone)
    return;
  note_newest (file_index, file->stamp.mtime, stamp->mtime);
  file->stamp = *stamp;
  file->racy = stamp->ctime > file->reported - TICK;
  file->due = FALSE;
}

void
one_file_index_del (OneFileIndex *file_index, const char *name)
{
  OneFileIndexRow file;

  if (!one_file_index_find (file_index, name, &file))
    return;
  file_index->count--;
  note_newest (file_index, file.stamp.mtime, 0);
  g_hash_table_remove (file_index->changed, name);
  if (find_in_table (file_index->table, name, &file))
    put (file_index, name, &(OneFileIndexRow){ .gone = TRUE });
}

guint
one_file_index_count (const OneFileIndex *file_index)
{
  return file_index->count;
}

static gint64
find_newest (const OneFileIndex *file_index)
{
  gint64 newest = 0;
  GHashTableIter iter;
  gpointer file;

  for (guint i = 0; file_index->table && i < one_stat_table_count (file_index->table); i++) {
    OneStatTableRow row = one_stat_table_get (file_index->table, i);

    if (row.stamp.mtime > newest && !g_hash_table_contains (file_index->changed, row.name))
      newest = row.stamp.mtime;
  }
  g_hash_table_iter_init (&iter, file_index->changed);
  while (g_hash_table_iter_next (&iter, NULL, &file))
    newest = MAX (newest, ((OneFileIndexRow *) file)->stamp.mtime);
  return newest;
}

gint64
one_file_index_newest (OneFileIndex *file_index)
{
  if (file_index->unsure)
    file_index->newest = find_newest (file_index);
  file_index->unsure = FALSE;
  return file_index->newest;
}

guint
one_file_index_changes (const OneFileIndex *file_index)
{
  return g_hash_table_size (file_index->changed);
}

static gboolean
is_read (const OneFileIndexRow *file)
{
  return !file->gone && file->stamp.inode != 0;
}

GBytes *
one_file_index_pack (const OneFileIndex *file_index)
{
  OneStatTableDraft *draft = one_stat_table_draft_new ();
  GHashTableIter iter;
  gpointer name, value;

  for (guint i = 0; file_index->table && i < one_stat_table_count (file_index->table); i++) {
    OneStatTableRow row = one_stat_table_get (file_index->table, i);

    if (!g_hash_table_contains (file_index->changed, row.name))
      one_stat_table_draft_add (draft, &row);
  }
  g_hash_table_iter_init (&iter, file_index->changed);
  while (g_hash_table_iter_next (&iter, &name, &value)) {
    const OneFileIndexRow *file = value;
    OneStatTableRow row = { .name = name, .stamp = file->stamp, .racy = file->racy };

    if (is_read (file))
      one_stat_table_draft_add (draft, &row);
  }
  return one_stat_table_draft_end (draft);
}

static gboolean
is_settled (gpointer name, gpointer file, gpointer data)
{
  return !((OneFileIndexRow *) file)->due && (is_read (file) || ((OneFileIndexRow *) file)->gone);
}

void
one_file_index_trim (OneFileIndex *file_index, OneStatTable *table)
{
  g_clear_pointer (&file_index->table, one_stat_table_unref);
  file_index->table = table;
  g_hash_table_foreach_remove (file_index->changed, is_settled, NULL);
}

OneFileIndexView *
one_file_index_view (const OneFileIndex *file_index)
{
  OneFileIndexView *view = g_new0 (OneFileIndexView, 1);
  GHashTableIter iter;
  gpointer name, file;

  view->table = file_index->table ? one_stat_table_ref (file_index->table) : NULL;
  view->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, file_index->changed);
  while (g_hash_table_iter_next (&iter, &name, &file))
    g_hash_table_insert (view->changed, g_strdup (name),
                         g_memdup2 (file, sizeof (OneFileIndexRow)));
  return view;
}

void
one_file_index_view_free (OneFileIndexView *view)
{
  g_clear_pointer (&view->table, one_stat_table_unref);
  g_hash_table_unref (view->changed);
  g_free (view);
}

void
one_file_index_free (OneFileIndex *file_index)
{
  g_clear_pointer (&file_index->table, one_stat_table_unref);
  g_hash_table_unref (file_index->changed);
  g_free (file_index);
}
