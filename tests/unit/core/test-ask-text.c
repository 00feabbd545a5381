/* SPDX-License-Identifier: MIT */
#include "core/notice/ask-text.h"

static OneNotice *
compose (const char *name, const char *text, gboolean hidden)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (OnePoint) point = one_point_new ();
  OneView view = { .zone = zone, .now = 1795510800, .hidden = hidden };

  point->id = 7;
  g_free (point->text);
  point->text = g_strdup (text);
  return one_ask_text_compose (point, name, &view);
}

static void
test_words (void)
{
  static const struct {
    gboolean hidden;
    const char *summary, *body;
    guint buttons;
  } rows[] = {
    { FALSE, "Ask Tomáš", "how was my talk?", 1u << ONE_BUTTON_ASKED | 1u << ONE_BUTTON_LATER },
    { TRUE, "You wanted to ask somebody something", "Names and subjects are hidden.",
      1u << ONE_BUTTON_LATER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneNotice) notice = compose ("Tomáš", "how was my talk?", rows[i].hidden);

    g_assert_cmpstr (notice->summary, ==, rows[i].summary);
    g_assert_cmpstr (notice->body, ==, rows[i].body);
    g_assert_cmpuint (notice->buttons, ==, rows[i].buttons);
    g_assert_cmpstr (notice->commands, ==, "onectl done p7");
    g_assert_cmpstr (notice->tag, ==, "oned-ask-p7");
  }
}

static void
test_long_ones_are_cut (void)
{
  g_autofree char *name = g_strnfill (41, 'n');
  g_autofree char *text = g_strnfill (241, 't');
  g_autoptr (OneNotice) most = compose (name + 1, text + 1, FALSE);
  g_autoptr (OneNotice) more = compose (name, text, FALSE);

  g_assert_true (g_str_has_suffix (most->summary, "nn"));
  g_assert_true (g_str_has_suffix (more->summary, "…"));
  g_assert_cmpstr (most->body, ==, text + 1);
  g_assert_true (g_str_has_suffix (more->body, "…"));
}

static void
test_look (void)
{
  g_autoptr (OneNotice) one = compose ("Ada", "one", FALSE);
  g_autoptr (OneNotice) same = compose ("Ada", "one", FALSE);
  g_autoptr (OneNotice) text = compose ("Ada", "two", FALSE);
  g_autoptr (OneNotice) name = compose ("Omar", "one", FALSE);
  g_autoptr (OneNotice) hidden = compose ("Ada", "one", TRUE);

  g_assert_cmpuint (one_ask_text_get_look (one), ==, one_ask_text_get_look (same));
  g_assert_cmpuint (one_ask_text_get_look (one), !=, one_ask_text_get_look (text));
  g_assert_cmpuint (one_ask_text_get_look (one), !=, one_ask_text_get_look (name));
  g_assert_cmpuint (one_ask_text_get_look (one), !=, one_ask_text_get_look (hidden));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ask-text/words", test_words);
  g_test_add_func ("/ask-text/long-ones-are-cut", test_long_ones_are_cut);
  g_test_add_func ("/ask-text/look", test_look);
  return g_test_run ();
}
