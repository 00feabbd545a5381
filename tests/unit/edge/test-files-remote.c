/* SPDX-License-Identifier: MIT */
/* What the kernel does not tell of: changes made by others on a network file system, and content
 * that was put in the place of other content. Here the file system says it is NFS, and the timer
 * is in the hands of the test; bytes written through a mapping are what inotify never hears of. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>
#include "edge/files/files.h"
#include "edge/cache/file-index.h"
#include "edge/stamp.h"
#include "edge/files/scan.h"

#define NFS 0x6969
#define SLOW 60 /* seconds */

static gboolean remote;
static GSourceFunc passed; /* the slow timer, as it was asked for; NULL if it was not */
static gpointer passed_data;

/* In the place of the C library's. */
int
fstatfs (int fd, struct statfs *status)
{
  long result = syscall (SYS_fstatfs, fd, status);

  if (remote)
    status->f_type = NFS;
  return (int) result;
}

/* In the place of GLib's. */
guint
g_timeout_add_seconds (guint seconds, GSourceFunc func, gpointer data)
{
  g_autoptr (GSource) source = g_timeout_source_new_seconds (seconds);

  if (seconds == SLOW) {
    passed = func;
    passed_data = data;
  }
  g_source_set_callback (source, func, data, NULL);
  return g_source_attach (source, NULL);
}

typedef struct {
  char *top, *path;
  OneFiles *files;
  guint told; /* how often it was told of the file */
} Fixture;

static void
write_all (int fd, const char *text)
{
  g_assert_cmpint (pwrite (fd, text, strlen (text), 0), ==, strlen (text));
}

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  int fd;

  fixture->top = g_dir_make_tmp ("oned-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->top, "a.ics", NULL);
  fd = open (fixture->path, O_WRONLY | O_CREAT, 0600);
  write_all (fd, "one");
  close (fd);
  passed = NULL;
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->files, one_files_free);
  g_remove (fixture->path);
  g_rmdir (fixture->top);
  g_free (fixture->path);
  g_free (fixture->top);
  remote = FALSE;
}

static void
fixture_told (const GPtrArray *changed, const GPtrArray *removed, gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < changed->len; i++) {
    g_autoptr (OneReading) reading = one_reading_new (g_ptr_array_index (changed, i));

    one_stamp_read (AT_FDCWD, reading->path, &reading->stamp);
    one_files_seen (fixture->files, reading);
    fixture->told++;
  }
}

static void
fixture_start (Fixture *fixture)
{
  const char *const sources[] = { fixture->top, NULL };

  fixture->files = one_files_new (sources, NULL, fixture_told, fixture);
  while (fixture->told == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Without an event: it is not closed, and nothing calls write. */
static void
write_elsewhere (int fd)
{
  char *bytes = mmap (NULL, 3, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);

  g_assert_true (bytes != MAP_FAILED);
  memcpy (bytes, "two", 3);
  g_assert_cmpint (msync (bytes, 3, MS_SYNC), ==, 0);
  munmap (bytes, 3);
}

static void
test_network_file_system_is_compared_by_a_timer (Fixture *fixture, gconstpointer data)
{
  int fd = open (fixture->path, O_RDWR);

  remote = TRUE;
  fixture_start (fixture);
  g_assert_nonnull (passed);
  write_elsewhere (fd);
  fixture->told = 0;
  passed (passed_data);
  while (fixture->told == 0)
    g_main_context_iteration (NULL, TRUE);
  close (fd);
}

static void
test_local_file_system_has_no_timer (Fixture *fixture, gconstpointer data)
{
  fixture_start (fixture);
  g_assert_null (passed);
}

/* How many files a comparison finds changed, for which that stamp is known. */
static guint
count_changed (const Fixture *fixture, const OneStamp *stamp, gint64 reported)
{
  g_autoptr (OneFileIndex) file_index = one_file_index_new (NULL);
  g_autoptr (OneScanSubject) subject = g_new0 (OneScanSubject, 1);
  g_autoptr (OneScanResult) result = NULL;
  OneWatch *watch = one_watch_new (NULL, NULL);
  guint count;

  one_file_index_report (file_index, "a.ics", reported);
  one_file_index_take (file_index, "a.ics", stamp);
  subject->path = g_strdup (fixture->top);
  subject->others = g_new0 (char *, 1);
  subject->file_index = one_file_index_view (file_index);
  subject->watch = one_watch_ref (watch);
  result = one_scan_run (subject);
  count = result->changed->len;
  one_watch_free (watch);
  return count;
}

static void
set_old (const char *path)
{
  const struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

/* As rsync -t and cp -p leave it: of the same size and time. */
static void
test_other_content_is_seen_without_an_event (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->top, "other", NULL);
  const gint64 later = G_MAXINT64 / 2;
  OneStamp before, after;

  set_old (fixture->path);
  one_stamp_read (AT_FDCWD, fixture->path, &before);
  g_assert_cmpuint (count_changed (fixture, &before, later), ==, 0);
  g_assert_true (g_file_set_contents (other, "two", 3, NULL));
  set_old (other);
  g_assert_cmpint (g_rename (other, fixture->path), ==, 0);
  one_stamp_read (AT_FDCWD, fixture->path, &after);
  g_assert_cmpint (after.size, ==, before.size);
  g_assert_cmpint (after.mtime, ==, before.mtime);
  g_assert_cmpuint (count_changed (fixture, &before, later), ==, 1);

  /* In its place: only the ctime tells. */
  before = after;
  before.ctime--;
  g_assert_cmpuint (count_changed (fixture, &after, later), ==, 0);
  g_assert_cmpuint (count_changed (fixture, &before, later), ==, 1);
}

/* A second write within the tick of the first leaves no trace at all. */
static void
test_written_in_the_tick_of_its_reading_is_read_again (Fixture *fixture, gconstpointer data)
{
  const gint64 tick = 10 * 1000 * 1000;
  OneStamp stamp;

  one_stamp_read (AT_FDCWD, fixture->path, &stamp);
  g_assert_cmpuint (count_changed (fixture, &stamp, stamp.ctime), ==, 1);
  g_assert_cmpuint (count_changed (fixture, &stamp, stamp.ctime + tick - 1), ==, 1);
  g_assert_cmpuint (count_changed (fixture, &stamp, stamp.ctime + tick), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/files/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("a-network-file-system-is-compared-by-a-timer",
       test_network_file_system_is_compared_by_a_timer);
  ADD ("a-local-file-system-has-no-timer", test_local_file_system_has_no_timer);
  ADD ("other-content-is-seen-without-an-event", test_other_content_is_seen_without_an_event);
  ADD ("written-in-the-tick-of-its-reading-is-read-again",
       test_written_in_the_tick_of_its_reading_is_read_again);
  return g_test_run ();
}
