/* SPDX-License-Identifier: MIT */
#include "edge/user/page-watch.h"

#include "edge/files/watch.h"
#include "edge/time/deadline.h"

/* An editor saves in several steps: waits for QUIET without events, or PATIENCE after the first
 * one. Microseconds. */
#define QUIET (200 * 1000)
#define PATIENCE (1000 * 1000)

struct OnePageWatch {
  void (*saved) (const char *path, gpointer data);
  gpointer data;       /* (borrowed) */
  OneWatch *watch;     /* (owned) */
  GHashTable *pages;   /* (owned) set of char* (owned): the paths to watch */
  GHashTable *folders; /* (owned) set of char* (owned): the folders that are watched */
  GHashTable
      *heard; /* (owned) set of char* (owned): pages with events since the last call of saved */
  OneDeadline *quiet; /* (owned) due when `heard` is to be told */
};

static void
tell (gpointer data)
{
  OnePageWatch *page_watch = data;
  g_autoptr (GHashTable) heard = g_steal_pointer (&page_watch->heard);
  GHashTableIter iter;
  gpointer path;

  g_debug ("%u pages were saved", g_hash_table_size (heard));
  page_watch->heard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, heard);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    page_watch->saved (path, page_watch->data);
}

static void
hear (OnePageWatch *page_watch, const char *path)
{
  g_hash_table_add (page_watch->heard, g_strdup (path));
  one_deadline_touch (page_watch->quiet, QUIET, PATIENCE);
}

static void
hear_all (OnePageWatch *page_watch)
{
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, page_watch->pages);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    hear (page_watch, path);
}

static void
watched (OneWatchEvent event, const char *folder, const char *name, gpointer data)
{
  OnePageWatch *page_watch = data;
  g_autofree char *path = NULL;

  switch (event) {
  case ONE_WATCH_TOUCHED:
  case ONE_WATCH_WRITTEN:
    path = g_build_filename (folder, name, NULL);
    if (g_hash_table_contains (page_watch->pages, path))
      hear (page_watch, path);
    return;
  case ONE_WATCH_OVERFLOW:
    hear_all (page_watch);
    return;
  case ONE_WATCH_LOST:
    g_hash_table_remove (page_watch->folders, folder);
    return;
  case ONE_WATCH_GONE:
  case ONE_WATCH_FOLDER:
    return;
  }
}

OnePageWatch *
one_page_watch_new (void (*saved) (const char *path, gpointer data), gpointer data)
{
  OnePageWatch *page_watch = g_new0 (OnePageWatch, 1);

  page_watch->saved = saved;
  page_watch->data = data;
  page_watch->watch = one_watch_new (watched, page_watch);
  page_watch->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  page_watch->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  page_watch->heard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  page_watch->quiet = one_deadline_new (G_PRIORITY_DEFAULT, tell, page_watch);
  return page_watch;
}

gboolean
one_page_watch_add (OnePageWatch *page_watch, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_hash_table_contains (page_watch->folders, folder)) {
    if (!one_watch_add (page_watch->watch, folder, error))
      return FALSE;
    g_hash_table_add (page_watch->folders, g_steal_pointer (&folder));
  }
  g_hash_table_add (page_watch->pages, g_strdup (path));
  return TRUE;
}

void
one_page_watch_free (OnePageWatch *page_watch)
{
  one_deadline_free (page_watch->quiet);
  one_watch_free (page_watch->watch);
  g_hash_table_unref (page_watch->heard);
  g_hash_table_unref (page_watch->folders);
  g_hash_table_unref (page_watch->pages);
  g_free (page_watch);
}
