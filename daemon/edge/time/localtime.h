/* SPDX-License-Identifier: MIT */
/* The user's time zone, and being told when it is changed. */
#pragma once

#include <glib.h>

typedef struct OneLocaltime OneLocaltime;

/* The IANA name: from TZ, else what /etc/localtime points to, else "UTC". Never NULL; (transfer
 * full). Read anew at each call. */
char *one_localtime_dup_name (void);

/* The IANA name in a link into the zone data ("../usr/share/zoneinfo/Europe/Berlin") or in a value
 * of TZ (":Europe/Berlin"); NULL if there is none in it, as in POSIX rules. (transfer full) */
char *one_localtime_parse_name (const char *text);

/* Calls `changed` on the main loop, after tzset, when the entry `localtime` of `folder` ("/etc") is
 * replaced. Never NULL: what cannot be watched is never reported. */
OneLocaltime *one_localtime_new (const char *folder, void (*changed) (gpointer data),
                                 gpointer data);
void one_localtime_free (OneLocaltime *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OneLocaltime, one_localtime_free)
