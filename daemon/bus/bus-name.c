/* SPDX-License-Identifier: MIT */
#include "bus/bus-name.h"

#include "bus/service.h"
#include "wire/error.h"
#include "wire/names.h"

#define TAKEN "another oned runs on this session bus already"

struct OneBusName {
  GDBusConnection *connection; /* (owned) */
  OneService *service;         /* (owned) NULL before it is exported */
  guint name;                  /* id of the owned name; 0 before */
  void (*lost) (const char *why, gpointer data);
  gpointer data;
};

static void
closed (GDBusConnection *connection, gboolean remote, GError *error, gpointer data)
{
  OneBusName *bus_name = data;

  bus_name->lost ("the session bus is gone", bus_name->data);
}

static void
name_acquired (GDBusConnection *connection, const char *name, gpointer data)
{
  g_debug ("%s is ours", name);
}

static void
name_lost (GDBusConnection *connection, const char *name, gpointer data)
{
  OneBusName *bus_name = data;

  if (connection && !g_dbus_connection_is_closed (connection))
    bus_name->lost (TAKEN, bus_name->data);
}

/* A second oned ends here, before it shows anything; the name is requested later. */
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

OneBusName *
one_bus_name_open (void (*lost) (const char *why, gpointer data), gpointer data, GError **error)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  OneBusName *bus_name;

  if (!connection || !check_name (connection, error))
    return NULL;
  bus_name = g_new0 (OneBusName, 1);
  bus_name->connection = g_object_ref (connection);
  bus_name->lost = lost;
  bus_name->data = data;
  g_dbus_connection_set_exit_on_close (connection, FALSE);
  g_signal_connect (connection, "closed", G_CALLBACK (closed), bus_name);
  return bus_name;
}

gboolean
one_bus_name_export (OneBusName *bus_name, OneEngine *engine, GError **error)
{
  bus_name->service = one_service_new (engine, bus_name->connection);
  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (bus_name->service),
                                           bus_name->connection, ONE_BUS_PATH, error);
}

void
one_bus_name_own (OneBusName *bus_name)
{
  if (bus_name->name == 0)
    bus_name->name = g_bus_own_name_on_connection (bus_name->connection, ONE_BUS_NAME,
                                                   G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE,
                                                   name_acquired, name_lost, bus_name, NULL);
}

void
one_bus_name_refresh (OneBusName *bus_name)
{
  one_service_refresh (bus_name->service);
}

GDBusConnection *
one_bus_name_get_connection (OneBusName *bus_name)
{
  return bus_name->connection;
}

void
one_bus_name_close (OneBusName *bus_name)
{
  g_clear_handle_id (&bus_name->name, g_bus_unown_name);
  if (bus_name->service) {
    g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (bus_name->service));
    one_service_end (bus_name->service);
  }
  g_signal_handlers_disconnect_by_data (bus_name->connection, bus_name);
  g_dbus_connection_flush_sync (bus_name->connection, NULL, NULL);
  g_clear_object (&bus_name->service);
  g_object_unref (bus_name->connection);
  g_free (bus_name);
}
