/* SPDX-License-Identifier: MIT */
#include "engine/calendars/next-request.h"

#include <string.h>
#include "model/base/path.h"

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

OneRequest *
one_next_request_take (const OneBase *base, GHashTable *dirty)
{
  OneRequest *request = one_request_new ();
  GHashTableIter iter;
  gpointer path;

  for (char **source = base->settings->sources; *source && request->paths->len == 0; source++) {
    g_hash_table_iter_init (&iter, dirty);
    while (g_hash_table_iter_next (&iter, &path, NULL)) {
      if (!one_path_is_beneath (path, *source))
        continue;
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (request->paths, path);
    }
    g_ptr_array_set_size (request->roots, 0);
    g_ptr_array_add (request->roots, g_strdup (*source));
  }
  g_ptr_array_sort (request->paths, compare_paths);
  g_free (request->zone);
  request->zone = g_strdup (base->zone_name);
  for (char **zone = base->settings->zones; *zone; zone++)
    g_ptr_array_add (request->zones, g_strdup (*zone));
  request->now = one_base_now (base);
  request->from = base->calendars.from;
  request->to = base->calendars.to;
  return request;
}
