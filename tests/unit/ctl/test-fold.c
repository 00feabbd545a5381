/* SPDX-License-Identifier: MIT */
#include "wire/fold.h"

static void
test_text (void)
{
  static const struct {
    const char *text, *folded;
  } cases[] = {
    { "Ada Lindqvist", "ada lindqvist" },
    { "Tomáš Novák", "tomas novak" },
    { "TOMA\xcc\x81S\xcc\x8c", "tomas" }, /* with marks of their own */
    { "Łukasz Đorđe Bjørn Æsa Þór", "lukasz dorde bjorn aesa thor" },
    { "Groß", "gross" },
    { "O’Brien", "o'brien" },
    { "O`Brien", "o'brien" },
    { "O\xc2\xb4"
      "Brien",
      "o'brien" },
    { "Anne‑Marie", "anne-marie" },
    { "田中 由紀子", "田中 由紀子" },
    { "ガ", "カ\xe3\x82\x99" }, /* a voiced sound is another one */
    { "Ａｄａ", "ada" },
    { "a\xff", "a\xef\xbf\xbd" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *folded = one_fold_text (cases[i].text);

    g_assert_cmpstr (folded, ==, cases[i].folded);
  }
}

static void
test_begins (void)
{
  static const struct {
    const char *typed, *text;
    gboolean begins;
  } cases[] = {
    { "tomas", "Tomáš Novák", TRUE },
    { "NOVAK", "Tomáš Novák", TRUE },
    { "Tomáš", "Tomas Novak", TRUE },
    { "omas", "Tomáš Novák", FALSE },
    { "novak t", "Tomáš Novák", FALSE },
    { "tomas n", "Tomáš Novák", TRUE },
    { "mueller", "Jörg Müller", TRUE },
    { "muller", "Jörg Müller", TRUE },
    { "joerg m", "Jörg Müller", TRUE },
    { "mueler", "Jörg Müller", FALSE },
    { "müller", "Mueller", FALSE },
    { "o'b", "Pat O’Brien", TRUE },
    { "o’b", "Pat O'Brien", TRUE },
    { "brien", "Pat O’Brien", TRUE },
    { "由紀", "田中 由紀子", TRUE },
    { "紀子", "田中 由紀子", FALSE },
    { "", "Ada", FALSE },
    { "ada", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s in %s", cases[i].typed, cases[i].text);
    g_assert_cmpint (one_fold_begins_word (cases[i].typed, cases[i].text), ==, cases[i].begins);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/without-case-and-accents", test_text);
  g_test_add_func ("/fold/begins-a-word", test_begins);
  return g_test_run ();
}
