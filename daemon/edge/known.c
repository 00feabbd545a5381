/* SPDX-License-Identifier: MIT */
#include "edge/known.h"

#include <string.h>

struct OneKnown {
  GHashTable *files; /* (owned) char* (owned) -> OneKnownFile (owned) */
};

OneKnown *
one_known_new (void)
{
  OneKnown *known = g_new0 (OneKnown, 1);

  known->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return known;
}

OneKnownFile *
one_known_find (const OneKnown *known, const char *path)
{
  return g_hash_table_lookup (known->files, path);
}

OneKnownFile *
one_known_add (OneKnown *known, const char *path)
{
  OneKnownFile *file = one_known_find (known, path);

  if (!file) {
    file = g_new0 (OneKnownFile, 1);
    g_hash_table_insert (known->files, g_strdup (path), file);
  }
  return file;
}

void
one_known_del (OneKnown *known, const char *path)
{
  g_hash_table_remove (known->files, path);
}

guint
one_known_count (const OneKnown *known)
{
  return g_hash_table_size (known->files);
}

gint64
one_known_newest (const OneKnown *known)
{
  gint64 newest = 0;
  GHashTableIter iter;
  gpointer file;

  g_hash_table_iter_init (&iter, known->files);
  while (g_hash_table_iter_next (&iter, NULL, &file))
    newest = MAX (newest, ((OneKnownFile *) file)->stamp.mtime);
  return newest;
}

void
one_known_meet_beneath (OneKnown *known, const char *folder, guint met)
{
  gsize length = strlen (folder);
  GHashTableIter iter;
  gpointer path, file;

  g_hash_table_iter_init (&iter, known->files);
  while (g_hash_table_iter_next (&iter, &path, &file))
    if (strncmp (path, folder, length) == 0 && ((char *) path)[length] == '/')
      ((OneKnownFile *) file)->met = met;
}

void
one_known_list_unmet (const OneKnown *known, guint met, GPtrArray *paths)
{
  GHashTableIter iter;
  gpointer path, file;

  g_hash_table_iter_init (&iter, known->files);
  while (g_hash_table_iter_next (&iter, &path, &file))
    if (((OneKnownFile *) file)->met != met)
      g_ptr_array_add (paths, g_strdup (path));
}

void
one_known_free (OneKnown *known)
{
  g_hash_table_unref (known->files);
  g_free (known);
}
