/* SPDX-License-Identifier: MIT */
#include "bus/presence.h"

#include "bus/service.h"
#include "wire/error.h"
#include "wire/names.h"

#define TAKEN "another oned runs on this session bus already"

struct OnePresence {
  GDBusConnection *connection; /* (owned) */
  OneService *service;         /* (owned) NULL before it is exported */
  guint name;                  /* id of the owned name; 0 before */
  void (*lost) (const char *why, gpointer data);
  gpointer data;
};

static void
closed (GDBusConnection *connection, gboolean remote, GError *error, gpointer data)
{
  OnePresence *presence = data;

  presence->lost ("the session bus is gone", presence->data);
}

static void
name_lost (GDBusConnection *connection, const char *name, gpointer data)
{
  OnePresence *presence = data;

  if (connection && !g_dbus_connection_is_closed (connection))
    presence->lost (TAKEN, presence->data);
}

/* Asked before anything is shown to the user; the name itself is only asked for later. */
static gboolean
check_name (GDBusConnection *connection, GError **error)
{
  gboolean taken = FALSE;
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
      "NameHasOwner", g_variant_new ("(s)", ONE_BUS_NAME), G_VARIANT_TYPE ("(b)"),
      G_DBUS_CALL_FLAGS_NONE, -1, NULL, error);

  if (!answer)
    return FALSE;
  g_variant_get (answer, "(b)", &taken);
  if (taken)
    g_set_error (error, ONE_ERROR, ONE_ERROR_REFUSED, TAKEN);
  return !taken;
}

OnePresence *
one_presence_open (void (*lost) (const char *why, gpointer data), gpointer data, GError **error)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  OnePresence *presence;

  if (!connection || !check_name (connection, error))
    return NULL;
  presence = g_new0 (OnePresence, 1);
  presence->connection = g_object_ref (connection);
  presence->lost = lost;
  presence->data = data;
  g_dbus_connection_set_exit_on_close (connection, FALSE);
  g_signal_connect (connection, "closed", G_CALLBACK (closed), presence);
  return presence;
}

gboolean
one_presence_export (OnePresence *presence, OneEngine *engine, GError **error)
{
  presence->service = one_service_new (engine);
  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (presence->service),
                                           presence->connection, ONE_BUS_PATH, error);
}

void
one_presence_own_name (OnePresence *presence)
{
  if (presence->name == 0)
    presence->name = g_bus_own_name_on_connection (presence->connection, ONE_BUS_NAME,
                                                   G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE, NULL,
                                                   name_lost, presence, NULL);
}

void
one_presence_refresh (OnePresence *presence)
{
  one_service_refresh (presence->service);
}

GDBusConnection *
one_presence_get_connection (OnePresence *presence)
{
  return presence->connection;
}

void
one_presence_close (OnePresence *presence)
{
  g_clear_handle_id (&presence->name, g_bus_unown_name);
  if (presence->service)
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (presence->service));
  g_clear_object (&presence->service);
  g_signal_handlers_disconnect_by_data (presence->connection, presence);
  g_dbus_connection_flush_sync (presence->connection, NULL, NULL);
  g_object_unref (presence->connection);
  g_free (presence);
}
