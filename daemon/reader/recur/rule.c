/* SPDX-License-Identifier: MIT */
#include "reader/recur/rule.h"

#include <string.h>

#define MAX_COUNT G_MAXINT32
#define MAX_INTERVAL 100000

static const char *const weekdays[] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA", NULL };
static const char *const freqs[] = { "YEARLY", "MONTHLY",  "WEEKLY",   "DAILY",
                                     "HOURLY", "MINUTELY", "SECONDLY", NULL };

static int
find_word (const char *const *words, const char *text)
{
  for (int i = 0; words[i]; i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return i;
  return -1;
}

/* A number that is all of `text`, with a sign if `min` is below 0. */
static gboolean
read_number (const char *text, gint64 min, gint64 max, gint64 *number)
{
  const char *digits = text + (*text == '+' || *text == '-' ? 1 : 0);

  if (!g_ascii_isdigit (*digits) || strlen (digits) > 10)
    return FALSE;
  *number = g_ascii_strtoll (text, NULL, 10);
  if (digits[strspn (digits, "0123456789")])
    return FALSE;
  return *number >= min && *number <= max;
}

static gboolean
read_few (const char *text, int max, OneSmallSet *few)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 400);

  for (guint i = 0; parts[i]; i++) {
    gint64 number;

    if (!read_number (parts[i], -max, max, &number) || number == 0)
      return FALSE;
    one_number_set_small_add (few, number);
  }
  return one_number_set_small_has_any (few);
}

static gboolean
read_many (const char *text, OneLargeSet *many)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 800);

  for (guint i = 0; parts[i]; i++) {
    gint64 number;

    if (!read_number (parts[i], -366, 366, &number) || number == 0)
      return FALSE;
    one_number_set_large_add (many, number);
  }
  return many->some;
}

/* A set of small numbers without sign. */
static gboolean
read_bits (const char *text, int min, int max, guint64 *bits)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 400);

  for (guint i = 0; parts[i]; i++) {
    gint64 number;

    if (!read_number (parts[i], min, max, &number))
      return FALSE;
    *bits |= G_GUINT64_CONSTANT (1) << number;
  }
  return *bits != 0;
}

static gboolean
read_weekdays (const char *text, OneRule *rule)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 400);

  for (guint i = 0; parts[i]; i++) {
    gsize length = strlen (parts[i]);
    int weekday = length < 2 ? -1 : find_word (weekdays, parts[i] + length - 2);
    gint64 number = 0;

    if (weekday < 0)
      return FALSE;
    parts[i][length - 2] = '\0';
    if (length > 2 && !read_number (parts[i], -53, 53, &number))
      return FALSE;
    if (number == 0) {
      rule->weekdays |= (guint8) (1 << weekday);
      continue;
    }
    one_number_set_small_add (&rule->nth[weekday], number);
    rule->nth_some = TRUE;
  }
  return rule->weekdays || rule->nth_some;
}

/* Some say it twice. */
static gboolean
read_freq (const char *text, gboolean again, OneRule *rule)
{
  int found = find_word (freqs, text);
  OneFreq freq = (OneFreq) CLAMP (found, 0, ONE_FREQ_SUB_DAILY);

  if (found < 0 || (again && freq != rule->freq))
    return FALSE;
  rule->freq = freq;
  return TRUE;
}

static gboolean
read_limits (const char *name, const char *value, OneRule *rule, char **why)
{
  gint64 number;

  if (strcmp (name, "COUNT") == 0) {
    if (!read_number (value, 1, MAX_COUNT, &number))
      return FALSE;
    rule->count = (guint32) number;
    return TRUE;
  }
  if (strcmp (name, "UNTIL") == 0)
    return one_datetime_read (value, strlen (value), &rule->until);
  if (strcmp (name, "WKST") == 0) {
    rule->week_start = find_word (weekdays, value);
    return rule->week_start >= 0;
  }
  if (!read_number (value, 0, MAX_INTERVAL, &number))
    return FALSE;
  if (number == 0 && !*why)
    *why = g_strdup ("INTERVAL=0 in a rule is read as 1");
  rule->interval = number > 0 ? (int) number : 1;
  return TRUE;
}

static gboolean
read_clock_part (const char *name, const char *value, OneRule *rule)
{
  guint64 bits = 0;

  if (strcmp (name, "BYHOUR") == 0) {
    if (!read_bits (value, 0, 23, &bits))
      return FALSE;
    rule->hours = (guint32) bits;
    return TRUE;
  }
  if (strcmp (name, "BYMINUTE") == 0)
    return read_bits (value, 0, 59, &rule->minutes);
  return read_bits (value, 0, 60, &rule->seconds);
}

