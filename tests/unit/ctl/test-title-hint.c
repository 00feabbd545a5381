/* SPDX-License-Identifier: MIT */
#include "ctl/health/title-hint.h"

static void
test_roles (void)
{
  static const struct {
    const char *title;
    const char *role; /* NULL for none */
  } cases[] = {
    { "Mentoring Ines", "mentor" },
    { "1:1 with my mentor", "mentor" },
    { "MENTOR: Ada", "mentor" },
    { "Skip level: Priya / Mia", "skip-level" },
    { "Skip-level Priya", "skip-level" },
    { "Skipper / Mia", NULL },
    { "Mentors' lunch", NULL },
    { "Ada / Robin", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    OneRole role = ONE_ROLE_MANAGER;
    gboolean told = one_title_hint_role (cases[i].title, &role);

    g_assert_cmpstr (told ? one_words_format_role (role) : NULL, ==, cases[i].role);
  }
}

static void
test_ghosts (void)
{
  static const struct {
    const char *title;
    gboolean ghost;
  } cases[] = {
    { "1:1 prep", TRUE },
    { "Piano lesson 1:1", TRUE },
    { "Q4 1:1 ratio review", TRUE },
    { "1:1 Vorlage", TRUE },
    { "1:1 Prepper", FALSE },
    { "1:1 Tom", FALSE },
    { "Reviewer / Robin", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (one_title_hint_is_ghost (cases[i].title), ==, cases[i].ghost);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title-hint/a-word-names-the-role", test_roles);
  g_test_add_func ("/title-hint/a-word-says-that-it-is-nobody", test_ghosts);
  return g_test_run ();
}
