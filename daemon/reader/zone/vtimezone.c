/* SPDX-License-Identifier: MIT */
#include "reader/zone/vtimezone.h"

#include <string.h>

#include "reader/recur/recur.h"
#include "reader/value/civil.h"
#include "reader/value/line.h"

#define MAX_OBSERVANCES 50
#define MAX_DATES 1000 /* RDATEs of one observance */
#define BUDGET 40000   /* years looked at for one zone */
#define EVER 31536000  /* 1971: who begins a part earlier means since ever */

/* One STANDARD or DAYLIGHT. */
typedef struct {
  gint64 start; /* on the wall, with the offset before */
  int before, after;
  gboolean has_start, has_before, has_after, has_rule, is_standard;
  OneRule rule;
  GArray *dates; /* (owned) of OneDateTime */
} Observance;

typedef struct {
  OneZone *zone;
  gint64 first; /* UTC seconds of the earliest change */
  int before;   /* the offset before it */
  guint count;
  guint64 budget;
  gint64 last;                                /* UTC seconds of the latest change */
  gint64 until;                               /* TZUNTIL, RFC 7808 7.1 */
  gboolean is_standard, is_ruled, is_endless; /* after it; by rules; by one without an end */
  gboolean has_change;                        /* a part begins with another offset than before */
} Expansion;

/* [+-]hhmm[ss], RFC 5545 3.3.14. */
static gboolean
read_offset (const char *text, int *offset)
{
  gsize digits = strspn (text + 1, "0123456789");
  int value = 0;

  if ((*text != '+' && *text != '-') || (digits != 4 && digits != 6))
    return FALSE;
  for (gsize i = 0, unit = 3600; i + 1 < digits; i += 2, unit /= 60)
    value += ((text[1 + i] - '0') * 10 + text[2 + i] - '0') * (int) unit;
  *offset = *text == '-' ? -value : value;
  return value < ONE_DAY_SECONDS;
}

static void
read_dates (Observance *observance, const OneLine *line)
{
  g_auto (GStrv) parts = g_strsplit (line->value, ",", MAX_DATES);

  for (guint i = 0; parts[i]; i++) {
    OneDateTime written;

    if (one_datetime_read (parts[i], strlen (parts[i]), &written)
        && observance->dates->len < MAX_DATES)
      g_array_append_val (observance->dates, written);
  }
}

static gboolean
read_rule (Observance *observance, const OneLine *line, char **why)
{
  g_autofree char *note = NULL;

  if (one_rule_is_empty (line->value))
    return TRUE;
  if (!one_rule_read (line->value, &observance->rule, &note)) {
    *why = g_steal_pointer (&note);
    return FALSE;
  }
  if (observance->rule.freq != ONE_FREQ_YEARLY) {
    *why = g_strdup ("its rule is not yearly");
    return FALSE;
  }
  observance->has_rule = TRUE;
  return TRUE;
}

static gboolean
read_property (Observance *observance, const OneLine *line, char **why)
{
  OneDateTime written;

  if (strcmp (line->name, "DTSTART") == 0
      && one_datetime_read (line->value, line->length, &written)) {
    observance->start = written.wall;
    observance->has_start = TRUE;
  } else if (strcmp (line->name, "TZOFFSETFROM") == 0) {
    observance->has_before = read_offset (line->value, &observance->before);
  } else if (strcmp (line->name, "TZOFFSETTO") == 0) {
    observance->has_after = read_offset (line->value, &observance->after);
  } else if (strcmp (line->name, "RDATE") == 0) {
    read_dates (observance, line);
  } else if (strcmp (line->name, "RRULE") == 0) {
    return read_rule (observance, line, why);
  }
  return TRUE;
}

static void
add_onset (Expansion *expansion, const Observance *observance, gint64 utc)
{
  one_zone_add (expansion->zone, utc, observance->after);
  if (utc >= expansion->last) {
    expansion->last = utc;
    expansion->is_standard = observance->is_standard;
  }
  if (utc >= expansion->first)
    return;
  expansion->first = utc;
  expansion->before = observance->before;
}

static void
expand_rule (Expansion *expansion, const Observance *observance)
{
  const OneDateTime *until = &observance->rule.until;
  OneRecur recur;
  gint64 wall, last = one_civil_day (ONE_ZONE_LAST_YEAR, 12, 31) * ONE_DAY_SECONDS;

  if (until->kind == ONE_DATETIME_UTC)
    last = MIN (last, until->wall + observance->before);
  else if (until->kind == ONE_DATETIME_DATE)
    last = MIN (last, until->wall + ONE_DAY_SECONDS - 1);
  else if (until->kind != ONE_DATETIME_NONE)
    last = MIN (last, until->wall);
  one_recur_begin (&recur, &observance->rule, observance->start, observance->start, last);
  while (one_recur_next (&recur, &expansion->budget, &wall) && wall <= last)
    add_onset (expansion, observance, wall - observance->before);
  one_recur_finish (&recur);
}

