/* SPDX-License-Identifier: MIT */
#include "reader/scan/filter.h"

#include <string.h>

#include "reader/recur/recur.h"
#include "reader/value/civil.h"
#include "reader/value/datetime.h"

#define ZONE_DAYS 2 /* zones are up to 14 hours away, and both ends have one */
#define HASHED_BYTES 60
#define EACH_BYTE G_GUINT64_CONSTANT (0x0101010101010101)
#define UNKNOWN G_MAXINT64
#define BUDGET 1000 /* periods of a rule; parsing the event would cost no more than these */

OneFilter
one_filter_new (const OneRequest *request)
{
  return (OneFilter){ one_civil_day_of (request->from) - ZONE_DAYS,
                      one_civil_day_of (request->to) + ZONE_DAYS, request->all };
}

/* The value of a simple line; NULL if quotes or further colons make it hard to find. */
static const char *
line_value (const OnePiece *piece, OneKeyLine told, gsize *length)
{
  const char *line = piece->text + told.at;
  const char *colon = memchr (line, ':', told.length);

  if (!colon || memchr (line, '"', told.length))
    return NULL;
  *length = told.length - (gsize) (colon + 1 - line);
  return memchr (colon + 1, ':', *length) ? NULL : colon + 1;
}

/* The day of a DATE or DATE-TIME line, wherever its zone may put it. */
static gint64
line_day (const OnePiece *piece, OneKeyLine told)
{
  OneDateTime written;
  gsize length = 0;
  const char *value = line_value (piece, told, &length);

  if (!value || !one_datetime_read (value, length, &written))
    return UNKNOWN;
  return one_civil_day_of (written.wall);
}

/* How many days the event touches after its first, at most. */
static gint64
line_days (const OnePiece *piece, gint64 start)
{
  gint64 days = 1;

  if (piece->key_lines.end.length > 0) {
    gint64 end = line_day (piece, piece->key_lines.end);

    if (end == UNKNOWN)
      return UNKNOWN;
    days = MAX (days, end - start + 1);
  }
  if (piece->key_lines.duration.length > 0) {
    OneDuration duration;
    gsize length = 0;
    const char *value = line_value (piece, piece->key_lines.duration, &length);

    if (!value || !one_datetime_read_duration (value, length, &duration))
      return UNKNOWN;
    days = MAX (days, duration.days + duration.seconds / ONE_DAY_SECONDS + 1);
  }
  return days;
}

static const char *
find_part (const char *rule, gsize length, const char *name, gsize name_length)
{
  for (gsize i = 0; i + name_length <= length; i++)
    if (rule[i] == name[0] && memcmp (rule + i, name, name_length) == 0
        && (i == 0 || rule[i - 1] == ';'))
      return rule + i + name_length;
  return NULL;
}

/* The day after which the rule gives nothing; UNKNOWN if only counting would tell. */
static gint64
rule_end (const OnePiece *piece)
{
  gsize length = 0;
  const char *rule = line_value (piece, piece->key_lines.rule, &length), *until;
  OneDateTime written;
  gsize rest;

  if (!rule)
    return UNKNOWN;
  until = find_part (rule, length, "UNTIL=", 6);
  if (!until)
    return UNKNOWN;
  rest = length - (gsize) (until - rule);
  for (gsize i = 0; i < rest; i++)
    if (until[i] == ';')
      rest = i;
  return one_datetime_read (until, rest, &written) ? one_civil_day_of (written.wall) : UNKNOWN;
}

static gboolean
is_before (const OneFilter *filter, gint64 day, gint64 days)
{
  return day != UNKNOWN && days != UNKNOWN && day + days < filter->from;
}

/* Whether the rule counts out without an instance that touches the horizon. */
static gboolean
rule_misses (const OneFilter *filter, const OnePiece *piece, gint64 days)
{
  gsize length = 0;
  const char *value = line_value (piece, piece->key_lines.rule, &length);
  g_autofree char *text = value ? g_strndup (value, length) : NULL, *why = NULL;
  guint64 budget = BUDGET;
  gboolean misses = TRUE;
  OneDateTime start;
  OneRecur recur;
  OneRule rule;
  gint64 wall;

  value = line_value (piece, piece->key_lines.start, &length);
  if (!text || !value || !one_datetime_read (value, length, &start)
      || !one_rule_read (text, &rule, &why) || rule.freq == ONE_FREQ_SUB_DAILY || why)
    return FALSE;
  one_recur_begin (&recur, &rule, start.wall, (filter->from - days) * ONE_DAY_SECONDS,
                   filter->to * ONE_DAY_SECONDS);
  while (misses && one_recur_next (&recur, &budget, &wall))
    misses =
        is_before (filter, one_civil_day_of (wall), days) || one_civil_day_of (wall) > filter->to;
  one_recur_finish (&recur);
  return misses && budget > 0;
}

