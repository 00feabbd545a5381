/* SPDX-License-Identifier: MIT */
#include "wire/error.h"

static const GDBusErrorEntry entries[] = {
  { ONE_ERROR_FAILED, "org.oned.Oned1.Error.Failed" },
  { ONE_ERROR_INVALID, "org.oned.Oned1.Error.Invalid" },
  { ONE_ERROR_NOT_FOUND, "org.oned.Oned1.Error.NotFound" },
  { ONE_ERROR_AMBIGUOUS, "org.oned.Oned1.Error.Ambiguous" },
  { ONE_ERROR_REFUSED, "org.oned.Oned1.Error.Refused" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (entries) == ONE_N_ERRORS);

static const int statuses[] = {
  [ONE_ERROR_FAILED] = 1,    [ONE_ERROR_INVALID] = 2, [ONE_ERROR_NOT_FOUND] = 3,
  [ONE_ERROR_AMBIGUOUS] = 3, [ONE_ERROR_REFUSED] = 5,
};

static const GDBusError unreachable[] = {
  G_DBUS_ERROR_SERVICE_UNKNOWN,    G_DBUS_ERROR_NAME_HAS_NO_OWNER,    G_DBUS_ERROR_NO_REPLY,
  G_DBUS_ERROR_NO_SERVER,          G_DBUS_ERROR_DISCONNECTED,         G_DBUS_ERROR_TIMEOUT,
  G_DBUS_ERROR_TIMED_OUT,          G_DBUS_ERROR_SPAWN_EXEC_FAILED,    G_DBUS_ERROR_SPAWN_FAILED,
  G_DBUS_ERROR_SPAWN_CHILD_EXITED, G_DBUS_ERROR_SPAWN_CHILD_SIGNALED,
};

GQuark
one_error_quark (void)
{
  static gsize quark = 0;

  g_dbus_error_register_error_domain ("one-error", &quark, entries, G_N_ELEMENTS (entries));
  return (GQuark) quark;
}

int
one_error_exit_status (const GError *error)
{
  if (error->domain == ONE_ERROR)
    return (guint) error->code < G_N_ELEMENTS (statuses) ? statuses[error->code] : 1;
  if (error->domain == G_DBUS_ERROR)
    for (guint i = 0; i < G_N_ELEMENTS (unreachable); i++)
      if (error->code == (int) unreachable[i])
        return 4;
  if (error->domain == G_IO_ERROR
      && (error->code == G_IO_ERROR_NOT_FOUND || error->code == G_IO_ERROR_CONNECTION_REFUSED
          || error->code == G_IO_ERROR_CLOSED || error->code == G_IO_ERROR_TIMED_OUT))
    return 4;
  return 1;
}
