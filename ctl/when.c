/* SPDX-License-Identifier: MIT */
#include "ctl/when.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "wire/error.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define MOST_DAYS 3660                              /* of a step from today: ten years */
#define YEAR_10000 G_GINT64_CONSTANT (253402300800) /* its first instant in UTC */

typedef struct {
  const char *name;
  gint64 seconds;
} Unit;

static const Unit units[] = {
  { "s", 1 },           { "sec", 1 },      { "second", 1 },      { "seconds", 1 },
  { "m", MINUTE },      { "min", MINUTE }, { "minute", MINUTE }, { "minutes", MINUTE },
  { "h", HOUR },        { "hour", HOUR },  { "hours", HOUR },    { "d", DAY },
  { "day", DAY },       { "days", DAY },   { "w", 7 * DAY },     { "week", 7 * DAY },
  { "weeks", 7 * DAY },
};

/* What a word for a day says before today is known. */
typedef struct {
  gboolean absolute;
  GDate day;   /* if absolute */
  int weekday; /* G_DATE_MONDAY to G_DATE_SUNDAY, or 0 */
  int days;    /* from today, if no weekday */
} Spoken;

static const char *const weekdays[] = { "monday", "tuesday",  "wednesday", "thursday",
                                        "friday", "saturday", "sunday" };

static gboolean
when_read_digits (const char **text, guint most, gint64 *number)
{
  guint read = 0;

  *number = 0;
  for (; g_ascii_isdigit (**text) && read < most; (*text)++, read++)
    *number = *number * 10 + g_ascii_digit_value (**text);
  return read > 0 && !g_ascii_isdigit (**text);
}

static const Unit *
when_read_unit (const char **text)
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

/* Whoever writes so means a day, even if there is none such. */
static gboolean
when_is_iso (const char *text)
{
  return strlen (text) == 10 && g_ascii_isdigit (text[0]) && text[4] == '-' && text[7] == '-';
}

/* Exactly YYYY-MM-DD, RFC 3339's full-date. */
static gboolean
when_read_iso (const char *text, GDate *day)
{
  gint64 y, m, d;

  if (!when_is_iso (text))
    return FALSE;
  if (!when_read_digits (&text, 4, &y) || *text++ != '-' || !when_read_digits (&text, 2, &m)
      || *text++ != '-' || !when_read_digits (&text, 2, &d))
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return FALSE;
  g_date_set_dmy (day, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  return TRUE;
}

static gboolean
when_read_weekday (const char *text, int *weekday)
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
when_read_step (const char *text, int *days)
{
  int sign = *text == '-' ? -1 : 1;
  const Unit *unit;
  gint64 number;

  if (*text != '+' && *text != '-')
    return FALSE;
  text++;
  if (!when_read_digits (&text, 4, &number))
    return FALSE;
  unit = when_read_unit (&text);
  if (!unit || *text || unit->seconds % DAY != 0 || number * (unit->seconds / DAY) > MOST_DAYS)
    return FALSE;
  *days = sign * (int) (number * (unit->seconds / DAY));
  return TRUE;
}

static gboolean
when_read_spoken (const char *text, Spoken *spoken)
{
  static const struct {
    const char *word;
    int days;
  } near[] = { { "today", 0 }, { "tomorrow", 1 }, { "yesterday", -1 } };

  memset (spoken, 0, sizeof *spoken);
  for (guint i = 0; i < G_N_ELEMENTS (near); i++)
    if (g_ascii_strcasecmp (text, near[i].word) == 0) {
      spoken->days = near[i].days;
      return TRUE;
    }
  spoken->absolute = when_read_iso (text, &spoken->day);
  return spoken->absolute || when_read_weekday (text, &spoken->weekday)
         || when_read_step (text, &spoken->days);
}

gboolean
one_when_is_day (const char *text)
{
  Spoken spoken;

  return when_is_iso (text) || when_read_spoken (text, &spoken);
}

void
one_when_get_day (gint64 instant, GTimeZone *zone, GDate *day)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_timezone (utc, zone) : NULL;

  g_date_clear (day, 1);
  if (local)
    g_date_set_dmy (day, (GDateDay) g_date_time_get_day_of_month (local),
                    (GDateMonth) g_date_time_get_month (local),
                    (GDateYear) g_date_time_get_year (local));
}

