/* SPDX-License-Identifier: MIT */
#include "ctl/time/parse-when.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "ctl/time/local.h"
#include "ctl/time/seconds.h"
#include "wire/error.h"

#define MOST_DAYS 3660 /* of a step from today: ten years */

typedef struct {
  const char *name;
  gint64 seconds;
} Unit;

static const Unit units[] = {
  { "s", 1 },
  { "sec", 1 },
  { "second", 1 },
  { "seconds", 1 },
  { "m", ONE_MINUTE },
  { "min", ONE_MINUTE },
  { "minute", ONE_MINUTE },
  { "minutes", ONE_MINUTE },
  { "h", ONE_HOUR },
  { "hour", ONE_HOUR },
  { "hours", ONE_HOUR },
  { "d", ONE_DAY },
  { "day", ONE_DAY },
  { "days", ONE_DAY },
  { "w", 7 * ONE_DAY },
  { "week", 7 * ONE_DAY },
  { "weeks", 7 * ONE_DAY },
};

/* Now, and where. */
typedef struct {
  gint64 now;
  GTimeZone *zone; /* (borrowed) */
} When;

/* A word for a day, before today is known. */
typedef struct {
  gboolean absolute;
  GDate day;   /* if absolute */
  int weekday; /* G_DATE_MONDAY to G_DATE_SUNDAY, or 0 */
  int days;    /* from today, if no weekday */
} DayWord;

static const char *const weekdays[] = { "monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday" };

static gboolean
read_digits (const char **text, guint most, gint64 *number)
{
  guint read = 0;

  *number = 0;
  for (; g_ascii_isdigit (**text) && read < most; (*text)++, read++)
    *number = *number * 10 + g_ascii_digit_value (**text);
  return read > 0 && !g_ascii_isdigit (**text);
}

static const Unit *
read_unit (const char **text)
{
  gsize length = 0;

  while (g_ascii_isalpha ((*text)[length]))
    length++;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strlen (units[i].name) == length
        && g_ascii_strncasecmp (units[i].name, *text, length) == 0) {
      *text += length;
      return &units[i];
    }
  return NULL;
}

/* Has the shape of YYYY-MM-DD: it is meant as a day, even if there is no such day. */
static gboolean
is_iso (const char *text)
{
  return strlen (text) == 10 && g_ascii_isdigit (text[0]) && text[4] == '-' && text[7] == '-';
}

/* Exactly YYYY-MM-DD, RFC 3339's full-date. */
static gboolean
read_iso (const char *text, GDate *day)
{
  gint64 y, m, d;

  if (!is_iso (text))
    return FALSE;
  if (!read_digits (&text, 4, &y) || *text++ != '-' || !read_digits (&text, 2, &m) || *text++ != '-'
      || !read_digits (&text, 2, &d))
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return FALSE;
  g_date_set_dmy (day, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  return TRUE;
}

static gboolean
read_weekday (const char *text, int *weekday)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (g_ascii_strcasecmp (text, weekdays[i]) == 0
        || (strlen (text) == 3 && g_ascii_strncasecmp (text, weekdays[i], 3) == 0)) {
      *weekday = (int) i + 1;
      return TRUE;
    }
  return FALSE;
}

/* `+3d`, `-2w`: signed, in whole days. */
static gboolean
read_step (const char *text, int *days)
{
  int sign = *text == '-' ? -1 : 1;
  const Unit *unit;
  gint64 number;

  if (*text != '+' && *text != '-')
    return FALSE;
  text++;
  if (!read_digits (&text, 4, &number))
    return FALSE;
  unit = read_unit (&text);
  if (!unit || *text || unit->seconds % ONE_DAY != 0
      || number * (unit->seconds / ONE_DAY) > MOST_DAYS)
    return FALSE;
  *days = sign * (int) (number * (unit->seconds / ONE_DAY));
  return TRUE;
}

static gboolean
read_day_word (const char *text, DayWord *word)
{
  static const struct {
    const char *word;
    int days;
  } near[] = { { "today", 0 }, { "tomorrow", 1 }, { "yesterday", -1 } };

  memset (word, 0, sizeof *word);
  for (guint i = 0; i < G_N_ELEMENTS (near); i++)
    if (g_ascii_strcasecmp (text, near[i].word) == 0) {
      word->days = near[i].days;
      return TRUE;
    }
  word->absolute = read_iso (text, &word->day);
  return word->absolute || read_weekday (text, &word->weekday) || read_step (text, &word->days);
}

