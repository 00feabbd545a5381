/* SPDX-License-Identifier: MIT */
#include "core/agenda/select.h"

#include "core/agenda/candidate.h"
#include "agenda-fixture.h"

/* Letters of a catalogue made by hand: r review, u update, b backup, others core; p is never to be
 * away for two meetings. */
static void
set_catalogue (AgendaFixture *fixture, const char *letters)
{
  one_catalogue_free (fixture->catalogue);
  fixture->catalogue = one_catalogue_new (ONE_ROLE_MANAGER);
  fixture->input.catalogue = fixture->catalogue;
  for (const char *p = letters; *p; p++) {
    char id[] = { *p, '\0' };
    OneCategory *category = one_category_new (id, id);

    category->rule = *p == 'r'   ? ONE_RULE_REVIEW
                     : *p == 'u' ? ONE_RULE_UPDATE
                     : *p == 'b' ? ONE_RULE_BACKUP
                                 : ONE_RULE_CORE;
    category->enabled = TRUE;
    category->limits = (OneLimits){ 2, 100, *p == 'p' ? 2 : 20, 100 };
    g_ptr_array_add (fixture->catalogue->categories, category);
  }
}

static char *
select_letters (AgendaFixture *fixture, gboolean review)
{
  g_autoptr (GPtrArray) chosen = one_select_list (&fixture->input, fixture->points, review);
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; i < chosen->len; i++)
    g_string_append (letters, ((OneCandidate *) chosen->pdata[i])->category->id);
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

/* A pair that has met `held` times and spoke of `touched` each time. */
typedef struct {
  const char *name;
  const char *catalogue;
  guint minutes;
  gboolean review;
  guint held;
  const char *touched;
  const char *points; /* a category each, the oldest first; upper case: the main subject */
  const char *chosen;
} Case;

static const Case cases[] = {
  { "the-least-is-filled-in-the-catalogue-s-order", "rucdefg", 30, FALSE, 0, "", "", "ucd" },
  { "review-comes-first-if-there-is-any", "ucder", 30, TRUE, 0, "", "", "rucd" },
  { "backup-fills-what-core-leaves", "rucb", 30, FALSE, 0, "", "", "ucb" },
  { "no-backup-where-core-is-enough", "rucdb", 30, FALSE, 0, "", "", "ucd" },
  { "what-is-due-fills-the-limit-less-a-place", "rucdefg", 30, FALSE, 9, "", "", "ucde" },
  { "with-a-review-all-of-it", "rucdefg", 30, TRUE, 9, "", "", "rucde" },
  { "at-twenty-five-minutes-too", "rucdefg", 25, TRUE, 9, "", "", "rucde" },
  { "below-that-two-conversations", "rucdefg", 24, TRUE, 9, "", "", "rucd" },
  { "an-hour-has-more-without-a-review", "rucdefg", 60, FALSE, 9, "", "", "ucdef" },
  { "what-was-touched-waits", "rucdefg", 30, TRUE, 9, "cd", "", "ruefg" },
  { "a-point-brings-its-category", "rucdefg", 30, FALSE, 0, "", "g", "ugc" },
  { "the-oldest-point-first", "rucdefg", 30, FALSE, 0, "", "gf", "ugf" },
  { "the-main-subject-leads", "rucdefg", 30, FALSE, 0, "", "gF", "ufg" },
  { "what-is-about-to-pass-its-limit-comes", "rucdefp", 30, FALSE, 1, "p", "", "upc" },
  { "what-is-not-waits", "rucdefg", 30, FALSE, 1, "g", "", "ucd" },
  { "the-newest-main-subject-counts", "rucdefg", 30, FALSE, 0, "", "GF", "ufg" },
};

static void
add_points (AgendaFixture *fixture, const char *points)
{
  for (const char *p = points; *p; p++) {
    char category[] = { g_ascii_tolower (*p), '\0' };
    OnePoint *point = fixture_add_point (fixture, category, FIXTURE_FIRST + (p - points));

    point->main = g_ascii_isupper (*p);
  }
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, row->minutes);
  g_autofree char *chosen = NULL;

  set_catalogue (fixture, row->catalogue);
  for (guint i = 0; i < row->held; i++) {
    for (const char *p = row->touched; *p; p++)
      fixture_touch (fixture, (char[]){ *p, '\0' }, 0);
    fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  }
  add_points (fixture, row->points);
  chosen = select_letters (fixture, row->review);
  g_assert_cmpstr (chosen, ==, row->chosen);
}

static void
test_a_category_that_is_off_comes_only_as_the_main_subject (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  set_catalogue (fixture, "rucde");
  ((OneCategory *) fixture->catalogue->categories->pdata[2])->enabled = FALSE;
  without = select_letters (fixture, FALSE);
  g_assert_cmpstr (without, ==, "ude");
  add_points (fixture, "C");
  with = select_letters (fixture, FALSE);
  g_assert_cmpstr (with, ==, "ucd");
}

static void
test_a_point_stands_where_it_can (void)
{
  static const struct {
    const char *category;
    const char *usual; /* of the catalogue, for points without one */
    const char *place;
  } rows[] = {
    { "e", "", "e" }, { "", "d", "d" }, { "", "", "c" }, { "x", "d", "d" }, { "x", "x", "c" },
  };
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);

  set_catalogue (fixture, "rucde");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OnePoint *point = fixture_add_point (fixture, rows[i].category, FIXTURE_FIRST);

    g_free (fixture->catalogue->points);
    fixture->catalogue->points = g_strdup (rows[i].usual);
    g_test_message ("row %u", i);
    g_assert_cmpstr (one_candidate_find_place (fixture->catalogue, point)->id, ==, rows[i].place);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *name = g_strconcat ("/select/", cases[i].name, NULL);

    g_test_add_data_func (name, &cases[i], test_case);
  }
  g_test_add_func ("/select/off-but-the-main-subject",
                   test_a_category_that_is_off_comes_only_as_the_main_subject);
  g_test_add_func ("/select/a-point-stands-where-it-can", test_a_point_stands_where_it_can);
  return g_test_run ();
}
