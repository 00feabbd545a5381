/* SPDX-License-Identifier: MIT */
/* oned-expand [--me ADDRESS,…] FILE START END TZ: what happens in a calendar file, for tests.
 * Prints "START END UID" a line, UTC stamps; with --me one-on-ones only. Troubles go to standard
 * error. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/who.h"
#include "reader/reader.h"
#include "reader/stamp.h"

static void
print_stamp (gint64 time, char end)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time);
  g_autofree char *text = date ? g_date_time_format (date, "%Y%m%dT%H%M%SZ") : g_strdup ("?");

  printf ("%s%c", text, end);
}

static void
print_line (gint64 start, gint64 end, const char *uid)
{
  print_stamp (start, ' ');
  print_stamp (end, ' ');
  printf ("%s\n", uid);
}

static void
print_series (const OneSeries *series)
{
  if (series->cancelled)
    return;
  for (guint i = 0; i < series->occurrences->len; i++) {
    const OneOccurrence *occurrence = &g_array_index (series->occurrences, OneOccurrence, i);
    const OneEvent *event = g_ptr_array_index (series->events, occurrence->event);

    if (!event->cancelled)
      print_line (occurrence->start, occurrence->end, series->uid);
  }
}

static gboolean
read_stamp (const char *text, gint64 *time)
{
  OneWritten written;

  if (!one_stamp_read (text, strlen (text), &written))
    return FALSE;
  *time = written.wall;
  return TRUE;
}

/* One-on-ones that will take place. */
static void
print_meetings (OneReading *reading, const char *me)
{
  g_auto (GStrv) addresses = g_strsplit (me, ",", -1);
  g_autoptr (GPtrArray) readings = g_ptr_array_new ();
  g_autoptr (GPtrArray) merged = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (OneSettings) settings = one_settings_new ();
  OneWho who = { (const char *const *) addresses, settings, NULL };

  g_ptr_array_add (readings, reading);
  merged = one_merge_series (readings);
  meetings = one_who_meetings (&who, merged);
  for (guint i = 0; i < meetings->len; i++) {
    const OneMeeting *meeting = g_ptr_array_index (meetings, i);

    if (meeting->state == ONE_MEETING_PLANNED && !meeting->other_declined)
      print_line (meeting->start, meeting->end, meeting->uid);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (OneRequest) request = one_request_new ();
  g_autoptr (OneReader) reader = NULL;
  g_autoptr (OneReading) reading = NULL;
  const char *me = NULL;
  int fd;

  if (argc == 7 && strcmp (argv[1], "--me") == 0) {
    me = argv[2];
    argv += 2;
    argc -= 2;
  }
  if (argc != 5 || !read_stamp (argv[2], &request->from) || !read_stamp (argv[3], &request->to)) {
    fputs ("usage: oned-expand [--me ADDRESS,...] FILE START END TZ\n", stderr);
    return 2;
  }
  request->all = g_getenv ("ONED_EXPAND_SOME") == NULL;
  g_free (request->zone);
  request->zone = g_strdup (argv[4]);
  fd = open (argv[1], O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    fprintf (stderr, "%s: %s\n", argv[1], g_strerror (errno));
    return 1;
  }
  reader = one_reader_new (request);
  reading = one_reader_read_fd (reader, argv[1], fd);
  close (fd);
  if (me)
    print_meetings (reading, me);
  for (guint i = 0; !me && i < reading->series->len; i++)
    print_series (g_ptr_array_index (reading->series, i));
  for (guint i = 0; i < reading->troubles->len; i++) {
    const OneTrouble *trouble = g_ptr_array_index (reading->troubles, i);

    fprintf (stderr, "%s:%u: %s\n", trouble->source, trouble->line, trouble->what);
  }
  return 0;
}
