/* SPDX-License-Identifier: MIT */
#include "model/base/path.h"

#include <string.h>

const char *
one_path_below (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  while (length > 0 && folder[length - 1] == '/')
    length--;
  if (strncmp (path, folder, length) != 0)
    return NULL;
  if (path[length] == '/')
    return path + length + 1;
  return path[length] == '\0' ? path + length : NULL;
}

gboolean
one_path_is_beneath (const char *path, const char *folder)
{
  return one_path_below (path, folder) != NULL;
}

gboolean
one_path_is_beneath_one (const char *path, char *const *folders)
{
  for (; *folders; folders++)
    if (one_path_is_beneath (path, *folders))
      return TRUE;
  return FALSE;
}
