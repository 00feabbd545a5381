/* SPDX-License-Identifier: MIT */
#include "ctl/args.h"

#include "wire/error.h"

static const OneOption own[] = {
  { "due", "DAY", "", 0, FALSE, FALSE },    { "theirs", NULL, "", 0, FALSE, FALSE },
  { "covered", "C,…", "", 0, TRUE, FALSE }, { "secret", NULL, "", 0, FALSE, TRUE },
  { NULL, NULL, NULL, 0, FALSE, FALSE },
};

static const OneOption shared[] = {
  { "json", NULL, "", 0, FALSE, FALSE },
  { "color", "WHEN", "", 0, FALSE, FALSE },
  { "help", NULL, "", 'h', FALSE, FALSE },
  { NULL, NULL, NULL, 0, FALSE, FALSE },
};

static OneArgs *
parse (const char *line, GError **error)
{
  g_auto (GStrv) argv = g_strsplit (line, " ", -1);
  char *none[] = { NULL };

  return one_args_parse ((const char *const *) (*line ? argv : none), own, shared, error);
}

static void
test_parse (void)
{
  static const struct {
    const char *line;
    const char *words;
    const char *due;     /* NULL: not given */
    const char *covered; /* NULL: not given */
    gboolean theirs;
  } rows[] = {
    { "", "", NULL, NULL, FALSE },
    { "ada write it", "ada write it", NULL, NULL, FALSE },
    { "ada write it --due fri", "ada write it", "fri", NULL, FALSE },
    { "--due fri ada write it", "ada write it", "fri", NULL, FALSE },
    { "ada --due=fri write --theirs it", "ada write it", "fri", NULL, TRUE },
    { "ada --due -2w x", "ada x", "-2w", NULL, FALSE },
    { "ada --due fri --due mon", "ada", "mon", NULL, FALSE },
    { "--covered wins,growth --covered flip ada", "ada", NULL, "wins,growth,flip", FALSE },
    { "ada -- --theirs -h --", "ada --theirs -h --", NULL, NULL, FALSE },
    { "ada -", "ada -", NULL, NULL, FALSE },
    { "ada --due -", "ada", "-", NULL, FALSE },
    { "ada a=b", "ada a=b", NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (OneArgs) args = parse (rows[i].line, &error);
    g_autofree char *words = NULL;

    g_test_message ("%s", rows[i].line);
    g_assert_no_error (error);
    words = one_args_join (args, 0);
    g_assert_cmpstr (words, ==, rows[i].words);
    g_assert_cmpstr (one_args_get (args, "due"), ==, rows[i].due);
    g_assert_cmpstr (one_args_get (args, "covered"), ==, rows[i].covered);
    g_assert_cmpint (one_args_has (args, "theirs"), ==, rows[i].theirs);
  }
}

static void
test_refuse (void)
{
  static const struct {
    const char *line;
    const char *message;
  } rows[] = {
    { "ada --duo fri", "unknown option '--duo': did you mean '--due'?" },
    { "ada --thiers", "unknown option '--thiers': did you mean '--theirs'?" },
    { "ada --theirs=yes", "option '--theirs' takes no value" },
    { "ada --due", "option '--due' needs a value: --due DAY" },
    { "ada --due= x", "option '--due' needs a value: --due DAY" },
    { "ada --due --theirs", "option '--due' needs a value: --due DAY" },
    { "ada --secre", "unknown option '--secre'" },
    { "ada --nothing-like-it", "unknown option '--nothing-like-it'" },
    { "ada -x", "unknown option '-x'" },
    { "ada -hx", "unknown option '-hx'" },
    { "ada -5", "unknown option '-5'" },
    { "--d", "unknown option '--d': did you mean '--due'?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (OneArgs) args = parse (rows[i].line, &error);

    g_assert_null (args);
    g_assert_error (error, ONE_ERROR, ONE_ERROR_INVALID);
    g_assert_cmpstr (error->message, ==, rows[i].message);
  }
}

static void
test_find_word (void)
{
  static const struct {
    const char *line;
    int at;
  } rows[] = {
    { "agenda", 0 },
    { "--json agenda", 1 },
    { "--color never agenda", 2 },
    { "--color=never agenda", 1 },
    { "--why", -1 },
    { "--color never", -1 },
    { "--color", -1 },
    { "-- agenda", 1 },
    { "--", -1 },
    { "-h act", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) argv = g_strsplit (rows[i].line, " ", -1);

    g_test_message ("%s", rows[i].line);
    g_assert_cmpint (one_args_find_word ((const char *const *) argv, shared), ==, rows[i].at);
  }
}

static void
test_words (void)
{
  g_autoptr (OneArgs) args = parse ("ada write it", NULL);
  g_autofree char *text = one_args_join (args, 1);
  g_autofree char *none = one_args_join (args, 3);

  g_assert_cmpstr (one_args_word (args, 0), ==, "ada");
  g_assert_cmpstr (one_args_word (args, 3), ==, "");
  g_assert_cmpstr (text, ==, "write it");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/args/options-may-stand-anywhere", test_parse);
  g_test_add_func ("/args/what-is-wrong-is-named", test_refuse);
  g_test_add_func ("/args/the-command-is-the-first-word", test_find_word);
  g_test_add_func ("/args/words-that-are-not-there-are-empty", test_words);
  return g_test_run ();
}
