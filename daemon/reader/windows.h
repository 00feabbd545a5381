/* SPDX-License-Identifier: MIT */
/* Microsoft's names for zones. */
#pragma once

#include <glib.h>

typedef struct {
  const char *name, *zone;
} OneZoneName;

/* Both sorted by name, without regard to ASCII case. */
extern const OneZoneName one_windows_names[];
extern const guint one_windows_names_count;
extern const OneZoneName one_windows_shown[];
extern const guint one_windows_shown_count;

/* The IANA name that a Windows name stands for, also as Outlook shows it: "W. Europe Standard
 * Time",
 * "(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"; NULL if it is none. */
const char *one_windows_find (const char *name);

/* The offset that such a name claims, "(UTC-05:00) …", "UTC+01" or "GMT-0330", in seconds. */
gboolean one_windows_claims (const char *name, int *offset);
