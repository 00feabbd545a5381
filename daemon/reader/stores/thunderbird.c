/* SPDX-License-Identifier: MIT */
#include "reader/stores/thunderbird.h"

#include <string.h>
#include "reader/stores/thunderbird-time.h"

#define VERSION 23 /* of the tables, since 2012 */
#define ALL_DAY 8  /* flags of an event */
#define ID_IS_DATE 512
#define MAX_LINES 2000  /* of one table about one event */
#define FOLD 4000       /* bytes after which a line is folded */
#define MAX_LINE 200000 /* bytes of a line; what is longer is left out */
#define DELETED "4"     /* while offline: the row stays until the server knows */

/* The columns of EVENTS. */
enum {
  CALENDAR,
  ID,
  TITLE,
  STATUS,
  FLAGS,
  START,
  START_ZONE,
  END,
  END_ZONE,
  RECURRENCE_ID,
  RECURRENCE_ZONE,
  STAMP,
  MODIFIED,
};

#define EVENTS                                                                                     \
  "SELECT cal_id, id, title, ical_status, flags, event_start, event_start_tz, event_end, "         \
  "event_end_tz, recurrence_id, recurrence_id_tz, event_stamp, last_modified FROM cal_events "     \
  "WHERE (?1 IS NULL OR cal_id = ?1) AND offline_journal IS NOT " DELETED

/* Rows of one event: ?1 and ?2 are the calendar and the id, ?3 and ?4 the RECURRENCE-ID. */
#define RULES "SELECT icalString FROM cal_recurrence WHERE cal_id = ?1 AND item_id = ?2"
#define OF_EVENT                                                                                   \
  " WHERE cal_id = ?1 AND item_id = ?2 AND recurrence_id IS ?3 AND recurrence_id_tz IS ?4"
#define PEOPLE "SELECT icalString FROM cal_attendees" OF_EVENT
#define PROPERTIES "SELECT key, value FROM cal_properties" OF_EVENT

typedef struct {
  OneStoreRows *rows; /* (borrowed) */
  OneThunderbirdZones *zones;
  sqlite3_stmt *events, *rules, *people, *properties;
  GString *event; /* the lines of the event in hand */
} Writer;

static const char *
get_text (sqlite3_stmt *row, int column)
{
  return (const char *) sqlite3_column_text (row, column);
}

/* Folds, so that no line is longer than what reads them takes. */
static void
add_line (Writer *writer, const char *name, const char *value)
{
  gsize length = strlen (value);

  if (length > MAX_LINE) {
    writer->rows->is_lacking = TRUE;
    return;
  }
  g_string_append (writer->event, name);
  for (gsize at = 0; at < length; at += FOLD) {
    if (at > 0)
      g_string_append (writer->event, "\r\n ");
    g_string_append_len (writer->event, value + at, (gssize) MIN (FOLD, length - at));
  }
  g_string_append (writer->event, "\r\n");
}

/* RFC 5545 3.3.11 */
static void
add_text (Writer *writer, const char *name, const char *text)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  for (; text && *text; text++) {
    if (*text == '\n')
      g_string_append (escaped, "\\n");
    else if (*text != '\r')
      g_string_append_printf (escaped, "%s%c", strchr ("\\;,", *text) ? "\\" : "", *text);
  }
  add_line (writer, name, escaped->str);
}

/* One line of a value that must not become two. */
static void
add_value (Writer *writer, const char *name, const char *value)
{
  g_autofree char *line = g_strdup (value ? value : "");

  g_strdelimit (line, "\r\n", ' ');
  add_line (writer, name, line);
}

static gboolean
begins_with_one (const char *line, const char *const *names)
{
  for (; *names; names++)
    if (g_str_has_prefix (line, *names) && strchr (":;", line[strlen (*names)]))
      return TRUE;
  return FALSE;
}

/* Asks `ask` about the event in hand, and adds the lines that it has, if they are of `names`. */
static void
add_lines (Writer *writer, sqlite3_stmt *ask, const char *const *names)
{
  for (guint i = 0; i < MAX_LINES && one_store_rows_next (writer->rows, ask); i++) {
    const char *line = get_text (ask, 0);

    if (!line || !begins_with_one (line, names))
      continue;
    g_string_append_len (writer->event, line, (gssize) strcspn (line, "\r\n"));
    g_string_append (writer->event, "\r\n");
  }
}

