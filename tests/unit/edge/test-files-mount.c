/* SPDX-License-Identifier: MIT */
/* Row 15 of what hurt: a share is unmounted and all meetings vanish. In a mount namespace of its
 * own, so it needs no rights; it is a program of its own because that has to be entered first. */
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>
#include "edge/files/files.h"
#include "edge/stamp.h"

typedef struct {
  char *source;
  OneFiles *files;
  guint changed, removed;
} Fixture;

static void
fixture_told (const GPtrArray *changed, const GPtrArray *removed, gpointer data)
{
  Fixture *fixture = data;

  fixture->changed += changed->len;
  fixture->removed += removed->len;
  for (guint i = 0; i < changed->len; i++) {
    g_autoptr (OneReading) reading = one_reading_new (g_ptr_array_index (changed, i));

    one_stamp_read (AT_FDCWD, reading->path, &reading->stamp);
    one_files_seen (fixture->files, reading);
  }
}

static void
write_calendar (const Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->source, name, NULL);

  g_assert_true (g_file_set_contents (path, "one", -1, NULL));
}

static void
mount_share (const Fixture *fixture)
{
  g_assert_cmpint (mount ("share", fixture->source, "tmpfs", 0, "size=1m"), ==, 0);
}

/* Until it is offline or not; returns how many files are known of it. */
static guint
await_offline (Fixture *fixture, gboolean offline)
{
  for (;;) {
    g_autoptr (GPtrArray) sources = one_files_list_sources (fixture->files);
    const OneSourceReport *source = g_ptr_array_index (sources, 0);

    if (source->offline == offline)
      return source->files;
    g_main_context_iteration (NULL, TRUE);
  }
}

static void
await_changed (Fixture *fixture, guint changed)
{
  while (fixture->changed < changed)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_unmounted_share_keeps_its_meetings (void)
{
  g_autofree char *source = g_dir_make_tmp ("oned-XXXXXX", NULL);
  const char *const sources[] = { source, NULL };
  Fixture fixture = { .source = source };
  g_autoptr (GPtrArray) troubles = NULL;

  mount_share (&fixture);
  write_calendar (&fixture, "a.ics");
  write_calendar (&fixture, "b.ics");
  fixture.files = one_files_new (sources, NULL, fixture_told, &fixture);
  await_changed (&fixture, 2);
  g_assert_cmpint (umount (source), ==, 0);
  g_assert_cmpint (await_offline (&fixture, TRUE), ==, 2);
  troubles = one_files_list_troubles (fixture.files);
  g_assert_cmpstr (
      ((OneTrouble *) g_ptr_array_index (troubles, 0))->what, ==,
      "it cannot be read (its file system is not mounted); what was known of it stays");
  g_assert_cmpint (fixture.removed, ==, 0);

  mount_share (&fixture);
  write_calendar (&fixture, "a.ics");
  await_changed (&fixture, 3);
  await_offline (&fixture, FALSE);
  one_files_free (fixture.files);
  g_assert_cmpint (umount (source), ==, 0);
  g_rmdir (source);
}

/* FALSE where the kernel or a container forbids it; with the privilege to mount it needs no user
 * namespace. */
static gboolean
enter_namespace (void)
{
  g_autofree char *map = g_strdup_printf ("0 %u 1", (guint) getuid ());

  if (unshare (CLONE_NEWNS) < 0
      && (unshare (CLONE_NEWUSER | CLONE_NEWNS) < 0
          || !g_file_set_contents_full ("/proc/self/uid_map", map, -1, G_FILE_SET_CONTENTS_NONE,
                                        0600, NULL)))
    return FALSE;
  return mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (enter_namespace ())
    g_test_add_func ("/files/unmounted-share-keeps-its-meetings",
                     test_unmounted_share_keeps_its_meetings);
  else
    g_test_message ("no mount namespace may be made here: nothing is tried");
  return g_test_run ();
}
