/* SPDX-License-Identifier: MIT */
#include "bus/rest.h"

#include <malloc.h>

#define PAUSE G_TIME_SPAN_SECOND /* microseconds */

struct OneRest {
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
  OneRest *rest = data;

  g_source_set_ready_time (rest->timer, -1);
  g_dbus_connection_flush (rest->connection, NULL, flushed, NULL);
  return G_SOURCE_CONTINUE;
}

static gboolean
timer_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  return callback (data);
}

static GSourceFuncs timer_funcs = { .dispatch = timer_dispatch };

OneRest *
one_rest_new (void)
{
  OneRest *rest = g_new0 (OneRest, 1);

  rest->timer = g_source_new (&timer_funcs, sizeof (GSource));
  g_source_set_callback (rest->timer, paused, rest, NULL);
  g_source_attach (rest->timer, NULL);
  return rest;
}

void
one_rest_soon (OneRest *rest, GDBusConnection *connection)
{
  g_set_object (&rest->connection, connection);
  if (g_source_get_ready_time (rest->timer) < 0)
    g_source_set_ready_time (rest->timer, g_get_monotonic_time () + PAUSE);
}

void
one_rest_free (OneRest *rest)
{
  g_source_destroy (rest->timer);
  g_source_unref (rest->timer);
  g_clear_object (&rest->connection);
  g_free (rest);
}
