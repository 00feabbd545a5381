/* SPDX-License-Identifier: MIT */
#include "ctl/cmd/cmd.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>
#include "ctl/bus/sanitize.h"
#include "ctl/bus/unpack.h"
#include "ctl/view/next-line.h"
#include "ctl/view/show-record.h"
#include "wire/names.h"

/* A restart of oned takes less. After that, the line says that no meeting is planned. */
#define ABSENCE_SECONDS 10

typedef struct {
  OneContext *context;
  GMainLoop *loop;
  char *last; /* (owned) the last line that was printed, so that none is printed twice in a row */
  guint absence; /* timeout source while oned is away; 0 for none */
  GError *error; /* (owned) the reason for the end */
} Follow;

static GVariant *
next_new_nothing (void)
{
  return g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
}

static char *
next_format_tooltip (OneContext *context, GVariant *next)
{
  gint64 start = one_unpack_instant (next, "start");
  g_autofree char *date = one_show_date (context, start);
  g_autofree char *span = one_show_span (context, start, one_unpack_instant (next, "end"));
  g_autofree char *person = one_sanitize_markup (one_unpack_string (next, "person"));
  g_autofree char *place = one_sanitize_markup (one_unpack_string (next, "location"));
  g_auto (GStrv) items = one_unpack_strings (next, "items");
  g_autoptr (GString) tooltip = g_string_new (NULL);

  g_string_append_printf (tooltip, "%s\n%s %s", person, date, span);
  if (*place)
    g_string_append_printf (tooltip, "\n%s", place);
  for (guint i = 0; items[i]; i++) {
    g_autofree char *item = one_sanitize_markup (items[i]);

    g_string_append_printf (tooltip, "\n• %s", item);
  }
  return g_string_free (g_steal_pointer (&tooltip), FALSE);
}

/* Status bars render Pango markup in both texts, and hide a record whose text is empty. */
static void
next_print_bar (OneContext *context, GVariant *next)
{
  gint64 start = one_unpack_instant (next, "start");
  g_autofree char *person = one_sanitize_markup (one_unpack_string (next, "person"));
  g_autofree char *day = one_show_day (context, start);
  g_autofree char *date = one_show_date (context, start);
  g_autofree char *time = one_show_time (context, start);
  gboolean today = g_str_equal (day, _ ("today"));
  g_autofree char *text = today ? g_strdup_printf ("%s %s", time, person)
                                : g_strdup_printf ("%s %s %s", date, time, person);
  g_autofree char *tooltip = next_format_tooltip (context, next);
  const char *state = start <= context->now ? "now" : one_unpack_string (next, "state");
  const char *planned[] = { "text", text, "tooltip", tooltip, "class", state, NULL };
  const char *nothing[] = { "text",  "",     "tooltip", _ ("no one-on-one is planned"),
                            "class", "none", NULL };

  one_json_print_texts (one_unpack_is_empty (next) ? nothing : planned, context->printer->out);
}

static void
next_print_json (OneContext *context, GVariant *next)
{
  g_autoptr (OneJson) json = one_json_new (context->zone);
  g_auto (GStrv) items = one_unpack_strings (next, "items");

  one_json_add_record (json, "next", next, one_fields_meeting);
  one_json_add_texts (json, "items", (const char *const *) items);
  one_json_print (json, one_args_has (context->args, "follow"), context->printer->out);
}

static void
next_print (OneContext *context, GVariant *next)
{
  g_autofree char *text = NULL;

  if (one_args_has (context->args, "waybar")) {
    next_print_bar (context, next);
    return;
  }
  if (one_context_is_json (context)) {
    next_print_json (context, next);
    return;
  }
  text = one_next_line_format (context, next);
  one_print_add (context->printer, ONE_STYLE_PLAIN, text);
  one_print_end (context->printer);
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

  next_print (follow->context, next);
  if (g_strcmp0 (printer->out->str, follow->last) == 0) {
    g_string_truncate (printer->out, 0);
    return;
  }
  g_free (follow->last);
  follow->last = g_strdup (printer->out->str);
  if (!one_print_flush (printer, &error))
    follow_end (follow, error);
}

/* If oned has just gone, the call fails, and follow_on_vanished does the rest. */
static void
follow_update (Follow *follow)
{
  g_autoptr (GVariant) next = one_context_get_next (follow->context, NULL);

  if (next)
    follow_print (follow, next);
}

static void
follow_on_changed (GDBusConnection *bus, const char *sender, const char *path,
                   const char *interface, const char *signal, GVariant *parameters, gpointer data)
{
  follow_update (data);
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
  g_autoptr (GVariant) nothing = next_new_nothing ();

  follow->absence = 0;
  follow_print (follow, nothing);
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

static gboolean
next_follow (OneContext *context, GError **error)
{
  g_autoptr (GVariant) first = one_context_get_next (context, error);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Follow follow = { .context = context, .loop = loop };
  GDBusConnection *bus = context->client->bus;
  guint changed, watch, hangup;

  if (!first)
    return FALSE;
  /* If oned is stopped from now on, that is on purpose: do not start it again. */
  context->client->no_start = TRUE;
  changed = g_dbus_connection_signal_subscribe (
      bus, ONE_BUS_NAME, "org.freedesktop.DBus.Properties", "PropertiesChanged", ONE_BUS_PATH,
      ONE_BUS_NAME, G_DBUS_SIGNAL_FLAGS_NONE, follow_on_changed, &follow, NULL);
  watch = g_bus_watch_name_on_connection (bus, ONE_BUS_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                          follow_on_appeared, follow_on_vanished, &follow, NULL);
  hangup = g_unix_fd_add (STDOUT_FILENO, G_IO_ERR | G_IO_HUP, follow_on_hangup, &follow);
  g_signal_connect (bus, "closed", G_CALLBACK (follow_on_closed), &follow);
  follow_print (&follow, first);
  if (!follow.error)
    g_main_loop_run (loop);
  g_signal_handlers_disconnect_by_data (bus, &follow);
  g_source_remove (hangup);
  g_bus_unwatch_name (watch);
  g_dbus_connection_signal_unsubscribe (bus, changed);
  if (follow.absence)
    g_source_remove (follow.absence);
  g_free (follow.last);
  g_propagate_error (error, follow.error);
  return FALSE;
}

gboolean
one_next_run (OneContext *context, GError **error)
{
  g_autoptr (GVariant) next = NULL;

  if (one_args_has (context->args, "follow"))
    return next_follow (context, error);
  next = one_context_get_next (context, error);
  if (!next)
    return FALSE;
  next_print (context, next);
  return TRUE;
}
