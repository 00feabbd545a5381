/* SPDX-License-Identifier: MIT */
#include "reader/sheet.h"

#include <stdarg.h>
#include <string.h>

#include "model/text.h"
#include "reader/draft.h"
#include "reader/line.h"
#include "reader/vtimezone.h"

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
  calendar->placed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, found_free);
  return calendar;
}

static void
calendar_reset (OneCalendar *calendar)
{
  g_clear_pointer (&calendar->producer, g_free);
  g_clear_pointer (&calendar->zone, g_free);
  calendar->cancel = FALSE;
  g_ptr_array_set_size (calendar->zones, 0);
  g_hash_table_remove_all (calendar->placed);
}

static void
calendar_free (gpointer data)
{
  OneCalendar *calendar = data;

  calendar_reset (calendar);
  g_ptr_array_unref (calendar->zones);
  g_hash_table_unref (calendar->placed);
  g_free (calendar);
}

OneSheet *
one_sheet_new (const OneRequest *request, OneZones *zones)
{
  OneSheet *sheet = g_new0 (OneSheet, 1);

  sheet->request = request;
  sheet->zones = zones;
  sheet->user_zone = one_zones_system (zones, request->zone);
  if (!sheet->user_zone)
    sheet->user_zone = one_zones_system (zones, "UTC");
  sheet->calendars = g_ptr_array_new_with_free_func (calendar_free);
  g_ptr_array_add (sheet->calendars, calendar_new ());
  sheet->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) one_draft_free);
  sheet->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sheet->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return sheet;
}

void
one_sheet_begin (OneSheet *sheet, OneReading *reading, OneSource *source)
{
  sheet->reading = reading;
  sheet->source = source;
  sheet->budget = BUDGET;
  sheet->line_end = '\n';
}

void
one_sheet_end (OneSheet *sheet)
{
  g_ptr_array_set_size (sheet->drafts, 0);
  g_ptr_array_set_size (sheet->calendars, 1);
  calendar_reset (g_ptr_array_index (sheet->calendars, 0));
  g_hash_table_remove_all (sheet->words);
  g_hash_table_remove_all (sheet->told);
  sheet->reading = NULL;
  sheet->source = NULL;
}

void
one_sheet_free (OneSheet *sheet)
{
  g_ptr_array_unref (sheet->calendars);
  g_ptr_array_unref (sheet->drafts);
  g_hash_table_unref (sheet->words);
  g_hash_table_unref (sheet->told);
  g_free (sheet);
}

static void
tell (OneSheet *sheet, guint line, const char *text)
{
  GPtrArray *troubles = sheet->reading->troubles;
  g_autofree char *clean = NULL;

  if (troubles->len > MAX_TROUBLES)
    return;
  if (troubles->len == MAX_TROUBLES) {
    line = 0;
    text = "there is more wrong with this file than is listed";
  }
  clean = one_text_clean (text, -1, MAX_TROUBLE_CHARS);
  g_ptr_array_add (troubles, one_trouble_new (sheet->reading->path, line, clean));
}

void
one_sheet_tell (OneSheet *sheet, guint line, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  tell (sheet, line, text);
}

void
one_sheet_tell_once (OneSheet *sheet, guint line, const char *format, ...)
{
  char *text;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  if (sheet->reading->troubles->len <= MAX_TROUBLES && !g_hash_table_contains (sheet->told, text))
    tell (sheet, line, text);
  g_hash_table_add (sheet->told, text);
}

const char *
one_sheet_keep (OneSheet *sheet, const char *text)
{
  char *kept = g_hash_table_lookup (sheet->words, text);

  if (!kept) {
    kept = g_strdup (text);
    g_hash_table_insert (sheet->words, kept, kept);
  }
  return kept;
}

OneCalendar *
one_sheet_get_calendar (OneSheet *sheet)
{
  return g_ptr_array_index (sheet->calendars, sheet->calendars->len - 1);
}

void
one_sheet_begin_calendar (OneSheet *sheet)
{
  OneCalendar *calendar = one_sheet_get_calendar (sheet);
  const OneDraft *last = NULL;

  if (sheet->drafts->len > 0)
    last = g_ptr_array_index (sheet->drafts, sheet->drafts->len - 1);
  /* Nothing belongs to the calendar in hand, so it can be this one. */
  if (!calendar->producer && !calendar->zone && !calendar->cancel && calendar->zones->len == 0
      && (!last || last->calendar != calendar))
    return;
  g_ptr_array_add (sheet->calendars, calendar_new ());
}

static void
take_property (OneCalendar *calendar, const OneLine *line)
{
  if (strcmp (line->name, "PRODID") == 0) {
    g_free (calendar->producer);
    calendar->producer = g_strndup (line->value, 1024);
  } else if (strcmp (line->name, "METHOD") == 0) {
    calendar->cancel = g_ascii_strcasecmp (line->value, "CANCEL") == 0;
  } else if (strcmp (line->name, "X-WR-TIMEZONE") == 0) {
    g_free (calendar->zone);
    calendar->zone = one_line_get_text (line);
  }
}

void
one_sheet_add_property (OneSheet *sheet, const char *text, gsize length)
{
  OneLines lines = { 0 };
  OneLine line;

  if (!one_tells_begins (text, length, "PRODID", 6) && !one_tells_begins (text, length, "METHOD", 6)
      && !one_tells_begins (text, length, "X-WR-TIMEZONE", 13))
    return;
  one_lines_begin (&lines, text, length, 1, sheet->line_end);
  if (one_lines_next (&lines, &line))
    take_property (one_sheet_get_calendar (sheet), &line);
  one_lines_finish (&lines);
}

void
one_sheet_add_zone (OneSheet *sheet, const char *text, gsize length, guint line)
{
  OneCalendar *calendar = one_sheet_get_calendar (sheet);
  OneOwnZone *zone;

  if (calendar->zones->len >= MAX_ZONES) {
    one_sheet_tell_once (sheet, line, "more than %d time zones in a calendar", MAX_ZONES);
    return;
  }
  zone = g_new0 (OneOwnZone, 1);
  zone->text = g_string_new_len (text, (gssize) length);
  zone->line = line;
  g_ptr_array_add (calendar->zones, zone);
}

static const GString *
find_zone (OneSheet *sheet, const OneCalendar *calendar, const char *name)
{
  for (guint i = 0; i < calendar->zones->len; i++) {
    OneOwnZone *zone = g_ptr_array_index (calendar->zones, i);

    if (!zone->name)
      zone->name = one_vtimezone_get (zone->text->str, zone->text->len, sheet->line_end, "TZID");
    if (g_strcmp0 (zone->name, name) == 0)
      return zone->text;
  }
  return NULL;
}

const GString *
one_sheet_find_zone (OneSheet *sheet, const OneCalendar *calendar, const char *name)
{
  const GString *found = find_zone (sheet, calendar, name);

  /* Files that were put together may define a zone only once. */
  for (guint i = 0; !found && i < sheet->calendars->len; i++)
    found = find_zone (sheet, g_ptr_array_index (sheet->calendars, i), name);
  return found;
}
