/* SPDX-License-Identifier: MIT */
/* Hears when the system's zone data is replaced, as by an upgrade. */
#pragma once

#include <glib.h>

typedef struct OneZoneWatch OneZoneWatch;

/* `folder`: absolute. Calls `changed` from the main loop when what is in it, or the folder itself,
 * was replaced, and nothing more comes for a moment. Never NULL; a folder that cannot be watched is
 * not heard of. */
OneZoneWatch *one_zone_watch_new (const char *folder, void (*changed) (gpointer data),
                                  gpointer data);
void one_zone_watch_free (OneZoneWatch *zone_watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneZoneWatch, one_zone_watch_free)
