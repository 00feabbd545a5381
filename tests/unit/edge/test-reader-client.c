/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <glib/gstdio.h>
#include <sys/syscall.h>
#include "edge/reader/reader-client.h"
#include "model/calendar/pack.h"

#define MANY_TICKS 100 /* more than a reader may sleep through */

static const char *fake_reader;
static const char *stopping_reader; /* the real one, but for one call */
static GSourceFunc tick;            /* of the present reader */
static gpointer tick_data;

/* In the place of GLib's: it ticks, and the test can have it tick too. */
guint
g_timeout_add (guint interval, GSourceFunc func, gpointer data)
{
  g_autoptr (GSource) source = g_timeout_source_new (interval);

  tick = func;
  tick_data = data;
  g_source_set_callback (source, func, data, NULL);
  return g_source_attach (source, NULL);
}

typedef struct {
  GMainLoop *loop;
  GPtrArray *readings, *troubles;
  guint32 version; /* of the last reader */
} Taken;

static void
taken_done (GPtrArray *readings, GPtrArray *troubles, gpointer data)
{
  Taken *taken = data;

  g_assert_null (taken->readings);
  taken->readings = readings;
  taken->troubles = troubles;
  g_main_loop_quit (taken->loop);
}

static OneRequest *
request_new (const char *root, const char *const *names)
{
  OneRequest *request = one_request_new ();

  g_ptr_array_add (request->roots, g_strdup (root));
  for (; *names; names++)
    g_ptr_array_add (request->paths, g_build_filename (root, *names, NULL));
  return request;
}

static Taken
take (const char *program, const char *root, const char *const *names)
{
  OneRequest *request = request_new (root, names);
  Taken taken = { .loop = g_main_loop_new (NULL, FALSE) };
  g_autoptr (OneReaderClient) run = one_reader_client_new (program, request, taken_done, &taken);

  g_assert_null (taken.readings);
  g_main_loop_run (taken.loop);
  g_main_loop_unref (taken.loop);
  taken.version = one_reader_client_get_version (run);
  for (guint i = 0; i < taken.readings->len; i++) {
    const OneReading *reading = g_ptr_array_index (taken.readings, i);
    g_autofree char *path = g_build_filename (root, names[i], NULL);

    g_assert_cmpstr (reading->path, ==, path);
  }
  g_assert_null (names[taken.readings->len]);
  return taken;
}

static void
taken_free (Taken *taken)
{
  g_ptr_array_unref (taken->readings);
  g_ptr_array_unref (taken->troubles);
}

static const OneReading *
taken_get (const Taken *taken, guint i)
{
  return g_ptr_array_index (taken->readings, i);
}

static void
assert_read (const OneReading *reading)
{
  const OneSeries *series = g_ptr_array_index (reading->series, 0);
  g_autofree char *name = g_path_get_basename (reading->path);

  g_assert_false (reading->refused);
  g_assert_cmpint (reading->series->len, ==, 1);
  g_assert_cmpint (reading->troubles->len, ==, 0);
  g_assert_cmpstr (series->uid, ==, name);
}

static void
assert_refused (const OneReading *reading, const char *what)
{
  const OneTrouble *trouble = g_ptr_array_index (reading->troubles, 0);

  g_assert_true (reading->refused);
  g_assert_cmpint (reading->series->len, ==, 0);
  g_assert_cmpint (reading->troubles->len, ==, 1);
  g_assert_cmpstr (trouble->source, ==, reading->path);
  g_assert_cmpstr (trouble->what, ==, what);
}

static void
test_all_are_read (void)
{
  const char *const names[] = { "a.ics", "b.ics", "c.ics", NULL };
  Taken taken = take (fake_reader, "/none", names);

  for (guint i = 0; i < 3; i++)
    assert_read (taken_get (&taken, i));
  g_assert_cmpint (taken.troubles->len, ==, 0);
  taken_free (&taken);
}

static void
test_nothing_to_read (void)
{
  const char *const names[] = { NULL };
  Taken taken = take ("/none/oned-reader", "/none", names);

  g_assert_cmpint (taken.troubles->len, ==, 0);
  taken_free (&taken);
}

typedef struct {
  GMainLoop *loop;
  const char *enough; /* (borrowed) */
  guint count;        /* of the files that were read */
} Turn;

typedef struct {
  const char *file;
  const char *what;
  gboolean slow; /* it takes seconds to find that out */
} Bad;

static const Bad bads[] = {
  { "crash.ics", "the reader crashed (signal 11) on it", FALSE },
  { "stall.ics", "the reader took too long on it", TRUE },
  { "spin.ics", "the reader took too long on it", TRUE },
  { "flood.ics", "the reader answered nonsense (it does not end) on it", FALSE },
  { "nonsense.ics", "the reader answered nonsense (a value is out of its range) on it", FALSE },
  { "exit.ics", "the reader stopped halfway on it", FALSE },
  { "stop.ics", "the reader was stopped at call 999 (of no name) on it", FALSE },
  { "half.ics", "the reader crashed (signal 9) on it", FALSE },
};

