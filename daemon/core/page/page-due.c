/* SPDX-License-Identifier: MIT */
#include "core/page/page-due.h"

#include <stdlib.h>
#include <string.h>

#define ISO_LENGTH 10
#define STEP_DIGITS 4
#define CALENDAR "📅"

static const char *const weekdays[] = { "monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday" };

static gboolean
parse_iso (const char *word, GDate *day)
{
  static const char form[] = "dddd-dd-dd";
  int year, month, number;

  if (strlen (word) != ISO_LENGTH)
    return FALSE;
  for (guint i = 0; i < ISO_LENGTH; i++)
    if (form[i] == 'd' ? !g_ascii_isdigit (word[i]) : word[i] != '-')
      return FALSE;
  year = atoi (word);
  month = atoi (word + 5);
  number = atoi (word + 8);
  if (!g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* Monday is 1; 0 for what is no weekday. Three letters are enough. */
static guint
parse_weekday (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (strlen (word) >= 3 && g_str_has_prefix (weekdays[i], word))
      return i + 1;
  return 0;
}

/* "+3d", "+2w": days; -1 for anything else. */
static int
parse_step (const char *word)
{
  gsize digits = *word == '+' ? strspn (word + 1, "0123456789") : 0;
  char unit = digits > 0 ? word[digits + 1] : '\0';

  if (digits == 0 || digits > STEP_DIGITS || (unit != 'd' && unit != 'w') || word[digits + 2])
    return -1;
  return atoi (word + 1) * (unit == 'w' ? 7 : 1);
}

static int
parse_distance (const char *word, const GDate *base)
{
  guint weekday = parse_weekday (word);

  if (weekday > 0)
    return (int) ((weekday + 7 - (guint) g_date_get_weekday (base)) % 7);
  if (g_str_equal (word, "today"))
    return 0;
  if (g_str_equal (word, "tomorrow"))
    return 1;
  return parse_step (word);
}

static gboolean
parse_day (const char *text, gsize length, const GDate *base, GDate *day)
{
  g_autofree char *written = g_strndup (text, length);
  g_autofree char *word = g_ascii_strdown (g_strstrip (written), -1);
  int distance;

  if (parse_iso (word, day))
    return TRUE;
  distance = g_date_valid (base) ? parse_distance (word, base) : -1;
  if (distance < 0)
    return FALSE;
  *day = *base;
  g_date_add_days (day, (guint) distance);
  return TRUE;
}

/* The text without the part from `begin` to `end`, and without the gap that it leaves. */
static char *
cut_out (const char *text, const char *begin, const char *end)
{
  g_autofree char *left = g_strndup (text, (gsize) (begin - text));
  g_autofree char *right = g_strdup (end);

  g_strchomp (left);
  g_strstrip (right);
  return g_strstrip (g_strconcat (left, *left && *right ? " " : "", right, NULL));
}

static const char *
find_last_due (const char *text)
{
  const char *found = NULL;

  for (const char *p = strchr (text, '('); p; p = strchr (p + 1, '('))
    if (g_ascii_strncasecmp (p, "(due ", 5) == 0 || g_ascii_strncasecmp (p, "(due:", 5) == 0)
      found = p;
  return found;
}

char *
one_page_due_take (const char *text, const GDate *base, GDate *due)
{
  const char *begin = find_last_due (text);
  const char *end = begin ? strchr (begin, ')') : NULL;

  g_date_clear (due, 1);
  if (end && parse_day (begin + 5, (gsize) (end - begin - 5), base, due))
    return cut_out (text, begin, end + 1);
  begin = strstr (text, CALENDAR);
  if (begin) {
    const char *word = begin + strlen (CALENDAR);
    gsize blanks = strspn (word, " ");
    gsize length = strcspn (word + blanks, " ");

    if (parse_day (word + blanks, length, base, due))
      return cut_out (text, begin, word + blanks + length);
  }
  return g_strstrip (g_strdup (text));
}
