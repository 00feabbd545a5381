/* SPDX-License-Identifier: MIT */
#include "edge/time/local-zone.h"

#include "edge/time/zone-data.h"
#include <gio/gio.h>
#include <glib-unix.h>
#include <string.h>
#include <sys/inotify.h>
#include <time.h>
#include <unistd.h>

#define ZONE_DATA "/zoneinfo/"
#define ZONE_MAX 64

struct OneLocalZone {
  int fd;       /* (owned) inotify, for one folder that is always there; -1 for none */
  guint source; /* id of the source of `fd`; 0 for none */
  void (*changed) (gpointer data);
  gpointer data; /* (borrowed) */
};

/* Whether it is a name in the zone data: words of letters, digits, "_+-", separated by slashes. */
static gboolean
localtime_is_name (const char *name)
{
  char last = '/';

  if (strlen (name) > ZONE_MAX || !g_ascii_isalpha (*name))
    return FALSE;
  for (const char *p = name; *p; p++) {
    if (!g_ascii_isalnum (*p) && !strchr ("_+-/", *p))
      return FALSE;
    if (*p == '/' && last == '/')
      return FALSE;
    last = *p;
  }
  return last != '/';
}

/* Needed because POSIX rules look like names: "EST5EDT" is one, "CET-1CEST" is none. */
static gboolean
localtime_has_data (const char *name)
{
  g_autofree char *folder = one_zone_data_dup_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

char *
one_local_zone_parse_name (const char *text)
{
  const char *data = strstr (text, ZONE_DATA);
  const char *name = data ? data + strlen (ZONE_DATA) : text + (*text == ':');

  /* Copies of the others; those of "right/" count leap seconds. */
  if (g_str_has_prefix (name, "posix/") || g_str_has_prefix (name, "right/"))
    name += strlen ("posix/");
  return localtime_is_name (name) ? g_strdup (name) : NULL;
}

char *
one_local_zone_dup_name (void)
{
  const char *set = g_getenv ("TZ");
  const char *variable = set && !g_str_has_suffix (set, "/etc/localtime") ? set : NULL;
  g_autofree char *link = variable ? NULL : g_file_read_link ("/etc/localtime", NULL);
  const char *text = variable ? variable : link;
  g_autofree char *name = text ? one_local_zone_parse_name (text) : NULL;

  if (!name || (variable && !localtime_has_data (name)))
    return g_strdup ("UTC");
  return g_steal_pointer (&name);
}

/* Reads all events at once: a replaced link is two events, but one change. */
static gboolean
localtime_read (gint fd, GIOCondition condition, gpointer data)
{
  OneLocalZone *zone = data;
  char buffer[4096] __attribute__ ((aligned (__alignof__(struct inotify_event))));
  gboolean changed = FALSE;
  gssize bytes;

  while ((bytes = read (fd, buffer, sizeof buffer)) > 0)
    for (char *p = buffer; p < buffer + bytes;) {
      const struct inotify_event *event = (const struct inotify_event *) p;

      changed |=
          (event->mask & IN_Q_OVERFLOW) || (event->len && g_str_equal (event->name, "localtime"));
      p += sizeof *event + event->len;
    }
  if (!changed)
    return G_SOURCE_CONTINUE;
  tzset ();
  g_debug ("the time zone was changed");
  zone->changed (zone->data);
  return G_SOURCE_CONTINUE;
}

OneLocalZone *
one_local_zone_new (const char *folder, void (*changed) (gpointer data), gpointer data)
{
  OneLocalZone *zone = g_new0 (OneLocalZone, 1);
  guint mask = IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE | IN_ONLYDIR;

  zone->changed = changed;
  zone->data = data;
  zone->fd = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  if (zone->fd < 0 || inotify_add_watch (zone->fd, folder, mask) < 0) {
    g_info ("a change of the time zone will not be noticed: cannot watch %s", folder);
    return zone;
  }
  zone->source = g_unix_fd_add (zone->fd, G_IO_IN, localtime_read, zone);
  return zone;
}

void
one_local_zone_free (OneLocalZone *zone)
{
  if (zone->source)
    g_source_remove (zone->source);
  if (zone->fd >= 0)
    close (zone->fd);
  g_free (zone);
}
