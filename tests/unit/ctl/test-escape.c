/* SPDX-License-Identifier: MIT */
#include "ctl/print/escape.h"

#define T1 "Q&A <b>plan</b> 100% #1 {x} ^fg(red) $HOME %{F#f00} <fc=red>"

static void
test_texts (void)
{
  static const struct {
    OneEscape escape;
    const char *text, *escaped;
  } cases[] = {
    { ONE_ESCAPE_NONE, T1, T1 },
    { ONE_ESCAPE_YAMBAR, T1, T1 },
    { ONE_ESCAPE_TMUX, "a #[fg=red] #S ##", "a ##[fg=red] ##S ####" },
    { ONE_ESCAPE_POLYBAR, "100% %{F#f00}a%%{b", "100% %\xe2\x81\xa0{F#f00}a%%\xe2\x81\xa0{b" },
    { ONE_ESCAPE_POLYBAR, "%", "%" },
    { ONE_ESCAPE_LEMONBAR, "100% %{F#f00}", "100%% %%{F#f00}" },
    { ONE_ESCAPE_ZSH, "100% %n", "100%% %%n" },
    { ONE_ESCAPE_DZEN2, "^fg(red)a^", "^^fg(red)a^^" },
    { ONE_ESCAPE_XMOBAR, "<fc=red>x", "<raw=9:<fc=red>x/>" },
    { ONE_ESCAPE_XMOBAR, "Tomáš", "<raw=5:Tomáš/>" },
    { ONE_ESCAPE_XMOBAR, "", "" },
    { ONE_ESCAPE_CONKY, "$HOME #1 \\", "$$HOME \\#1 \\" },
    { ONE_ESCAPE_PANGO, "Q&A <b>", "Q&amp;A &lt;b&gt;" },
    { ONE_ESCAPE_GENMON, "a<txt>b", "a&lt;txt&gt;b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *escaped = one_escape_text (cases[i].escape, cases[i].text);

    g_assert_cmpstr (escaped, ==, cases[i].escaped);
  }
}

static void
test_lines (void)
{
  g_autofree char *yambar = one_escape_wrap (ONE_ESCAPE_YAMBAR, "Ada", "now");
  g_autofree char *genmon = one_escape_wrap (ONE_ESCAPE_GENMON, "Ada", "now");
  g_autofree char *tmux = one_escape_wrap (ONE_ESCAPE_TMUX, "Ada", "now");

  g_assert_cmpstr (yambar, ==, "text|string|Ada\nstate|string|now\n");
  g_assert_cmpstr (genmon, ==, "<txt>Ada</txt>");
  g_assert_cmpstr (tmux, ==, "Ada");
}

static void
test_names (void)
{
  for (guint i = 1; one_escape_names[i]; i++) {
    OneEscape escape = ONE_ESCAPE_NONE;

    g_assert_true (one_escape_parse (one_escape_names[i], &escape));
    g_assert_cmpint (escape, ==, i);
  }
  g_assert_cmpstr (one_escape_names[ONE_ESCAPE_GENMON], ==, "genmon");
  g_assert_null (one_escape_names[ONE_ESCAPE_GENMON + 1]);
  g_assert_false (one_escape_parse ("", &(OneEscape){ 0 }));
  g_assert_false (one_escape_parse ("i3bar", &(OneEscape){ 0 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/escape/no-sign-of-a-name-is-markup", test_texts);
  g_test_add_func ("/escape/the-line-as-the-program-reads-it", test_lines);
  g_test_add_func ("/escape/each-kind-by-its-name", test_names);
  return g_test_run ();
}
