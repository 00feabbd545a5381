/* SPDX-License-Identifier: MIT */
#include "ctl/follow.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>
#include "ctl/bus/unpack.h"
#include "ctl/time/bell.h"
#include "ctl/time/tick.h"
#include "wire/names.h"

/* A restart of oned takes less. After that, the line says that no meeting is planned. */
#define ABSENCE_SECONDS 10
/* Some bars show only the first of two lines that come together. */
#define GATHER_MS 50

typedef struct {
  OneContext *context;
  OneFollowPrint print;
  GMainLoop *loop;
  GVariant *next; /* (owned) as oned said it last; NULL while oned is away */
  gint64 ahead;   /* seconds by which oned's clock is ahead of the system's */
  OneBell *bell;
  char *last; /* (owned) the last line that was printed, so that none is printed twice in a row */
  guint absence; /* timeout source while oned is away; 0 for none */
  guint gather;  /* timeout source after a change; 0 for none */
  GError *error; /* (owned) the reason for the end */
} Follow;

static gint64
follow_get_time (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
follow_end (Follow *follow, GError *error)
{
  if (follow->error)
    g_clear_error (&error);
  else
    follow->error = error;
  g_main_loop_quit (follow->loop);
}

static void
follow_print (Follow *follow, GVariant *next)
{
  OnePrinter *printer = follow->context->printer;
  GError *error = NULL;

  follow->print (follow->context, next);
  if (g_strcmp0 (printer->out->str, follow->last) == 0) {
    g_string_truncate (printer->out, 0);
    return;
  }
  g_free (follow->last);
  follow->last = g_strdup (printer->out->str);
  if (!one_print_flush (printer, &error))
    follow_end (follow, error);
}

/* Sets the bell to when the line is no longer true. Without a meeting it stays true. */
static void
follow_set_bell (Follow *follow)
{
  g_autoptr (GVariant) overlaps = one_unpack_records (follow->next, "overlaps");
  gsize count = g_variant_n_children (overlaps) + 1;
  g_autofree gint64 *starts = g_new (gint64, count);
  gint64 at;

  starts[0] = one_unpack_instant (follow->next, "start");
  for (gsize i = 1; i < count; i++) {
    g_autoptr (GVariant) other = g_variant_get_child_value (overlaps, i - 1);

    starts[i] = one_unpack_instant (other, "start");
  }
  at = one_tick_find (follow->context->now, starts, count, follow->context->zone);
  if (follow->bell)
    one_bell_set (follow->bell, one_unpack_is_empty (follow->next) ? 0 : at - follow->ahead);
}

/* Takes over (full) what oned said, and prints it. */
static void
follow_take (Follow *follow, GVariant *next)
{
  g_clear_pointer (&follow->next, g_variant_unref);
  follow->next = next;
  follow->ahead = follow->context->now - follow_get_time ();
  follow_print (follow, next);
  follow_set_bell (follow);
}

/* If oned has just gone, the call fails, and follow_on_vanished does the rest. */
static void
follow_update (Follow *follow)
{
  GVariant *next = one_context_get_next (follow->context, NULL);

  if (next)
    follow_take (follow, next);
}

/* A set clock may have changed all of it. */
static void
follow_on_rung (gboolean clock_set, gpointer data)
{
  Follow *follow = data;

  if (clock_set || !follow->next) {
    follow_update (follow);
    return;
  }
  follow->context->now = follow_get_time () + follow->ahead;
  follow_print (follow, follow->next);
  follow_set_bell (follow);
}

static gboolean
follow_on_gathered (gpointer data)
{
  Follow *follow = data;

  follow->gather = 0;
  follow_update (follow);
  return G_SOURCE_REMOVE;
}

static void
follow_on_changed (GDBusConnection *bus, const char *sender, const char *path,
                   const char *interface, const char *signal, GVariant *parameters, gpointer data)
{
  Follow *follow = data;

  if (!follow->gather)
    follow->gather = g_timeout_add (GATHER_MS, follow_on_gathered, follow);
}

static void
follow_on_appeared (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  Follow *follow = data;

  if (follow->absence)
    g_source_remove (follow->absence);
  follow->absence = 0;
  follow_update (follow);
}

static gboolean
follow_on_absent (gpointer data)
{
  Follow *follow = data;

  follow->absence = 0;
  follow_take (follow, g_variant_ref_sink (g_variant_new ("a{sv}", NULL)));
  return G_SOURCE_REMOVE;
}

static void
follow_on_vanished (GDBusConnection *bus, const char *name, gpointer data)
{
  Follow *follow = data;

  if (!follow->absence)
    follow->absence = g_timeout_add_seconds (ABSENCE_SECONDS, follow_on_absent, follow);
}

static void
follow_on_closed (GDBusConnection *bus, gboolean vanished, GError *error, gpointer data)
{
  follow_end (data, g_error_new_literal (G_DBUS_ERROR, G_DBUS_ERROR_DISCONNECTED,
                                         _ ("the session bus is gone")));
}

/* The reader of the pipe has gone: end now, not at the next change. */
static gboolean
follow_on_hangup (int fd, GIOCondition condition, gpointer data)
{
  follow_end (data, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "hang-up"));
  return G_SOURCE_CONTINUE;
}

/* Watches the bus, oned and the pipe until follow_end. The first line goes out when all is being
 * watched, for whoever has read it may do away with any of them. */
static void
follow_watch (Follow *follow, GDBusConnection *bus, GVariant *first)
{
  guint changed = g_dbus_connection_signal_subscribe (
      bus, ONE_BUS_NAME, "org.freedesktop.DBus.Properties", "PropertiesChanged", ONE_BUS_PATH,
      ONE_BUS_NAME, G_DBUS_SIGNAL_FLAGS_NONE, follow_on_changed, follow, NULL);
  guint watch =
      g_bus_watch_name_on_connection (bus, ONE_BUS_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                      follow_on_appeared, follow_on_vanished, follow, NULL);
  guint hangup = g_unix_fd_add (STDOUT_FILENO, G_IO_ERR | G_IO_HUP, follow_on_hangup, follow);

  g_signal_connect (bus, "closed", G_CALLBACK (follow_on_closed), follow);
  follow_take (follow, first);
  if (!follow->error)
    g_main_loop_run (follow->loop);
  g_signal_handlers_disconnect_by_data (bus, follow);
  g_source_remove (hangup);
  g_bus_unwatch_name (watch);
  g_dbus_connection_signal_unsubscribe (bus, changed);
}

gboolean
one_follow_run (OneContext *context, OneFollowPrint print, GError **error)
{
  GVariant *first = one_context_get_next (context, error);
  g_autoptr (GMainLoop) loop = NULL;
  g_autoptr (OneBell) bell = NULL;
  Follow follow = { .context = context, .print = print };

  if (!first)
    return FALSE;
  /* If oned is stopped from now on, that is on purpose: do not start it again. */
  context->client->no_start = TRUE;
  follow.loop = loop = g_main_loop_new (NULL, FALSE);
  follow.bell = bell = one_bell_new (follow_on_rung, &follow);
  follow_watch (&follow, context->client->bus, first);
  if (follow.absence)
    g_source_remove (follow.absence);
  if (follow.gather)
    g_source_remove (follow.gather);
  g_clear_pointer (&follow.next, g_variant_unref);
  g_free (follow.last);
  g_propagate_error (error, follow.error);
  return FALSE;
}
