/* SPDX-License-Identifier: MIT */
/* oned-expand [--me ADDRESS,…] FILE START END TZ: what happens in a calendar file, for tests.
 * Prints "START END UID" a line, UTC stamps; with --me one-on-ones only. The file goes through the
 * same sandboxed reader as the daemon's. Troubles go to standard error. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/detect/series-merge.h"
#include "core/detect/detect.h"
#include "edge/reader/reader-client.h"

typedef struct {
  GMainLoop *loop;
  GPtrArray *readings, *troubles;
} Run;

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
print_all (const GPtrArray *merged)
{
  for (guint i = 0; i < merged->len; i++) {
    const OneMergedSeries *series = g_ptr_array_index (merged, i);

    for (guint k = 0; k < series->occurrences->len; k++) {
      const OneMergedOccurrence *occurrence =
          &g_array_index (series->occurrences, OneMergedOccurrence, k);

      if (!occurrence->cancelled && !series->cancelled)
        print_line (occurrence->start, occurrence->end, series->uid);
    }
  }
}

static void
print_one_on_ones (const GPtrArray *merged, const char *addresses)
{
  g_autofree char *lower = g_ascii_strdown (addresses, -1);
  g_auto (GStrv) me = g_strsplit (lower, ",", -1);
  g_autoptr (OneSettings) settings = one_settings_new ();
  g_autoptr (GHashTable) tracked = g_hash_table_new (g_str_hash, g_str_equal);
  OneDetectInput who = { .me = (const char *const *) me, .settings = settings, .tracked = tracked };
  g_autoptr (GPtrArray) meetings = one_detect_meetings (&who, merged, NULL);

  for (guint i = 0; i < meetings->len; i++) {
    const OneMeeting *meeting = g_ptr_array_index (meetings, i);

    if (meeting->state == ONE_MEETING_PLANNED && !meeting->other_declined)
      print_line (meeting->start, meeting->end, meeting->uid);
  }
}

static void
print_troubles (const GPtrArray *troubles)
{
  for (guint i = 0; i < troubles->len; i++) {
    const OneTrouble *trouble = g_ptr_array_index (troubles, i);

    fprintf (stderr, "%s:%u: %s\n", trouble->source, trouble->line, trouble->what);
  }
}

static void
read_done (GPtrArray *readings, GPtrArray *troubles, gpointer data)
{
  Run *run = data;

  run->readings = readings;
  run->troubles = troubles;
  g_main_loop_quit (run->loop);
}

static gboolean
read_stamp (const char *text, gint64 *when)
{
  struct tm parts = { 0 };
  const char *end = strptime (text, "%Y%m%dT%H%M%SZ", &parts);

  *when = timegm (&parts);
  return end && !*end;
}

static OneRequest *
make_request (char **words)
{
  g_autoptr (OneRequest) request = one_request_new ();
  g_autofree char *path = g_canonicalize_filename (words[0], NULL);

  if (!read_stamp (words[1], &request->from) || !read_stamp (words[2], &request->to))
    return NULL;
  request->now = request->from;
  g_ptr_array_add (request->roots, g_strdup (path));
  g_ptr_array_add (request->paths, g_strdup (path));
  g_free (request->zone);
  request->zone = g_strdup (words[3]);
  return g_steal_pointer (&request);
}

static int
expand (OneRequest *request, const char *me)
{
  Run run = { .loop = g_main_loop_new (NULL, FALSE) };
  OneReaderClient *reading = one_reader_client_new (ONED_READER, request, read_done, &run);
  g_autoptr (GPtrArray) merged = NULL;

  g_main_loop_run (run.loop);
  one_reader_client_free (reading);
  g_main_loop_unref (run.loop);
  merged = one_series_merge (run.readings);
  if (me)
    print_one_on_ones (merged, me);
  else
    print_all (merged);
  print_troubles (run.troubles);
  for (guint i = 0; i < run.readings->len; i++)
    print_troubles (((OneReading *) g_ptr_array_index (run.readings, i))->troubles);
  g_clear_pointer (&merged, g_ptr_array_unref);
  g_ptr_array_unref (run.readings);
  g_ptr_array_unref (run.troubles);
  return EXIT_SUCCESS;
}

int
main (int argc, char **argv)
{
  const char *me = argc == 7 && strcmp (argv[1], "--me") == 0 ? argv[2] : NULL;
  g_autoptr (OneRequest) request = argc == 5 || me ? make_request (argv + (me ? 3 : 1)) : NULL;

  if (!request) {
    fputs ("usage: oned-expand [--me ADDRESS,...] FILE START END TZ\n", stderr);
    return 2;
  }
  request->all = !me;
  return expand (g_steal_pointer (&request), me);
}
