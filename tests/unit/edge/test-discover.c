/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <glib/gstdio.h>
#include <unistd.h>
#include "edge/user/discover.h"
#include "edge/user/usual-places.h"

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

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* "kind name path" of each calendar, a line each, with the home as ~. */
static char *
describe (const OneFoundAll *found)
{
  const char *home = g_get_home_dir ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->calendars->len; i++) {
    const OneFoundCalendar *calendar = found->calendars->pdata[i];
    const char *path = calendar->path;

    g_assert_true (g_str_has_prefix (path, home));
    g_string_append_printf (text, "%s %s ~%s%s\n", one_words_format_source_kind (calendar->kind),
                            calendar->name, path + strlen (home),
                            calendar->hidden ? " hidden" : "");
  }
  return g_string_free (text, FALSE);
}

static void
assert_found (const char *expected)
{
  g_autoptr (OneFoundAll) found = one_usual_places_find ();
  g_autofree char *text = describe (found);

  g_assert_cmpstr (text, ==, expected);
}

static void
write_file (const char *path, const char *text)
{
  g_autofree char *full = g_build_filename (g_get_home_dir (), path, NULL);
  g_autofree char *folder = g_path_get_dirname (full);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (full, text, -1, NULL));
}

static void
test_usual_places (void)
{
  const char *home = g_get_home_dir ();
  g_autofree char *link = g_build_filename (home, ".calendars", NULL);

  assert_found ("");
  make (home, "cal/one/work");
  make (home, "cal/two/home");
  make (home, "data/evolution/calendar/system");
  write_file ("config/khal/config",
              "[calendars]\n[[a]]\npath=~/cal/*\ntype=discover\n[[b]]\npath=~/none\n");
  g_assert_cmpint (symlink ("cal/one", link), ==, 0);
  assert_found ("folder one ~/cal/one\nfolder two ~/cal/two\n"
                "evolution Evolution ~/data/evolution/calendar\n");
}

#define DATA "data/evolution/calendar/"
#define CACHE "cache/evolution/calendar/"
#define SOURCES "config/evolution/sources/"
#define OF_ACCOUNT "cache/evolution/sources/account/"

static void
write_source (const char *path, const char *name, const char *backend, const char *rest)
{
  g_autofree char *text =
      g_strdup_printf ("[Data Source]\nDisplayName=%s\nDisplayName[xx]=No\nEnabled=true\n"
                       "Parent=account\n%s\n[Calendar]\nBackendName=%s\n",
                       name, rest, backend);

  write_file (path, text);
}

/* What there is of it on the disk is no sign of a calendar: its .source is. */
static void
test_evolution (void)
{
  g_autoptr (OneFoundAll) found = NULL;

  write_file (SOURCES "account.source",
              "[Data Source]\nDisplayName=Account\nEnabled=true\nParent=\n[Collection]\n"
              "CalendarEnabled=true\nIdentity=Ada@Example.org\n");
  write_file (SOURCES "mail.source",
              "[Data Source]\nEnabled=true\nParent=account\n[Mail Identity]\n"
              "Address=ada.winter@example.org\n");
  write_file (SOURCES "mine.source", "[Data Source]\nDisplayName=Mine\nParent=local-stub\n"
                                     "[Calendar]\nBackendName=local\n");
  write_source (OF_ACCOUNT "work.source", "Work", "caldav", "");
  write_source (OF_ACCOUNT "feed.source", "Fe\033ed", "webcal", "");
  write_source (OF_ACCOUNT "unticked.source", "Unticked", "google", "");
  write_source (OF_ACCOUNT "later.source", "Later", "caldav", "");
  write_source (OF_ACCOUNT "birthdays.source", "Birthdays", "contacts", "");
  write_source (OF_ACCOUNT "odd.source", "Odd", "caldav", "Enabled=false");
  write_file (OF_ACCOUNT "tasks.source", "[Data Source]\nParent=account\n[Task List]\n"
                                         "BackendName=caldav\n");
  write_file (OF_ACCOUNT "unticked.source",
              "[Data Source]\nDisplayName=Unticked\nParent=account\n[Calendar]\n"
              "BackendName=google\nSelected=false\n");
  write_file (DATA "system/calendar.ics", "");
  write_file (DATA "mine/calendar.ics", "");
  write_file (DATA "removed/calendar.ics", "");
  for (const char *const *uid = (const char *const[]){ "work", "feed", "unticked", "birthdays",
                                                       "odd", "removed", "tasks", NULL };
       *uid; uid++) {
    g_autofree char *path = g_strdup_printf (CACHE "%s/cache.db", *uid);

    write_file (path, "");
  }
  assert_found ("evolution Feed ~/" CACHE "feed/cache.db\n"
                "evolution Unticked ~/" CACHE "unticked/cache.db hidden\n"
                "evolution Work ~/" CACHE "work/cache.db\n"
                "folder one ~/cal/one\nfolder two ~/cal/two\n"
                "evolution Mine ~/" DATA "mine/calendar.ics\n"
                "evolution Personal ~/" DATA "system/calendar.ics\n");
  found = one_usual_places_find ();
  g_assert_cmpuint (found->me->len, ==, 2);
  g_ptr_array_sort (found->me, (GCompareFunc) compare_texts);
  g_assert_cmpstr (found->me->pdata[0], ==, "ada.winter@example.org");
  g_assert_cmpstr (found->me->pdata[1], ==, "ada@example.org");
  write_file (SOURCES "account.source",
              "[Data Source]\nEnabled=true\n[Collection]\nCalendarEnabled=false\n");
  assert_found ("folder one ~/cal/one\nfolder two ~/cal/two\n"
                "evolution Mine ~/" DATA "mine/calendar.ics\n"
                "evolution Personal ~/" DATA "system/calendar.ics\n");
}

