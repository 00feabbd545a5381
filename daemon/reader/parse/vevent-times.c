/* SPDX-License-Identifier: MIT */
#include "reader/parse/vevent-times.h"

#include <string.h>

#include "reader/parse/property.h"

typedef struct {
  OneFileContext *context;
  OneVEvent *vevent;
  const OneLine *line;
  const char *zone; /* TZID, kept; NULL if none */
  gboolean this_and_future;
  char *value; /* without white space and stray quotes around it */
} Place;

/* Reads one time; one that floats takes the zone of its line. */
static gboolean
read_time (const Place *place, const char *text, gsize length, OneDateTime *written)
{
  if (!one_datetime_read (text, length, written))
    return FALSE;
  if (written->kind == ONE_DATETIME_FLOATING && place->zone) {
    written->kind = ONE_DATETIME_ZONED;
    written->zone = place->zone;
  }
  return TRUE;
}

static void
tell_unread (const Place *place, const char *text)
{
  one_file_context_tell (place->context, place->line->number, "%s '%.40s' cannot be read",
                         place->line->name, text);
}

static void
take_start (Place *place)
{
  if (place->vevent->start.kind != ONE_DATETIME_NONE)
    return; /* A second one is against RFC 5545 3.6.1; the first holds. */
  if (read_time (place, place->value, strlen (place->value), &place->vevent->start))
    return;
  if (!place->vevent->unusable)
    tell_unread (place, place->value);
  place->vevent->unusable = TRUE;
}

static void
take_end (Place *place)
{
  if (place->vevent->end.kind == ONE_DATETIME_NONE
      && !read_time (place, place->value, strlen (place->value), &place->vevent->end))
    tell_unread (place, place->value);
}

static void
take_duration (Place *place)
{
  OneDuration *duration = &place->vevent->duration;

  if (place->vevent->has_duration)
    return;
  place->vevent->has_duration =
      one_datetime_read_duration (place->value, strlen (place->value), duration);
  if (!place->vevent->has_duration)
    tell_unread (place, place->value);
}

static void
take_original (Place *place)
{
  OneVEvent *vevent = place->vevent;

  if (vevent->original.kind != ONE_DATETIME_NONE)
    return;
  if (!read_time (place, place->value, strlen (place->value), &vevent->original)) {
    tell_unread (place, place->value);
    vevent->unusable = TRUE; /* Without it, it would stand in for the whole series. */
  }
  vevent->this_and_future = place->this_and_future;
}

static void
add_rule (Place *place, GArray **rules)
{
  OneVEvent *vevent = place->vevent;
  g_autofree char *why = NULL;
  gboolean exrule = rules == &vevent->exrules;
  OneRule rule;

  if (one_rule_is_empty (place->value))
    return;
  if (!one_rule_read (place->value, &rule, &why)) {
    one_file_context_tell (place->context, place->line->number, "%s; the event is left out", why);
    vevent->unusable = TRUE;
    return;
  }
  if (why)
    one_file_context_tell (place->context, place->line->number, "%s", why);
  if (rule.freq == ONE_FREQ_SUB_DAILY) {
    one_file_context_tell (place->context, place->line->number,
                           "a rule with a FREQ below DAILY is not expanded");
    vevent->sub_daily = vevent->sub_daily || !exrule;
    vevent->unusable = vevent->unusable || exrule;
    return;
  }
  if (!*rules)
    *rules = g_array_new (FALSE, FALSE, sizeof (OneRule));
  if ((*rules)->len < ONE_VEVENT_MAX_RULES) {
    g_array_append_val (*rules, rule);
    return;
  }
  vevent->clipped = TRUE;
  one_file_context_tell_once (place->context, vevent->line, "more than %d rules in an event",
                              ONE_VEVENT_MAX_RULES);
}

static void
take_rule (Place *place)
{
  add_rule (place, &place->vevent->rules);
}

static void
take_exrule (Place *place)
{
  add_rule (place, &place->vevent->exrules);
}

