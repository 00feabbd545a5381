/* SPDX-License-Identifier: MIT */
/* Tells whether the notification server holds notifications back ("do not disturb"), by its
 * property Inhibited, which some servers lack. Runs on the thread that made it; does not block. */
#pragma once

#include <gio/gio.h>

typedef struct OneNotifyInhibited OneNotifyInhibited;

/* `changed` is called when the server changes the property. In the beginning, and without a server,
 * it is FALSE. */
OneNotifyInhibited *one_notify_inhibited_new (GDBusConnection *bus, void (*changed) (gpointer data),
                                              gpointer data);

/* Follows the server of that unique name from now on; NULL for none. */
void one_notify_inhibited_set_owner (OneNotifyInhibited *inhibited, const char *owner);

gboolean one_notify_inhibited_get (const OneNotifyInhibited *inhibited);

void one_notify_inhibited_free (OneNotifyInhibited *inhibited);