static void
expand (Expansion *expansion, const Observance *observance)
{
  if (!observance->has_start || !observance->has_before || !observance->has_after)
    return;
  expansion->count++;
  expansion->has_change |= observance->before != observance->after;
  expansion->is_ruled |= observance->has_rule;
  expansion->is_endless |= observance->has_rule && observance->rule.until.kind == ONE_DATETIME_NONE
                           && observance->rule.count == 0;
  add_onset (expansion, observance, observance->start - observance->before);
  if (observance->has_rule)
    expand_rule (expansion, observance);
  for (guint i = 0; i < observance->dates->len; i++) {
    const OneDateTime *date = &g_array_index (observance->dates, OneDateTime, i);
    gboolean utc = date->kind == ONE_DATETIME_UTC;

    add_onset (expansion, observance, utc ? date->wall : date->wall - observance->before);
  }
}

static void
observance_reset (Observance *observance)
{
  GArray *dates = observance->dates;

  g_array_set_size (dates, 0);
  memset (observance, 0, sizeof *observance);
  observance->dates = dates;
}

static void
read_until (Expansion *expansion, const OneLine *line)
{
  OneDateTime written;

  if (one_datetime_read (line->value, line->length, &written))
    expansion->until = written.wall;
}

/* How far it goes. One part alone, or the years one by one, are what was needed for some events; a
 * zone that stopped to change has rules that end, and a standard time after them. */
static gint64
find_last (const Expansion *expansion)
{
  gboolean for_good =
      expansion->is_endless || (expansion->is_ruled && expansion->is_standard)
      || (expansion->count == 1 && expansion->first < EVER && !expansion->has_change);

  return MIN (for_good ? G_MAXINT64 : expansion->last, expansion->until);
}

/* Takes one line; an END of an observance expands it. */
static gboolean
take_line (Expansion *expansion, Observance *observance, const OneLine *line, char **why)
{
  if (strcmp (line->name, "BEGIN") == 0) {
    observance_reset (observance);
    observance->is_standard = g_ascii_strcasecmp (line->value, "STANDARD") == 0;
  } else if (strcmp (line->name, "TZUNTIL") == 0) {
    read_until (expansion, line);
  } else if (strcmp (line->name, "END") == 0 && expansion->count < MAX_OBSERVANCES) {
    expand (expansion, observance);
  } else if (strcmp (line->name, "END") == 0) {
    *why = g_strdup_printf ("it has more than %d parts", MAX_OBSERVANCES);
  } else {
    return read_property (observance, line, why);
  }
  return *why == NULL;
}

OneZone *
one_vtimezone_read (const char *name, const GString *text, char line_end, char **why)
{
  Expansion expansion = {
    .first = G_MAXINT64, .last = G_MININT64, .until = G_MAXINT64, .budget = BUDGET
  };
  Observance observance = { .dates = g_array_new (FALSE, FALSE, sizeof (OneDateTime)) };
  g_autoptr (OneZone) zone = one_zone_new (name, 0);
  OneLines lines = { 0 };
  OneLine line;

  *why = NULL;
  expansion.zone = zone;
  one_line_begin (&lines, text->str, text->len, 1, line_end);
  while (!*why && one_line_next (&lines, &line))
    (void) take_line (&expansion, &observance, &line, why);
  one_line_finish (&lines);
  g_array_unref (observance.dates);
  if (!*why && expansion.count == 0)
    *why = g_strdup ("it is empty");
  if (*why)
    return NULL;
  g_array_index (zone->spans, OneSpan, 0).offset = expansion.before;
  zone->first = expansion.first;
  zone->last = find_last (&expansion);
  one_zone_finish (zone);
  return g_steal_pointer (&zone);
}

char *
one_vtimezone_get (const char *text, gsize length, char line_end, const char *property)
{
  OneLines lines = { 0 };
  OneLine line;
  char *value = NULL;

  one_line_begin (&lines, text, length, 1, line_end);
  while (!value && one_line_next (&lines, &line) && strcmp (line.name, "BEGIN") != 0)
    if (strcmp (line.name, property) == 0)
      value = g_strdup (line.value);
  one_line_finish (&lines);
  return value;
}
