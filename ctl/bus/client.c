/* SPDX-License-Identifier: MIT */
#include "ctl/bus/client.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>
#include "ctl/bus/sanitize.h"
#include "wire/error.h"
#include "wire/names.h"

/* Longer than oned waits for its reader. */
#define PATIENCE_MS 60000

OneClient *
one_client_new (void)
{
  return g_new0 (OneClient, 1);
}

void
one_client_free (OneClient *client)
{
  g_clear_object (&client->bus);
  g_free (client);
}

GDBusConnection *
one_client_get_bus (OneClient *client, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (client->bus)
    return client->bus;
  client->bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &problem);
  if (!client->bus) {
    /* Any failure means the same to the user: without a bus there is no oned. */
    g_set_error (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_SERVER,
                 _ ("cannot reach oned, because there is no session bus (%s): log in to a desktop "
                    "session or set DBUS_SESSION_BUS_ADDRESS"),
                 problem->message);
    return NULL;
  }
  g_dbus_connection_set_exit_on_close (client->bus, FALSE);
  return client->bus;
}

/* The message without its full stop: the bus writes sentences, and we put them into one. */
static char *
client_dup_cause (const GError *error)
{
  g_autofree char *cause = one_sanitize_text (error->message);
  gsize length;

  g_strstrip (cause);
  length = strlen (cause);
  if (length > 0 && cause[length - 1] == '.')
    cause[length - 1] = '\0';
  return g_steal_pointer (&cause);
}

static void
client_propagate (GError **error, GError *problem)
{
  g_autofree char *cause = NULL;

  g_dbus_error_strip_remote_error (problem);
  cause = client_dup_cause (problem);
  if (one_error_exit_status (problem) == 4)
    g_set_error (error, problem->domain, problem->code,
                 _ ("cannot reach oned (%s): start it with 'systemctl --user start oned', or see "
                    "'journalctl --user -u oned' for why it does not run"),
                 cause);
  else if (g_error_matches (problem, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD))
    g_set_error (error, problem->domain, problem->code,
                 _ ("the oned that runs is of another version (%s): restart it with 'systemctl "
                    "--user restart oned'"),
                 cause);
  else
    g_set_error_literal (error, problem->domain, problem->code, cause);
  g_error_free (problem);
}

static GVariant *
client_call (OneClient *client, const char *interface, const char *method, GVariant *arguments,
             GError **error)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (arguments);
  GDBusConnection *bus = one_client_get_bus (client, error);
  g_autoptr (GVariant) reply = NULL;
  GError *problem = NULL;

  if (!bus)
    return NULL;
  one_error_quark (); /* registers oned's errors with GDBus */
  reply = g_dbus_connection_call_sync (
      bus, ONE_BUS_NAME, ONE_BUS_PATH, interface, method, sunk, NULL,
      client->no_start ? G_DBUS_CALL_FLAGS_NO_AUTO_START : G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS,
      NULL, &problem);
  if (!reply) {
    client_propagate (error, problem);
    return NULL;
  }
  return one_sanitize_value (reply);
}

GVariant *
one_client_call (OneClient *client, const char *method, GVariant *arguments, const char *reply,
                 GError **error)
{
  g_autoptr (GVariant) answer = client_call (client, ONE_BUS_NAME, method, arguments, error);

  if (answer && !g_variant_is_of_type (answer, G_VARIANT_TYPE (reply))) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_FAILED,
                 _ ("oned answered %s with '%s' instead of '%s': restart it with 'systemctl --user "
                    "restart oned'"),
                 method, g_variant_get_type_string (answer), reply);
    return NULL;
  }
  return g_steal_pointer (&answer);
}

GVariant *
one_client_list (OneClient *client, const char *method, GVariant *arguments, GError **error)
{
  g_autoptr (GVariant) answer = one_client_call (client, method, arguments, "(aa{sv})", error);

  return answer ? g_variant_get_child_value (answer, 0) : NULL;
}

GVariant *
one_client_get (OneClient *client, const char *method, GVariant *arguments, GError **error)
{
  g_autoptr (GVariant) answer = one_client_call (client, method, arguments, "(a{sv})", error);

  return answer ? g_variant_get_child_value (answer, 0) : NULL;
}

gboolean
one_client_give_file (OneClient *client, const char *method, int fd, char **said, GError **error)
{
  GDBusConnection *bus = one_client_get_bus (client, error);
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new ();
  g_autoptr (GVariant) reply = NULL;
  GError *problem = NULL;

  if (!bus || g_unix_fd_list_append (files, fd, error) < 0)
    return FALSE;
  one_error_quark ();
  reply = g_dbus_connection_call_with_unix_fd_list_sync (
      bus, ONE_BUS_NAME, ONE_BUS_PATH, ONE_BUS_NAME, method, g_variant_new ("(h)", 0),
      G_VARIANT_TYPE (said ? "(s)" : "()"), G_DBUS_CALL_FLAGS_NONE, PATIENCE_MS, files, NULL, NULL,
      &problem);
  if (!reply) {
    client_propagate (error, problem);
    return FALSE;
  }
  if (said)
    g_variant_get (reply, "(s)", said);
  return TRUE;
}

GVariant *
one_client_ask (OneClient *client, const OneCall *call, GVariant *arguments, GError **error)
{
  g_autoptr (GVariant) sunk = g_variant_ref_sink (arguments);
  GDBusConnection *bus = one_client_get_bus (client, error);
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) problem = NULL;
  g_autofree char *cause = NULL;

  if (!bus)
    return NULL;
  answer = g_dbus_connection_call_sync (bus, call->name, call->path, call->interface, call->method,
                                        sunk, G_VARIANT_TYPE (call->reply), G_DBUS_CALL_FLAGS_NONE,
                                        (int) call->seconds * 1000, NULL, &problem);
  if (answer)
    return one_sanitize_value (answer);
  g_dbus_error_strip_remote_error (problem);
  cause = client_dup_cause (problem);
  g_set_error_literal (error, problem->domain, problem->code, cause);
  return NULL;
}

#define BUS "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus"

gboolean
one_client_has_owner (OneClient *client, const char *name)
{
  static const OneCall call = { BUS, "NameHasOwner", "(b)", 10 };
  g_autoptr (GVariant) answer = one_client_ask (client, &call, g_variant_new ("(s)", name), NULL);
  gboolean has = FALSE;

  if (answer)
    g_variant_get (answer, "(b)", &has);
  return has;
}

gboolean
one_client_can_start (OneClient *client, const char *name)
{
  static const OneCall call = { BUS, "ListActivatableNames", "(as)", 10 };
  g_autoptr (GVariant) answer = one_client_ask (client, &call, g_variant_new ("()"), NULL);
  g_autofree const char **names = NULL;

  if (answer)
    g_variant_get (answer, "(^a&s)", &names);
  return names && g_strv_contains (names, name);
}

GVariant *
one_client_get_properties (OneClient *client, GError **error)
{
  g_autoptr (GVariant) answer = client_call (client, "org.freedesktop.DBus.Properties", "GetAll",
                                             g_variant_new ("(s)", ONE_BUS_NAME), error);

  return answer ? g_variant_get_child_value (answer, 0) : NULL;
}