gboolean
one_parse_when_is_day (const char *text)
{
  DayWord word;

  return is_iso (text) || read_day_word (text, &word);
}

/* Names of weekdays mean the next one; with `back` the last one; today is both. */
static gboolean
find_day (const char *text, const When *when, gboolean back, GDate *day, GError **error)
{
  DayWord word;
  int days;

  if (!read_day_word (text, &word)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 _ ("no day '%s': write 2026-11-27, today, tomorrow, fri or +2w"), text);
    return FALSE;
  }
  if (word.absolute) {
    *day = word.day;
    return TRUE;
  }
  one_local_get_day (when->now, when->zone, day);
  days = word.days;
  if (word.weekday)
    days = (word.weekday - (int) g_date_get_weekday (day) + 7) % 7;
  if (word.weekday && back && days > 0)
    days -= 7;
  if (days >= 0)
    g_date_add_days (day, (guint) days);
  else
    g_date_subtract_days (day, (guint) -days);
  return TRUE;
}

gboolean
one_parse_when_day (const char *text, gint64 now, GTimeZone *zone, GDate *day, GError **error)
{
  return find_day (text, &(When){ now, zone }, FALSE, day, error);
}

gboolean
one_parse_when_past_day (const char *text, gint64 now, GTimeZone *zone, GDate *day, GError **error)
{
  return find_day (text, &(When){ now, zone }, TRUE, day, error);
}

/* RFC 3339 5.6: a date, a time and an offset, none of which may be left out. */
static gboolean
read_rfc3339 (const char *text, gint64 *instant)
{
  g_autofree char *upper = g_ascii_strup (text, -1);
  g_autoptr (GDateTime) parsed = NULL;
  const char *time = strchr (upper, 'T');

  if (!time || time - upper != 10 || upper[4] != '-' || !strpbrk (time, "Z+-"))
    return FALSE;
  parsed = g_date_time_new_from_iso8601 (upper, NULL);
  if (!parsed)
    return FALSE;
  *instant = g_date_time_to_unix (parsed);
  return TRUE;
}

static gboolean
find_instant (const char *text, const When *when, gboolean back, gint64 *instant, GError **error)
{
  GDate day;

  if (read_rfc3339 (text, instant))
    return TRUE;
  if (!one_parse_when_is_day (text)) {
    g_set_error (
        error, ONE_ERROR, ONE_ERROR_INVALID,
        _ ("no time '%s': write a day (2026-11-27, fri, +2w) or 2026-11-27T10:00:00+01:00"), text);
    return FALSE;
  }
  if (!find_day (text, when, back, &day, error))
    return FALSE;
  *instant = one_local_begin_day (&day, when->zone);
  return TRUE;
}

gboolean
one_parse_when_instant (const char *text, gint64 now, GTimeZone *zone, gint64 *instant,
                        GError **error)
{
  return find_instant (text, &(When){ now, zone }, FALSE, instant, error);
}

gboolean
one_parse_when_past_instant (const char *text, gint64 now, GTimeZone *zone, gint64 *instant,
                             GError **error)
{
  return find_instant (text, &(When){ now, zone }, TRUE, instant, error);
}

static gboolean
read_duration (const char *text, gint64 *seconds)
{
  *seconds = 0;
  while (*text == ' ')
    text++;
  while (*text) {
    const Unit *unit;
    gint64 number;

    if (!read_digits (&text, 8, &number))
      return FALSE;
    while (*text == ' ')
      text++;
    unit = read_unit (&text);
    if (!unit)
      return FALSE;
    *seconds += number * unit->seconds;
    while (*text == ' ')
      text++;
  }
  return *seconds > 0 && *seconds <= 366 * (gint64) ONE_DAY;
}

gboolean
one_parse_when_duration (const char *text, gint64 *seconds, GError **error)
{
  if (read_duration (text, seconds))
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
               _ ("no duration '%s': write 10m, 1h30m or 2 days"), text);
  return FALSE;
}