/* The property of that key, of those that can tell of a meeting. */
static void
add_property (Writer *writer, const char *key, const char *value)
{
  static const char *const texts[] = { "DESCRIPTION", "LOCATION", "COMMENT", NULL };
  static const char *const values[] = { "SEQUENCE", "URL", "TRANSP", "CLASS", NULL };
  gsize length = strlen (key);
  g_autofree char *name = g_strconcat (key, ":", NULL);
  gboolean is_own = g_str_has_prefix (key, "X-") && !g_str_has_prefix (key, "X-MOZ-")
                    && strspn (key, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == length;

  if (g_strv_contains (texts, key))
    add_text (writer, name, value);
  else if (is_own || g_strv_contains (values, key))
    add_value (writer, name, value);
}

static void
add_properties (Writer *writer)
{
  for (guint i = 0; i < MAX_LINES && one_store_rows_next (writer->rows, writer->properties); i++) {
    const char *key = get_text (writer->properties, 0);
    const char *value = get_text (writer->properties, 1);

    if (key && value)
      add_property (writer, key, value);
  }
}

/* Has a statement ask about the event in hand. */
static void
aim (Writer *writer, sqlite3_stmt *ask)
{
  static const int columns[] = { CALENDAR, ID, RECURRENCE_ID, RECURRENCE_ZONE };

  sqlite3_reset (ask);
  for (int i = 0; i < MIN ((int) G_N_ELEMENTS (columns), sqlite3_bind_parameter_count (ask)); i++)
    sqlite3_bind_value (ask, i + 1, sqlite3_column_value (writer->events, columns[i]));
}

/* FALSE if it is at no time that anybody meets. */
static gboolean
add_time (Writer *writer, const char *name, int at, int zone, gboolean is_date)
{
  OneThunderbirdTime time = { .name = name, .is_date = is_date };

  if (sqlite3_column_type (writer->events, at) == SQLITE_NULL)
    return FALSE;
  time.micros = sqlite3_column_int64 (writer->events, at);
  time.zone = zone >= 0 ? get_text (writer->events, zone) : "UTC";
  return one_thunderbird_time_add (writer->zones, &time, writer->rows, writer->event);
}

static gboolean
add_times (Writer *writer)
{
  int flags = sqlite3_column_int (writer->events, FLAGS);
  gboolean all_day = (flags & ALL_DAY) != 0;

  if (!add_time (writer, "DTSTART", START, START_ZONE, all_day))
    return FALSE;
  add_time (writer, "DTEND", END, END_ZONE, all_day);
  add_time (writer, "RECURRENCE-ID", RECURRENCE_ID, RECURRENCE_ZONE, (flags & ID_IS_DATE) != 0);
  add_time (writer, "DTSTAMP", STAMP, -1, FALSE);
  add_time (writer, "LAST-MODIFIED", MODIFIED, -1, FALSE);
  return TRUE;
}

static void
add_event (Writer *writer)
{
  static const char *const rules[] = { "RRULE", "EXRULE", "RDATE", "EXDATE", NULL };
  static const char *const people[] = { "ATTENDEE", "ORGANIZER", NULL };
  const char *status = get_text (writer->events, STATUS);

  g_string_assign (writer->event, "BEGIN:VEVENT\r\n");
  add_value (writer, "UID:", get_text (writer->events, ID));
  if (!add_times (writer)) {
    writer->rows->is_lacking = TRUE;
    return;
  }
  add_text (writer, "SUMMARY:", get_text (writer->events, TITLE));
  if (status)
    add_value (writer, "STATUS:", status);
  if (sqlite3_column_type (writer->events, RECURRENCE_ID) == SQLITE_NULL) {
    aim (writer, writer->rules);
    add_lines (writer, writer->rules, rules);
  }
  aim (writer, writer->people);
  add_lines (writer, writer->people, people);
  aim (writer, writer->properties);
  add_properties (writer);
  g_string_append (writer->event, "END:VEVENT\r\n");
  g_string_append_len (writer->rows->text, writer->event->str, (gssize) writer->event->len);
  writer->rows->events++;
}

static gboolean
check_version (sqlite3 *database, OneStoreRows *rows)
{
  g_autoptr (sqlite3_stmt) ask =
      one_store_rows_ask (rows, database, "SELECT version FROM cal_calendar_schema_version");
  int version;

  if (!ask)
    return FALSE;
  if (!one_store_rows_next (rows, ask))
    return one_store_rows_fail (rows, "it is no calendar of Thunderbird's");
  version = sqlite3_column_int (ask, 0);
  return version == VERSION
         || one_store_rows_fail (rows, "it has a form (%d) that oned does not know", version);
}

static gboolean
writer_open (Writer *writer, sqlite3 *database)
{
  writer->events = one_store_rows_ask (writer->rows, database, EVENTS);
  writer->rules = one_store_rows_ask (writer->rows, database, RULES);
  writer->people = one_store_rows_ask (writer->rows, database, PEOPLE);
  writer->properties = one_store_rows_ask (writer->rows, database, PROPERTIES);
  return writer->rows->why == NULL;
}

static void
writer_close (Writer *writer)
{
  sqlite3_finalize (writer->events);
  sqlite3_finalize (writer->rules);
  sqlite3_finalize (writer->people);
  sqlite3_finalize (writer->properties);
  one_thunderbird_zones_free (writer->zones);
  g_string_free (writer->event, TRUE);
}

gboolean
one_thunderbird_write (sqlite3 *database, const char *calendar, OneZones *zones, OneStoreRows *rows)
{
  Writer writer = { .rows = rows };

  if (!check_version (database, rows))
    return FALSE;
  writer.event = g_string_new (NULL);
  writer.zones = one_thunderbird_zones_new (zones);
  g_string_append (rows->text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                               "PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN\r\n");
  if (writer_open (&writer, database)) {
    sqlite3_bind_text (writer.events, 1, calendar, -1, SQLITE_STATIC);
    while (one_store_rows_next (rows, writer.events))
      add_event (&writer);
  }
  g_string_append (rows->text, "END:VCALENDAR\r\n");
  writer_close (&writer);
  return rows->why == NULL;
}
