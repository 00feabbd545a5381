/* SPDX-License-Identifier: MIT */
#include "edge/user/zone-data-watch.h"

#include "edge/files/watch.h"
#include "edge/time/deadline.h"

/* A package manager replaces hundreds of files, one after the other. Microseconds. */
#define QUIET (1 * G_TIME_SPAN_SECOND)
#define PATIENCE (30 * G_TIME_SPAN_SECOND)
#define MAX_FOLDERS 64

struct OneZoneDataWatch {
  char *folder;       /* (owned) */
  char *above;        /* (owned) the folder it is in: all of it may be replaced, or be a link */
  OneWatch *watch;    /* (owned) */
  OneDeadline *quiet; /* (owned) due when there were no events for QUIET */
  void (*changed) (gpointer data);
  gpointer data;
};

static void
touched (OneWatchEvent event, const char *folder, const char *name, gpointer data)
{
  OneZoneDataWatch *zone_watch = data;
  g_autofree char *path = folder && name ? g_build_filename (folder, name, NULL) : NULL;
  gboolean beside = g_strcmp0 (folder, zone_watch->above) == 0;

  if (!beside || event == ONE_WATCH_OVERFLOW || g_strcmp0 (path, zone_watch->folder) == 0)
    one_deadline_touch (zone_watch->quiet, QUIET, PATIENCE);
}

/* The folder and its regions: not each update changes a file of the first. */
static void
listen (OneZoneDataWatch *zone_watch)
{
  g_autoptr (GDir) regions = g_dir_open (zone_watch->folder, 0, NULL);
  g_autoptr (GError) error = NULL;
  const char *name;

  zone_watch->watch = one_watch_new (touched, zone_watch);
  if (!one_watch_add (zone_watch->watch, zone_watch->above, NULL)
      || !one_watch_add (zone_watch->watch, zone_watch->folder, &error))
    g_info ("a change of the zone data will not be noticed: %s",
            error ? error->message : zone_watch->above);
  for (guint i = 0; regions && i < MAX_FOLDERS && (name = g_dir_read_name (regions)); i++) {
    g_autofree char *path = g_build_filename (zone_watch->folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !one_watch_add (zone_watch->watch, path, NULL))
      g_debug ("the zone data of %s is not watched", name);
  }
}

/* Watches anew before it calls `changed`, so that no change of a new folder is missed. */
static void
quiet_again (gpointer data)
{
  OneZoneDataWatch *zone_watch = data;

  one_watch_free (zone_watch->watch);
  listen (zone_watch);
  zone_watch->changed (zone_watch->data);
}

OneZoneDataWatch *
one_zone_data_watch_new (const char *folder, void (*changed) (gpointer data), gpointer data)
{
  OneZoneDataWatch *zone_watch = g_new0 (OneZoneDataWatch, 1);

  zone_watch->folder = g_strdup (folder);
  zone_watch->above = g_path_get_dirname (folder);
  zone_watch->changed = changed;
  zone_watch->data = data;
  zone_watch->quiet = one_deadline_new (G_PRIORITY_DEFAULT, quiet_again, zone_watch);
  listen (zone_watch);
  return zone_watch;
}

void
one_zone_data_watch_free (OneZoneDataWatch *zone_watch)
{
  one_watch_free (zone_watch->watch);
  one_deadline_free (zone_watch->quiet);
  g_free (zone_watch->folder);
  g_free (zone_watch->above);
  g_free (zone_watch);
}