gboolean
one_when_parse_day (const char *text, gint64 now, GTimeZone *zone, GDate *day, GError **error)
{
  Spoken spoken;
  int days;

  if (!when_read_spoken (text, &spoken)) {
    g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
                 _ ("no day '%s': write 2026-11-27, today, tomorrow, fri or +2w"), text);
    return FALSE;
  }
  if (spoken.absolute) {
    *day = spoken.day;
    return TRUE;
  }
  one_when_get_day (now, zone, day);
  days = spoken.days;
  if (spoken.weekday)
    days = (spoken.weekday - (int) g_date_get_weekday (day) + 7) % 7;
  if (days >= 0)
    g_date_add_days (day, (guint) days);
  else
    g_date_subtract_days (day, (guint) -days);
  return TRUE;
}

gint64
one_when_begin_day (const GDate *day, GTimeZone *zone)
{
  g_autoptr (GDateTime) begin = g_date_time_new (
      zone, g_date_get_year (day), (int) g_date_get_month (day), g_date_get_day (day), 0, 0, 0);

  /* Only the day after the last one of the year 9999 has no instant. */
  return begin ? g_date_time_to_unix (begin) : YEAR_10000;
}

/* RFC 3339 5.6: a date, a time and an offset, none of which may be left out. */
static gboolean
when_read_rfc3339 (const char *text, gint64 *instant)
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

gboolean
one_when_parse_instant (const char *text, gint64 now, GTimeZone *zone, gint64 *instant,
                        GError **error)
{
  GDate day;

  if (when_read_rfc3339 (text, instant))
    return TRUE;
  if (!one_when_is_day (text)) {
    g_set_error (
        error, ONE_ERROR, ONE_ERROR_INVALID,
        _ ("no time '%s': write a day (2026-11-27, fri, +2w) or 2026-11-27T10:00:00+01:00"), text);
    return FALSE;
  }
  if (!one_when_parse_day (text, now, zone, &day, error))
    return FALSE;
  *instant = one_when_begin_day (&day, zone);
  return TRUE;
}

static gboolean
when_read_duration (const char *text, gint64 *seconds)
{
  *seconds = 0;
  while (*text == ' ')
    text++;
  while (*text) {
    const Unit *unit;
    gint64 number;

    if (!when_read_digits (&text, 8, &number))
      return FALSE;
    while (*text == ' ')
      text++;
    unit = when_read_unit (&text);
    if (!unit)
      return FALSE;
    *seconds += number * unit->seconds;
    while (*text == ' ')
      text++;
  }
  return *seconds > 0 && *seconds <= 366 * (gint64) DAY;
}

gboolean
one_when_parse_duration (const char *text, gint64 *seconds, GError **error)
{
  if (when_read_duration (text, seconds))
    return TRUE;
  g_set_error (error, ONE_ERROR, ONE_ERROR_INVALID,
               _ ("no duration '%s': write 10m, 1h30m or 2 days"), text);
  return FALSE;
}

char *
one_when_format_day (const GDate *day)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), (int) g_date_get_month (day),
                          g_date_get_day (day));
}

char *
one_when_format_instant (gint64 instant, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_timezone (utc, zone) : NULL;
  int offset;

  if (!local)
    return NULL;
  /* Made of numbers, not by strftime: the digits of some locales are not 0 to 9. */
  offset = (int) (g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", g_date_time_get_year (local),
                          g_date_time_get_month (local), g_date_time_get_day_of_month (local),
                          g_date_time_get_hour (local), g_date_time_get_minute (local),
                          g_date_time_get_second (local), offset < 0 ? '-' : '+', ABS (offset) / 60,
                          ABS (offset) % 60);
}
