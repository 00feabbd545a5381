/* SPDX-License-Identifier: MIT */
/* Hears when the system's zone data is replaced, as by an upgrade. */
#pragma once

#include <glib.h>

typedef struct OneZoneDataWatch OneZoneDataWatch;

/* `folder`: absolute. Calls `changed` from the main loop when what is in it, or the folder itself,
 * was replaced, and nothing more comes for a moment. Never NULL; a folder that cannot be watched is
 * not heard of. */
OneZoneDataWatch *one_zone_data_watch_new (const char *folder, void (*changed) (gpointer data),
                                           gpointer data);
void one_zone_data_watch_free (OneZoneDataWatch *zone_watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneZoneDataWatch, one_zone_data_watch_free)
