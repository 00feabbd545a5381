/* SPDX-License-Identifier: MIT */
/* The reader's work on one file without the child around it, so that valgrind can look on, and in
 * full, so that two ways of reading can be compared. usage: read-here FILE NOW some|all [quiet]
 * Prints each occurrence of a recurring series in the 14 days from then, whether all events were
 * parsed or the prefilter chose. */
#include <fcntl.h>
#include <glib.h>
#include <string.h>

#include "reader/reader.h"

static void
print_series (const OneSeries *series)
{
  for (guint i = 0; i < series->occurrences->len; i++) {
    const OneOccurrence *occurrence = &g_array_index (series->occurrences, OneOccurrence, i);
    const OneEvent *event = g_ptr_array_index (series->events, occurrence->event);

    g_print ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %u %u %s\n",
             series->uid, occurrence->original, occurrence->start, occurrence->end, event->line,
             event->attendees->len, event->summary);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (OneRequest) request = one_request_new ();
  g_autoptr (OneReading) reading = NULL;
  g_autoptr (OneReader) reader = NULL;
  int fd = argc >= 4 ? open (argv[1], O_RDONLY | O_CLOEXEC) : -1;

  if (fd < 0) {
    g_printerr ("usage: read-here FILE NOW some|all [quiet]\n");
    return 2;
  }
  request->from = g_ascii_strtoll (argv[2], NULL, 10);
  request->to = request->from + 14 * G_GINT64_CONSTANT (86400);
  request->all = strcmp (argv[3], "all") == 0;
  reader = one_reader_new (request);
  reading = one_reader_read_fd (reader, argv[1], fd);
  close (fd);
  for (guint i = 0; reading && i < reading->series->len && argc == 4; i++) {
    const OneSeries *series = g_ptr_array_index (reading->series, i);

    if (series->recurring && series->occurrences->len > 0)
      print_series (series);
  }
  return 0;
}
