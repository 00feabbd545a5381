/* SPDX-License-Identifier: MIT */
#include "edge/time/zone-data.h"

#define USUAL "/usr/share/zoneinfo"

char *
one_zone_data_dup_folder (void)
{
  const char *set = g_getenv ("TZDIR");

  return g_strdup (set && g_path_is_absolute (set) ? set : USUAL);
}
