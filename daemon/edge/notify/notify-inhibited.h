/* SPDX-License-Identifier: MIT */
/* Whether a notification server holds notifications back because the user is not to be disturbed:
 * its property Inhibited, which not every server has. Runs on the thread that made it, never waits.
 */
#pragma once

#include <gio/gio.h>

typedef struct OneNotifyInhibited OneNotifyInhibited;

/* `changed` is called at each change of a server; at first, and without one, it is not inhibited.
 */
OneNotifyInhibited *one_notify_inhibited_new (GDBusConnection *bus, void (*changed) (gpointer data),
                                              gpointer data);

/* From now on it is that server, by its unique name; NULL for none. */
void one_notify_inhibited_set_owner (OneNotifyInhibited *inhibited, const char *owner);

gboolean one_notify_inhibited_get (const OneNotifyInhibited *inhibited);

void one_notify_inhibited_free (OneNotifyInhibited *inhibited);
