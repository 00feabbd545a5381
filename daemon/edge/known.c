/* SPDX-License-Identifier: MIT */
#include "edge/known.h"

#define TICK 10000000 /* nanoseconds: the coarsest clock that stamps files on local disks */

struct OneKnown {
  OneTable *table;     /* (owned) NULL for none */
  GHashTable *changed; /* (owned) char* (owned) -> OneKnownFile (owned) */
  guint count;
  gint64 newest;   /* mtime of all … */
  gboolean unsure; /* … unless the file that had it has it no more */
};

OneKnown *
one_known_new (OneTable *table)
{
  OneKnown *known = g_new0 (OneKnown, 1);

  known->table = table;
  known->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known->count = table ? one_table_count (table) : 0;
  known->newest = table ? one_table_newest (table) : 0;
  return known;
}

static gboolean
find_in_table (const OneTable *table, const char *name, OneKnownFile *file)
{
  int index = table ? one_table_find (table, name) : -1;
  OneTableRow row;

  if (index < 0)
    return FALSE;
  row = one_table_get (table, (guint) index);
  *file = (OneKnownFile){ .stamp = row.stamp, .racy = row.racy };
  return TRUE;
}

gboolean
one_known_find (const OneKnown *known, const char *name, OneKnownFile *file)
{
  const OneKnownFile *changed = g_hash_table_lookup (known->changed, name);

  if (!changed)
    return find_in_table (known->table, name, file);
  *file = *changed;
  return !file->gone;
}

static void
put (OneKnown *known, const char *name, const OneKnownFile *file)
{
  g_hash_table_insert (known->changed, g_strdup (name), g_memdup2 (file, sizeof *file));
}

void
one_known_report (OneKnown *known, const char *name, gint64 now)
{
  OneKnownFile file = { 0 };

  if (!one_known_find (known, name, &file)) {
    file = (OneKnownFile){ 0 };
    known->count++;
  }
  file.reported = now;
  file.due = TRUE;
  put (known, name, &file);
}

/* A file of that mtime has another now; 0 for none. */
static void
note_newest (OneKnown *known, gint64 before, gint64 after)
{
  known->unsure |= before == known->newest && after < before;
  known->newest = MAX (known->newest, after);
}

/* Only what was handed out is known from then on. */
void
one_known_take (OneKnown *known, const char *name, const OneStamp *stamp)
{
  OneKnownFile *file = g_hash_table_lookup (known->changed, name);

  if (!file || file->gone)
    return;
  note_newest (known, file->stamp.mtime, stamp->mtime);
  file->stamp = *stamp;
  file->racy = stamp->ctime > file->reported - TICK;
  file->due = FALSE;
}

void
one_known_del (OneKnown *known, const char *name)
{
  OneKnownFile file;

  if (!one_known_find (known, name, &file))
    return;
  known->count--;
  note_newest (known, file.stamp.mtime, 0);
  g_hash_table_remove (known->changed, name);
  if (find_in_table (known->table, name, &file))
    put (known, name, &(OneKnownFile){ .gone = TRUE });
}

guint
one_known_count (const OneKnown *known)
{
  return known->count;
}

static gint64
find_newest (const OneKnown *known)
{
  gint64 newest = 0;
  GHashTableIter iter;
  gpointer file;

  for (guint i = 0; known->table && i < one_table_count (known->table); i++) {
    OneTableRow row = one_table_get (known->table, i);

    if (row.stamp.mtime > newest && !g_hash_table_contains (known->changed, row.name))
      newest = row.stamp.mtime;
  }
  g_hash_table_iter_init (&iter, known->changed);
  while (g_hash_table_iter_next (&iter, NULL, &file))
    newest = MAX (newest, ((OneKnownFile *) file)->stamp.mtime);
  return newest;
}

gint64
one_known_newest (OneKnown *known)
{
  if (known->unsure)
    known->newest = find_newest (known);
  known->unsure = FALSE;
  return known->newest;
}

guint
one_known_changes (const OneKnown *known)
{
  return g_hash_table_size (known->changed);
}

static gboolean
is_read (const OneKnownFile *file)
{
  return !file->gone && file->stamp.inode != 0;
}

GBytes *
one_known_pack (const OneKnown *known)
{
  OneTableDraft *draft = one_table_draft_new ();
  GHashTableIter iter;
  gpointer name, value;

  for (guint i = 0; known->table && i < one_table_count (known->table); i++) {
    OneTableRow row = one_table_get (known->table, i);

    if (!g_hash_table_contains (known->changed, row.name))
      one_table_draft_add (draft, &row);
  }
  g_hash_table_iter_init (&iter, known->changed);
  while (g_hash_table_iter_next (&iter, &name, &value)) {
    const OneKnownFile *file = value;
    OneTableRow row = { .name = name, .stamp = file->stamp, .racy = file->racy };

    if (is_read (file))
      one_table_draft_add (draft, &row);
  }
  return one_table_draft_end (draft);
}

static gboolean
is_settled (gpointer name, gpointer file, gpointer data)
{
  return !((OneKnownFile *) file)->due && (is_read (file) || ((OneKnownFile *) file)->gone);
}

void
one_known_rest (OneKnown *known, OneTable *table)
{
  g_clear_pointer (&known->table, one_table_unref);
  known->table = table;
  g_hash_table_foreach_remove (known->changed, is_settled, NULL);
}

OneKnownView *
one_known_view (const OneKnown *known)
{
  OneKnownView *view = g_new0 (OneKnownView, 1);
  GHashTableIter iter;
  gpointer name, file;

  view->table = known->table ? one_table_ref (known->table) : NULL;
  view->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, known->changed);
  while (g_hash_table_iter_next (&iter, &name, &file))
    g_hash_table_insert (view->changed, g_strdup (name), g_memdup2 (file, sizeof (OneKnownFile)));
  return view;
}

void
one_known_view_free (OneKnownView *view)
{
  g_clear_pointer (&view->table, one_table_unref);
  g_hash_table_unref (view->changed);
  g_free (view);
}

void
one_known_free (OneKnown *known)
{
  g_clear_pointer (&known->table, one_table_unref);
  g_hash_table_unref (known->changed);
  g_free (known);
}
