/* SPDX-License-Identifier: MIT */
#include "edge/time/local-zone.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_names (void)
{
  static const struct {
    const char *text;
    const char *name; /* NULL for none */
  } rows[] = {
    { "/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin" },
    { "../usr/share/zoneinfo/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires" },
    { "/usr/share/zoneinfo/posix/Asia/Tokyo", "Asia/Tokyo" },
    { "/usr/share/zoneinfo/right/Asia/Tokyo", "Asia/Tokyo" },
    { "/nix/store/abc-tzdata/share/zoneinfo/Etc/GMT+5", "Etc/GMT+5" },
    { "/var/db/timezone/zoneinfo/UTC", "UTC" },
    { "Europe/Berlin", "Europe/Berlin" },
    { ":Europe/Berlin", "Europe/Berlin" },
    { "America/Port-au-Prince", "America/Port-au-Prince" },
    { "", NULL },
    { ":", NULL },
    { "/etc/localtime", NULL },
    { "../../etc/passwd", NULL },
    { "/usr/share/zoneinfo/", NULL },
    { "/usr/share/zoneinfo/../../etc/passwd", NULL },
    { "Europe//Berlin", NULL },
    { "Europe/Berlin/", NULL },
    { "<-03>3", NULL },
    { "CET-1CEST,M3.5.0,M10.5.0/3", NULL },
    { "Europe/Berlin\n", NULL },
    { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *name = one_local_zone_parse_name (rows[i].text);

    g_assert_cmpstr (name, ==, rows[i].name);
  }
}

static void
test_variable (void)
{
  static const struct {
    const char *value;
    const char *name;
  } rows[] = {
    { "Pacific/Auckland", "Pacific/Auckland" },
    { ":Pacific/Auckland", "Pacific/Auckland" },
    { "/usr/share/zoneinfo/Pacific/Auckland", "Pacific/Auckland" },
    { "", "UTC" },
    { "No/Such_Zone", "UTC" },
    { "CET-1CEST", "UTC" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *name = NULL;

    g_setenv ("TZ", rows[i].value, TRUE);
    name = one_local_zone_dup_name ();
    g_assert_cmpstr (name, ==, rows[i].name);
  }
  g_unsetenv ("TZ");
}

static void
count (gpointer data)
{
  (*(guint *) data)++;
}

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* As timedatectl does: a link beside it, moved over it. */
static void
replace_link (const char *folder, const char *target)
{
  g_autofree char *beside = g_build_filename (folder, ".localtime.new", NULL);
  g_autofree char *link = g_build_filename (folder, "localtime", NULL);

  g_assert_cmpint (symlink (target, beside), ==, 0);
  g_assert_cmpint (g_rename (beside, link), ==, 0);
}

static void
test_watch (void)
{
  g_autofree char *folder = g_dir_make_tmp ("one-zone-XXXXXX", NULL);
  g_autofree char *link = g_build_filename (folder, "localtime", NULL);
  g_autofree char *other = g_build_filename (folder, "passwd", NULL);
  guint changes = 0;
  OneLocalZone *zone = one_local_zone_new (folder, count, &changes);

  g_assert_true (g_file_set_contents (other, "x", 1, NULL));
  drain ();
  g_assert_cmpuint (changes, ==, 0);
  replace_link (folder, "/usr/share/zoneinfo/Europe/Berlin");
  drain ();
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpint (g_unlink (link), ==, 0);
  g_assert_cmpint (symlink ("/usr/share/zoneinfo/Asia/Tokyo", link), ==, 0);
  drain ();
  g_assert_cmpuint (changes, ==, 2);
  one_local_zone_free (zone);
  g_unlink (link);
  g_unlink (other);
  g_rmdir (folder);
}

static void
test_no_folder (void)
{
  guint changes = 0;
  OneLocalZone *zone = one_local_zone_new ("/no/such/folder", count, &changes);

  drain ();
  g_assert_cmpuint (changes, ==, 0);
  one_local_zone_free (zone);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zone/names-are-taken-from-links-and-variables", test_names);
  g_test_add_func ("/zone/variable-counts-if-the-zone-is-there", test_variable);
  g_test_add_func ("/zone/system-zone-changed-while-running", test_watch);
  g_test_add_func ("/zone/what-cannot-be-watched-is-not-fatal", test_no_folder);
  return g_test_run ();
}
