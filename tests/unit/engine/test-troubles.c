/* SPDX-License-Identifier: MIT */
#include "engine/base/troubles.h"

#include "tests/unit/engine/engine-fixture.h"

static void
set (Fixture *fixture, gint64 after, OneSubject subject, const char *source, const char *what)
{
  fixture->now = MONDAY + after;
  one_troubles_set (&fixture->base, subject, source, 0, what);
}

static void
test_one_a_subject_and_since_when (void)
{
  static const struct {
    gint64 after;
    const char *what;
    const char *troubles;
    const char *warned; /* only what is new */
  } rows[] = {
    { 0, "full", "store +0 full\n", "full\n" },
    { 60, "full", "store +0 full\n", "" },
    { 120, "failing", "store +120 failing\n", "failing\n" },
    { 180, NULL, "", "" },
    { 240, NULL, "", "" },
    { 300, "failing", "store +300 failing\n", "failing\n" },
  };
  g_auto (Fixture) fixture = { 0 };

  engine_open (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    set (&fixture, rows[i].after, ONE_SUBJECT_STORE, "", rows[i].what);
    engine_assert_troubles (&fixture, rows[i].troubles);
    engine_assert_warned (rows[i].warned);
    g_assert_cmpstr (one_troubles_find (&fixture.base, ONE_SUBJECT_STORE), ==, rows[i].what);
    g_assert_null (one_troubles_find (&fixture.base, ONE_SUBJECT_DISK));
  }
}

/* The same words about another place are another trouble. */
static void
test_another_place_is_another_trouble (void)
{
  static const struct {
    const char *source;
    guint line;
    const char *troubles;
    const char *warned;
  } rows[] = {
    { "/c/oned.conf", 3, "config oned.conf:3 +0 bad\n", "/c/oned.conf: bad\n" },
    { "/c/oned.conf", 3, "config oned.conf:3 +0 bad\n", "" },
    { "/c/oned.conf", 4, "config oned.conf:4 +120 bad\n", "/c/oned.conf: bad\n" },
    { "/c/other.conf", 4, "config other.conf:4 +180 bad\n", "/c/other.conf: bad\n" },
  };
  g_auto (Fixture) fixture = { 0 };

  engine_open (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    fixture.now = MONDAY + i * 60;
    one_troubles_set (&fixture.base, ONE_SUBJECT_CONFIG, rows[i].source, rows[i].line, "bad");
    engine_assert_troubles (&fixture, rows[i].troubles);
    engine_assert_warned (rows[i].warned);
  }
}

static void
test_each_file_has_its_own (void)
{
  g_auto (Fixture) fixture = { 0 };

  engine_open (&fixture);
  set (&fixture, 0, ONE_SUBJECT_FILE, "/p/a.md", "bad");
  set (&fixture, 60, ONE_SUBJECT_FILE, "/p/b.md", "bad");
  engine_assert_troubles (&fixture, "a.md:0 +0 bad\nb.md:0 +60 bad\n");
  set (&fixture, 120, ONE_SUBJECT_FILE, "/p/a.md", "worse");
  engine_assert_troubles (&fixture, "b.md:0 +60 bad\na.md:0 +120 worse\n");
  set (&fixture, 180, ONE_SUBJECT_FILE, "/p/b.md", NULL);
  engine_assert_troubles (&fixture, "a.md:0 +120 worse\n");
  engine_assert_warned ("/p/a.md: bad\n/p/b.md: bad\n/p/a.md: worse\n");
}

typedef struct {
  const char *source;
  guint line;
  const char *what;
} Row;

static void
set_calendars (Fixture *fixture, gint64 after, const Row *rows, guint n)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) one_trouble_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, one_trouble_new (rows[i].source, rows[i].line, rows[i].what));
  fixture->now = MONDAY + after;
  one_troubles_set_calendars (&fixture->base, list);
}

static void
test_those_of_the_calendars_keep_their_first_sight (void)
{
  static const Row rows[] = {
    { "/c/a.ics", 3, "bad" },
    { "/c/b.ics", 1, "bad" },
    { "/c/a.ics", 4, "bad" },
    { "/c/a.ics", 3, "worse" },
  };
  g_auto (Fixture) fixture = { 0 };

  engine_open (&fixture);
  set_calendars (&fixture, 0, rows, 2);
  engine_assert_troubles (&fixture, "a.ics:3 +0 bad\nb.ics:1 +0 bad\n");
  set_calendars (&fixture, 60, rows, 1);
  engine_assert_troubles (&fixture, "a.ics:3 +0 bad\n");
  set_calendars (&fixture, 120, rows, 3);
  engine_assert_troubles (&fixture, "a.ics:3 +0 bad\na.ics:4 +120 bad\nb.ics:1 +120 bad\n");
  set_calendars (&fixture, 180, rows + 3, 1);
  engine_assert_troubles (&fixture, "a.ics:3 +180 worse\n");
  set_calendars (&fixture, 240, rows, 0);
  engine_assert_troubles (&fixture, "");
}

/* Oned's own by age, at one instant by words; then the calendars', by file and line. */
static void
test_the_order (void)
{
  static const Row rows[] = {
    { "/c/b.ics", 1, "bad" },
    { "/c/a.ics", 10, "bad" },
    { "/c/a.ics", 2, "bad" },
  };
  g_auto (Fixture) fixture = { 0 };

  engine_open (&fixture);
  set_calendars (&fixture, 0, rows, G_N_ELEMENTS (rows));
  set (&fixture, 60, ONE_SUBJECT_ZONE, "", "z");
  set (&fixture, 60, ONE_SUBJECT_READER, "", "y");
  set (&fixture, 30, ONE_SUBJECT_PAGES, "", "x");
  engine_assert_troubles (&fixture, "pages +30 x\nreader +60 y\nzone +60 z\n"
                                    "a.ics:2 +0 bad\na.ics:10 +0 bad\n"
                                    "b.ics:1 +0 bad\n");
  engine_assert_warned ("z\ny\nx\n");
}

int
main (int argc, char **argv)
{
  engine_begin (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/troubles/" name, function)
  ADD ("one-a-subject", test_one_a_subject_and_since_when);
  ADD ("another-place", test_another_place_is_another_trouble);
  ADD ("one-a-file", test_each_file_has_its_own);
  ADD ("first-sight-of-calendars", test_those_of_the_calendars_keep_their_first_sight);
  ADD ("order", test_the_order);
  return g_test_run ();
}
