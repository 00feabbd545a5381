/* SPDX-License-Identifier: MIT */
/* The yardstick: what it costs to do it the plain way, by libical alone. Parses a file, or each
 * file of a folder, whole; expands every series into the 14 days from an instant; prints what it
 * found. usage: plain-libical PATH NOW(seconds since the epoch) */
#include <libical/ical.h>

#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/bench/peak.h"

typedef struct {
  struct icaltimetype from;
  struct icaltimetype to;
  long events;
  long series;
  long occurrences;
} Count;

static void
count_occurrence (icalcomponent *event, struct icaltime_span *span, void *data)
{
  Count *count = data;

  count->occurrences++;
}

static void
count_events (Count *count, icalcomponent *calendar)
{
  icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);

  for (; event; event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT)) {
    count->events++;
    if (!icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY))
      continue;
    count->series++;
    icalcomponent_foreach_recurrence (event, count->from, count->to, count_occurrence, count);
  }
}

static void
count_file (Count *count, const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  icalcomponent *calendar = icalparser_parse_string (text);
  if (!calendar)
    g_error ("%s: no calendar", path);
  count_events (count, calendar);
  icalcomponent_free (calendar);
}

static void
count_folder (Count *count, const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    if (g_str_has_suffix (name, ".ics"))
      count_file (count, file);
  }
}

int
main (int argc, char **argv)
{
  Count count = { 0 };

  if (argc != 3)
    return 2;
  time_t now = (time_t) g_ascii_strtoll (argv[2], NULL, 10);
  count.from = icaltime_from_timet_with_zone (now, 0, icaltimezone_get_utc_timezone ());
  count.to = icaltime_from_timet_with_zone (now + 14 * 86400, 0, icaltimezone_get_utc_timezone ());
  if (g_file_test (argv[1], G_FILE_TEST_IS_DIR))
    count_folder (&count, argv[1]);
  else
    count_file (&count, argv[1]);
  printf ("%ld events, %ld series, %ld occurrences, %ld KB\n", count.events, count.series,
          count.occurrences, peak_kilobytes ());
  return 0;
}
