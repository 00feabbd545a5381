/* SPDX-License-Identifier: MIT */
#include "ctl/complete/bash-line.h"

static void
test_lines (void)
{
  static const struct {
    const char *line, *current; /* as bash has them */
    const char *words;          /* unquoted, joined by "|" */
    const char *word, *quoted;  /* an offer, and what bash gets; NULL: it does not fit */
  } cases[] = {
    { "onectl ", "", "onectl|", "agenda", "agenda" },
    { "onectl agenda Ad", "Ad", "onectl|agenda|Ad", "Ada Lind", "Ada\\ Lind" },
    { "onectl agenda Ada\\ L", "Ada\\ L", "onectl|agenda|Ada L", "Ada Lind", "Ada\\ Lind" },
    { "onectl agenda Ada\\", "Ada\\", "onectl|agenda|Ada", "Ada Lind", "Ada\\ Lind" },
    { "onectl agenda \"Ada L", "\"Ada L", "onectl|agenda|Ada L", "Ada Lind", "Ada Lind" },
    { "onectl agenda 'Ada L", "'Ada L", "onectl|agenda|Ada L", "Ada O'Lind", "Ada O'\\''Lind" },
    { "onectl agenda \"a", "\"a", "onectl|agenda|a", "a\"$`\\ b", "a\\\"\\$\\`\\\\ b" },
    { "onectl agenda \"a\\b\\\"", "\"a\\b\\\"", "onectl|agenda|a\\b\"", "x", "x" },
    { "onectl agenda a", "a", "onectl|agenda|a", "a$(rm -r ~);&|<>*?!#'`",
      "a\\$\\(rm\\ -r\\ \\~\\)\\;\\&\\|\\<\\>\\*\\?\\!\\#\\'\\`" },
    { "onectl agenda Tom", "Tom", "onectl|agenda|Tom", "Tomáš", "Tomáš" },
    { "onectl log --covered=wi", "wi", "onectl|log|--covered=wi", "--covered=wins", "wins" },
    { "onectl log --covered=", "=", "onectl|log|--covered=", "--covered=wins", "wins" },
    { "onectl log --covered wins,g", "wins,g", "onectl|log|--covered|wins,g", "wins,growth",
      "wins,growth" },
    { "onectl agenda ada@ex", "ex", "onectl|agenda|ada@ex", "ada@example.com", "example.com" },
    { "onectl agenda ada@", "@", "onectl|agenda|ada@", "ada@example.com", "@example.com" },
    { "onectl agenda ada@ex", "@ex", "onectl|agenda|ada@ex", "ada@example.com", "@example.com" },
    { "onectl agenda ada@ex", "ex", "onectl|agenda|ada@ex", "Ada", NULL },
    { "onectl  ''  b", "b", "onectl||b", "bc", "bc" },
    { "onectl 'a b'c\\ d e", "e", "onectl|a bc d|e", "e", "e" },
    { "", "", "", "x", "x" },
    { "onectl", "elsewhere", "onectl", "onectl", "onectl" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (OneBashLine) line = one_bash_line_new (cases[i].line, cases[i].current);
    g_autofree char *words = g_strjoinv ("|", line->words);
    g_autofree char *quoted = one_bash_line_quote (line, cases[i].word);

    g_test_message ("%s", cases[i].line);
    g_assert_cmpstr (words, ==, cases[i].words);
    g_assert_cmpstr (quoted, ==, cases[i].quoted);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bash-line/split-and-quoted-as-bash-does", test_lines);
  return g_test_run ();
}
