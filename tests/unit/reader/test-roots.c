/* SPDX-License-Identifier: MIT */
/* A file that was written to while it was read is not what was read. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reader/cell/roots.h"

typedef struct {
  char *folder, *path, *other;
  OneRoots *roots;
  OneStamp stamp;
  int fd;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const char *why;

  fixture->folder = g_dir_make_tmp ("oned-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.ics", NULL);
  fixture->other = g_build_filename (fixture->folder, ".a.tmp", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "half", -1, NULL));
  g_ptr_array_add (paths, fixture->folder);
  fixture->roots = one_roots_new (paths);
  fixture->fd = one_roots_open (fixture->roots, fixture->path, &fixture->stamp, &why);
  g_assert_cmpint (fixture->fd, >=, 0);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  close (fixture->fd);
  one_roots_free (fixture->roots);
  g_remove (fixture->other);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->other);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_more (const Fixture *fixture, int flags)
{
  int fd = open (fixture->path, O_WRONLY | flags);

  g_assert_cmpint (write (fd, "more", 4), ==, 4);
  close (fd);
}

static void
test_grew (Fixture *fixture, gconstpointer data)
{
  g_assert_false (one_roots_has_changed (fixture->fd, &fixture->stamp));
  write_more (fixture, O_APPEND);
  g_assert_true (one_roots_has_changed (fixture->fd, &fixture->stamp));
}

static void
test_other_content_of_that_size (Fixture *fixture, gconstpointer data)
{
  const struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };

  write_more (fixture, 0);
  g_assert_cmpint (futimens (fixture->fd, times), ==, 0);
  g_assert_true (one_roots_has_changed (fixture->fd, &fixture->stamp));
}

/* As vdirsyncer makes a new file: its first name goes away while it is read. */
static void
test_its_other_name_goes_away (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (link (fixture->path, fixture->other), ==, 0);
  g_assert_cmpint (unlink (fixture->other), ==, 0);
  g_assert_false (one_roots_has_changed (fixture->fd, &fixture->stamp));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/roots/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("a-file-that-grew-while-it-was-read-is-told", test_grew);
  ADD ("other-content-of-that-size-is-told", test_other_content_of_that_size);
  ADD ("another-name-that-goes-away-is-no-change", test_its_other_name_goes_away);
  return g_test_run ();
}
