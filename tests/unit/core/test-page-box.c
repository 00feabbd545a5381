/* SPDX-License-Identifier: MIT */
#include "core/page/page-box.h"

/* `kind`: "l" a list sign, "b" a box, "lb" both, "" neither. */
static const struct {
  const char *line;
  const char *kind;
  OneState state;
  const char *text;
} rows[] = {
  { "- [ ] x", "lb", ONE_STATE_OPEN, "x" },
  { "- [] x", "lb", ONE_STATE_OPEN, "x" },
  { "- [x] x", "lb", ONE_STATE_DONE, "x" },
  { "- [X] x", "lb", ONE_STATE_DONE, "x" },
  { "- [ x ] x", "lb", ONE_STATE_DONE, "x" },
  { "- [✓] x", "lb", ONE_STATE_DONE, "x" },
  { "- [-] x", "lb", ONE_STATE_DROPPED, "x" },
  { "- [/] x", "lb", ONE_STATE_OPEN, "x" },
  { "- [xx] x", "l", ONE_STATE_OPEN, "[xx] x" },
  { "- [x]x", "l", ONE_STATE_OPEN, "[x]x" },
  { "- [x]", "lb", ONE_STATE_DONE, "" },
  { "- [x", "l", ONE_STATE_OPEN, "[x" },
  { "- [          x] x", "lb", ONE_STATE_DONE, "x" },
  { "- [           x] x", "l", ONE_STATE_OPEN, "[           x] x" },
  { "[x] x", "b", ONE_STATE_DONE, "x" },
  { "☐ x", "b", ONE_STATE_OPEN, "x" },
  { "☑ x", "b", ONE_STATE_DONE, "x" },
  { "☑\357\270\217 x", "b", ONE_STATE_DONE, "x" },
  { "* [x] x", "lb", ONE_STATE_DONE, "x" },
  { "• [x] x", "lb", ONE_STATE_DONE, "x" },
  { "1. [x] x", "lb", ONE_STATE_DONE, "x" },
  { "1) [x] x", "lb", ONE_STATE_DONE, "x" },
  { "1: [x] x", "", ONE_STATE_OPEN, "1: [x] x" },
  { "123456789. x", "l", ONE_STATE_OPEN, "x" },
  { "1234567890. x", "", ONE_STATE_OPEN, "1234567890. x" },
  { "-x", "", ONE_STATE_OPEN, "-x" },
  { "-", "l", ONE_STATE_OPEN, "" },
  { "  \t- x", "l", ONE_STATE_OPEN, "x" },
  { "\302\240- x", "l", ONE_STATE_OPEN, "x" },
  { "x", "", ONE_STATE_OPEN, "x" },
  { "", "", ONE_STATE_OPEN, "" },
};

static void
test_how_lines_begin (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OnePageBox box = one_page_box_read (rows[i].line);
    g_autofree char *kind = g_strconcat (box.listed ? "l" : "", box.boxed ? "b" : "", NULL);

    g_test_message ("%s", rows[i].line);
    g_assert_cmpstr (kind, ==, rows[i].kind);
    g_assert_cmpint (box.state, ==, rows[i].state);
    g_assert_cmpstr (box.text, ==, rows[i].text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-box/how-lines-begin", test_how_lines_begin);
  return g_test_run ();
}
