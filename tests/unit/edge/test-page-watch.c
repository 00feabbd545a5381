/* SPDX-License-Identifier: MIT */
/* Pages, saved in the ways of editors. */
#include "edge/user/page-watch.h"

#include <glib/gstdio.h>
#include <unistd.h>

typedef struct {
  char *folder; /* (owned) */
  char *page;   /* (owned) */
  char *other;  /* (owned) not one of oned's */
  OnePageWatch *page_watch;
  GMainLoop *loop;
  guint told;
} Fixture;

static void
saved (const char *path, gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpstr (path, ==, fixture->page);
  fixture->told++;
  g_main_loop_quit (fixture->loop);
}

static void
write_text (const char *path, const char *text)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  fputs (text, file);
  fclose (file);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("one-saves-XXXXXX", NULL);
  fixture->page = g_build_filename (fixture->folder, "2026-11-23.md", NULL);
  fixture->other = g_build_filename (fixture->folder, "mine.md", NULL);
  fixture->loop = g_main_loop_new (NULL, FALSE);
  write_text (fixture->page, "once");
  fixture->page_watch = one_page_watch_new (saved, fixture);
  g_assert_true (one_page_watch_add (fixture->page_watch, fixture->page, &error));
  g_assert_true (one_page_watch_add (fixture->page_watch, fixture->page, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  one_page_watch_free (fixture->page_watch);
  g_main_loop_unref (fixture->loop);
  g_unlink (fixture->page);
  g_unlink (fixture->other);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->page);
  g_free (fixture->other);
}

static void
save_in_place (Fixture *fixture)
{
  write_text (fixture->page, "again");
}

static void
save_in_steps (Fixture *fixture)
{
  for (guint i = 0; i < 20; i++)
    write_text (fixture->page, i % 2 ? "" : "again");
}

static void
save_by_renaming (Fixture *fixture)
{
  write_text (fixture->other, "again");
  g_assert_cmpint (g_rename (fixture->other, fixture->page), ==, 0);
}

/* As vim with a backup: the old file moves away, a new one is written. */
static void
save_with_backup (Fixture *fixture)
{
  g_assert_cmpint (g_rename (fixture->page, fixture->other), ==, 0);
  write_text (fixture->page, "again");
}

static void
save_by_linking (Fixture *fixture)
{
  write_text (fixture->other, "again");
  g_assert_cmpint (g_unlink (fixture->page), ==, 0);
  g_assert_cmpint (link (fixture->other, fixture->page), ==, 0);
}

/* Something else is told of only if it is wrong; the page's own save ends the wait. */
static void
save_others_too (Fixture *fixture)
{
  write_text (fixture->other, "mine");
  write_text (fixture->page, "again");
}

static const struct {
  const char *name;
  void (*save) (Fixture *fixture);
} rows[] = {
  { "in-place", save_in_place },       { "in-steps-is-once", save_in_steps },
  { "by-renaming", save_by_renaming }, { "with-a-backup", save_with_backup },
  { "by-linking", save_by_linking },   { "not-the-users-own-files", save_others_too },
};

static void
test_row (Fixture *fixture, gconstpointer data)
{
  rows[GPOINTER_TO_UINT (data)].save (fixture);
  g_main_loop_run (fixture->loop);
  g_assert_cmpuint (fixture->told, ==, 1);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "a.md", NULL);

  g_assert_false (one_page_watch_add (fixture->page_watch, path, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/saves/%s", rows[i].name);

    g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_row, tear_down);
  }
  g_test_add ("/saves/no-folder-is-an-error", Fixture, NULL, set_up, test_no_folder, tear_down);
  return g_test_run ();
}
