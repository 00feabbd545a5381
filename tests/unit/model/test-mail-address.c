/* SPDX-License-Identifier: MIT */
#include "model/base/mail-address.h"

#include <string.h>

static const struct {
  const char *text, *address;
} rows[] = {
  { "ada@x.example", "ada@x.example" },
  { "mailto:ada@x.example", "ada@x.example" },
  { "MAILTO: Ada@X.Example ", "ada@x.example" },
  { "mailto:mailto:ada@x.example", "ada@x.example" },
  { "SMTP:ada@x.example", "ada@x.example" },
  { "mailto:smtp:ada@x.example", "ada@x.example" },
  { "//ada@x.example", "ada@x.example" },
  { "mailto://ada@x.example", "ada@x.example" },
  { ":ada@x.example", "ada@x.example" },
  { ";ada@x.example", "ada@x.example" },
  { ".ada@x.example", "ada@x.example" },
  { "ada@x.example;", "ada@x.example" },
  { "ada@x.example,", "ada@x.example" },
  { "ada@x.example.", "ada@x.example" },
  { "ada@x.example:", "ada@x.example" },
  { "ada@x.example/", "ada@x.example" },
  { "ada@x.example>", "ada@x.example" },
  { "ada@x.example ", "ada@x.example" },
  { "mailto:ada@x.example?subject=Hello@all", "ada@x.example" },

  { "<ada@x.example>", "ada@x.example" },
  { "Ada Lovelace <ada@x.example>", "ada@x.example" },
  { "\"Lovelace, Ada\" <ada@x.example>", "ada@x.example" },
  { "mailto:Ada Lovelace <ada@x.example>", "ada@x.example" },
  { "Ada%20Lovelace%20%3Cada@x.example%3E", "ada@x.example" },
  { "ada@home.example <ada@x.example>", "ada@x.example" },
  { "Ada Lovelace ada@x.example", "ada@x.example" },
  { "'ada@x.example'", "ada@x.example" },
  { "\"ada@x.example\"", "ada@x.example" },
  { "mailto:'ada@x.example'", "ada@x.example" },
  { "'mailto:ada@x.example'", "ada@x.example" },
  { "(ada@x.example)", "ada@x.example" },
  { "/principals/users/ada@x.example/", "ada@x.example" },

  { "sean.o'brien@x.example", "sean.o'brien@x.example" },
  { "'sean.o'brien@x.example'", "sean.o'brien@x.example" },
  { "sean.o%27brien@x.example", "sean.o'brien@x.example" },
  { "a?b@x.example", "a?b@x.example" },
  { "a%3Fb@x.example", "a?b@x.example" },
  { "a?b@x.example?subject=x", "a?b@x.example" },
  { "a%2Bb@x.example", "a+b@x.example" },
  { "50%off@x.example", "50%off@x.example" },
  { "a/b@x.example", "a/b@x.example" },
  { "!#$&*-/=?^_`{|}~@x.example", "!#$&*-/=?^_`{|}~@x.example" },
  { "ada%40x.example", "ada@x.example" },
  { "\"ada\"@x.example", "ada@x.example" },
  { "\"ada lovelace\"@x.example", "\"ada lovelace\"@x.example" },
  { "mailto:%22ada%20lovelace%22@x.example", "\"ada lovelace\"@x.example" },
  { "\"a@b\"@x.example", "\"a@b\"@x.example" },
  { "\"a\\\"b\"@x.example", "\"a\\\"b\"@x.example" },
  { "\"a.b\"@x.example", "a.b@x.example" },
  { "ädä@x.example", "ädä@x.example" },
  { "ÄDA@x.example", "äda@x.example" },
  { "ada@BÜCHER.example", "ada@bücher.example" },
  { "ada@home@work.example", "" },

  { "", "" },
  { "ada", "" },
  { "@x.example", "" },
  { "ada@", "" },
  { "ada@.", "" },
  { "ada@.example", "" },
  { "invalid:nomail", "" },
  { "urn:uuid:1", "" },
  { "\"@x.example", "" },
  { "%", "" },
  { "%00@x.example", "%00@x.example" },
};

static void
test_addresses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *address = one_mail_address_parse (rows[i].text);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (address, ==, rows[i].address);
  }
}

/* What is parsed once is parsed for good: an address in oned.conf is one from a calendar. */
static void
test_parsing_again_changes_nothing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *once = one_mail_address_parse (rows[i].text);
    g_autofree char *twice = one_mail_address_parse (once);

    if (!strchr (once, '%'))
      g_assert_cmpstr (once, ==, twice);
  }
}

static void
test_a_long_one_is_none (void)
{
  g_autofree char *local = g_strnfill (400, 'a');
  g_autofree char *text = g_strconcat (local, "@x.example", NULL);
  g_autofree char *address = one_mail_address_parse (text);

  g_assert_cmpstr (address, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mail-address/is-found-however-it-is-written", test_addresses);
  g_test_add_func ("/mail-address/parsing-again-changes-nothing",
                   test_parsing_again_changes_nothing);
  g_test_add_func ("/mail-address/a-long-one-is-none", test_a_long_one_is_none);
  return g_test_run ();
}
