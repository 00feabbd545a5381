/* SPDX-License-Identifier: MIT */
#include "ctl/print/markdown.h"

static const struct {
  const char *text;
  const char *escaped;
} rows[] = {
  { "", "" },
  { "Ada Lovelace", "Ada Lovelace" },
  { "Zoë 学", "Zoë 学" },
  { "a-b+c@d", "a-b+c@d" },
  { "- a", "\\- a" },
  { "+a", "\\+a" },
  { "@ada", "\\@ada" },
  { "# a", "\\# a" },
  { "1. a", "1\\. a" },
  { "12) a", "12\\) a" },
  { "1 a.", "1 a." },
  { "a\nb", "a b" },
  { "[pay](https://example.org)", "\\[pay\\](https://example.org)" },
  { "<img src=x>", "\\<img src\\=x\\>" },
  { "`a` *b* _c_ ~d~ a|b", "\\`a\\` \\*b\\* \\_c\\_ \\~d\\~ a\\|b" },
  { "C:\\", "C:\\\\" },
};

static void
test_escaped (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new ("> ");

    one_markdown_add (out, rows[i].text);
    g_assert_cmpstr (out->str + 2, ==, rows[i].escaped);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/words-stay-words", test_escaped);
  return g_test_run ();
}
