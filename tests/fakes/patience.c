/* SPDX-License-Identifier: MIT */
#include "tests/fakes/patience.h"

#include <dlfcn.h>
#include <gio/gio.h>

static GPtrArray *waits; /* (owned) of GSource, also of some that were destroyed since */

static gboolean
wait_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  return callback (data);
}

static GSourceFuncs wait_funcs = { .dispatch = wait_dispatch };

static void
waits_forget_ended (void)
{
  for (guint i = waits->len; i-- > 0;)
    if (g_source_is_destroyed (g_ptr_array_index (waits, i)))
      g_ptr_array_remove_index (waits, i);
}

static guint
wait_add (GSourceFunc func, gpointer data)
{
  GSource *source = g_source_new (&wait_funcs, sizeof (GSource));

  if (!waits)
    waits = g_ptr_array_new_with_free_func ((GDestroyNotify) g_source_unref);
  waits_forget_ended ();
  g_source_set_callback (source, func, data, NULL);
  g_ptr_array_add (waits, source);
  return g_source_attach (source, NULL);
}

void
fake_patience_end (void)
{
  if (!waits)
    return;
  waits_forget_ended ();
  for (guint i = 0; i < waits->len; i++)
    g_source_set_ready_time (g_ptr_array_index (waits, i), 0);
}

guint
g_timeout_add (guint interval, GSourceFunc func, gpointer data)
{
  return wait_add (func, data);
}

guint
g_timeout_add_seconds (guint interval, GSourceFunc func, gpointer data)
{
  return wait_add (func, data);
}

/* oned's own question. */
GVariant *
g_dbus_connection_call_sync (GDBusConnection *bus, const gchar *name, const gchar *path,
                             const gchar *interface, const gchar *method, GVariant *parameters,
                             const GVariantType *reply, GDBusCallFlags flags, gint timeout,
                             GCancellable *cancellable, GError **error)
{
  __typeof__ (g_dbus_connection_call_sync) *call = dlsym (RTLD_NEXT, "g_dbus_connection_call_sync");

  return call (bus, name, path, interface, method, parameters, reply, flags, G_MAXINT, cancellable,
               error);
}

/* libnotify's. */
GVariant *
g_dbus_proxy_call_sync (GDBusProxy *proxy, const gchar *method, GVariant *parameters,
                        GDBusCallFlags flags, gint timeout, GCancellable *cancellable,
                        GError **error)
{
  __typeof__ (g_dbus_proxy_call_sync) *call = dlsym (RTLD_NEXT, "g_dbus_proxy_call_sync");

  return call (proxy, method, parameters, flags, G_MAXINT, cancellable, error);
}
