/* SPDX-License-Identifier: MIT */
/* The largest memory of this program so far. Not getrusage: that begins with what the program had
 * that started this one. */
#pragma once

#include <glib.h>
#include <stdlib.h>
#include <string.h>

static inline long
peak_kilobytes (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line ? strtol (line + strlen ("VmHWM:"), NULL, 10) : 0;
}
