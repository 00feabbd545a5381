/* SPDX-License-Identifier: MIT */
#include "model/calendar/store-path.h"

#include <string.h>

#define CACHE "/cache.db"
#define FOLDER "/calendar-data/"
#define ENDING ".sqlite"

/* Behind the name of a Thunderbird database: "" or "/<id>"; NULL if there is none in the path. */
static const char *
find_end (const char *path)
{
  const char *folder = g_strrstr (path, FOLDER);
  const char *name = folder ? folder + strlen (FOLDER) : NULL;
  const char *end = name ? name + strcspn (name, "/") : NULL;
  gsize length = end ? (gsize) (end - name) : 0;

  if (length <= strlen (ENDING) || memcmp (end - strlen (ENDING), ENDING, strlen (ENDING)) != 0)
    return NULL;
  return end;
}

OneStoreKind
one_store_path_kind (const char *path)
{
  if (g_str_has_suffix (path, CACHE))
    return ONE_STORE_EVOLUTION;
  return find_end (path) ? ONE_STORE_THUNDERBIRD : ONE_STORE_NONE;
}

char *
one_store_path_dup_file (const char *path)
{
  const char *end = g_str_has_suffix (path, CACHE) ? NULL : find_end (path);

  return end ? g_strndup (path, (gsize) (end - path)) : g_strdup (path);
}

const char *
one_store_path_get_calendar (const char *path)
{
  const char *end = g_str_has_suffix (path, CACHE) ? NULL : find_end (path);

  return end && end[0] == '/' && end[1] ? end + 1 : NULL;
}

void
one_store_path_join (OneStamp *stamp, const OneStamp *log)
{
  stamp->inode = stamp->inode * 31 + log->inode;
  stamp->size += log->size;
  stamp->mtime = MAX (stamp->mtime, log->mtime);
  stamp->ctime = MAX (stamp->ctime, log->ctime);
}
