/* SPDX-License-Identifier: MIT */
#include "bus/trim.h"

#include <malloc.h>

#define PAUSE G_TIME_SPAN_SECOND /* microseconds */

struct OneTrim {
  GDBusConnection *connection; /* (owned) NULL before the first call */
  GSource *timer;              /* (owned) ready a while after a call has ended */
};

static void
flushed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_dbus_connection_flush_finish (G_DBUS_CONNECTION (source), result, NULL);
  malloc_trim (0);
}

static gboolean
paused (gpointer data)
{
  OneTrim *trim = data;

  g_source_set_ready_time (trim->timer, -1);
  g_dbus_connection_flush (trim->connection, NULL, flushed, NULL);
  return G_SOURCE_CONTINUE;
}

static gboolean
timer_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  return callback (data);
}

static GSourceFuncs timer_funcs = { .dispatch = timer_dispatch };

OneTrim *
one_trim_new (void)
{
  OneTrim *trim = g_new0 (OneTrim, 1);

  trim->timer = g_source_new (&timer_funcs, sizeof (GSource));
  g_source_set_callback (trim->timer, paused, trim, NULL);
  g_source_attach (trim->timer, NULL);
  return trim;
}

void
one_trim_soon (OneTrim *trim, GDBusConnection *connection)
{
  g_set_object (&trim->connection, connection);
  if (g_source_get_ready_time (trim->timer) < 0)
    g_source_set_ready_time (trim->timer, g_get_monotonic_time () + PAUSE);
}

void
one_trim_free (OneTrim *trim)
{
  g_source_destroy (trim->timer);
  g_source_unref (trim->timer);
  g_clear_object (&trim->connection);
  g_free (trim);
}
