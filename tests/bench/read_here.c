/* SPDX-License-Identifier: MIT */
/* The reader's work on a file, or on each of a folder, without the child around it, so that
 * valgrind can look on, and in full, so that two ways of reading can be compared. usage: read-here
 * PATH NOW some|all [quiet] Prints each occurrence of a recurring series in the 14 days from then,
 * whether all events were parsed or the prefilter chose. */
#include <fcntl.h>
#include <glib.h>
#include <string.h>
#include <unistd.h>

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

static void
read_file (OneReader *reader, const char *path, gboolean quiet)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  g_autoptr (OneReading) reading = fd >= 0 ? one_reader_read_fd (reader, path, fd) : NULL;

  if (fd >= 0)
    close (fd);
  for (guint i = 0; reading && !quiet && i < reading->series->len; i++) {
    const OneSeries *series = g_ptr_array_index (reading->series, i);

    if (series->recurring && series->occurrences->len > 0)
      print_series (series);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (OneRequest) request = one_request_new ();
  g_autoptr (OneReader) reader = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (argc < 4) {
    g_printerr ("usage: read-here PATH NOW some|all [quiet]\n");
    return 2;
  }
  request->from = g_ascii_strtoll (argv[2], NULL, 10);
  request->to = request->from + 14 * G_GINT64_CONSTANT (86400);
  request->all = strcmp (argv[3], "all") == 0;
  reader = one_reader_new (request);
  folder = g_dir_open (argv[1], 0, NULL);
  if (!folder)
    read_file (reader, argv[1], argc > 4);
  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *path = g_build_filename (argv[1], name, NULL);

    read_file (reader, path, argc > 4);
  }
  return 0;
}
