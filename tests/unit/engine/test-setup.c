/* SPDX-License-Identifier: MIT */
#include "engine/base/setup.h"

#include <glib/gstdio.h>
#include <string.h>

#include "edge/user/config-watch.h"
#include "engine/base/troubles.h"
#include "tests/unit/engine/engine-fixture.h"

static void
edit (Fixture *fixture, const char *lines)
{
  engine_write_config (fixture, lines);
  engine_wait ();
}

static void
test_nothing_is_told_at_the_start (void)
{
  g_auto (Fixture) fixture = { 0 };

  engine_start (&fixture, "me = Me@Example.com\n");
  g_assert_cmpstr (fixture.base.settings->me[0], ==, "me@example.com");
  g_assert_cmpstr (fixture.base.settings->sources[0], ==, fixture.sources);
  g_assert_cmpstr (fixture.base.settings->pages, ==, fixture.pages);
  g_assert_cmpstr (fixture.base.zone_name, ==, "UTC");
  engine_assert_heard (&fixture, "");
  engine_assert_troubles (&fixture, "");
}

/* A mistake is said with its line, and what was in force stays. */
static void
test_what_an_edit_is_told_as (void)
{
  static const struct {
    const char *lines;
    const char *heard;
    const char *me;
    gint64 snooze;
    const char *troubles;
  } rows[] = {
    { "me = a@example.com\n[reminders]\nsnooze = 5 min\n", "rules ", "a@example.com", 300, "" },
    { "me = b@example.com\n[reminders]\nsnooze = soon\n", "rules ", "a@example.com", 300,
      "config oned.conf:7 +0 bad value 'soon' for snooze in [reminders]: needs a duration such as "
      "30 min, 2 h or 3 days, at most 31 days\n" },
    { "me = b@example.com\n[reminder]\n", "rules ", "a@example.com", 300,
      "config oned.conf:6 +0 unknown group [reminder], did you mean 'reminders'?\n" },
    { "me = b@example.com\n", "rules ", "b@example.com", 600, "" },
  };
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *warned = NULL;

  engine_start (&fixture, "");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    edit (&fixture, rows[i].lines);
    engine_assert_heard (&fixture, rows[i].heard);
    engine_assert_troubles (&fixture, rows[i].troubles);
    g_assert_cmpstr (fixture.base.settings->me[0], ==, rows[i].me);
    g_assert_cmpint (fixture.base.settings->snooze, ==, rows[i].snooze);
  }
  warned = engine_take_warnings ();
  g_assert_nonnull (strstr (warned, "did you mean"));
}

static void
test_other_sources (void)
{
  static const struct {
    const char *config;
    const char *heard;
    const char *first;
  } rows[] = {
    { "[calendar]\nsources = /none/a\n", "sources ", "/none/a" },
    { "[calendar]\nsources = /none/a\nme = a@example.com\n", "rules ", "/none/a" },
    { "[calendar]\nsources = /none/a;/none/b\n", "sources ", "/none/a" },
    { "[calendar]\nsources = /none/b;/none/a\n", "sources ", "/none/b" },
    { "[calendar]\nsources = none\n", "rules ", "/none/b" },
  };
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *warned = NULL;

  engine_start (&fixture, "");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    engine_write (fixture.scratch.folder, "oned.conf", rows[i].config);
    engine_wait ();
    engine_assert_heard (&fixture, rows[i].heard);
    g_assert_cmpstr (fixture.base.settings->sources[0], ==, rows[i].first);
  }
  warned = engine_take_warnings ();
  g_assert_nonnull (strstr (warned, "bad value 'none' for sources"));
}

/* There is nothing that could stay in force, so the defaults are. */
static void
test_a_mistake_at_the_start (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *warned = NULL;

  engine_open (&fixture);
  engine_write (fixture.scratch.folder, "oned.conf", "[calendar]\nme\n");
  one_setup_start (&fixture.base);
  g_assert_cmpint (fixture.base.settings->snooze, ==, 600);
  warned = engine_take_warnings ();
  g_assert_nonnull (one_troubles_find (&fixture.base, ONE_SUBJECT_CONFIG));
  edit (&fixture, "");
  engine_assert_heard (&fixture, "sources ");
  engine_assert_troubles (&fixture, "");
}

