/* SPDX-License-Identifier: MIT */
#include "ctl/print/wrap.h"

static void
test_width (void)
{
  g_assert_cmpuint (one_wrap_width (""), ==, 0);
  g_assert_cmpuint (one_wrap_width ("Zoë"), ==, 3);
  g_assert_cmpuint (one_wrap_width ("Zoe\314\210"), ==, 3);
  g_assert_cmpuint (one_wrap_width ("学び"), ==, 4);
}

static void
test_lines (void)
{
  static const struct {
    const char *text;
    guint columns;
    const char *lines; /* joined by | */
  } rows[] = {
    { "", 10, "" },
    { "one", 10, "one" },
    { "one two", 7, "one two" },
    { "one two", 6, "one|two" },
    { "one  two   three", 9, "one two|three" },
    { "  one", 10, "one" },
    { "one ", 10, "one" },
    { "abcdefghij", 4, "abcd|efgh|ij" },
    { "ab cdefghij", 4, "ab|cdef|ghij" },
    { "see https://example.com/a/b/c now", 10, "see|https://example.com/a/b/c|now" },
    { "学び学び学び", 4, "学び|学び|学び" },
    { "学び学び学び", 5, "学び|学び|学び" },
    { "学a学a学a", 4, "学|a学|a学a" },
    { "Zoe\314\210 Zoe\314\210", 7, "Zoe\314\210 Zoe\314\210" },
    { "Zoe\314\210 Zoe\314\210", 6, "Zoe\314\210|Zoe\314\210" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) lines = one_wrap_lines (rows[i].text, rows[i].columns);
    g_autofree char *joined = g_strjoinv ("|", lines);

    g_assert_cmpstr (joined, ==, rows[i].lines);
  }
}

static void
test_fit (void)
{
  static const struct {
    const char *text;
    guint columns;
    const char *fitted;
  } rows[] = {
    { "Wins", 6, "Wins  " }, { "Wins", 4, "Wins" },    { "Wins", 3, "Wi…" },
    { "Wins", 1, "…" },      { "Wins", 0, "" },        { "学び", 4, "学び" },
    { "学び", 3, "学…" },    { "学びび", 5, "学び…" }, { "学びび", 4, "学… " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *fitted = one_wrap_fit (rows[i].text, rows[i].columns);

    g_assert_cmpstr (fitted, ==, rows[i].fitted);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wrap/width-is-what-a-terminal-shows", test_width);
  g_test_add_func ("/wrap/lines", test_lines);
  g_test_add_func ("/wrap/columns-are-filled-or-cut", test_fit);
  return g_test_run ();
}
