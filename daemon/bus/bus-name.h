/* SPDX-License-Identifier: MIT */
/* The name org.oned.Oned1 on the session bus, the connection that owns it, and the object there. */
#pragma once

#include <gio/gio.h>
#include "engine/engine.h"

typedef struct OneBusName OneBusName;

/* Connects to the session bus. `lost` is called once, when the bus is gone or the name is another
 * oned's, with a clause that says so. */
OneBusName *one_bus_name_open (void (*lost) (const char *why, gpointer data), gpointer data,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Puts the engine on the bus: calls to the connection are answered from now on. */
gboolean one_bus_name_export (OneBusName *bus_name, OneEngine *engine,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Requests the name; later calls do nothing. Another oned that owns it keeps it: see `lost`. */
void one_bus_name_own (OneBusName *bus_name);

/* Emits PropertiesChanged for each property that differs; call it after each cycle. */
void one_bus_name_refresh (OneBusName *bus_name);

GDBusConnection *one_bus_name_get_connection (OneBusName *bus_name); /* (transfer none) */

/* Gives up the name and the object; the engine must still be there. */
void one_bus_name_close (OneBusName *bus_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneBusName, one_bus_name_close)
