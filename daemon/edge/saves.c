/* SPDX-License-Identifier: MIT */
#include "edge/saves.h"

#include "edge/watch.h"

/* An editor saves in several steps: look when it is quiet, or when it never is. Microseconds. */
#define QUIET (200 * 1000)
#define PATIENCE (1000 * 1000)

struct OneSaves {
  void (*saved) (const char *path, gpointer data);
  gpointer data;       /* (borrowed) */
  OneWatch *watch;     /* (owned) */
  GHashTable *pages;   /* (owned) set of char* (owned): all that are heard of */
  GHashTable *folders; /* (owned) set of char* (owned): those that are watched */
  GHashTable *heard;   /* (owned) set of char* (owned) */
  gint64 first;        /* monotonic: the oldest event not yet told; 0 for none */
  GSource *timer;      /* (owned) */
};

static gboolean
timer_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  return callback (data);
}

static GSourceFuncs timer_funcs = { .dispatch = timer_dispatch };

static gboolean
tell (gpointer data)
{
  OneSaves *saves = data;
  g_autoptr (GHashTable) heard = g_steal_pointer (&saves->heard);
  GHashTableIter iter;
  gpointer path;

  saves->heard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  saves->first = 0;
  g_hash_table_iter_init (&iter, heard);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    saves->saved (path, saves->data);
  return G_SOURCE_CONTINUE;
}

static void
hear (OneSaves *saves, const char *path)
{
  gint64 now = g_get_monotonic_time ();

  g_hash_table_add (saves->heard, g_strdup (path));
  if (saves->first == 0)
    saves->first = now;
  g_source_set_ready_time (saves->timer, MIN (now + QUIET, saves->first + PATIENCE));
}

static void
hear_all (OneSaves *saves)
{
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, saves->pages);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    hear (saves, path);
}

static void
watched (OneWatchEvent event, const char *folder, const char *name, gpointer data)
{
  OneSaves *saves = data;
  g_autofree char *path = NULL;

  switch (event) {
  case ONE_WATCH_TOUCHED:
  case ONE_WATCH_WRITTEN:
    path = g_build_filename (folder, name, NULL);
    if (g_hash_table_contains (saves->pages, path))
      hear (saves, path);
    return;
  case ONE_WATCH_OVERFLOW:
    hear_all (saves);
    return;
  case ONE_WATCH_LOST:
    g_hash_table_remove (saves->folders, folder);
    return;
  case ONE_WATCH_GONE:
  case ONE_WATCH_FOLDER:
    return;
  }
}

OneSaves *
one_saves_new (void (*saved) (const char *path, gpointer data), gpointer data)
{
  OneSaves *saves = g_new0 (OneSaves, 1);

  saves->saved = saved;
  saves->data = data;
  saves->watch = one_watch_new (watched, saves);
  saves->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  saves->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  saves->heard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  saves->timer = g_source_new (&timer_funcs, sizeof (GSource));
  g_source_set_callback (saves->timer, tell, saves, NULL);
  g_source_attach (saves->timer, NULL);
  return saves;
}

gboolean
one_saves_add (OneSaves *saves, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_hash_table_contains (saves->folders, folder)) {
    if (!one_watch_add (saves->watch, folder, error))
      return FALSE;
    g_hash_table_add (saves->folders, g_steal_pointer (&folder));
  }
  g_hash_table_add (saves->pages, g_strdup (path));
  return TRUE;
}

void
one_saves_free (OneSaves *saves)
{
  g_source_destroy (saves->timer);
  g_source_unref (saves->timer);
  one_watch_free (saves->watch);
  g_hash_table_unref (saves->heard);
  g_hash_table_unref (saves->folders);
  g_hash_table_unref (saves->pages);
  g_free (saves);
}
