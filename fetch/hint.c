/* SPDX-License-Identifier: MIT */
#include "fetch/hint.h"

#include <string.h>

#define YEAR G_GINT64_CONSTANT (31536000) /* seconds */
#define MAX_LINES 200

/* The seconds of a unit, which stands before the T, or behind it; 0 for none. */
static gint64
unit_of (char sign, gboolean timed)
{
  switch (g_ascii_toupper (sign)) {
  case 'W':
    return timed ? 0 : 604800;
  case 'D':
    return timed ? 0 : 86400;
  case 'H':
    return timed ? 3600 : 0;
  case 'M':
    return timed ? 60 : 0;
  case 'S':
    return timed ? 1 : 0;
  default:
    return 0;
  }
}

gint64
one_hint_parse_duration (const char *text)
{
  gboolean timed = FALSE;
  gint64 seconds = 0;
  const char *at = *text == '+' ? text + 1 : text;

  if (g_ascii_toupper (*at++) != 'P')
    return 0;
  while (*at) {
    gint64 number = 0, unit;

    if (!timed && g_ascii_toupper (*at) == 'T') {
      timed = TRUE;
      at++;
    }
    if (!g_ascii_isdigit (*at))
      return 0;
    for (; g_ascii_isdigit (*at) && number <= YEAR; at++)
      number = number * 10 + g_ascii_digit_value (*at);
    unit = unit_of (*at, timed);
    if (unit == 0 || number > YEAR)
      return 0;
    seconds += number * unit;
    if (seconds > YEAR)
      return 0;
    at++;
  }
  return seconds;
}

/* The value of a line of that name, parameters left out; NULL if it is another. */
static const char *
value_of (const char *line, const char *name)
{
  gsize length = strlen (name);
  const char *colon = strrchr (line, ':');

  if (!colon || g_ascii_strncasecmp (line, name, length) != 0)
    return NULL;
  return line[length] == ':' || line[length] == ';' ? colon + 1 : NULL;
}

gint64
one_hint_find (const char *head)
{
  static const char *const names[] = { "REFRESH-INTERVAL", "X-PUBLISHED-TTL" };
  g_auto (GStrv) lines = g_strsplit_set (head, "\r\n", MAX_LINES);
  const char *begun = NULL;
  gint64 longest = 0;

  for (char **line = lines; *line; line++) {
    const char *begins = value_of (*line, "BEGIN");

    if (begins && begun)
      break;
    begun = begins ? begins : begun;
    for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
      const char *value = value_of (*line, names[i]);

      if (value)
        longest = MAX (longest, one_hint_parse_duration (value));
    }
  }
  return longest;
}
