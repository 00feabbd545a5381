/* SPDX-License-Identifier: MIT */
/* What reading costs oned: a file, or each file of a folder, by a locked-in oned-reader, started,
 * asked and checked as the daemon does it. usage: read-all READER PATH NOW(seconds since the epoch)
 * Prints what came back for the 14 days from then. */
#include <glib.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "edge/reader/reader-client.h"
#include "tests/bench/peak.h"

typedef struct {
  GMainLoop *loop;
  guint series;
  guint occurrences;
  guint refused;
} Count;

static void
take (OneReading *reading, gpointer data)
{
  Count *count = data;

  count->refused += reading->refused ? 1 : 0;
  count->series += reading->series->len;
  for (guint i = 0; i < reading->series->len; i++) {
    const OneSeries *series = g_ptr_array_index (reading->series, i);
    count->occurrences += series->occurrences->len;
  }
  one_reading_free (reading);
}

static void
done (GPtrArray *readings, GPtrArray *troubles, gpointer data)
{
  Count *count = data;

  for (guint i = 0; i < troubles->len; i++)
    g_printerr ("%s\n", ((OneTrouble *) g_ptr_array_index (troubles, i))->what);
  g_ptr_array_unref (readings);
  g_ptr_array_unref (troubles);
  g_main_loop_quit (count->loop);
}

static OneRequest *
request_new (const char *path, gint64 now)
{
  OneRequest *request = one_request_new ();
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  request->zone = g_strdup ("Europe/Berlin");
  request->from = now;
  request->to = now + 14 * G_GINT64_CONSTANT (86400);
  g_ptr_array_add (request->roots, g_strdup (path));
  if (!folder)
    g_ptr_array_add (request->paths, g_strdup (path));
  while (folder && (name = g_dir_read_name (folder)))
    g_ptr_array_add (request->paths, g_strconcat (path, "/", name, NULL));
  return request;
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Count count = { .loop = loop };
  struct rusage usage;

  if (argc != 4)
    return 2;
  OneRequest *request = request_new (argv[2], g_ascii_strtoll (argv[3], NULL, 10));
  g_autoptr (OneReaderClient) run = one_reader_client_new (argv[1], request, done, &count);
  one_reader_client_hand_over (run, take);
  g_main_loop_run (loop);
  /* What the reader cost is only known when it was waited for. */
  g_clear_pointer (&run, one_reader_client_free);
  waitpid (-1, NULL, 0);
  getrusage (RUSAGE_CHILDREN, &usage);
  g_print ("%u series, %u occurrences, %u files refused, %ld KB\n", count.series, count.occurrences,
           count.refused, MAX (usage.ru_maxrss, peak_kilobytes ()));
  return count.refused > 0 ? 1 : 0;
}
