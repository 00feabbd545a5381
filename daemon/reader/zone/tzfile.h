/* SPDX-License-Identifier: MIT */
/* The system's zone data, TZif files (RFC 8536), with the rule in their last line written out up to
 * ONE_ZONE_LAST_YEAR. GTimeZone stops at 2037, which is too early. */
#pragma once

#include "reader/zone/zone.h"

/* The zone of an IANA name; NULL if there is none of that name in `folder`, the zone data, or it
 * cannot be read. The name may be anything: it never leads out of the folder. */
OneZone *one_tzfile_load (const char *folder, const char *name);

/* The release of the zone data, "2026f", as tzdata.zi in it says; "" if it says none. (transfer
 * full) */
char *one_tzfile_dup_version (const char *folder);

/* Parses a TZif file in memory; NULL if it is none. */
OneZone *one_tzfile_read (const char *name, const char *bytes, gsize length);
