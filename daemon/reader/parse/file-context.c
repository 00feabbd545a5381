/* SPDX-License-Identifier: MIT */
#include "reader/parse/file-context.h"

#include <stdarg.h>
#include <string.h>

#include "model/base/text.h"
#include "reader/parse/property.h"
#include "reader/parse/vevent.h"
#include "reader/zone/vtimezone.h"

#define MAX_TROUBLES 100
#define MAX_TROUBLE_CHARS 300
#define MAX_ZONES 500
#define BUDGET (5 * 1000 * 1000) /* well under a second */

static void
own_zone_free (gpointer data)
{
  OneOwnZone *zone = data;

  g_free (zone->name);
  g_string_free (zone->text, TRUE);
  g_free (zone);
}

static void
found_free (gpointer data)
{
  OneFound *found = data;

  g_free (found->why);
  g_free (found);
}

static OneCalendar *
calendar_new (void)
{
  OneCalendar *calendar = g_new0 (OneCalendar, 1);

  calendar->zones = g_ptr_array_new_with_free_func (own_zone_free);
  calendar->overrides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, found_free);
  return calendar;
}

static void
calendar_reset (OneCalendar *calendar)
{
  g_clear_pointer (&calendar->producer, g_free);
  g_clear_pointer (&calendar->zone, g_free);
  calendar->cancel = calendar->aside = FALSE;
  g_ptr_array_set_size (calendar->zones, 0);
  g_hash_table_remove_all (calendar->overrides);
}

static void
calendar_free (gpointer data)
{
  OneCalendar *calendar = data;

  calendar_reset (calendar);
  g_ptr_array_unref (calendar->zones);
  g_hash_table_unref (calendar->overrides);
  g_free (calendar);
}

OneFileContext *
one_file_context_new (const OneRequest *request, OneZones *zones)
{
  OneFileContext *context = g_new0 (OneFileContext, 1);

  context->request = request;
  context->zones = zones;
  context->user_zone = one_zones_named (zones, request->zone);
  if (!context->user_zone)
    context->user_zone = one_zones_utc (zones);
  context->calendars = g_ptr_array_new_with_free_func (calendar_free);
  g_ptr_array_add (context->calendars, calendar_new ());
  context->vevents = g_ptr_array_new_with_free_func ((GDestroyNotify) one_vevent_free);
  context->properties = one_property_cache_new ();
  context->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  context->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return context;
}

void
one_file_context_begin (OneFileContext *context, OneReading *reading, OneBytes *bytes)
{
  context->reading = reading;
  context->bytes = bytes;
  context->budget = BUDGET;
  context->line_end = '\n';
}

void
one_file_context_end (OneFileContext *context)
{
  g_ptr_array_set_size (context->vevents, 0);
  g_ptr_array_set_size (context->calendars, 1);
  calendar_reset (g_ptr_array_index (context->calendars, 0));
  g_hash_table_remove_all (context->words);
  g_hash_table_remove_all (context->told);
  context->reading = NULL;
  context->bytes = NULL;
}

void
one_file_context_free (OneFileContext *context)
{
  g_ptr_array_unref (context->calendars);
  g_ptr_array_unref (context->vevents);
  g_hash_table_unref (context->properties);
  g_hash_table_unref (context->words);
  g_hash_table_unref (context->told);
  g_free (context);
}

static void
tell (OneFileContext *context, guint line, const char *text)
{
  GPtrArray *troubles = context->reading->troubles;
  g_autofree char *clean = NULL;

  if (troubles->len > MAX_TROUBLES)
    return;
  if (troubles->len == MAX_TROUBLES) {
    line = 0;
    text = "there is more wrong with this file than is listed";
  }
  clean = one_text_clean (text, -1, MAX_TROUBLE_CHARS);
  g_ptr_array_add (troubles, one_trouble_new (context->reading->path, line, clean));
}

void
one_file_context_tell (OneFileContext *context, guint line, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  tell (context, line, text);
}

void
one_file_context_tell_once (OneFileContext *context, guint line, const char *format, ...)
{
  char *text;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  if (context->reading->troubles->len <= MAX_TROUBLES
      && !g_hash_table_contains (context->told, text))
    tell (context, line, text);
  g_hash_table_add (context->told, text);
}

gboolean
one_file_context_is_told (OneFileContext *context, const char *what)
{
  return !g_hash_table_add (context->told, g_strdup (what));
}

