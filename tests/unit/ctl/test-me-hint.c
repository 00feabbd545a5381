/* SPDX-License-Identifier: MIT */
#include "ctl/health/me-hint.h"

static void
test_list (void)
{
  static const struct {
    const char *events, *people;
    const char *hints; /* "address series title", joined by ", " */
  } cases[] = {
    { "[]", "[]", "" },
    /* With me known: two others are needed. */
    { "[{'with_me': <true>}, {'summary': <'V'>, 'others': <['me@two', 'vera@x']>}]", "[]", "" },
    { "[{'with_me': <true>}, {'summary': <'V'>, 'others': <['me@two', 'vera@x']>},"
      " {'summary': <'W'>, 'others': <['me@two', 'vera@x']>}]",
      "[]", "" },
    { "[{'with_me': <true>}, {'summary': <'V'>, 'others': <['me@two', 'vera@x']>},"
      " {'summary': <'W'>, 'others': <['will@x', 'me@two']>}]",
      "[]", "me@two 2 V" },
    /* Whom I meet is not me, whomever else she meets. */
    { "[{'with_me': <true>}, {'summary': <'V'>, 'others': <['ada@x', 'vera@x']>},"
      " {'summary': <'W'>, 'others': <['will@x', 'ada@x']>}]",
      "[{'addresses': <['b@x', 'ada@x']>}]", "" },
    /* Three in it, one in it, none told. */
    { "[{'with_me': <true>}, {'others': <['a@x', 'b@x', 'c@x']>}, {'others': <['a@x']>}, {}]", "[]",
      "" },
    /* With me unknown: everybody may be, who meets most first. */
    { "[{'summary': <'V'>, 'others': <['zoe@x', 'vera@x']>}]", "[]", "vera@x 1 V, zoe@x 1 V" },
    { "[{'summary': <'V'>, 'others': <['vera@x', 'zoe@x']>},"
      " {'summary': <'W'>, 'others': <['zoe@x', 'will@x']>}]",
      "[]", "zoe@x 2 V, vera@x 1 V, will@x 1 W" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GVariant) events =
        g_variant_parse (G_VARIANT_TYPE ("aa{sv}"), cases[i].events, NULL, NULL, NULL);
    g_autoptr (GVariant) people =
        g_variant_parse (G_VARIANT_TYPE ("aa{sv}"), cases[i].people, NULL, NULL, NULL);
    g_autoptr (GPtrArray) hints = one_me_hint_list (events, people);
    g_autoptr (GString) text = g_string_new ("");

    for (guint j = 0; j < hints->len; j++) {
      const OneMeHint *hint = hints->pdata[j];

      g_string_append_printf (text, "%s%s %u %s", j ? ", " : "", hint->address, hint->series,
                              hint->title);
    }
    g_assert_cmpstr (text->str, ==, cases[i].hints);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/me-hint/who-meets-several-without-me", test_list);
  return g_test_run ();
}
