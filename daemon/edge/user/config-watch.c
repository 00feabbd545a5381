/* SPDX-License-Identifier: MIT */
#include "edge/user/config-watch.h"

#include "edge/files/watch.h"
#include "model/path.h"

/* An editor saves in several steps: look when it is quiet again. Microseconds. */
#define QUIET (200 * G_TIME_SPAN_MILLISECOND)

struct OneConfigWatch {
  char **paths;    /* (owned) absolute: what is listened for */
  OneWatch *watch; /* (owned) of folders that are there */
  GSource *timer;  /* (owned) ready when it is quiet again */
  void (*changed) (gpointer data);
  gpointer data;
};

static gboolean
timer_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  return callback (data);
}

static GSourceFuncs timer_funcs = { .dispatch = timer_dispatch };

static gboolean
is_listened_for (const OneConfigWatch *config_watch, const char *path)
{
  for (guint i = 0; config_watch->paths[i]; i++)
    if (one_path_is_beneath (path, config_watch->paths[i])
        || one_path_is_beneath (config_watch->paths[i], path))
      return TRUE;
  return FALSE;
}

static void
edited (OneWatchEvent event, const char *folder, const char *name, gpointer data)
{
  OneConfigWatch *config_watch = data;
  g_autofree char *path = folder ? g_build_filename (folder, name, NULL) : NULL;

  if (event == ONE_WATCH_OVERFLOW || is_listened_for (config_watch, path))
    g_source_set_ready_time (config_watch->timer, g_get_monotonic_time () + QUIET);
}

/* To the folder itself, or to the nearest one above that is there. */
static void
listen (OneConfigWatch *config_watch)
{
  config_watch->watch = one_watch_new (edited, config_watch);
  for (guint i = 0; config_watch->paths[i]; i++)
    if (!one_watch_add (config_watch->watch, config_watch->paths[i], NULL))
      one_watch_add_nearest (config_watch->watch, config_watch->paths[i]);
}

/* Folders may have come and gone: before anything is read again, those that are there now are
 * listened to, so that nothing is missed in between. */
static gboolean
quiet_again (gpointer data)
{
  OneConfigWatch *config_watch = data;

  one_watch_free (config_watch->watch);
  listen (config_watch);
  config_watch->changed (config_watch->data);
  return G_SOURCE_CONTINUE;
}

OneConfigWatch *
one_config_watch_new (const char *const *paths, void (*changed) (gpointer data), gpointer data)
{
  OneConfigWatch *config_watch = g_new0 (OneConfigWatch, 1);

  config_watch->paths = g_strdupv ((char **) paths);
  for (guint i = 0; paths[i]; i++) {
    g_free (config_watch->paths[i]);
    config_watch->paths[i] = g_canonicalize_filename (paths[i], NULL);
  }
  config_watch->changed = changed;
  config_watch->data = data;
  config_watch->timer = g_source_new (&timer_funcs, sizeof (GSource));
  g_source_set_callback (config_watch->timer, quiet_again, config_watch, NULL);
  g_source_attach (config_watch->timer, NULL);
  listen (config_watch);
  return config_watch;
}

void
one_config_watch_free (OneConfigWatch *config_watch)
{
  one_watch_free (config_watch->watch);
  g_source_destroy (config_watch->timer);
  g_source_unref (config_watch->timer);
  g_strfreev (config_watch->paths);
  g_free (config_watch);
}