const char *
one_file_context_keep (OneFileContext *context, const char *text)
{
  char *kept = g_hash_table_lookup (context->words, text);

  if (!kept) {
    kept = g_strdup (text);
    g_hash_table_insert (context->words, kept, kept);
  }
  return kept;
}

OneCalendar *
one_file_context_get_calendar (OneFileContext *context)
{
  return g_ptr_array_index (context->calendars, context->calendars->len - 1);
}

void
one_file_context_begin_calendar (OneFileContext *context)
{
  OneCalendar *calendar = one_file_context_get_calendar (context);
  const OneVEvent *last = NULL;

  if (context->vevents->len > 0)
    last = g_ptr_array_index (context->vevents, context->vevents->len - 1);
  /* Nothing belongs to the calendar in hand, so it can be this one. */
  if (!calendar->producer && !calendar->zone && !calendar->cancel && !calendar->aside
      && calendar->zones->len == 0 && (!last || last->calendar != calendar))
    return;
  g_ptr_array_add (context->calendars, calendar_new ());
}

/* RFC 5546 1.4: messages that say what one of its people answers, asks for or proposes. They are no
 * state of the event; nothing changes until a REQUEST or a CANCEL says so. */
static const char *const aside[] = { "REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH", NULL };

static void
take_property (OneCalendar *calendar, const OneLine *line)
{
  if (strcmp (line->name, "PRODID") == 0) {
    g_free (calendar->producer);
    calendar->producer = g_strndup (line->value, 1024);
  } else if (strcmp (line->name, "METHOD") == 0) {
    g_autofree char *method = g_ascii_strup (g_strstrip (line->value), -1);

    calendar->cancel = g_str_equal (method, "CANCEL");
    calendar->aside = g_strv_contains (aside, method);
  } else if (strcmp (line->name, "X-WR-TIMEZONE") == 0) {
    g_free (calendar->zone);
    calendar->zone = one_property_dup_text (line->value);
  }
}

void
one_file_context_add_property (OneFileContext *context, const char *text, gsize length)
{
  OneLines lines = { 0 };
  OneLine line;

  if (!one_key_lines_begins (text, length, "PRODID", 6)
      && !one_key_lines_begins (text, length, "METHOD", 6)
      && !one_key_lines_begins (text, length, "X-WR-TIMEZONE", 13))
    return;
  one_line_begin (&lines, text, length, 1, context->line_end);
  if (one_line_next (&lines, &line))
    take_property (one_file_context_get_calendar (context), &line);
  one_line_finish (&lines);
}

void
one_file_context_add_zone (OneFileContext *context, const char *text, gsize length, guint line)
{
  OneCalendar *calendar = one_file_context_get_calendar (context);
  OneOwnZone *zone;

  if (calendar->zones->len >= MAX_ZONES) {
    one_file_context_tell_once (context, line, "more than %d time zones in a calendar", MAX_ZONES);
    return;
  }
  zone = g_new0 (OneOwnZone, 1);
  zone->text = g_string_new_len (text, (gssize) length);
  zone->line = line;
  g_ptr_array_add (calendar->zones, zone);
}

/* Without blanks and quotes around it. */
static char *
plain_name (char *name)
{
  gsize length = strlen (g_strstrip (name));

  if (length < 2 || name[0] != '"' || name[length - 1] != '"')
    return name;
  name[length - 1] = name[0] = ' ';
  return g_strstrip (name);
}

/* Under that name; else under one that differs in case only. */
static const GString *
find_zone (OneFileContext *context, const OneCalendar *calendar, const char *name)
{
  g_autofree char *wanted = plain_name (g_strdup (name));
  const GString *similar = NULL;

  for (guint i = 0; i < calendar->zones->len; i++) {
    OneOwnZone *zone = g_ptr_array_index (calendar->zones, i);
    g_autofree char *id = NULL;

    if (!zone->name)
      id = one_vtimezone_get (zone->text->str, zone->text->len, context->line_end, "TZID");
    if (id)
      zone->name = plain_name (one_property_dup_text (id));
    if (g_strcmp0 (zone->name, wanted) == 0)
      return zone->text;
    if (zone->name && g_ascii_strcasecmp (zone->name, wanted) == 0)
      similar = zone->text;
  }
  return similar;
}

const GString *
one_file_context_find_zone (OneFileContext *context, const OneCalendar *calendar, const char *name)
{
  const GString *found = find_zone (context, calendar, name);

  /* Files that were put together may define a zone only once. */
  for (guint i = 0; !found && i < context->calendars->len; i++)
    found = find_zone (context, g_ptr_array_index (context->calendars, i), name);
  return found;
}
