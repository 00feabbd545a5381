/* SPDX-License-Identifier: MIT */
#include "config/catalogues.h"

#include <glib/gstdio.h>
#include <string.h>

#include "config/config-file.h"

static char *folder;

static void
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (text)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  else
    g_assert_cmpint (g_remove (path), ==, 0);
}

/* "wins:wins-achievements,wins-went-well growth:…", what is switched off in brackets. */
static char *
format (const OneCatalogue *catalogue)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < catalogue->categories->len; i++) {
    const OneCategory *category = g_ptr_array_index (catalogue->categories, i);

    g_string_append_printf (text, "%s%s%s%s", i ? " " : "", category->enabled ? "" : "(",
                            category->id, category->enabled ? "" : ")");
  }
  return g_string_free (text, FALSE);
}

static const struct {
  const char *id;
  guint prompts;
} seven[] = { { "review", 2 }, { "update", 2 }, { "wins", 2 },  { "challenges", 5 },
              { "growth", 8 }, { "flip", 3 },   { "backup", 1 } };

static const char *const four[] = { "wellbeing", "feedback", "team", "goals" };

static void
check_category (const OneCategory *category)
{
  const OneLimits *limits = &category->limits;

  g_assert_cmpstr (category->title, !=, "");
  for (guint i = 0; i < category->prompts->len; i++) {
    const OnePrompt *prompt = g_ptr_array_index (category->prompts, i);

    g_assert_true (g_str_has_prefix (prompt->id, category->id));
    g_assert_true (g_str_has_suffix (prompt->text, "?"));
    g_assert_cmpint (g_utf8_strlen (prompt->text, -1), <=, 110);
  }
  if (category->rule != ONE_RULE_CORE)
    return;
  g_assert_cmpuint (category->prompts->len, >=, 5);
  g_assert_cmpuint (limits->ideal_meetings, >=, 1);
  g_assert_cmpuint (limits->ideal_meetings, <, limits->max_meetings);
  g_assert_cmpuint (limits->ideal_weeks, <, limits->max_weeks);
}

/* Enough meetings are left for every core category to come up before its limit, two at a time. */
static void
check_limits (const OneCatalogue *catalogue)
{
  guint core = 0;
  guint least = G_MAXUINT;

  for (guint i = 0; i < catalogue->categories->len; i++) {
    const OneCategory *category = g_ptr_array_index (catalogue->categories, i);

    if (!category->enabled || category->rule != ONE_RULE_CORE)
      continue;
    core++;
    least = MIN (least, category->limits.max_meetings);
    g_assert_cmpuint (category->limits.max_meetings, <=, category->limits.max_weeks);
  }
  g_assert_cmpuint (2 * least, >, core);
}

