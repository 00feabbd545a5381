/* SPDX-License-Identifier: MIT */
#include "fetch/headers.h"

#include <string.h>

#define MAX_VALUE 512 /* bytes */
#define MAX_AGE "max-age="

/* The value of a line of that name: short, of visible signs, as it goes back to the server one day.
 * NULL for another line. (transfer full) */
static char *
dup_value (const char *line, const char *name)
{
  gsize length = strlen (name);
  g_autofree char *value = NULL;

  if (g_ascii_strncasecmp (line, name, length) != 0 || line[length] != ':')
    return NULL;
  value = g_strstrip (g_strdup (line + length + 1));
  if (!*value || strlen (value) > MAX_VALUE)
    return NULL;
  for (const char *at = value; *at; at++)
    if (!g_ascii_isprint (*at))
      return NULL;
  return g_steal_pointer (&value);
}

static void
keep (char **kept, char *value)
{
  if (!value)
    return;
  g_free (*kept);
  *kept = value;
}

static gint64
parse_age (const char *control)
{
  g_auto (GStrv) parts = g_strsplit (control, ",", 20);

  for (char **part = parts; *part; part++) {
    g_strstrip (*part);
    if (g_ascii_strncasecmp (*part, MAX_AGE, strlen (MAX_AGE)) == 0)
      return MAX (0, g_ascii_strtoll (*part + strlen (MAX_AGE), NULL, 10));
  }
  return 0;
}

void
one_headers_take (OneHeaders *headers, const char *line, gsize length)
{
  g_autofree char *text = g_strndup (line, length);
  g_autofree char *control = NULL;
  g_autofree char *retry = NULL;
  char *rest = NULL;

  if (g_str_has_prefix (text, "HTTP/")) {
    one_headers_clear (headers);
    return;
  }
  keep (&headers->etag, dup_value (text, "ETag"));
  keep (&headers->modified, dup_value (text, "Last-Modified"));
  control = dup_value (text, "Cache-Control");
  if (control)
    headers->max_age = parse_age (control);
  retry = dup_value (text, "Retry-After");
  if (retry)
    headers->retry_after = MAX (0, g_ascii_strtoll (retry, &rest, 10));
  if (retry && *rest)
    headers->retry_after = 0;
}

void
one_headers_clear (OneHeaders *headers)
{
  g_clear_pointer (&headers->etag, g_free);
  g_clear_pointer (&headers->modified, g_free);
  headers->max_age = 0;
  headers->retry_after = 0;
}
