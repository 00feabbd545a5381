/* SPDX-License-Identifier: MIT */
/* Tells whether the notification server holds notifications back ("do not disturb"): by its
 * property Inhibited, by Dnd (swaync), or by a setting of its desktop. Runs on the thread that made
 * it; does not block. */
#pragma once

#include <gio/gio.h>
#include "edge/notify/notify-habits.h"

typedef struct OneNotifyInhibited OneNotifyInhibited;

/* `changed` is called when one_notify_inhibited_get does. In the beginning, and without a server,
 * it is NONE. */
OneNotifyInhibited *one_notify_inhibited_new (GDBusConnection *bus, void (*changed) (gpointer data),
                                              gpointer data);

/* Follows the server of that unique name from now on; NULL for none. */
void one_notify_inhibited_set_owner (OneNotifyInhibited *inhibited, const char *owner);

/* Takes the server's habits. */
void one_notify_inhibited_set_habits (OneNotifyInhibited *inhibited, const OneNotifyHabits *habits);

OneInhibition one_notify_inhibited_get (const OneNotifyInhibited *inhibited);

void one_notify_inhibited_free (OneNotifyInhibited *inhibited);
