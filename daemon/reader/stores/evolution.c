/* SPDX-License-Identifier: MIT */
#include "reader/stores/evolution.h"

#include <string.h>

/* Since evolution-data-server 3.28, of 2018. Columns were added in between, none of these changed.
 */
#define OLDEST 2
#define NEWEST 4

#define DELETED "3" /* while offline: the row stays until the server knows */
#define MAX_ZONES 500
#define BEGIN "BEGIN:VEVENT"
#define END "END:VEVENT"

static gboolean
check_version (sqlite3 *database, OneStoreRows *rows)
{
  g_autoptr (sqlite3_stmt) ask =
      one_store_rows_ask (rows, database, "SELECT value FROM ECacheKeys WHERE key = 'version'");
  int version;

  if (!ask)
    return FALSE;
  if (!one_store_rows_next (rows, ask))
    return one_store_rows_fail (rows, "it is no calendar of Evolution's");
  version = sqlite3_column_int (ask, 0);
  return (version >= OLDEST && version <= NEWEST)
         || one_store_rows_fail (rows, "it has a form (%d) that oned does not know", version);
}

/* Adds zones that evolution-data-server itself lacks. */
static gboolean
write_zones (sqlite3 *database, OneStoreRows *rows)
{
  g_autoptr (sqlite3_stmt) ask = one_store_rows_ask (rows, database, "SELECT zone FROM timezones");

  for (guint i = 0; ask && i < MAX_ZONES && one_store_rows_next (rows, ask); i++) {
    one_store_rows_add (rows, ask, 0);
    g_string_append (rows->text, "\r\n");
  }
  return rows->why == NULL;
}

/* Whether a line of that row begins or ends what the row as a whole is, or stands in. */
static gboolean
is_border (const char *line)
{
  const char *name = strchr ("Bb", line[0]) ? line + strlen ("BEGIN:") : line + strlen ("END:");

  if (g_ascii_strncasecmp (line, "BEGIN:", 6) != 0 && g_ascii_strncasecmp (line, "END:", 4) != 0)
    return FALSE;
  return g_ascii_strncasecmp (name, "VEVENT", 6) == 0
         || g_ascii_strncasecmp (name, "VCALENDAR", 9) == 0;
}

/* Where the row's one event ends; NULL if it is not one event, and could make another of what
 * stands around it. */
static const char *
find_end (const char *text)
{
  const char *line = text;

  if (!g_str_has_prefix (text, BEGIN) || strcspn (text, "\r\n") != strlen (BEGIN))
    return NULL;
  while ((line = strchr (line, '\n'))) {
    line++;
    if (!strchr ("BbEe", line[0]) || !line[0] || !is_border (line))
      continue;
    if (!g_str_has_prefix (line, END))
      return NULL;
    line += strlen (END);
    return line[strspn (line, "\r\n")] ? NULL : line;
  }
  return NULL;
}

static void
write_event (sqlite3_stmt *row, OneStoreRows *rows)
{
  const char *text = (const char *) sqlite3_column_text (row, 0);
  const char *end = text ? find_end (text) : NULL;

  rows->is_lacking |= !end;
  if (!end)
    return;
  g_string_append_len (rows->text, text, end - text);
  g_string_append (rows->text, "\r\n");
  rows->events++;
}

gboolean
one_evolution_write (sqlite3 *database, OneStoreRows *rows)
{
  g_autoptr (sqlite3_stmt) ask = NULL;

  if (!check_version (database, rows))
    return FALSE;
  g_string_append (rows->text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                               "PRODID:-//Ximian//NONSGML Evolution Calendar//EN\r\n");
  if (!write_zones (database, rows))
    return FALSE;
  ask = one_store_rows_ask (
      rows, database, "SELECT ECacheOBJ FROM ECacheObjects WHERE ECacheState IS NOT " DELETED);
  while (ask && one_store_rows_next (rows, ask))
    write_event (ask, rows);
  g_string_append (rows->text, "END:VCALENDAR\r\n");
  return rows->why == NULL;
}
