/* SPDX-License-Identifier: MIT */
#include "edge/user/config-watch.h"

#include "edge/files/watch.h"
#include "edge/time/deadline.h"
#include "model/base/path.h"

/* Waits for QUIET without events, because editors save in several steps. Microseconds. */
#define QUIET (200 * G_TIME_SPAN_MILLISECOND)

struct OneConfigWatch {
  char **paths;       /* (owned) absolute */
  OneWatch *watch;    /* (owned) of those folders that exist */
  OneDeadline *quiet; /* (owned) due when there were no events for QUIET */
  void (*changed) (gpointer data);
  gpointer data;
};

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
    one_deadline_touch (config_watch->quiet, QUIET, 0);
}

/* Watches each path itself, or the nearest folder above it that exists. */
static void
listen (OneConfigWatch *config_watch)
{
  config_watch->watch = one_watch_new (edited, config_watch);
  for (guint i = 0; config_watch->paths[i]; i++)
    if (!one_watch_add (config_watch->watch, config_watch->paths[i], NULL))
      one_watch_add_nearest (config_watch->watch, config_watch->paths[i]);
}

/* Watches anew before it calls `changed`: folders may have come and gone, and no change of the new
 * ones may be missed. */
static void
quiet_again (gpointer data)
{
  OneConfigWatch *config_watch = data;

  g_debug ("the configuration was touched");
  one_watch_free (config_watch->watch);
  listen (config_watch);
  config_watch->changed (config_watch->data);
}

/* (transfer full) Absolute ones. */
static char **
canonical (const char *const *paths)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; paths[i]; i++) {
    g_autofree char *path = g_canonicalize_filename (paths[i], NULL);

    g_strv_builder_add (list, path);
  }
  return g_strv_builder_end (list);
}

OneConfigWatch *
one_config_watch_new (const char *const *paths, void (*changed) (gpointer data), gpointer data)
{
  OneConfigWatch *config_watch = g_new0 (OneConfigWatch, 1);

  config_watch->paths = canonical (paths);
  config_watch->changed = changed;
  config_watch->data = data;
  config_watch->quiet = one_deadline_new (G_PRIORITY_DEFAULT, quiet_again, config_watch);
  listen (config_watch);
  return config_watch;
}

void
one_config_watch_set_paths (OneConfigWatch *config_watch, const char *const *paths)
{
  g_auto (GStrv) now = canonical (paths);

  if (g_strv_equal ((const char *const *) now, (const char *const *) config_watch->paths))
    return;
  g_strfreev (config_watch->paths);
  config_watch->paths = g_steal_pointer (&now);
  one_watch_free (config_watch->watch);
  listen (config_watch);
  one_deadline_touch (config_watch->quiet, QUIET, 0);
}

void
one_config_watch_free (OneConfigWatch *config_watch)
{
  one_watch_free (config_watch->watch);
  one_deadline_free (config_watch->quiet);
  g_strfreev (config_watch->paths);
  g_free (config_watch);
}