/* RFC 5545 3.3.9: start/end or start/duration. */
static gboolean
read_extra (const Place *place, const char *text, OneExtra *extra)
{
  const char *slash = strchr (text, '/');
  gsize length = slash ? (gsize) (slash - text) : strlen (text);

  memset (extra, 0, sizeof *extra);
  if (!read_time (place, text, length, &extra->start))
    return FALSE;
  if (!slash)
    return TRUE;
  extra->has_duration =
      one_datetime_read_duration (slash + 1, strlen (slash + 1), &extra->duration);
  return extra->has_duration || read_time (place, slash + 1, strlen (slash + 1), &extra->end);
}

/* Calls back for each value of a list, as far as they are not too many. */
static void
take_list (Place *place, void (*take) (Place *place, const char *text), GArray *const *dates)
{
  char *next = place->value;

  while (next && (!*dates || (*dates)->len < ONE_VEVENT_MAX_DATES)) {
    char *text = next, *comma = strchr (text, ',');

    next = comma ? comma + 1 : NULL;
    if (comma)
      *comma = '\0';
    text = g_strstrip (text);
    if (*text)
      take (place, text);
  }
  if (!next)
    return;
  place->vevent->clipped = TRUE;
  one_file_context_tell_once (place->context, place->vevent->line, "more than %d of %s in an event",
                              ONE_VEVENT_MAX_DATES, place->line->name);
}

static void
add_extra (Place *place, const char *text)
{
  OneExtra extra;

  if (!read_extra (place, text, &extra)) {
    tell_unread (place, text);
    return;
  }
  if (!place->vevent->extras)
    place->vevent->extras = g_array_new (FALSE, FALSE, sizeof (OneExtra));
  g_array_append_val (place->vevent->extras, extra);
}

static void
add_excluded (Place *place, const char *text)
{
  OneDateTime written;

  if (!read_time (place, text, strlen (text), &written)) {
    tell_unread (place, text);
    return;
  }
  if (!place->vevent->excluded)
    place->vevent->excluded = g_array_new (FALSE, FALSE, sizeof (OneDateTime));
  g_array_append_val (place->vevent->excluded, written);
}

static void
take_extras (Place *place)
{
  take_list (place, add_extra, &place->vevent->extras);
}

static void
take_excluded (Place *place)
{
  take_list (place, add_excluded, &place->vevent->excluded);
}

static const struct {
  const char *name;
  void (*take) (Place *place);
} properties[] = {
  { "DTEND", take_end },
  { "DTSTART", take_start },
  { "DURATION", take_duration },
  { "EXDATE", take_excluded },
  { "EXRULE", take_exrule },
  { "RDATE", take_extras },
  { "RECURRENCE-ID", take_original },
  { "RRULE", take_rule },
};

static gboolean
looks_like_time (const char *value)
{
  value += strspn (value, " \t");
  return strspn (value, "0123456789") >= 8 || strchr ("Pp+-", *value);
}

/* Exchange writes "TZID=(GMT+01:00) Amsterdam" without the quotes that its colon would need: then
 * the value begins after the last colon. */
static void
mend_value (OneLine *line)
{
  char *colon = strrchr (line->value, ':');

  if (!*line->params || !colon || looks_like_time (line->value) || !looks_like_time (colon + 1))
    return;
  line->value[-1] = ':';
  *colon = '\0';
  line->length -= (gsize) (colon + 1 - line->value);
  line->value = colon + 1;
}

static void
take_param (icalparameter *param, gpointer data)
{
  Place *place = data;

  if (icalparameter_isa (param) == ICAL_TZID_PARAMETER && !place->zone) {
    g_autofree char *zone = g_strstrip (g_strdup (icalparameter_get_tzid (param)));

    place->zone = *zone ? one_file_context_keep (place->context, zone) : NULL;
  } else if (icalparameter_isa (param) == ICAL_RANGE_PARAMETER) {
    place->this_and_future = icalparameter_get_range (param) == ICAL_RANGE_THISANDFUTURE;
  }
}

void
one_vevent_times_take (OneFileContext *context, OneVEvent *vevent, const OneLine *line)
{
  OneLine mended = *line;
  Place place = { .context = context, .vevent = vevent, .line = &mended };

  mend_value (&mended);
  one_property_each_param (context->properties, &mended, take_param, &place);
  place.value = g_strstrip (mended.value);
  if (g_str_has_suffix (place.value, "\""))
    place.value[strlen (place.value) - 1] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    if (strcmp (line->name, properties[i].name) == 0)
      properties[i].take (&place);
}
