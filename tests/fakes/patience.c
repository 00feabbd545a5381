/* SPDX-License-Identifier: MIT */
#include "tests/fakes/patience.h"

#include <dlfcn.h>
#include <gio/gio.h>

#define LONG 2 /* ends after which libnotify gives a call up: oned has gone ahead at the first */

/* A call that libnotify waits for. */
typedef struct {
  GCancellable *cancellable; /* (owned) */
  guint ends;
} Wait;

static GMutex lock;
static GPtrArray *waits; /* (owned) of GSource, also of some that were destroyed since */
static GPtrArray *calls; /* (owned) of Wait (borrowed) */

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

/* (transfer full) */
static GSource *
wait_new (void)
{
  GSource *source = g_source_new (&wait_funcs, sizeof (GSource));

  g_mutex_lock (&lock);
  if (!waits)
    waits = g_ptr_array_new_with_free_func ((GDestroyNotify) g_source_unref);
  waits_forget_ended ();
  g_ptr_array_add (waits, g_source_ref (source));
  g_mutex_unlock (&lock);
  return source;
}

static guint
wait_add (GSourceFunc func, gpointer data)
{
  g_autoptr (GSource) source = wait_new ();

  g_source_set_callback (source, func, data, NULL);
  return g_source_attach (source, NULL);
}

/* The call itself takes itself off the list. */
static void
calls_end (void)
{
  for (guint i = 0; calls && i < calls->len; i++) {
    Wait *wait = g_ptr_array_index (calls, i);

    if (++wait->ends == LONG)
      g_cancellable_cancel (wait->cancellable);
  }
}

void
fake_patience_end (void)
{
  g_mutex_lock (&lock);
  if (waits)
    waits_forget_ended ();
  for (guint i = 0; waits && i < waits->len; i++)
    g_source_set_ready_time (g_ptr_array_index (waits, i), 0);
  calls_end ();
  g_mutex_unlock (&lock);
}

GSource *
g_timeout_source_new_seconds (guint interval)
{
  return wait_new ();
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

static void
calls_set (Wait *wait, gboolean under_way)
{
  g_mutex_lock (&lock);
  if (!calls)
    calls = g_ptr_array_new ();
  if (under_way)
    g_ptr_array_add (calls, wait);
  else
    g_ptr_array_remove_fast (calls, wait);
  g_mutex_unlock (&lock);
}

/* libnotify's. */
GVariant *
g_dbus_proxy_call_sync (GDBusProxy *proxy, const gchar *method, GVariant *parameters,
                        GDBusCallFlags flags, gint timeout, GCancellable *cancellable,
                        GError **error)
{
  __typeof__ (g_dbus_proxy_call_sync) *call = dlsym (RTLD_NEXT, "g_dbus_proxy_call_sync");
  g_autoptr (GCancellable) own = g_cancellable_new ();
  g_autoptr (GError) why = NULL;
  Wait wait = { own, 0 };
  GVariant *answer;

  calls_set (&wait, TRUE);
  answer = call (proxy, method, parameters, flags, G_MAXINT, own, &why);
  calls_set (&wait, FALSE);
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "Timeout was reached");
  else if (why)
    g_propagate_error (error, g_steal_pointer (&why));
  return answer;
}
