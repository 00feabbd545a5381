/* SPDX-License-Identifier: MIT */
/* oned's place on the session bus: the connection, the object, the name. */
#pragma once

#include <gio/gio.h>
#include "engine/engine.h"

typedef struct OnePresence OnePresence;

/* Connects to the session bus. `lost` is called once, when the bus is gone or the name is another
 * oned's, with a clause that says so. */
OnePresence *one_presence_open (void (*lost) (const char *why, gpointer data), gpointer data,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Puts the engine on the bus; whoever asks for the name is answered from now on. */
gboolean one_presence_export (OnePresence *presence, OneEngine *engine,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Asks for the name, once; another oned that has it is not driven out. */
void one_presence_own_name (OnePresence *presence);

/* Tells the bus what has changed; after each cycle. */
void one_presence_refresh (OnePresence *presence);

GDBusConnection *one_presence_get_connection (OnePresence *presence); /* lent */

/* Takes the name and the object back; the engine must still be there. */
void one_presence_close (OnePresence *presence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OnePresence, one_presence_close)
