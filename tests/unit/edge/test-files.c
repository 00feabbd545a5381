/* SPDX-License-Identifier: MIT */
/* With the real kernel: each test does to a folder what was seen done, and waits until it was told
 * of it. That nothing else was told is known when a file made afterwards has been. */
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>
#include "edge/files/files.h"
#include "edge/stamp.h"

static const char *returning; /* (borrowed) the path of a file that comes back when it was missed */

/* In the place of the C library's; it is called by threads. */
int
fstatat (int at, const char *restrict name, struct stat *restrict status, int flags)
{
  long result = syscall (SYS_newfstatat, at, name, status, flags);
  const char *path = g_atomic_pointer_get (&returning);

  if (result < 0 && path && g_str_equal (name, path)) {
    g_atomic_pointer_set (&returning, NULL);
    g_assert_true (g_file_set_contents_full (path, "two", 3, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    errno = ENOENT;
  }
  return (int) result;
}

static gboolean refused; /* inotify is, because the user has as many as there may be */

/* In the place of the C library's. */
int
inotify_init1 (int flags)
{
  if (!refused)
    return (int) syscall (SYS_inotify_init1, flags);
  errno = EMFILE;
  return -1;
}

typedef struct {
  char *top; /* a folder of its own, holding the source "cal" */
  char *source;
  OneFiles *files;
  GPtrArray *told; /* "+path" and "-path", below `top`, in order */
  guint calls;
  gboolean take; /* what is told counts as read at once */
} Fixture;

static char *
path_of (const Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->top, name, NULL);
}

static void
write_file (const Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = path_of (fixture, name);
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, strlen (text));
  close (fd);
}