static gboolean
has_range (const OnePiece *piece)
{
  const char *line = piece->text + piece->key_lines.original.at;

  for (gsize i = 0; i + 6 < piece->key_lines.original.length; i++)
    if ((line[i] | 0x20) == 'r' && g_ascii_strncasecmp (line + i, "RANGE=", 6) == 0)
      return TRUE;
  return FALSE;
}

static OneFilterVerdict
judge_override (const OneFilter *filter, const OnePiece *piece, gint64 start, gint64 days)
{
  gint64 original = line_day (piece, piece->key_lines.original);

  if (original == UNKNOWN || start == UNKNOWN || has_range (piece))
    return ONE_FILTER_KEEP;
  if (is_before (filter, start, days) && is_before (filter, original, days))
    return ONE_FILTER_DROP_OVERRIDE;
  if (start > filter->to && original > filter->to)
    return ONE_FILTER_DROP_OVERRIDE;
  return ONE_FILTER_KEEP;
}

OneFilterVerdict
one_filter_judge (const OneFilter *filter, const OnePiece *piece)
{
  const OneKeyLines *key_lines = &piece->key_lines;
  gint64 start, days;

  if (filter->all || key_lines->odd)
    return ONE_FILTER_KEEP;
  if (key_lines->rule.length == 0 && key_lines->original.length == 0)
    return ONE_FILTER_DROP_MASTER; /* It happens once. */
  start = line_day (piece, key_lines->start);
  if (start == UNKNOWN)
    return ONE_FILTER_KEEP;
  days = line_days (piece, start);
  if (key_lines->original.length > 0)
    return judge_override (filter, piece, start, days);
  if (start > filter->to)
    return ONE_FILTER_DROP_MASTER;
  /* DTSTART is an instance even where UNTIL lies before it. */
  if (is_before (filter, start, days)
      && (is_before (filter, rule_end (piece), days) || rule_misses (filter, piece, days)))
    return ONE_FILTER_DROP_MASTER;
  return ONE_FILTER_KEEP;
}

gboolean
one_filter_is_moved_here (const OneFilter *filter, const OnePiece *piece)
{
  gint64 original = line_day (piece, piece->key_lines.original);

  return original != UNKNOWN && (original <= filter->from + 1 || original >= filter->to - 1);
}

guint64
one_filter_hash_uid (const char *uid, gsize length)
{
  guint64 hash = 0, word;
  gsize i;

  length = MIN (length, HASHED_BYTES);
  for (i = 0; i + sizeof word <= length; i += sizeof word) {
    memcpy (&word, uid + i, sizeof word);
    hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    hash ^= hash >> 32;
  }
  for (; i < length; i++)
    hash = (hash ^ (guint8) uid[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 29;
}

/* Whether all of it is of printable ASCII and no blank. */
static gboolean
is_plain (const char *text, gsize length)
{
  guint64 word, found = 0;
  gsize i;

  for (i = 0; i + sizeof word <= length; i += sizeof word) {
    memcpy (&word, text + i, sizeof word);
    found |= (word | (word - EACH_BYTE * '!') | (word + EACH_BYTE)) & EACH_BYTE * 0x80;
  }
  for (; i < length; i++)
    found |= text[i] <= ' ' || text[i] > '~';
  return !found;
}

gboolean
one_filter_find_uid (const OnePiece *piece, const char **uid, gsize *length)
{
  OneKeyLine told = piece->key_lines.uid;

  *uid = "";
  *length = 0;
  if (told.length == 0)
    return TRUE;
  *uid = piece->text + told.at + 4; /* A key line is longer than the name of its property. */
  *length = told.length - 4;
  return (*uid)[-1] == ':' && *length > 0 && is_plain (*uid, *length);
}