static void
test_another_zone (void)
{
  static const struct {
    const char *set;
    gboolean changed;
    const char *name;
  } rows[] = {
    { "UTC", FALSE, "UTC" },
    { "Europe/Berlin", TRUE, "Europe/Berlin" },
    { "Europe/Berlin", FALSE, "Europe/Berlin" },
    { "Nowhere/City", TRUE, "UTC" },
  };
  g_auto (Fixture) fixture = { 0 };

  engine_start (&fixture, "");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_setenv ("TZ", rows[i].set, TRUE);
    g_assert_cmpint (one_setup_read_zone (&fixture.base), ==, rows[i].changed);
    g_assert_cmpstr (fixture.base.zone_name, ==, rows[i].name);
    g_assert_cmpstr (g_time_zone_get_identifier (fixture.base.zone), ==, rows[i].name);
    g_assert_true (fixture.base.settings->zone == fixture.base.zone);
  }
  g_setenv ("TZ", "UTC", TRUE);
  engine_assert_heard (&fixture, "");
}

static void
test_held_back_stays_so_over_an_edit (void)
{
  g_auto (Fixture) fixture = { 0 };

  engine_start (&fixture, "");
  g_assert_false (fixture.base.settings->inhibited);
  one_setup_set_inhibited (&fixture.base, TRUE);
  g_assert_true (fixture.base.settings->inhibited);
  edit (&fixture, "me = a@example.com\n");
  g_assert_true (fixture.base.settings->inhibited);
  one_setup_set_inhibited (&fixture.base, FALSE);
  g_assert_false (fixture.base.settings->inhibited);
}

static const OneCategory *
find_category (Fixture *fixture, OneRole role)
{
  return one_catalogue_find (one_setup_get_catalogue (&fixture->base, role), "garden");
}

/* In one move, which is one event. */
static void
put (Fixture *fixture, const char *path, const char *text)
{
  g_autofree char *part = g_build_filename (fixture->scratch.folder, "part", NULL);

  engine_write (fixture->scratch.folder, "part", text);
  g_assert_cmpint (g_rename (part, path), ==, 0);
  engine_wait ();
}

/* The user's own file, a mistake in it, and its end: what was in force stays in between. */
static void
test_a_catalogue_of_the_user (void)
{
  static const char own[] = "[catalogue]\nroles=manager\n[garden]\ntitle=Garden\nrule=core\n";
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *broken = g_strconcat (own, "[wins]\nrule=often\n", NULL);
  g_autofree char *path = NULL, *warned = NULL;

  engine_open (&fixture);
  path = g_build_filename (fixture.catalogue, "mine.ini", NULL);
  g_assert_cmpint (g_mkdir (fixture.catalogue, 0700), ==, 0);
  engine_write_config (&fixture, "");
  one_setup_start (&fixture.base);
  g_assert_null (find_category (&fixture, ONE_ROLE_MANAGER));
  put (&fixture, path, own);
  engine_assert_troubles (&fixture, "");
  engine_assert_heard (&fixture, "rules ");
  g_assert_nonnull (find_category (&fixture, ONE_ROLE_MANAGER));
  g_assert_null (find_category (&fixture, ONE_ROLE_PEER));

  put (&fixture, path, broken);
  engine_assert_heard (&fixture, "rules ");
  g_assert_nonnull (one_troubles_find (&fixture.base, ONE_SUBJECT_CATALOGUE));
  warned = engine_take_warnings ();
  g_assert_true (g_str_has_prefix (warned, path));
  g_assert_nonnull (find_category (&fixture, ONE_ROLE_MANAGER));

  g_assert_cmpint (g_unlink (path), ==, 0);
  engine_wait ();
  engine_assert_troubles (&fixture, "");
  g_assert_null (find_category (&fixture, ONE_ROLE_MANAGER));
}

static void
heard_too (gpointer data)
{
  engine_go_on ();
}

/* What is in force stays, and nothing more is heard of what others hear. */
static void
test_a_stopped_one_hears_no_more (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (OneConfigWatch) watch G_GNUC_UNUSED = NULL;
  const char *paths[] = { NULL, NULL };

  engine_start (&fixture, "me = a@example.com\n");
  one_setup_stop (&fixture.base);
  paths[0] = fixture.config;
  watch = one_config_watch_new (paths, heard_too, NULL);
  edit (&fixture, "me = b@example.com\n");
  engine_assert_heard (&fixture, "");
  g_assert_cmpstr (fixture.base.settings->me[0], ==, "a@example.com");
}

int
main (int argc, char **argv)
{
  engine_begin (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/setup/" name, function)
  ADD ("start", test_nothing_is_told_at_the_start);
  ADD ("edits", test_what_an_edit_is_told_as);
  ADD ("other-sources", test_other_sources);
  ADD ("mistake-at-the-start", test_a_mistake_at_the_start);
  ADD ("zone", test_another_zone);
  ADD ("held-back", test_held_back_stays_so_over_an_edit);
  ADD ("catalogue", test_a_catalogue_of_the_user);
  ADD ("stopped", test_a_stopped_one_hears_no_more);
  return g_test_run ();
}
