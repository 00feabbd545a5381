/* SPDX-License-Identifier: MIT */
#include "model/base/text.h"

static const struct {
  const char *name;
  const char *text;
  guint max;
  const char *clean;
} rows[] = {
  { "plain", "Ada Lovelace", 40, "Ada Lovelace" },
  { "white space folds", "  Ada \t\r\n Lovelace  ", 40, "Ada Lovelace" },
  { "no-break space is space", "Ada\302\240Lovelace", 40, "Ada Lovelace" },
  { "escape sequence loses its escape", "\033[31mred\033[0m", 40, "[31mred[0m" },
  { "bell and delete", "a\007b\177c", 40, "abc" },
  { "C1 control", "a\302\233b", 40, "ab" },
  { "bidi override", "abc\342\200\256def", 40, "abcdef" },
  { "bidi isolate", "\342\201\246abc\342\201\251", 40, "abc" },
  { "zero width space", "a\342\200\213b", 40, "ab" },
  { "byte order mark", "\357\273\277a", 40, "a" },
  { "joiner within an emoji stays", "\360\237\221\251\342\200\215\360\237\222\273", 40,
    "\360\237\221\251\342\200\215\360\237\222\273" },
  { "joiner at the start goes", "\342\200\215a", 40, "a" },
  { "bad bytes become replacement characters", "a\377b", 40, "a\357\277\275b" },
  { "a letter with its accents stays", "e\314\201", 40, "e\314\201" },
  { "exactly the length", "abcde", 5, "abcde" },
  { "one too many", "abcdef", 5, "abcd…" },
  { "white space after the end is no cut", "abcde   ", 5, "abcde" },
  { "nothing", "", 5, "" },
  { "only controls", "\001\002 \003", 5, "" },
};

static void
test_strangers_text_is_made_harmless (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *clean = one_text_clean (rows[i].text, -1, rows[i].max);

    g_test_message ("%s", rows[i].name);
    g_assert_cmpstr (clean, ==, rows[i].clean);
  }
}

static void
test_cleaning_twice_is_cleaning_once (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *once = one_text_clean (rows[i].text, -1, rows[i].max);
    g_autofree char *twice = one_text_clean (once, -1, rows[i].max);

    g_assert_cmpstr (twice, ==, once);
  }
}

static void
test_lines_are_kept_where_they_are_wanted (void)
{
  g_autofree char *lines = one_text_clean_lines ("\none\r\n\n  - two\033[2J\n \n", -1, 100);
  g_autofree char *part = one_text_clean ("Ada\0hidden", 10, 100);

  g_assert_cmpstr (lines, ==, "one\n\n  - two[2J");
  g_assert_cmpstr (part, ==, "Ada");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/strangers-text-is-made-harmless", test_strangers_text_is_made_harmless);
  g_test_add_func ("/text/cleaning-twice-is-cleaning-once", test_cleaning_twice_is_cleaning_once);
  g_test_add_func ("/text/lines-are-kept-where-they-are-wanted",
                   test_lines_are_kept_where_they_are_wanted);
  return g_test_run ();
}
