/* SPDX-License-Identifier: MIT */
/* The user's time zone: its name, and a watch for changes. */
#pragma once

#include <glib.h>

typedef struct OneLocalZone OneLocalZone;

/* The IANA name, from TZ, else from the link /etc/localtime, else "UTC". Read anew by each call.
 * Never NULL. (transfer full) */
char *one_local_zone_dup_name (void);

/* The IANA name in a link into the zone data ("../usr/share/zoneinfo/Europe/Berlin") or in a value
 * of TZ (":Europe/Berlin"); NULL without one, as for POSIX rules. (transfer full) */
char *one_local_zone_parse_name (const char *text);

/* Calls `changed` from the main loop, after tzset, when `localtime` in `folder` ("/etc") is
 * replaced. Never NULL; if the folder cannot be watched, `changed` is never called. */
OneLocalZone *one_local_zone_new (const char *folder, void (*changed) (gpointer data),
                                  gpointer data);
void one_local_zone_free (OneLocalZone *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneLocalZone, one_local_zone_free)
