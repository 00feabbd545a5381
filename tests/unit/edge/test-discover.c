/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <glib/gstdio.h>
#include <unistd.h>
#include "edge/user/discover.h"

typedef struct {
  const char *name;
  const char *text;
  const char *paths; /* joined by spaces */
} Row;

static const Row vdirsyncer[] = {
  { "empty", "", "" },
  { "filesystem",
    "[general]\nstatus_path = \"~/.local/share/vdirsyncer/status/\"\n\n"
    "[pair work]\na = \"local\"\nb = \"remote\"\ncollections = [\"from a\",\n  \"from b\"]\n"
    "[storage local]\ntype = \"filesystem\"\npath = \"~/.calendars/\"\nfileext = \".ics\"\n"
    "[storage remote]\ntype = \"caldav\"\nurl = \"https://example.org/path = x\"\n",
    "/ada/.calendars" },
  { "contacts-are-no-calendars",
    "[storage c]\ntype = \"filesystem\"\npath = \"~/.contacts\"\nfileext = \".vcf\"\n", "" },
  { "single-files",
    "[storage a]\ntype = \"singlefile\"\npath = \"/srv/team.ics\"\n"
    "[storage b]\ntype = \"singlefile\"\npath = \"/srv/%s.ics\"\n",
    "/srv/team.ics" },
  { "variables-and-windows-lines",
    "[storage a]\r\ntype = \"filesystem\"\r\npath = \"$HOME/a\"\r\n"
    "[storage b]\r\npath = \"${HOME}/b\"\r\ntype = \"filesystem\"\r\n"
    "[storage c]\r\ntype = \"filesystem\"\r\npath = \"$ONED_NO_SUCH_VARIABLE/c\"\r\n",
    "/ada/a /ada/b" },
  { "relative-and-commented",
    "[storage a]\ntype = \"filesystem\"\npath = \"relative\"\n"
    "[storage b]\n# type = \"filesystem\"\npath = \"/b\"\n[storage",
    "" },
};

static const Row khal[] = {
  { "calendars",
    "[calendars]\n\n  [[private]]\n    path = ~/.calendars/private/\n    color = dark green\n"
    "  [[work]]\n    path = '/srv/cal # 1'\n    type = calendar # mine\n"
    "  [[all]]\n    path = ~/.local/share/cal/*\n    type = discover\n"
    "  [[birthdays]]\n    path = ~/.contacts\n    type = birthdays\n"
    "[locale]\ntimeformat = %H:%M\npath = ~/no\n",
    "/ada/.calendars/private /srv/cal # 1 /ada/.local/share/cal/*" },
  { "sections-elsewhere-do-not-count", "[highlight]\n[[x]]\npath = ~/x\n", "" },
};

static void
test_vdirsyncer (gconstpointer data)
{
  const Row *row = data;
  g_auto (GStrv) paths = one_discover_parse_vdirsyncer (row->text, "/ada");
  g_autofree char *joined = g_strjoinv (" ", paths);

  g_assert_cmpstr (joined, ==, row->paths);
}

static void
test_khal (gconstpointer data)
{
  const Row *row = data;
  g_auto (GStrv) paths = one_discover_parse_khal (row->text, "/ada");
  g_autofree char *joined = g_strjoinv (" ", paths);

  g_assert_cmpstr (joined, ==, row->paths);
}

static void
test_fold (void)
{
  const char *const paths[] = {
    "/b/work", "/a", "/b", "/bb", "/b/x/y", "/a", "/b/x", "/c/d", NULL
  };
  g_auto (GStrv) folded = one_discover_fold (paths);
  g_autofree char *joined = g_strjoinv (" ", folded);

  g_assert_cmpstr (joined, ==, "/a /b /b/x/y /bb /c/d");
}

static void
make (const char *home, const char *path)
{
  g_autofree char *full = g_build_filename (home, path, NULL);

  g_assert_cmpint (g_mkdir_with_parents (full, 0700), ==, 0);
}

static void
test_usual_places (void)
{
  const char *home = g_get_home_dir ();
  const char *data = g_get_user_data_dir ();
  g_autofree char *config = g_build_filename (g_get_user_config_dir (), "khal/config", NULL);
  g_autofree char *link = g_build_filename (home, ".calendars", NULL);
  g_auto (GStrv) none = one_discover_list ();
  g_auto (GStrv) some = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *expected = NULL;

  g_assert_cmpint (g_strv_length (none), ==, 0);
  make (g_get_user_config_dir (), "khal");
  make (home, "cal/one/work");
  make (home, "cal/two/home");
  make (data, "evolution/calendar/system");
  g_assert_true (g_file_set_contents (
      config, "[calendars]\n[[a]]\npath=~/cal/*\ntype=discover\n[[b]]\npath=~/none\n", -1, NULL));
  g_assert_cmpint (symlink ("cal/one", link), ==, 0);
  some = one_discover_list ();
  joined = g_strjoinv (" ", some);
  expected = g_strdup_printf ("%s/cal/one %s/cal/two %s/evolution/calendar", home, home, data);
  g_assert_cmpstr (joined, ==, expected);
}

static void
add_rows (const char *prefix, const Row *rows, gsize count, GTestDataFunc func)
{
  for (gsize i = 0; i < count; i++) {
    g_autofree char *path = g_strconcat ("/sources/", prefix, "/", rows[i].name, NULL);

    g_test_add_data_func (path, &rows[i], func);
  }
}

/* A home of our own. (GLib could make one for each test, but forgets the names of the old.) */
static void
move_home (const char *home)
{
  g_autofree char *config = g_build_filename (home, "config", NULL);
  g_autofree char *data = g_build_filename (home, "data", NULL);

  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_unsetenv ("VDIRSYNCER_CONFIG");
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("oned-XXXXXX", NULL);
  const char *remove[] = { "rm", "-rf", home, NULL };
  int result;

  move_home (home);
  g_test_init (&argc, &argv, NULL);
  add_rows ("vdirsyncer", vdirsyncer, G_N_ELEMENTS (vdirsyncer), test_vdirsyncer);
  add_rows ("khal", khal, G_N_ELEMENTS (khal), test_khal);
  g_test_add_func ("/sources/fold", test_fold);
  g_test_add_func ("/sources/usual-places", test_usual_places);
  result = g_test_run ();
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
  return result;
}
