/* SPDX-License-Identifier: MIT */
#include "ctl/health/conf-edit.h"

static const struct {
  const char *text;
  const char *changed;
} rows[] = {
  { "", "[calendar]\nme=a@x;b@y\n" },
  { "[people]\nrole=peer", "[people]\nrole=peer\n[calendar]\nme=a@x;b@y\n" },
  { "[calendar]\n", "[calendar]\nme=a@x;b@y\n" },
  { "[calendar]\nsources=~/c\n", "[calendar]\nme=a@x;b@y\nsources=~/c\n" },
  { "# all\n[calendar]\n# My\n#me=\n\n# Rooms\n#rooms=\n",
    "# all\n[calendar]\n# My\nme=a@x;b@y\n\n# Rooms\n#rooms=\n" },
  { "[calendar]\n#me=old@x\nme = one@x\n[people]\n",
    "[calendar]\n#me=old@x\nme=a@x;b@y\n[people]\n" },
  { "[calendar]\nme=one@x\nme=two@x\n", "[calendar]\nme=one@x\nme=a@x;b@y\n" },
  { "[calendar]\nmen=1\n[people]\nme=no\n", "[calendar]\nme=a@x;b@y\nmen=1\n[people]\nme=no\n" },
  { "[people]\n#me=\n [calendar] \n", "[people]\n#me=\n [calendar] \nme=a@x;b@y\n" },
  { "[calendar]\n  # me =\n", "[calendar]\nme=a@x;b@y\n" },
  { "[calendar]\nme=a@x;b@y\n", "[calendar]\nme=a@x;b@y\n" },
};

static const struct {
  const char *address;
  gboolean good;
} addresses[] = {
  { "a@x", TRUE },        { "o'brien@x.example", TRUE },
  { "a?b@x", TRUE },      { "zoë@x", TRUE },
  { "", FALSE },          { "a", FALSE },
  { "@x", FALSE },        { "a@", FALSE },
  { "a@x;b@y", FALSE },   { "a@x,b@y", FALSE },
  { "a b@x", FALSE },     { "a@x\n[people]", FALSE },
  { "Ada <a@x>", FALSE }, { "a\\n@x", FALSE },
};

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *changed = one_conf_edit_format (rows[i].text, "a@x;b@y");

    g_assert_cmpstr (changed, ==, rows[i].changed);
  }
}

static void
test_addresses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    g_assert_cmpint (one_conf_edit_takes (addresses[i].address), ==, addresses[i].good);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conf-edit/text", test_text);
  g_test_add_func ("/conf-edit/addresses", test_addresses);
  return g_test_run ();
}
