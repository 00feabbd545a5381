/* SPDX-License-Identifier: MIT */
#include "core/detect/host.h"

#include <string.h>

static gboolean
host_label_is_plain (const char *label)
{
  gsize length = strlen (label);

  if (length == 0 || length > 63 || label[0] == '-' || label[length - 1] == '-')
    return FALSE;
  return strspn (label, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

/* At least two labels, and a last one that is no number in any notation. */
static gboolean
host_is_plain (const char *host)
{
  g_auto (GStrv) labels = g_strsplit (host, ".", -1);
  guint n = g_strv_length (labels);
  const char *last = n > 0 ? labels[n - 1] : "";

  if (n < 2 || strlen (host) > 253 || strcmp (last, "localhost") == 0)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!host_label_is_plain (labels[i]))
      return FALSE;
  return g_str_has_prefix (last, "xn--") || strpbrk (last, "0123456789-") == NULL;
}

char *
one_host_new (const char *written)
{
  g_autofree char *host = g_ascii_strdown (written, -1);
  gsize length = strlen (host);

  if (length > 0 && host[length - 1] == '.')
    host[length - 1] = '\0';
  return host_is_plain (host) ? g_steal_pointer (&host) : NULL;
}

gboolean
one_host_matches (const char *host, const char *pattern)
{
  if (pattern[0] != '.')
    return strcmp (host, pattern) == 0;
  return strcmp (host, pattern + 1) == 0 || g_str_has_suffix (host, pattern);
}
