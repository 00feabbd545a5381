/* SPDX-License-Identifier: MIT */
/* The real reader, in its real sandbox, as the daemon runs it. */
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include "edge/reader/reader-client.h"

#define WEEKLY                                                                                     \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//"                                             \
  "EN\r\nBEGIN:VEVENT\r\nUID:ada@example.org\r\n"                                                  \
  "DTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/Berlin:20260907T093000\r\n"                     \
  "DTEND;TZID=Europe/Berlin:20260907T100000\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:1:1\r\n"               \
  "ORGANIZER:mailto:me@example.org\r\nATTENDEE:mailto:ada@example.org\r\nEND:VEVENT\r\n"           \
  "END:VCALENDAR\r\n"
#define SEPTEMBER_2026 G_GINT64_CONSTANT (1788220800)
#define OCTOBER_2026 G_GINT64_CONSTANT (1790812800)

static const char *oned_reader;

typedef struct {
  char *top;
  GMainLoop *loop;
  GPtrArray *readings, *troubles;
} Fixture;

static void
fixture_done (GPtrArray *readings, GPtrArray *troubles, gpointer data)
{
  Fixture *fixture = data;

  fixture->readings = readings;
  fixture->troubles = troubles;
  g_main_loop_quit (fixture->loop);
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *source = NULL;

  fixture->top = g_dir_make_tmp ("oned-XXXXXX", NULL);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  source = g_build_filename (fixture->top, "cal", NULL);
  g_assert_cmpint (g_mkdir (source, 0700), ==, 0);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  const char *arguments[] = { "rm", "-rf", fixture->top, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               NULL, NULL, NULL, NULL));
  g_clear_pointer (&fixture->readings, g_ptr_array_unref);
  g_clear_pointer (&fixture->troubles, g_ptr_array_unref);
  g_main_loop_unref (fixture->loop);
  g_free (fixture->top);
}

static char *
path_of (const Fixture *fixture, const char *name)
{
  return name[0] == '/' ? g_strdup (name) : g_build_filename (fixture->top, name, NULL);
}

static void
write_file (const Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = path_of (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
fixture_read (Fixture *fixture, const char *root, const char *const *names)
{
  OneRequest *request = one_request_new ();
  g_autoptr (OneReaderClient) run = NULL;
  guint count;

  g_ptr_array_add (request->roots, path_of (fixture, root));
  for (; *names; names++)
    g_ptr_array_add (request->paths, path_of (fixture, *names));
  request->from = SEPTEMBER_2026;
  request->to = OCTOBER_2026;
  count = request->paths->len;
  run = one_reader_client_new (oned_reader, request, fixture_done, fixture);
  g_main_loop_run (fixture->loop);
  g_assert_cmpint (fixture->readings->len, ==, count);
  for (guint i = 0; i < fixture->troubles->len; i++)
    g_test_message ("%s", ((OneTrouble *) g_ptr_array_index (fixture->troubles, i))->what);
}

static const OneReading *
get (const Fixture *fixture, guint i)
{
  return g_ptr_array_index (fixture->readings, i);
}

static void
assert_read (const OneReading *reading)
{
  const OneSeries *series;

  g_assert_false (reading->refused);
  g_assert_cmpint (reading->stamp.inode, >, 0);
  g_assert_cmpint (reading->series->len, ==, 1);
  series = g_ptr_array_index (reading->series, 0);
  g_assert_cmpstr (series->uid, ==, "ada@example.org");
  g_assert_cmpint (series->occurrences->len, ==, 4);
  g_assert_cmpint (g_array_index (series->occurrences, OneOccurrence, 0).start, ==,
                   SEPTEMBER_2026 + 6 * 86400 + 7 * 3600 + 1800);
}

static void
assert_refused (const OneReading *reading, const char *what)
{
  g_assert_true (reading->refused);
  g_assert_cmpint (reading->series->len, ==, 0);
  g_assert_cmpint (reading->troubles->len, ==, 1);
  g_assert_cmpstr (((OneTrouble *) g_ptr_array_index (reading->troubles, 0))->what, ==, what);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "cal/a.ics", "cal/team/b.ics", "cal/team/c.ics", "cal/a.ics",
                                NULL };
  g_autofree char *below = path_of (fixture, "cal/team");

  g_assert_cmpint (g_mkdir (below, 0700), ==, 0);
  write_file (fixture, "cal/a.ics", WEEKLY);
  write_file (fixture, "cal/team/b.ics", WEEKLY);
  write_file (fixture, "cal/team/c.ics", WEEKLY);
  fixture_read (fixture, "cal", names);
  for (guint i = 0; i < 4; i++)
    assert_read (get (fixture, i));
}

/* Every kind of thing that can lie in a folder is refused without blocking, and the rest is read.
 */
static void
test_what_is_no_file (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "cal/fifo.ics",
                                "cal/link.ics",
                                "cal/folder.ics",
                                "cal/gone.ics",
                                "cal/huge.ics",
                                "other/x.ics",
                                "cal/../cal/a.ics",
                                "cal/out/passwd",
                                "/dev/zero",
                                "cal/a.ics",
                                NULL };
  g_autofree char *fifo = path_of (fixture, "cal/fifo.ics");
  g_autofree char *link_path = path_of (fixture, "cal/link.ics");
  g_autofree char *out = path_of (fixture, "cal/out");
  g_autofree char *folder = path_of (fixture, "cal/folder.ics");
  g_autofree char *huge = path_of (fixture, "cal/huge.ics");

  write_file (fixture, "cal/a.ics", WEEKLY);
  write_file (fixture, "cal/huge.ics", "");
  g_assert_cmpint (truncate (huge, (off_t) 100 << 30), ==, 0);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("/etc/passwd", link_path), ==, 0);
  g_assert_cmpint (symlink ("/etc", out), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  fixture_read (fixture, "cal", names);
  assert_refused (get (fixture, 0), "it is a FIFO, not a file");
  assert_refused (get (fixture, 1),
                  "it is a symbolic link, which oned does not follow out of a source");
  assert_refused (get (fixture, 2), "it is a folder, not a file");
  assert_refused (get (fixture, 3), "it is gone");
  assert_refused (get (fixture, 4), "it is larger than 256 MB");
  assert_refused (get (fixture, 5), "its source cannot be read");
  assert_refused (get (fixture, 6), "its source cannot be read");
  assert_refused (get (fixture, 7), "it is gone");
  assert_refused (get (fixture, 8), "its source cannot be read");
  assert_read (get (fixture, 9));
}