static void
test_bad_file_is_named_and_the_rest_is_read (gconstpointer data)
{
  const Bad *bad = data;
  const char *const names[] = { "a.ics", bad->file, "b.ics", NULL };
  Taken taken = take (fake_reader, "/none", names);

  assert_read (taken_get (&taken, 0));
  assert_refused (taken_get (&taken, 1), bad->what);
  assert_read (taken_get (&taken, 2));
  g_assert_cmpint (taken.troubles->len, ==, 0);
  taken_free (&taken);
}

/* What a reader has not yet said is not lost with it, nor is the wrong file blamed. */
static void
test_answers_that_were_not_sent_are_asked_for_again (gconstpointer data)
{
  const Bad *bad = data;
  const char *const names[] = { "a.ics",   "b.ics",   bad->file, "c.ics",
                                bad->file, bad->file, "d.ics",   NULL };
  Taken taken = take (fake_reader, "/patient", names);

  for (guint i = 0; names[i]; i++)
    if (names[i] == bad->file)
      assert_refused (taken_get (&taken, i), bad->what);
    else
      assert_read (taken_get (&taken, i));
  taken_free (&taken);
}

/* The call that was one too many is named, as whoever is to mend that needs it. */
static void
test_forbidden_call_is_named (void)
{
  const char *const names[] = { "a.ics", "stop.ics", "z.ics", NULL };
  g_autofree char *folder = g_dir_make_tmp ("oned-XXXXXX", NULL);
  g_autofree char *what =
      g_strdup_printf ("the reader was stopped at call %d (getppid) on it", (int) SYS_getppid);
  Taken taken;

  for (guint i = 0; names[i]; i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);

    g_assert_true (g_file_set_contents (path, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", -1, NULL));
  }
  taken = take (stopping_reader, folder, names);
  g_assert_false (taken_get (&taken, 0)->refused);
  assert_refused (taken_get (&taken, 1), what);
  g_assert_false (taken_get (&taken, 2)->refused);
  taken_free (&taken);
  for (guint i = 0; names[i]; i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);

    g_remove (path);
  }
  g_rmdir (folder);
}

static void
test_reader_that_stalls_before_it_answers (void)
{
  const char *const names[] = { "a.ics", "stall.ics", "b.ics", NULL };
  Taken taken = take (fake_reader, "/patient", names);

  assert_read (taken_get (&taken, 0));
  assert_refused (taken_get (&taken, 1), "the reader took too long on it");
  assert_read (taken_get (&taken, 2));
  taken_free (&taken);
}

/* The first file has been read, so that the reader has the second one in hand, or is about to. */
static void
turn_take (OneReading *reading, gpointer data)
{
  Turn *turn = data;

  g_assert_false (reading->refused);
  assert_read (reading);
  one_reading_free (reading);
  for (guint i = 0; turn->count == 0 && i < MANY_TICKS; i++)
    g_assert_true (tick (tick_data));
  g_assert_true (g_file_set_contents (turn->enough, "", 0, NULL));
  turn->count++;
}

static void
turn_done (GPtrArray *readings, GPtrArray *troubles, gpointer data)
{
  g_ptr_array_unref (readings);
  g_ptr_array_unref (troubles);
  g_main_loop_quit (((Turn *) data)->loop);
}

/* On a busy machine many ticks pass before it is a reader's turn. */
static void
test_reader_that_waits_for_its_turn_is_not_late (void)
{
  const char *const names[] = { "a.ics", "turn.ics", NULL };
  g_autofree char *folder = g_dir_make_tmp ("oned-XXXXXX", NULL);
  g_autofree char *enough = g_build_filename (folder, "enough", NULL);
  Turn turn = { .loop = g_main_loop_new (NULL, FALSE), .enough = enough };
  OneReaderClient *run =
      one_reader_client_new (fake_reader, request_new (folder, names), turn_done, &turn);

  one_reader_client_hand_over (run, turn_take);
  g_main_loop_run (turn.loop);
  g_assert_cmpuint (turn.count, ==, 2);
  one_reader_client_free (run);
  g_main_loop_unref (turn.loop);
  g_remove (enough);
  g_rmdir (folder);
}