static void
make_folder (const Fixture *fixture, const char *name)
{
  g_autofree char *path = path_of (fixture, name);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
rename_file (const Fixture *fixture, const char *from, const char *to)
{
  g_autofree char *old = path_of (fixture, from);
  g_autofree char *new = path_of (fixture, to);

  g_assert_cmpint (g_rename (old, new), ==, 0);
}

static void
remove_all (const char *path)
{
  g_autofree char *quoted = g_shell_quote (path);
  g_autofree char *command = g_strdup_printf ("rm -rf %s", quoted);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static void
remove_file (const Fixture *fixture, const char *name)
{
  g_autofree char *path = path_of (fixture, name);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
fixture_read (Fixture *fixture, const char *path)
{
  g_autoptr (OneReading) reading = one_reading_new (path);

  one_stamp_read (AT_FDCWD, path, &reading->stamp);
  one_files_seen (fixture->files, reading);
}

static void
fixture_told (const GPtrArray *changed, const GPtrArray *removed, gpointer data)
{
  Fixture *fixture = data;
  gsize skip = strlen (fixture->top) + 1;

  fixture->calls++;
  for (guint i = 0; i < changed->len; i++) {
    const char *path = g_ptr_array_index (changed, i);

    g_ptr_array_add (fixture->told, g_strconcat ("+", path + skip, NULL));
    if (fixture->take)
      fixture_read (fixture, path);
  }
  for (guint i = 0; i < removed->len; i++)
    g_ptr_array_add (fixture->told,
                     g_strconcat ("-", (char *) g_ptr_array_index (removed, i) + skip, NULL));
}

static void
fixture_start (Fixture *fixture)
{
  const char *const sources[] = { fixture->source, NULL };

  fixture->files = one_files_new (sources, NULL, fixture_told, fixture);
}

static Fixture *
fixture_new (void)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->top = g_dir_make_tmp ("oned-XXXXXX", NULL);
  fixture->source = path_of (fixture, "cal");
  fixture->told = g_ptr_array_new_with_free_func (g_free);
  fixture->take = TRUE;
  make_folder (fixture, "cal");
  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  if (fixture->files)
    one_files_free (fixture->files);
  remove_all (fixture->top);
  g_ptr_array_unref (fixture->told);
  g_free (fixture->source);
  g_free (fixture->top);
  g_free (fixture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static guint
count_told (const Fixture *fixture, const char *what)
{
  guint count = 0;

  for (guint i = 0; i < fixture->told->len; i++)
    count += g_str_equal (g_ptr_array_index (fixture->told, i), what);
  return count;
}

static void
await (Fixture *fixture, const char *what)
{
  while (count_told (fixture, what) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare_told (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All that was told since the last time, sorted; a file made now is told last. */
static char *
take_told (Fixture *fixture)
{
  g_autoptr (GPtrArray) told = NULL;
  static guint number;
  g_autofree char *last = g_strdup_printf ("cal/last%u.ics", number++);
  g_autofree char *what = g_strconcat ("+", last, NULL);

  write_file (fixture, last, "last");
  await (fixture, what);
  told = g_steal_pointer (&fixture->told);
  fixture->told = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < told->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (told, i), "+cal/last"))
      g_ptr_array_remove_index (told, i--);
  g_ptr_array_sort (told, compare_told);
  g_ptr_array_add (told, NULL);
  return g_strjoinv (" ", (char **) told->pdata);
}

#define assert_told(fixture, text)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *told_now = take_told (fixture);                                               \
    g_assert_cmpstr (told_now, ==, text);                                                          \
  }                                                                                                \
  G_STMT_END

static OneSourceReport *
get_source (const Fixture *fixture)
{
  g_autoptr (GPtrArray) sources = one_files_list_sources (fixture->files);

  g_assert_cmpint (sources->len, ==, 1);
  return g_ptr_array_steal_index (sources, 0);
}

/* What is said of a path; NULL for nothing. */
static char *
get_trouble (const Fixture *fixture, const char *name)
{
  g_autoptr (GPtrArray) troubles = one_files_list_troubles (fixture->files);
  g_autofree char *path = path_of (fixture, name);

  for (guint i = 0; i < troubles->len; i++) {
    const OneTrouble *trouble = g_ptr_array_index (troubles, i);

    if (g_str_equal (trouble->source, path))
      return g_strdup (trouble->what);
  }
  return NULL;
}

/* Comparing goes on in the background. */
static void
await_trouble (const Fixture *fixture, const char *name, const char *what)
{
  for (;;) {
    g_autofree char *trouble = get_trouble (fixture, name);

    if (g_strcmp0 (trouble, what) == 0)
      return;
    g_main_context_iteration (NULL, TRUE);
  }
}

static void
test_all_files_are_found (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (OneSourceReport) source = NULL;

  make_folder (fixture, "cal/team");
  make_folder (fixture, "cal/team/deep");
  make_folder (fixture, "cal/team/deep/deeper");
  make_folder (fixture, "cal/.git");
  write_file (fixture, "cal/a.ics", "a");
  write_file (fixture, "cal/B.ICS", "b");
  write_file (fixture, "cal/team/c.ics", "c");
  write_file (fixture, "cal/team/deep/d.ics", "d");
  write_file (fixture, "cal/team/deep/deeper/e.ics", "e");
  write_file (fixture, "cal/.git/f.ics", "f");
  write_file (fixture, "cal/.hidden.ics", "g");
  write_file (fixture, "cal/notes.txt", "h");
  write_file (fixture, "cal/.ics", "i");
  fixture_start (fixture);
  assert_told (fixture, "+cal/B.ICS +cal/a.ics +cal/team/c.ics +cal/team/deep/d.ics");
  source = get_source (fixture);
  g_assert_cmpint (source->files, ==, 5);
  g_assert_cmpint (source->changed, >, 0);
  g_assert_false (source->offline);
}

static void
test_new_file_by_link_and_unlink (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *temporary = path_of (fixture, "cal/.tmp123");
  g_autofree char *final = path_of (fixture, "cal/a.ics");

  fixture_start (fixture);
  assert_told (fixture, "");
  write_file (fixture, "cal/.tmp123", "whole");
  g_assert_cmpint (link (temporary, final), ==, 0);
  g_assert_cmpint (unlink (temporary), ==, 0);
  await (fixture, "+cal/a.ics");
  assert_told (fixture, "+cal/a.ics");
}

static void
test_update_by_rename_over (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  write_file (fixture, "cal/a.ics", "one");
  fixture_start (fixture);
  assert_told (fixture, "+cal/a.ics");
  write_file (fixture, "cal/a.ics.tmp", "two");
  rename_file (fixture, "cal/a.ics.tmp", "cal/a.ics");
  assert_told (fixture, "+cal/a.ics");
}

/* Row 32: what is compared is not only what rsync keeps. */
static void
test_comparison_sees_other_content_under_old_mtime (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = path_of (fixture, "cal/a.ics");
  struct timespec times[2] = { { 1000000000, 0 }, { 1000000000, 0 } };
  OneStamp before, after;

  write_file (fixture, "cal/a.ics", "one");
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  fixture_start (fixture);
  assert_told (fixture, "+cal/a.ics");
  one_stamp_read (AT_FDCWD, path, &before);
  write_file (fixture, "cal/a.ics", "two");
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  one_stamp_read (AT_FDCWD, path, &after);
  g_assert_cmpint (before.size, ==, after.size);
  g_assert_cmpint (before.mtime, ==, after.mtime);
  g_assert_cmpint (before.inode, ==, after.inode);
  assert_told (fixture, "+cal/a.ics");
}

static void
test_half_written_file_waits_until_it_is_closed (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = path_of (fixture, "cal/a.ics");
  int fd;

  fixture_start (fixture);
  assert_told (fixture, "");
  fd = open (path, O_WRONLY | O_CREAT, 0600);
  assert_told (fixture, "");
  g_assert_cmpint (write (fd, "BEGIN", 5), ==, 5);
  close (fd);
  assert_told (fixture, "+cal/a.ics");
}

static void
test_file_rewritten_in_place_is_told_when_closed (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = path_of (fixture, "cal/a.ics");
  int fd;

  write_file (fixture, "cal/a.ics", "one");
  fixture_start (fixture);
  assert_told (fixture, "+cal/a.ics");
  fd = open (path, O_WRONLY | O_TRUNC);
  assert_told (fixture, "");
  g_assert_cmpint (write (fd, "BEGIN", 5), ==, 5);
  assert_told (fixture, "");
  close (fd);
  assert_told (fixture, "+cal/a.ics");
}

static void
test_deleted_file_is_told (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  write_file (fixture, "cal/a.ics", "one");
  write_file (fixture, "cal/b.ics", "two");
  fixture_start (fixture);
  assert_told (fixture, "+cal/a.ics +cal/b.ics");
  remove_file (fixture, "cal/a.ics");
  rename_file (fixture, "cal/b.ics", "cal/c.ics");
  await (fixture, "-cal/a.ics");
  await (fixture, "-cal/b.ics");
  assert_told (fixture, "+cal/c.ics -cal/a.ics -cal/b.ics");
}

static void
test_deleted_and_made_again_does_not_flicker (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *path = path_of (fixture, "cal/a.ics");

  write_file (fixture, "cal/a.ics", "one");
  write_file (fixture, "cal/b.ics", "two");
  fixture_start (fixture);
  assert_told (fixture, "+cal/a.ics +cal/b.ics");
  g_atomic_pointer_set (&returning, path);
  remove_file (fixture, "cal/a.ics");
  remove_file (fixture, "cal/b.ics");
  await (fixture, "-cal/b.ics");
  g_assert_null (g_atomic_pointer_get (&returning));
  assert_told (fixture, "+cal/a.ics -cal/b.ics");
}

static void
test_folder_made_later_is_watched (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  fixture_start (fixture);
  assert_told (fixture, "");
  make_folder (fixture, "cal/team");
  write_file (fixture, "cal/team/a.ics", "one");
  await (fixture, "+cal/team/a.ics");
  assert_told (fixture, "+cal/team/a.ics");
  write_file (fixture, "cal/team/b.ics", "two");
  await (fixture, "+cal/team/b.ics");
  assert_told (fixture, "+cal/team/b.ics");
}

static void
test_folder_below_deleted (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *folder = path_of (fixture, "cal/team");

  make_folder (fixture, "cal/team");
  write_file (fixture, "cal/team/a.ics", "one");
  fixture_start (fixture);
  await (fixture, "+cal/team/a.ics");
  assert_told (fixture, "+cal/team/a.ics");
  remove_all (folder);
  await (fixture, "-cal/team/a.ics");
  assert_told (fixture, "-cal/team/a.ics");
}

static void
await_offline (Fixture *fixture, gboolean offline)
{
  for (;;) {
    g_autoptr (OneSourceReport) source = get_source (fixture);

    if (source->offline == offline)
      return;
    g_main_context_iteration (NULL, TRUE);
  }
}

static void
test_source_moved_away_is_offline_and_comes_back (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (OneSourceReport) source = NULL;
  g_autofree char *trouble = NULL;

  write_file (fixture, "cal/a.ics", "one");
  write_file (fixture, "cal/b.ics", "two");
  fixture_start (fixture);
  assert_told (fixture, "+cal/a.ics +cal/b.ics");
  rename_file (fixture, "cal", "elsewhere");
  await_offline (fixture, TRUE);
  source = get_source (fixture);
  g_assert_cmpint (source->files, ==, 3);
  trouble = get_trouble (fixture, "cal");
  g_assert_cmpstr (trouble, ==,
                   "it cannot be read (No such file or directory); what was known of it stays");
  remove_file (fixture, "elsewhere/a.ics");
  rename_file (fixture, "elsewhere", "cal");
  await (fixture, "-cal/a.ics");
  assert_told (fixture, "-cal/a.ics");
}

static void
test_inotify_refused_at_the_start_is_had_later (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  write_file (fixture, "cal/a.ics", "one");
  refused = TRUE;
  fixture_start (fixture);
  await (fixture, "+cal/a.ics");
  await_trouble (fixture, "cal",
                 "cannot be watched: the limit of watchers is reached; raise"
                 " fs.inotify.max_user_instances");
  write_file (fixture, "cal/b.ics", "not heard of");
  refused = FALSE;
  await (fixture, "+cal/b.ics");
  await_trouble (fixture, "cal", NULL);
  assert_told (fixture, "+cal/a.ics +cal/b.ics");
}

static void
test_source_deleted_and_made_again (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  write_file (fixture, "cal/a.ics", "one");
  fixture_start (fixture);
  assert_told (fixture, "+cal/a.ics");
  remove_all (fixture->source);
  await_offline (fixture, TRUE);
  make_folder (fixture, "cal");
  await_offline (fixture, FALSE);
  write_file (fixture, "cal/a.ics", "two");
  assert_told (fixture, "+cal/a.ics");
}

static void
test_source_comes_with_its_parents (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  g_free (fixture->source);
  fixture->source = path_of (fixture, "share/mail/calendars");
  fixture_start (fixture);
  await_offline (fixture, TRUE);
  make_folder (fixture, "share");
  make_folder (fixture, "share/mail");
  make_folder (fixture, "share/mail/calendars");
  write_file (fixture, "share/mail/calendars/a.ics", "one");
  await (fixture, "+share/mail/calendars/a.ics");
}

static void
test_single_file (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  g_free (fixture->source);
  fixture->source = path_of (fixture, "cal/mine.calendar");
  write_file (fixture, "cal/mine.calendar", "one");
  write_file (fixture, "cal/other.ics", "two");
  fixture_start (fixture);
  await (fixture, "+cal/mine.calendar");
  g_ptr_array_set_size (fixture->told, 0);
  write_file (fixture, "cal/other.ics", "three");
  write_file (fixture, "cal/tmp", "four");
  rename_file (fixture, "cal/tmp", "cal/mine.calendar");
  await (fixture, "+cal/mine.calendar");
  g_assert_cmpint (fixture->told->len, ==, 1);
  remove_file (fixture, "cal/mine.calendar");
  await_offline (fixture, TRUE);
  g_ptr_array_set_size (fixture->told, 0);
  write_file (fixture, "cal/mine.calendar", "five");
  await (fixture, "+cal/mine.calendar");
  g_assert_cmpint (fixture->told->len, ==, 1);
}

static void
test_single_file_behind_a_link (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  g_free (fixture->source);
  fixture->source = path_of (fixture, "link.ics");
  write_file (fixture, "cal/real.ics", "one");
  g_assert_cmpint (symlink ("cal/real.ics", fixture->source), ==, 0);
  fixture_start (fixture);
  await (fixture, "+link.ics");
  g_ptr_array_set_size (fixture->told, 0);
  write_file (fixture, "cal/real.ics", "two");
  await (fixture, "+link.ics");
}

static void
test_odd_things_are_named_and_never_opened (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *fifo = path_of (fixture, "cal/fifo.ics");
  g_autofree char *link_path = path_of (fixture, "cal/link.ics");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  const char *const odd[] = { "cal/fifo.ics", "cal/folder.ics", "cal/socket.ics" };

  g_snprintf (address.sun_path, sizeof address.sun_path, "%s/cal/socket.ics", fixture->top);
  fixture_start (fixture);
  assert_told (fixture, "");
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("/etc/passwd", link_path), ==, 0);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  make_folder (fixture, "cal/folder.ics");
  assert_told (fixture, "");
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    await_trouble (fixture, odd[i], "it is no plain file");
  await_trouble (fixture, "cal/link.ics",
                 "it is a symbolic link; name what it points to as a source");
  remove_file (fixture, "cal/fifo.ics");
  await_trouble (fixture, "cal/fifo.ics", NULL);
  close (fd);
}

/* More events than the kernel keeps, while nobody reads them. */
static void
test_overflow_of_the_queue_loses_nothing (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *limit = NULL;
  guint64 events;

  g_assert_true (
      g_file_get_contents ("/proc/sys/fs/inotify/max_queued_events", &limit, NULL, NULL));
  events = g_ascii_strtoull (limit, NULL, 10);
  write_file (fixture, "cal/kept.ics", "one");
  write_file (fixture, "cal/gone.ics", "two");
  fixture_start (fixture);
  assert_told (fixture, "+cal/gone.ics +cal/kept.ics");
  for (guint64 i = 0; i <= events / 2; i++) {
    write_file (fixture, "cal/noise", "");
    remove_file (fixture, "cal/noise");
  }
  remove_file (fixture, "cal/gone.ics");
  write_file (fixture, "cal/new.ics", "three");
  write_file (fixture, "cal/kept.ics", "four");
  await (fixture, "+cal/new.ics");
  await (fixture, "+cal/kept.ics");
  await (fixture, "-cal/gone.ics");
}

static void
test_burst_is_told_in_few_words (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  guint calls;

  fixture_start (fixture);
  assert_told (fixture, "");
  calls = fixture->calls;
  for (guint i = 0; i < 1000; i++) {
    g_autofree char *name = g_strdup_printf ("cal/%u.ics", i);

    write_file (fixture, name, "one");
  }
  await (fixture, "+cal/999.ics");
  g_assert_cmpint (fixture->told->len, ==, 1000);
  g_assert_cmpint (fixture->calls - calls, <=, 2);
}

static void
test_nothing_is_told_too (void)
{
  const char *const none[] = { NULL };
  Fixture fixture = { .top = "" };
  g_autoptr (Fixture) empty = fixture_new ();
  OneFiles *files = one_files_new (none, NULL, fixture_told, &fixture);

  while (fixture.calls == 0)
    g_main_context_iteration (NULL, TRUE);
  one_files_free (files);
  fixture_start (empty);
  while (empty->calls == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (empty->told->len, ==, 0);
}

/* What was told and not taken over is told again when all is compared, and then no more. */
static void
test_only_what_was_seen_is_known (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();

  write_file (fixture, "cal/a.ics", "one");
  fixture->take = FALSE;
  fixture_start (fixture);
  await (fixture, "+cal/a.ics");
  g_ptr_array_set_size (fixture->told, 0);
  one_files_check (fixture->files);
  await (fixture, "+cal/a.ics");
  fixture->take = TRUE;
  g_ptr_array_set_size (fixture->told, 0);
  one_files_check (fixture->files);
  await (fixture, "+cal/a.ics");
  g_ptr_array_set_size (fixture->told, 0);
  one_files_check (fixture->files);
  assert_told (fixture, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func ("/files/" name, test)
  ADD ("all-files-are-found", test_all_files_are_found);
  ADD ("that-nothing-is-there-is-told-too", test_nothing_is_told_too);
  ADD ("new-file-by-link-and-unlink", test_new_file_by_link_and_unlink);
  ADD ("update-by-rename-over", test_update_by_rename_over);
  ADD ("other-content-under-the-old-mtime", test_comparison_sees_other_content_under_old_mtime);
  ADD ("half-written-file-waits", test_half_written_file_waits_until_it_is_closed);
  ADD ("rewritten-in-place", test_file_rewritten_in_place_is_told_when_closed);
  ADD ("deleted-and-renamed", test_deleted_file_is_told);
  ADD ("deleted-and-made-again-does-not-flicker", test_deleted_and_made_again_does_not_flicker);
  ADD ("folder-made-later-is-watched", test_folder_made_later_is_watched);
  ADD ("folder-below-deleted", test_folder_below_deleted);
  ADD ("inotify-refused-at-the-start-is-had-later", test_inotify_refused_at_the_start_is_had_later);
  ADD ("source-moved-away-comes-back", test_source_moved_away_is_offline_and_comes_back);
  ADD ("source-deleted-and-made-again", test_source_deleted_and_made_again);
  ADD ("source-comes-with-its-parents", test_source_comes_with_its_parents);
  ADD ("single-file", test_single_file);
  ADD ("single-file-behind-a-link", test_single_file_behind_a_link);
  ADD ("odd-things-are-named-and-never-opened", test_odd_things_are_named_and_never_opened);
  ADD ("overflow-loses-nothing", test_overflow_of_the_queue_loses_nothing);
  ADD ("burst-is-told-in-few-words", test_burst_is_told_in_few_words);
  ADD ("only-what-was-seen-is-known", test_only_what_was_seen_is_known);
  return g_test_run ();
}
