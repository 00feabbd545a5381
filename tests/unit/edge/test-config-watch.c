/* SPDX-License-Identifier: MIT */
/* A configuration that comes, goes and is saved while it is listened to. */
#include "edge/user/config-watch.h"

#include <glib/gstdio.h>

typedef struct {
  char *home;   /* (owned) */
  char *file;   /* (owned) "<home>/config/oned/oned.conf" */
  char *folder; /* (owned) "<home>/config/oned/catalogue" */
  OneConfigWatch *config_watch;
  GMainLoop *loop;
} Fixture;

static void
changed (gpointer data)
{
  Fixture *fixture = data;

  g_main_loop_quit (fixture->loop);
}

static void
listen (Fixture *fixture)
{
  const char *paths[] = { fixture->file, fixture->folder, NULL };

  fixture->config_watch = one_config_watch_new (paths, changed, fixture);
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
}

static void
write_text (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  fputs ("[calendar]\n", file);
  fclose (file);
}

static void
remove_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_unlink (path);
}

/* Hangs if nothing is told. */
static void
hear (Fixture *fixture)
{
  g_main_loop_run (fixture->loop);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = g_dir_make_tmp ("one-edits-XXXXXX", NULL);
  fixture->file = g_build_filename (fixture->home, "config", "oned", "oned.conf", NULL);
  fixture->folder = g_build_filename (fixture->home, "config", "oned", "catalogue", NULL);
  fixture->loop = g_main_loop_new (NULL, FALSE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *oned = g_path_get_dirname (fixture->file);
  g_autofree char *config = g_path_get_dirname (oned);

  one_config_watch_free (fixture->config_watch);
  g_main_loop_unref (fixture->loop);
  remove_file (fixture->folder, "mine.ini");
  g_rmdir (fixture->folder);
  g_unlink (fixture->file);
  g_rmdir (oned);
  g_rmdir (config);
  g_rmdir (fixture->home);
  g_free (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->home);
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *oned = g_path_get_dirname (fixture->file);

  make_folder (fixture->folder);
  write_text (oned, "oned.conf");
  listen (fixture);
  write_text (oned, "oned.conf");
  hear (fixture);
  write_text (fixture->folder, "mine.ini");
  hear (fixture);
  remove_file (fixture->folder, "mine.ini");
  hear (fixture);
}

static void
test_folder_made_later (Fixture *fixture, gconstpointer data)
{
  g_autofree char *oned = g_path_get_dirname (fixture->file);

  make_folder (oned);
  listen (fixture);
  make_folder (fixture->folder);
  hear (fixture);
  for (int i = 0; i < 2; i++) {
    write_text (fixture->folder, "mine.ini");
    hear (fixture);
  }
}

static void
test_folder_made_again (Fixture *fixture, gconstpointer data)
{
  make_folder (fixture->folder);
  listen (fixture);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  hear (fixture);
  make_folder (fixture->folder);
  hear (fixture);
  write_text (fixture->folder, "mine.ini");
  hear (fixture);
}

static void
test_nothing_there_at_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *oned = g_path_get_dirname (fixture->file);

  listen (fixture);
  make_folder (oned);
  hear (fixture);
  for (int i = 0; i < 2; i++) {
    write_text (oned, "oned.conf");
    hear (fixture);
  }
}

/* Whoever was told looks, and then says where else to listen: what changed in between is told, too.
 */
static void
test_changed_while_it_is_looked_at (Fixture *fixture, gconstpointer data)
{
  g_autofree char *oned = g_path_get_dirname (fixture->file);
  const char *same[] = { fixture->file, fixture->folder, NULL };
  const char *others[] = { fixture->folder, NULL };

  make_folder (fixture->folder);
  write_text (oned, "oned.conf");
  listen (fixture);
  write_text (oned, "oned.conf");
  hear (fixture);
  write_text (fixture->folder, "mine.ini");
  one_config_watch_set_paths (fixture->config_watch, same);
  hear (fixture);
  remove_file (fixture->folder, "mine.ini");
  one_config_watch_set_paths (fixture->config_watch, others);
  hear (fixture);
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/edits/saved", test_saved },
    { "/edits/a-folder-made-later-is-listened-to", test_folder_made_later },
    { "/edits/a-folder-made-again-is-listened-to", test_folder_made_again },
    { "/edits/nothing-is-there-at-first", test_nothing_there_at_first },
    { "/edits/what-changed-while-it-is-looked-at-is-told", test_changed_while_it_is_looked_at },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
