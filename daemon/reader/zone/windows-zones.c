/* SPDX-License-Identifier: MIT */
#include "reader/zone/windows-zones.h"

#include <stdlib.h>
#include <string.h>

static const char *
table_find (const OneZoneName *table, guint count, const char *name)
{
  const OneZoneName *row = one_zone_names_find (table, count, name);

  return row ? row->zone : NULL;
}

/* Without "(GMT+01:00) " in front and without the escapes of text; Zimbra has " / " for commas. */
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
  g_string_replace (plain, " / ", ", ", 0);
  return g_strchomp (g_string_free (plain, FALSE));
}

const char *
one_windows_zones_find (const char *name)
{
  const char *zone = table_find (one_windows_names, one_windows_names_count, name);
  g_autofree char *shown = NULL, *plain = NULL;

  if (zone)
    return zone;
  shown = shown_name (name);
  zone = table_find (one_windows_shown, one_windows_shown_count, shown);
  plain = zone ? NULL : g_str_to_ascii (shown, "C"); /* "Brasília" */
  return plain ? table_find (one_windows_shown, one_windows_shown_count, plain) : zone;
}

const char *
one_windows_zones_since (const char *name)
{
  static const OneZoneName since[] = {
    { "Alberta Standard Time", "2026c" },
    { "British Columbia Standard Time", "2026b" },
    { "Manitoba Standard Time", "2026e" },
  };
  static const OneZoneName shown_since[] = {
    { "Alberta", "2026c" },
    { "Alberta and Northwest Territories", "2026c" },
    { "British Columbia", "2026b" },
    { "Manitoba", "2026e" },
  };
  const char *release = table_find (since, G_N_ELEMENTS (since), name);
  g_autofree char *shown = release || *name != '(' ? NULL : shown_name (name);

  return shown ? table_find (shown_since, G_N_ELEMENTS (shown_since), shown) : release;
}

gboolean
one_windows_zones_resembles (const char *name)
{
  int offset;

  return !one_windows_zones_find (name)
         && (strstr (name, " Standard Time") || strstr (name, " Daylight Time")
             || (one_windows_zones_mentions (name, &offset) && !g_str_has_suffix (name, ")")));
}

/* Some write the sign as it is printed: U+2212. */
static gboolean
read_sign (const char **text, int *sign)
{
  static const struct {
    const char *text;
    int sign;
  } signs[] = { { "+", 1 }, { "-", -1 }, { "\xe2\x88\x92", -1 }, { "\xc2\xb1", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++) {
    if (!g_str_has_prefix (*text, signs[i].text))
      continue;
    *text += strlen (signs[i].text);
    *sign = signs[i].sign;
    return TRUE;
  }
  return FALSE;
}

/* "5", "05", "0530", "530", "05:30", "5.30", up to the end. */
static gboolean
read_hours (const char *text, int *seconds)
{
  gsize digits = strspn (text, "0123456789");
  const char *rest = text + digits;
  int number = digits <= 4 ? atoi (text) : 0, minutes = 0;

  if (digits == 0 || digits > 4)
    return FALSE;
  if (digits > 2) {
    minutes = number % 100;
    number /= 100;
  } else if (*rest == ':' || *rest == '.') {
    if (strspn (rest + 1, "0123456789") != 2)
      return FALSE;
    minutes = atoi (rest + 1);
    rest += 3;
  }
  *seconds = number * 3600 + minutes * 60;
  return !*rest && number <= 14 && minutes < 60;
}

gboolean
one_windows_zones_claims (const char *name, int *offset)
{
  const char *p = name;
  int sign, seconds;

  if (g_ascii_strncasecmp (p, "GMT", 3) == 0 || g_ascii_strncasecmp (p, "UTC", 3) == 0)
    p += 3;
  p += strspn (p, " ");
  if (!read_sign (&p, &sign) || !read_hours (p + strspn (p, " "), &seconds))
    return FALSE;
  *offset = sign * seconds;
  return TRUE;
}

gboolean
one_windows_zones_mentions (const char *name, int *offset)
{
  const char *end = *name == '(' ? strchr (name, ')') : NULL;
  g_autofree char *inner = end ? g_strndup (name + 1, (gsize) (end - name - 1)) : NULL;

  return inner && one_windows_zones_claims (g_strstrip (inner), offset);
}
