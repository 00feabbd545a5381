/* SPDX-License-Identifier: MIT */
/* The user's time zone, and being told when it is changed. */
#pragma once

#include <glib.h>

typedef struct OneZone OneZone;

/* The IANA name: from TZ, else what /etc/localtime points to, else "UTC". Never NULL; (transfer
 * full). Read anew at each call. */
char *one_zone_dup_name (void);

/* The IANA name in a link into the zone data ("../usr/share/zoneinfo/Europe/Berlin") or in a value
 * of TZ (":Europe/Berlin"); NULL if there is none in it, as in POSIX rules. (transfer full) */
char *one_zone_parse_name (const char *text);

/* Calls `changed` on the main loop, after tzset, when the entry `localtime` of `folder` ("/etc") is
 * replaced. Never NULL: what cannot be watched is never reported. */
OneZone *one_zone_new (const char *folder, void (*changed) (gpointer data), gpointer data);
void one_zone_free (OneZone *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneZone, one_zone_free)