#define PREF(id, key, value) "user_pref(\"calendar.registry." id "." key "\", " value ");\n"

static void
test_thunderbird (void)
{
  g_autoptr (OneFoundAll) found = NULL;

  write_file (".thunderbird/profiles.ini",
              "[Install]\nDefault=a\n[Profile0]\nName=a\nIsRelative=1\nPath=a\n"
              "[Profile1]\nPath=gone\n");
  write_file (".thunderbird/a/calendar-data/local.sqlite", "");
  write_file (".thunderbird/a/calendar-data/cache.sqlite", "");
  write_file (
      ".thunderbird/a/prefs.js",
      "// Mozilla\n" PREF ("1", "name", "\"Ho\\\"me\"") PREF ("1", "type", "\"storage\"") PREF (
          "2", "name", "\"Dav\"") PREF ("2", "type",
                                        "\"caldav\"") PREF ("2", "calendar-main-in-composite",
                                                            "false") PREF ("3", "type", "\"ics\"")
          PREF ("3", "uri", "\"file:///srv/a%20b.ics\"") PREF ("4", "type", "\"storage\"") PREF (
              "4", "disabled", "true") PREF ("5", "type", "\"caldav\"") PREF ("5", "cache.enabled",
                                                                              "false")
              PREF ("6", "name",
                    "\"half") "user_pref(\"mail.identity.id1.useremail\", \"Me@Example.net\");\n");
  found = one_usual_places_find ();
  g_assert_nonnull (one_found_get (found, "/srv/a b.ics"));
  g_assert_true (g_ptr_array_find_with_equal_func (found->me, "me@example.net", g_str_equal, NULL));
  write_file (".thunderbird/a/prefs.js",
              PREF ("1", "name", "\"Ho\\\"me\"") PREF ("1", "type", "\"storage\"")
                  PREF ("2", "name", "\"Dav\"") PREF ("2", "type", "\"caldav\"")
                      PREF ("2", "calendar-main-in-composite", "false"));
  assert_found ("thunderbird Dav ~/.thunderbird/a/calendar-data/cache.sqlite/2 hidden\n"
                "thunderbird Ho\"me ~/.thunderbird/a/calendar-data/local.sqlite/1\n"
                "folder one ~/cal/one\nfolder two ~/cal/two\n"
                "evolution Mine ~/" DATA "mine/calendar.ics\n"
                "evolution Personal ~/" DATA "system/calendar.ics\n");
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
  g_autofree char *cache = g_build_filename (home, "cache", NULL);

  g_setenv ("HOME", home, TRUE);
  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
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
  g_test_add_func ("/sources/evolution", test_evolution);
  g_test_add_func ("/sources/thunderbird", test_thunderbird);
  result = g_test_run ();
  g_spawn_sync (NULL, (char **) remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
  return result;
}