static void
test_single_file (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "cal/mine.calendar", "cal/other.ics", NULL };

  write_file (fixture, "cal/mine.calendar", WEEKLY);
  write_file (fixture, "cal/other.ics", WEEKLY);
  fixture_read (fixture, "cal/mine.calendar", names);
  assert_read (get (fixture, 0));
  assert_refused (get (fixture, 1), "its source cannot be read");
}

static void
test_sources_behind_links (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "link/a.ics", NULL };
  const char *const single[] = { "link.ics", NULL };
  g_autofree char *link_path = path_of (fixture, "link");
  g_autofree char *single_path = path_of (fixture, "link.ics");

  write_file (fixture, "cal/a.ics", WEEKLY);
  g_assert_cmpint (symlink ("cal", link_path), ==, 0);
  g_assert_cmpint (symlink ("cal/a.ics", single_path), ==, 0);
  fixture_read (fixture, "link", names);
  assert_read (get (fixture, 0));
  g_clear_pointer (&fixture->readings, g_ptr_array_unref);
  g_clear_pointer (&fixture->troubles, g_ptr_array_unref);
  fixture_read (fixture, "link.ics", single);
  assert_read (get (fixture, 0));
}

static void
test_source_that_is_not_there (Fixture *fixture, gconstpointer data)
{
  const char *const names[] = { "none/a.ics", NULL };

  fixture_read (fixture, "none", names);
  assert_refused (get (fixture, 0), "its source cannot be read");
}

/* Has the kernel forget what is in the file, if it lies on a disk. */
static void
evict (const Fixture *fixture, const char *name)
{
  g_autofree char *path = path_of (fixture, name);
  int fd = open (path, O_RDONLY | O_CLOEXEC);

  g_assert_cmpint (fdatasync (fd), ==, 0);
  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  close (fd);
}

/* Some of them are fetched ahead; one of these is none. */
static void
test_files_that_must_come_from_the_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 100; i++) {
    char *name = g_strdup_printf ("cal/%u.ics", i);

    g_ptr_array_add (names, name);
    if (i == 70)
      continue;
    write_file (fixture, name, WEEKLY);
    evict (fixture, name);
  }
  g_ptr_array_add (names, NULL);
  fixture_read (fixture, "cal", (const char *const *) names->pdata);
  for (guint i = 0; i < 100; i++)
    if (i == 70)
      assert_refused (get (fixture, i), "it is gone");
    else
      assert_read (get (fixture, i));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  oned_reader = argv[1];
#define ADD(name, test)                                                                            \
  g_test_add ("/oned-reader/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("folder", test_folder);
  ADD ("what-is-no-file-is-refused", test_what_is_no_file);
  ADD ("files-that-must-come-from-the-disk", test_files_that_must_come_from_the_disk);
  ADD ("single-file", test_single_file);
  ADD ("sources-behind-links", test_sources_behind_links);
  ADD ("source-that-is-not-there", test_source_that_is_not_there);
  return g_test_run ();
}