static gboolean
read_by (const char *name, const char *value, OneRule *rule)
{
  guint64 bits = 0;

  if (strcmp (name, "BYDAY") == 0)
    return read_weekdays (value, rule);
  if (strcmp (name, "BYMONTHDAY") == 0)
    return read_few (value, 31, &rule->month_days);
  if (strcmp (name, "BYYEARDAY") == 0)
    return read_many (value, &rule->year_days);
  if (strcmp (name, "BYWEEKNO") == 0)
    return read_few (value, 53, &rule->weeks);
  if (strcmp (name, "BYSETPOS") == 0)
    return read_many (value, &rule->positions);
  if (strcmp (name, "BYMONTH") == 0) {
    if (!read_bits (value, 1, 12, &bits))
      return FALSE;
    rule->months = (guint16) bits;
    return TRUE;
  }
  return read_clock_part (name, value, rule);
}

/* RFC 7529's parts, with their defaults or where they change nothing: a day and a week are in every
 * calendar. And DTSTART, which rrule.js puts into a rule; the property counts. */
static gboolean
says_nothing (const char *name, const char *value, const OneRule *rule)
{
  if (strcmp (name, "RSCALE") == 0)
    return g_ascii_strcasecmp (value, "GREGORIAN") == 0;
  if (strcmp (name, "SKIP") == 0)
    return g_ascii_strcasecmp (value, "OMIT") == 0 || rule->freq >= ONE_FREQ_WEEKLY;
  return strcmp (name, "DTSTART") == 0;
}

static gboolean
read_part (const char *name, const char *value, OneRule *rule, char **why)
{
  static const char *const limits[] = { "COUNT", "UNTIL", "WKST", "INTERVAL", NULL };
  static const char *const by[] = { "BYDAY",   "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS",
                                    "BYMONTH", "BYHOUR",     "BYMINUTE",  "BYSECOND", NULL };

  if (g_strv_contains (limits, name))
    return read_limits (name, value, rule, why);
  if (g_strv_contains (by, name)) /* some leave an empty one where they have none */
    return !*value || read_by (name, value, rule);
  return g_str_has_prefix (name, "X-") || says_nothing (name, value, rule);
}

static gboolean
refuse (char **why, const char *part)
{
  g_free (*why);
  *why = g_strdup_printf ("'%.60s' in a rule is not understood", part);
  return FALSE;
}

/* Whether one period could have more instances than anyone means. */
static gboolean
is_too_much (const OneRule *rule)
{
  static const int days[] = { 366, 31, 7, 1, 1 };
  int hours = MAX (__builtin_popcount (rule->hours), 1);
  int minutes = MAX (__builtin_popcountll (rule->minutes), 1);
  int seconds = MAX (__builtin_popcountll (rule->seconds), 1);

  return days[rule->freq] * hours * minutes * seconds > ONE_RULE_MAX_PERIOD;
}

/* Blanks mean nothing anywhere in a rule ("BYDAY=MO, TU"). (transfer full) */
static char *
without_blanks (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);

  return g_strjoinv ("", words);
}

gboolean
one_rule_read (const char *text, OneRule *rule, char **why)
{
  g_autofree char *plain = without_blanks (text);
  g_auto (GStrv) parts = g_strsplit (plain, ";", 40);
  gboolean freq = FALSE;

  memset (rule, 0, sizeof *rule);
  rule->interval = 1;
  rule->week_start = 1;
  *why = NULL;
  for (guint i = 0; parts[i]; i++) {
    g_autofree char *whole = g_strdup (parts[i]);
    char *value = strchr (parts[i], '=');
    g_autofree char *name = NULL;

    if (!*whole)
      continue; /* Google ends rules with a semicolon. */
    if (!value)
      return refuse (why, whole);
    *value++ = '\0';
    name = g_ascii_strup (parts[i], -1);
    if (strcmp (name, "FREQ") == 0) {
      if (!read_freq (value, freq, rule))
        return refuse (why, whole);
      freq = TRUE;
    } else if (!read_part (name, value, rule, why)) {
      return refuse (why, whole);
    }
  }
  if (!freq)
    return refuse (why, text);
  return !is_too_much (rule) || refuse (why, text);
}

void
one_rule_drop_clock (OneRule *rule)
{
  rule->hours = 0;
  rule->minutes = rule->seconds = 0;
}

gboolean
one_rule_is_empty (const char *text)
{
  return text[strspn (text, " \t;")] == '\0';
}
