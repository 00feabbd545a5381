/* SPDX-License-Identifier: MIT */
#include "edge/edits.h"

#include <string.h>

#include "edge/watch.h"

/* An editor saves in several steps: look when it is quiet again. Microseconds. */
#define QUIET (200 * G_TIME_SPAN_MILLISECOND)

struct OneEdits {
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
is_within (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return g_str_has_prefix (path, folder) && (path[length] == '\0' || path[length] == '/');
}

static gboolean
is_listened_for (const OneEdits *edits, const char *path)
{
  for (guint i = 0; edits->paths[i]; i++)
    if (is_within (path, edits->paths[i]) || is_within (edits->paths[i], path))
      return TRUE;
  return FALSE;
}

static void
edited (OneWatchEvent event, const char *folder, const char *name, gpointer data)
{
  OneEdits *edits = data;
  g_autofree char *path = folder ? g_build_filename (folder, name, NULL) : NULL;

  if (event == ONE_WATCH_OVERFLOW || is_listened_for (edits, path))
    g_source_set_ready_time (edits->timer, g_get_monotonic_time () + QUIET);
}

/* To the folder itself, or to the nearest one above that is there. */
static void
listen (OneEdits *edits)
{
  edits->watch = one_watch_new (edited, edits);
  for (guint i = 0; edits->paths[i]; i++)
    if (!one_watch_add (edits->watch, edits->paths[i], NULL))
      one_watch_add_nearest (edits->watch, edits->paths[i]);
}

/* Folders may have come and gone: before anything is read again, those that are there now are
 * listened to, so that nothing is missed in between. */
static gboolean
quiet_again (gpointer data)
{
  OneEdits *edits = data;

  one_watch_free (edits->watch);
  listen (edits);
  edits->changed (edits->data);
  return G_SOURCE_CONTINUE;
}

OneEdits *
one_edits_new (const char *const *paths, void (*changed) (gpointer data), gpointer data)
{
  OneEdits *edits = g_new0 (OneEdits, 1);

  edits->paths = g_strdupv ((char **) paths);
  for (guint i = 0; paths[i]; i++) {
    g_free (edits->paths[i]);
    edits->paths[i] = g_canonicalize_filename (paths[i], NULL);
  }
  edits->changed = changed;
  edits->data = data;
  edits->timer = g_source_new (&timer_funcs, sizeof (GSource));
  g_source_set_callback (edits->timer, quiet_again, edits, NULL);
  g_source_attach (edits->timer, NULL);
  listen (edits);
  return edits;
}

void
one_edits_free (OneEdits *edits)
{
  one_watch_free (edits->watch);
  g_source_destroy (edits->timer);
  g_source_unref (edits->timer);
  g_strfreev (edits->paths);
  g_free (edits);
}
