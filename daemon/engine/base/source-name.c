/* SPDX-License-Identifier: MIT */
#include "engine/base/source-name.h"

#include "model/base/path.h"

char *
one_source_name_dup (const OneBase *base, const char *path)
{
  for (char **source = base->settings->sources; *source; source++)
    if (one_path_is_beneath (path, *source))
      return one_found_dup_name_of (base->settings->found, *source);
  return g_strdup ("");
}

gboolean
one_source_name_add (const OneBase *base, const char *name, OneRequest *request)
{
  g_autoptr (GPtrArray) paths = one_readings_list_paths (base->calendars.readings, NULL);
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (char **source = base->settings->sources; *source; source++) {
    g_autofree char *own = one_found_dup_name_of (base->settings->found, *source);
    g_autofree char *folded = g_utf8_casefold (own, -1);

    if (!g_str_equal (folded, wanted))
      continue;
    g_ptr_array_add (request->roots, g_strdup (*source));
    for (guint i = 0; i < paths->len; i++)
      if (one_path_is_beneath (paths->pdata[i], *source))
        g_ptr_array_add (request->paths, g_strdup (paths->pdata[i]));
  }
  return request->roots->len > 0;
}
