/* SPDX-License-Identifier: MIT */
/* Each calendar in tests/data has beside it what is to come out of it: a line with the horizon and
 * the user's zone, then "START END UID" of all that takes place, sorted, then the troubles. */
#include <string.h>

#include "reader/reader.h"
#include "reader/value/datetime.h"

static gint64
stamp (const char *text)
{
  OneDateTime written;

  g_assert_true (one_datetime_read (text, strlen (text), &written));
  return written.wall;
}

static void
add_stamp (GString *line, gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time);
  g_autofree char *text = g_date_time_format (date, "%Y%m%dT%H%M%SZ ");

  g_string_append (line, text);
}

static void
add_series (GPtrArray *lines, const OneSeries *series)
{
  for (guint i = 0; i < series->occurrences->len && !series->cancelled; i++) {
    const OneOccurrence *occurrence = &g_array_index (series->occurrences, OneOccurrence, i);
    const OneEvent *event = g_ptr_array_index (series->events, occurrence->event);
    GString *line = g_string_new (NULL);

    add_stamp (line, occurrence->start);
    add_stamp (line, occurrence->end);
    g_string_append (line, series->uid);
    if (event->cancelled)
      g_string_free (line, TRUE);
    else
      g_ptr_array_add (lines, g_string_free (line, FALSE));
  }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static char *
print (const OneReading *reading)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < reading->series->len; i++)
    add_series (lines, g_ptr_array_index (reading->series, i));
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < reading->troubles->len; i++) {
    const OneTrouble *trouble = g_ptr_array_index (reading->troubles, i);

    g_ptr_array_add (lines, g_strdup_printf ("trouble %u: %s", trouble->line, trouble->what));
  }
  g_ptr_array_add (lines, g_strdup (""));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_case (gconstpointer data)
{
  const char *path = data;
  g_autofree char *other = g_strndup (path, strlen (path) - strlen (".ics"));
  g_autofree char *expect = g_strconcat (other, ".expect", NULL);
  g_autofree char *text = NULL, *wanted = NULL, *got = NULL;
  g_auto (GStrv) head = NULL;
  g_autoptr (OneRequest) request = one_request_new ();
  g_autoptr (OneReader) reader = NULL;
  g_autoptr (OneReading) reading = NULL;
  char *rest;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (g_file_get_contents (expect, &wanted, NULL, NULL));
  rest = strchr (wanted, '\n');
  *rest++ = '\0';
  head = g_strsplit (wanted, " ", 3);
  request->from = stamp (head[0]);
  request->to = stamp (head[1]);
  request->now = request->from;
  request->all = TRUE;
  g_free (request->zone);
  request->zone = g_strdup (head[2]);
  reader = one_reader_new (request);
  reading = one_reader_read (reader, path, text, length);
  got = print (reading);
  g_assert_cmpstr (got, ==, rest);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;
  guint cases = 0;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, NULL);
  while ((name = g_dir_read_name (folder))) {
    g_autofree char *title = g_strconcat ("/reader/golden/", name, NULL);

    if (!g_str_has_suffix (name, ".ics"))
      continue;
    cases++;
    g_test_add_data_func_full (title, g_build_filename (argv[1], name, NULL), test_case, g_free);
  }
  g_assert_cmpuint (cases, >=, 40);
  return g_test_run ();
}