static void
test_refused_file_keeps_its_stamp (void)
{
  g_autofree char *folder = g_dir_make_tmp ("oned-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "crash.ics", NULL);
  const char *const names[] = { "crash.ics", "crash2.ics", NULL };
  Taken taken;

  g_assert_true (g_file_set_contents (path, "12345", -1, NULL));
  taken = take (fake_reader, folder, names);
  g_assert_cmpint (taken_get (&taken, 0)->stamp.size, ==, 5);
  g_assert_cmpint (taken_get (&taken, 0)->stamp.inode, >, 0);
  g_assert_cmpint (taken_get (&taken, 1)->stamp.inode, ==, 0);
  taken_free (&taken);
  g_remove (path);
  g_rmdir (folder);
}

typedef struct {
  const char *program; /* NULL: the fake reader */
  const char *root;
  const char *what;
  guint32 version;
} Start;

static const Start starts[] = {
  { NULL, "/dumb", "no calendar file can be read: oned-reader gave up (exit status 3)", 0 },
  { NULL, "/newer",
    "no calendar file can be read: oned-reader is of another version than the oned that runs",
    ONE_PACK_VERSION + 1 },
  { NULL, "/foreign",
    "no calendar file can be read: oned-reader answered nonsense (a value is out of its range)",
    0 },
  { "/bin/true", "/none", "no calendar file can be read: oned-reader stopped halfway", 0 },
  { "/none/oned-reader", "/none",
    "no calendar file can be read: oned-reader /none/oned-reader: No such file or directory", 0 },
  { "/none/oned-reader", "/calendar-data/local.sqlite",
    "no calendar in another program's database can be read: oned-store-reader "
    "/none/oned-store-reader: No such file or directory",
    0 },
};

static void
test_reader_that_does_not_start (gconstpointer data)
{
  const Start *start = data;
  const char *const names[] = { "a.ics", "b.ics", NULL };
  Taken taken = take (start->program ? start->program : fake_reader, start->root, names);
  const OneTrouble *trouble = g_ptr_array_index (taken.troubles, 0);

  g_assert_cmpint (taken.troubles->len, ==, 1);
  g_assert_cmpstr (trouble->what, ==, start->what);
  g_assert_cmpuint (taken.version, ==, start->version);
  for (guint i = 0; i < 2; i++) {
    g_assert_true (taken_get (&taken, i)->refused);
    g_assert_cmpint (taken_get (&taken, i)->stamp.inode, ==, 0);
  }
  taken_free (&taken);
}

static void
test_no_landlock_is_said_once (void)
{
  const char *const names[] = { "a.ics", "crash.ics", "b.ics", NULL };
  Taken taken = take (fake_reader, "/old-kernel", names);

  assert_read (taken_get (&taken, 0));
  assert_read (taken_get (&taken, 2));
  g_assert_cmpint (taken.troubles->len, ==, 1);
  taken_free (&taken);
}

static gboolean
quit (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
test_cancelled_run_is_never_done (void)
{
  const char *const names[] = { "stall.ics", NULL };
  OneRequest *request = request_new ("/none", names);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Taken taken = { .loop = loop };
  OneReaderClient *run = one_reader_client_new (fake_reader, request, taken_done, &taken);

  while (g_main_context_iteration (NULL, FALSE))
    continue;
  one_reader_client_free (run);
  g_idle_add (quit, loop);
  g_main_loop_run (loop);
  g_assert_null (taken.readings);
}

static void
test_many_files_take_several_readers (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Taken taken;

  for (guint i = 0; i < 45000; i++)
    g_ptr_array_add (names, g_strdup_printf ("%u.ics", i));
  g_ptr_array_add (names, NULL);
  taken = take (fake_reader, "/none", (const char *const *) names->pdata);
  for (guint i = 0; i < 45000; i++)
    assert_read (taken_get (&taken, i));
  taken_free (&taken);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  fake_reader = argv[1];
  stopping_reader = argv[2];
  g_test_add_func ("/reading/all-are-read", test_all_are_read);
  g_test_add_func ("/reading/nothing-to-read", test_nothing_to_read);
  g_test_add_func ("/reading/a-refused-file-keeps-its-stamp", test_refused_file_keeps_its_stamp);
  g_test_add_func ("/reading/a-reader-that-stalls-before-it-answers",
                   test_reader_that_stalls_before_it_answers);
  g_test_add_func ("/reading/a-reader-that-waits-for-its-turn-is-not-late",
                   test_reader_that_waits_for_its_turn_is_not_late);
  g_test_add_func ("/reading/a-forbidden-call-is-named", test_forbidden_call_is_named);
  g_test_add_func ("/reading/no-landlock-is-said-once", test_no_landlock_is_said_once);
  g_test_add_func ("/reading/a-cancelled-run-is-never-done", test_cancelled_run_is_never_done);
  g_test_add_func ("/reading/many-files-take-several-readers",
                   test_many_files_take_several_readers);
  for (guint i = 0; i < G_N_ELEMENTS (bads); i++) {
    g_autofree char *path =
        g_strconcat ("/reading/named-and-the-rest-is-read/", bads[i].file, NULL);

    g_autofree char *unsent = g_strconcat ("/reading/not-yet-sent/", bads[i].file, NULL);

    g_test_add_data_func (path, &bads[i], test_bad_file_is_named_and_the_rest_is_read);
    if (!bads[i].slow)
      g_test_add_data_func (unsent, &bads[i], test_answers_that_were_not_sent_are_asked_for_again);
  }
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    g_autofree char *path = g_strdup_printf ("/reading/a-reader-that-does-not-start/%u", i);

    g_test_add_data_func (path, &starts[i], test_reader_that_does_not_start);
  }
  return g_test_run ();
}
