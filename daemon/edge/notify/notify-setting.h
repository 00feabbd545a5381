/* SPDX-License-Identifier: MIT */
/* A desktop's own "do not disturb", where only its settings tell of it: GSettings, or Xfce's. It
 * is watched, not asked again. Runs on the thread that made it; does not block. */
#pragma once

#include <gio/gio.h>
#include "edge/notify/notify-habits.h"

typedef struct OneNotifySetting OneNotifySetting;

/* `changed` is called when one_notify_setting_is_quiet does. NULL if there is no such setting on
 * this system. */
OneNotifySetting *one_notify_setting_new (GDBusConnection *bus, const OneNotifyQuiet *quiet,
                                          void (*changed) (gpointer data), gpointer data);

/* FALSE until it is known. */
gboolean one_notify_setting_is_quiet (const OneNotifySetting *setting);

void one_notify_setting_free (OneNotifySetting *setting);