static void
test_shipped (void)
{
  for (guint role = 0; role < ONE_N_ROLES; role++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (OneCatalogue) catalogue = one_catalogues_load ((OneRole) role, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (catalogue->categories->len, ==, 12);
    for (guint i = 0; i < catalogue->categories->len; i++)
      check_category (g_ptr_array_index (catalogue->categories, i));
    for (guint i = 0; i < G_N_ELEMENTS (seven); i++) {
      const OneCategory *category = one_catalogue_find (catalogue, seven[i].id);

      g_assert_true (category && category->enabled);
      g_assert_cmpuint (category->prompts->len, >=, seven[i].prompts);
    }
    g_assert_cmpstr (catalogue->points, ==, "");
    g_assert_cmpint (one_catalogue_find (catalogue, "points")->rule, ==, ONE_RULE_POINTS);
    check_limits (catalogue);
  }
}

static void
test_further_four (void)
{
  for (guint role = 0; role < ONE_N_ROLES; role++) {
    g_autoptr (OneCatalogue) catalogue = one_catalogues_load ((OneRole) role, NULL, NULL);

    for (guint i = 0; i < G_N_ELEMENTS (four); i++)
      g_assert_true (one_catalogue_find (catalogue, four[i])->enabled);
  }
}

/* Every prompt has the same id for every role, and one of growth is better asked at once. */
static void
test_same_ids (void)
{
  g_autoptr (OneCatalogue) manager = one_catalogues_load (ONE_ROLE_MANAGER, NULL, NULL);

  for (guint role = 1; role < ONE_N_ROLES; role++) {
    g_autoptr (OneCatalogue) other = one_catalogues_load ((OneRole) role, NULL, NULL);

    for (guint i = 0; i < G_N_ELEMENTS (seven); i++)
      for (guint j = 0; j < seven[i].prompts; j++) {
        const OnePrompt *one =
            g_ptr_array_index (one_catalogue_find (manager, seven[i].id)->prompts, j);
        const OnePrompt *two =
            g_ptr_array_index (one_catalogue_find (other, seven[i].id)->prompts, j);

        g_assert_cmpstr (one->id, ==, two->id);
        g_assert_cmpstr (one->text, !=, two->text);
        g_assert_true (one->soon == two->soon);
        g_assert_true (one->soon == g_str_equal (one->id, "growth-ask-feedback"));
      }
  }
}

static void
test_own (void)
{
  g_autoptr (OneCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *categories = NULL;
  const OneCategory *wins = NULL;
  const OneCategory *books = NULL;

  write_file ("a.ini", "[catalogue]\nroles=manager;peer\norder=growth;books\npoints=books\n"
                       "[wins]\ntitle=Good news\nideal-weeks=5\n"
                       "prompts=wins-went-well\nsoon=wins-tea\n"
                       "prompt.wins-achievements=\nprompt.wins-went-well=What was nice?\n"
                       "prompt.wins-tea=Was there tea?\n"
                       "[flip]\nenabled=false\n[team]\nenabled=true\n"
                       "[books]\ntitle=Books\nprompt.books-which=Which book?\n");
  write_file ("b.ini", "[catalogue]\nroles=manager\n[books]\ntitle=Books, again\n");
  write_file ("c.txt", "no catalogue at all");
  catalogue = one_catalogues_load (ONE_ROLE_MANAGER, folder, &error);
  g_assert_no_error (error);
  categories = format (catalogue);
  g_assert_cmpstr (
      categories, ==,
      "growth books review update points wins challenges (flip) wellbeing feedback team "
      "goals backup");
  g_assert_cmpstr (catalogue->points, ==, "books");
  wins = one_catalogue_find (catalogue, "wins");
  g_assert_cmpstr (wins->title, ==, "Good news");
  g_assert_cmpuint (wins->limits.ideal_weeks, ==, 5);
  g_assert_cmpuint (wins->limits.ideal_meetings, ==, 2);
  g_assert_cmpuint (wins->prompts->len, ==, 6);
  g_assert_cmpstr (((OnePrompt *) g_ptr_array_index (wins->prompts, 0))->text, ==,
                   "What was nice?");
  g_assert_true (((OnePrompt *) g_ptr_array_index (wins->prompts, 5))->soon);
  books = one_catalogue_find (catalogue, "books");
  g_assert_cmpstr (books->title, ==, "Books, again");
  g_assert_cmpint (books->rule, ==, ONE_RULE_CORE);
  write_file ("a.ini", NULL);
  write_file ("b.ini", NULL);
  write_file ("c.txt", NULL);
}

static void
test_other_roles (void)
{
  g_autoptr (OneCatalogue) report = NULL;

  write_file ("a.ini", "[catalogue]\nroles=manager\n[wins]\ntitle=Good news\n");
  report = one_catalogues_load (ONE_ROLE_REPORT, folder, NULL);
  g_assert_cmpstr (one_catalogue_find (report, "wins")->title, ==, "Erfolge");
  write_file ("a.ini", NULL);
}

/* The nearest language that is there; whose is not there, has the text without one. */
static void
test_language (void)
{
  g_autoptr (OneCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  const OneCategory *wins;

  write_file ("a.ini", "[wins]\ntitle=Good news\ntitle[de]=Erfolge\ntitle[fr]=Victoires\n"
                       "prompt.wins-went-well=What was nice?\n"
                       "prompt.wins-went-well[de_AT]=Was war leiwand?\n"
                       "prompt.wins-went-well[de]=Was war schön?\n"
                       "[growth]\ntitle=Growing\ntitle[fr]=Grandir\n");
  catalogue = one_catalogues_load (ONE_ROLE_MANAGER, folder, &error);
  g_assert_no_error (error);
  wins = one_catalogue_find (catalogue, "wins");
  g_assert_cmpstr (wins->title, ==, "Erfolge");
  g_assert_cmpstr (((OnePrompt *) g_ptr_array_index (wins->prompts, 1))->text, ==,
                   "Was war leiwand?");
  g_assert_cmpstr (one_catalogue_find (catalogue, "growth")->title, ==, "Growing");
  write_file ("a.ini", NULL);
}

static void
test_has_own (void)
{
  g_assert_false (one_catalogues_has_own (folder));
  write_file ("a.txt", "no catalogue at all");
  g_assert_false (one_catalogues_has_own (folder));
  write_file ("a.ini", "wrong");
  g_assert_true (one_catalogues_has_own (folder));
  write_file ("a.txt", NULL);
  write_file ("a.ini", NULL);
  g_assert_false (one_catalogues_has_own ("/nowhere/at/all"));
}

static void
test_no_folder (void)
{
  g_autofree char *none = g_build_filename (folder, "none", NULL);
  g_autoptr (OneCatalogue) catalogue = one_catalogues_load (ONE_ROLE_MANAGER, none, NULL);

  g_assert_nonnull (catalogue);
}

typedef struct {
  const char *name;
  const char *text;
  const char *what;
} Mistake;

static const Mistake mistakes[] = {
  { "/catalogues/unknown-key", "[wins]\ntitel=Good\n",
    ":2: unknown key 'titel' in [wins], did you mean 'title'?" },
  { "/catalogues/unknown-general-key", "[catalogue]\nrole=peer\n",
    ":2: unknown key 'role' in [catalogue], did you mean 'roles'?" },
  { "/catalogues/unknown-role", "[catalogue]\nroles=peer;boss\n", ":2: unknown role 'boss'" },
  { "/catalogues/new-category-without-title", "# x\n\n[win]\nenabled=false\n",
    ":3: [win] is a new category and needs a title" },
  { "/catalogues/category-with-a-bad-id", "[Wins]\ntitle=x\n",
    ":1: [Wins] is no id: small letters, digits, hyphens" },
  { "/catalogues/prompt-with-a-bad-id", "[wins]\nprompt.A b=x?\n",
    ":2: 'A b' is no id: small letters, digits, hyphens" },
  { "/catalogues/empty-title", "[wins]\ntitle=\n", ":2: the title of [wins] is empty" },
  { "/catalogues/bad-rule", "[wins]\nrule=often\n",
    ":2: bad value 'often' for rule: needs review, update, core or backup" },
  { "/catalogues/bad-switch", "[wins]\nenabled=no\n",
    ":2: bad value 'no' for enabled: needs true or false" },
  { "/catalogues/limit-of-nothing", "[wins]\nideal-weeks=0\n",
    ":2: bad value '0' for ideal-weeks: needs a number from 1 to 1000" },
  { "/catalogues/limit-beyond-all", "[wins]\nmax-meetings=1001\n",
    ":2: bad value '1001' for max-meetings: needs a number from 1 to 1000" },
  { "/catalogues/ideal-above-max", "[wins]\nideal-meetings=50\n",
    ":2: ideal-meetings is above max-meetings" },
  { "/catalogues/ideal-weeks-above-max", "[wins]\nmax-weeks=3\n",
    ":2: ideal-weeks is above max-weeks" },
  { "/catalogues/order-of-what-is-not-there", "[catalogue]\norder=wins;losses\n",
    ":2: 'losses' in order is not there" },
  { "/catalogues/points-nowhere", "[catalogue]\npoints=losses\n",
    ":2: 'losses' in points is not there" },
  { "/catalogues/prompt-order-of-what-is-not-there", "[wins]\nprompts=tea\n",
    ":2: 'tea' in prompts is not there" },
  { "/catalogues/soon-of-what-is-not-there", "[wins]\nsoon=tea\n",
    ":2: 'tea' in soon is not there" },
  { "/catalogues/two-for-points", "[catalogue]\n[wins]\nrule=points\n",
    ":1: more than one category has rule=points" },
  { "/catalogues/two-reviews", "[catalogue]\n[wins]\nrule=review\n",
    ":1: more than one category has rule=review" },
  { "/catalogues/no-key-file", "[wins]\nfoo\n", ":2: neither [group] nor key=value nor # comment" },
};

static void
test_mistake (gconstpointer data)
{
  const Mistake *mistake = data;
  g_autofree char *path = g_build_filename (folder, "x.ini", NULL);
  g_autofree char *expected = g_strconcat (path, mistake->what, NULL);
  g_autoptr (GError) error = NULL;

  write_file ("x.ini", mistake->text);
  g_assert_null (one_catalogues_load (ONE_ROLE_MANAGER, folder, &error));
  g_assert_cmpstr (error->message, ==, expected);
  write_file ("x.ini", NULL);
}

int
main (int argc, char *argv[])
{
  int status = 0;

  g_setenv ("LANGUAGE", "de_AT:de", TRUE);
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("oned-catalogues-XXXXXX", NULL);
  g_test_add_func ("/catalogues/seven-categories-and-23-prompts-for-each-role", test_shipped);
  g_test_add_func ("/catalogues/four-more-are-off-for-manager-and-on-for-report",
                   test_further_four);
  g_test_add_func ("/catalogues/ids-are-the-same-and-texts-are-not", test_same_ids);
  g_test_add_func ("/catalogues/the-users-files-change-all-of-it", test_own);
  g_test_add_func ("/catalogues/a-file-may-be-for-some-roles-only", test_other_roles);
  g_test_add_func ("/catalogues/texts-are-in-the-users-language", test_language);
  g_test_add_func ("/catalogues/only-ini-files-are-the-users-own", test_has_own);
  g_test_add_func ("/catalogues/no-folder-is-as-shipped", test_no_folder);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    g_test_add_data_func (mistakes[i].name, &mistakes[i], test_mistake);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
