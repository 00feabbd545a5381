/* SPDX-License-Identifier: MIT */
#include "edge/edits.h"

#include <gio/gio.h>

/* An editor saves in several steps: look when it is quiet again. Microseconds. */
#define QUIET (200 * G_TIME_SPAN_MILLISECOND)

struct OneEdits {
  GPtrArray *files;    /* (owned) of GFile: what is listened for */
  GPtrArray *monitors; /* (owned) of GFileMonitor: of folders that are there */
  GSource *timer;      /* (owned) ready when it is quiet again */
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

/* Whether one of the two is the other, or is in it. */
static gboolean
is_akin (GFile *a, GFile *b)
{
  return g_file_equal (a, b) || g_file_has_prefix (a, b) || g_file_has_prefix (b, a);
}

static gboolean
is_listened_for (const OneEdits *edits, GFile *file)
{
  for (guint i = 0; file && i < edits->files->len; i++)
    if (is_akin (file, edits->files->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
edited (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  OneEdits *edits = data;

  if (is_listened_for (edits, file) || is_listened_for (edits, other))
    g_source_set_ready_time (edits->timer, g_get_monotonic_time () + QUIET);
}

static gboolean
is_folder (GFile *file)
{
  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
}

/* The folder itself, or the nearest one above that is there: GLib would look for one that is not
 * every few seconds. */
static GFile *
dup_folder (GFile *file)
{
  GFile *folder = g_object_ref (file);

  while (folder && !is_folder (folder)) {
    GFile *parent = g_file_get_parent (folder);

    g_object_unref (folder);
    folder = parent;
  }
  return folder;
}

static void
listen_to (OneEdits *edits, GFile *file)
{
  g_autoptr (GFile) folder = dup_folder (file);
  GFileMonitor *monitor =
      folder ? g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL) : NULL;

  if (!monitor)
    return;
  g_signal_connect (monitor, "changed", G_CALLBACK (edited), edits);
  g_ptr_array_add (edits->monitors, monitor);
}

static void
stop_listening (OneEdits *edits)
{
  for (guint i = 0; i < edits->monitors->len; i++) {
    g_signal_handlers_disconnect_by_data (edits->monitors->pdata[i], edits);
    g_file_monitor_cancel (edits->monitors->pdata[i]);
  }
  g_ptr_array_set_size (edits->monitors, 0);
}

static void
listen (OneEdits *edits)
{
  for (guint i = 0; i < edits->files->len; i++)
    listen_to (edits, edits->files->pdata[i]);
}

/* Folders may have come and gone: before anything is read again, those that are there now are
 * listened to, so that nothing is missed in between. */
static gboolean
quiet_again (gpointer data)
{
  OneEdits *edits = data;

  stop_listening (edits);
  listen (edits);
  edits->changed (edits->data);
  return G_SOURCE_CONTINUE;
}

OneEdits *
one_edits_new (const char *const *paths, void (*changed) (gpointer data), gpointer data)
{
  OneEdits *edits = g_new0 (OneEdits, 1);

  edits->files = g_ptr_array_new_with_free_func (g_object_unref);
  edits->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  edits->changed = changed;
  edits->data = data;
  edits->timer = g_source_new (&timer_funcs, sizeof (GSource));
  g_source_set_callback (edits->timer, quiet_again, edits, NULL);
  g_source_attach (edits->timer, NULL);
  for (guint i = 0; paths[i]; i++)
    g_ptr_array_add (edits->files, g_file_new_for_path (paths[i]));
  listen (edits);
  return edits;
}

void
one_edits_free (OneEdits *edits)
{
  stop_listening (edits);
  g_source_destroy (edits->timer);
  g_source_unref (edits->timer);
  g_ptr_array_unref (edits->monitors);
  g_ptr_array_unref (edits->files);
  g_free (edits);
}
