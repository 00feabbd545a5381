/* SPDX-License-Identifier: MIT */
#include "edge/edits.h"

#include <gio/gio.h>

/* An editor saves in several steps: look when it is quiet again. */
#define QUIET_MS 200

struct OneEdits {
  GPtrArray *monitors; /* (owned) of GFileMonitor */
  guint quiet;         /* source id; 0 when nothing happened */
  void (*changed) (gpointer data);
  gpointer data;
};

static gboolean
quiet_again (gpointer data)
{
  OneEdits *edits = data;

  edits->quiet = 0;
  edits->changed (edits->data);
  return G_SOURCE_REMOVE;
}

static void
edited (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  OneEdits *edits = data;

  g_clear_handle_id (&edits->quiet, g_source_remove);
  edits->quiet = g_timeout_add (QUIET_MS, quiet_again, edits);
}

OneEdits *
one_edits_new (const char *const *paths, void (*changed) (gpointer data), gpointer data)
{
  OneEdits *edits = g_new0 (OneEdits, 1);

  edits->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  edits->changed = changed;
  edits->data = data;
  for (guint i = 0; paths[i]; i++) {
    g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
    GFileMonitor *monitor = g_file_monitor (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

    if (!monitor)
      continue;
    g_signal_connect (monitor, "changed", G_CALLBACK (edited), edits);
    g_ptr_array_add (edits->monitors, monitor);
  }
  return edits;
}

void
one_edits_free (OneEdits *edits)
{
  g_clear_handle_id (&edits->quiet, g_source_remove);
  for (guint i = 0; i < edits->monitors->len; i++) {
    g_signal_handlers_disconnect_by_data (edits->monitors->pdata[i], edits);
    g_file_monitor_cancel (edits->monitors->pdata[i]);
  }
  g_ptr_array_unref (edits->monitors);
  g_free (edits);
}
