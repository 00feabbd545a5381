/* SPDX-License-Identifier: MIT */
/* Microsoft's names for zones. */
#pragma once

#include "reader/zone/zone-names.h"

/* Both sorted by name, without regard to ASCII case. */
extern const OneZoneName one_windows_names[];
extern const guint one_windows_names_count;
extern const OneZoneName one_windows_shown[];
extern const guint one_windows_shown_count;

/* The IANA name that a Windows name stands for, also as Outlook shows it: "W. Europe Standard
 * Time",
 * "(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"; NULL if it is none. */
const char *one_windows_zones_find (const char *name);

/* The release of the tz database that has the zone of such a name as the name means it; NULL if all
 * that are in use have it. */
const char *one_windows_zones_since (const char *name);

/* Whether it looks like such a name, and is none that is known. */
gboolean one_windows_zones_resembles (const char *name);

/* A name that is nothing but an offset, "UTC+01", "GMT-0330", "UTC +5:45", "-05:00", in seconds.
 * Names that only mention one, such as "(GMT +01:00)", are none: they keep it all year or not,
 * nobody knows.
 */
gboolean one_windows_zones_claims (const char *name, int *offset);

/* The offset that a name begins with as Outlook shows it: "(GMT+01:00) Somewhere", "(UTC -3)". It
 * is that of the winter. */
gboolean one_windows_zones_mentions (const char *name, int *offset);
