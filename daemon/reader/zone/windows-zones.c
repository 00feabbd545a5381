/* SPDX-License-Identifier: MIT */
#include "reader/zone/windows-zones.h"

#include <string.h>

static const char *
table_find (const OneZoneName *table, guint count, const char *name)
{
  const OneZoneName *row = one_zone_names_find (table, count, name);

  return row ? row->zone : NULL;
}

/* Without "(GMT+01:00) " in front and without the escapes of text. */
static char *
shown_name (const char *name)
{
  GString *plain = g_string_new (NULL);
  const char *p = name;

  if (g_ascii_strncasecmp (p, "(GMT", 4) == 0 || g_ascii_strncasecmp (p, "(UTC", 4) == 0) {
    p = strchr (p, ')');
    p = p ? p + 1 : name;
  }
  p += strspn (p, " ");
  for (; *p; p++)
    if (*p != '\\')
      g_string_append_c (plain, *p);
  return g_strchomp (g_string_free (plain, FALSE));
}

const char *
one_windows_zones_find (const char *name)
{
  const char *zone = table_find (one_windows_names, one_windows_names_count, name);
  g_autofree char *shown = NULL;

  if (zone)
    return zone;
  shown = shown_name (name);
  return table_find (one_windows_shown, one_windows_shown_count, shown);
}

gboolean
one_windows_zones_claims (const char *name, int *offset)
{
  const char *p = name + 3;
  int sign, parts[2] = { 0, 0 };

  if (g_ascii_strncasecmp (name, "GMT", 3) != 0 && g_ascii_strncasecmp (name, "UTC", 3) != 0)
    return FALSE;
  if (*p != '+' && *p != '-')
    return FALSE;
  sign = *p++ == '-' ? -1 : 1;
  for (int i = 0; i < 2 && g_ascii_isdigit (*p); i++) {
    parts[i] = *p++ - '0';
    if (g_ascii_isdigit (*p))
      parts[i] = parts[i] * 10 + (*p++ - '0');
    p += i == 0 && *p == ':' ? 1 : 0;
  }
  *offset = sign * (parts[0] * 3600 + parts[1] * 60);
  return !*p && p[-1] != ':' && g_ascii_isdigit (p[-1]) && parts[0] <= 14 && parts[1] < 60;
}

gboolean
one_windows_zones_mentions (const char *name, int *offset)
{
  const char *end = *name == '(' ? strchr (name, ')') : NULL;
  g_autofree char *inner = end ? g_strndup (name + 1, (gsize) (end - name - 1)) : NULL;

  if (!inner)
    return FALSE;
  for (char *blank = strchr (inner, ' '); blank; blank = strchr (blank, ' '))
    memmove (blank, blank + 1, strlen (blank));
  return one_windows_zones_claims (inner, offset);
}
