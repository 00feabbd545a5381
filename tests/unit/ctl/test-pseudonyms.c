/* SPDX-License-Identifier: MIT */
#include "ctl/bus/pseudonyms.h"

#include <string.h>

static OnePseudonyms *
new_pseudonyms (void)
{
  g_autoptr (GVariant) people = g_variant_ref_sink (g_variant_new_parsed (
      "[{'name': <'Grace Hopper'>, 'addresses': <['grace@example.com']>},"
      " {'name': <'Ada'>, 'addresses': <['ada@example.com', 'countess@example.org']>},"
      " {'name': <'Ada Palmer'>, 'addresses': <['zoe@example.com']>}]"));

  return one_pseudonyms_new (people);
}

static void
test_record (void)
{
  g_autoptr (OnePseudonyms) pseudonyms = new_pseudonyms ();
  g_autoptr (GVariant) plain = g_variant_ref_sink (g_variant_new_parsed (
      "([{'id': <'m4'>, 'person': <'Grace Hopper'>, 'address': <'countess@example.org'>,"
      " 'summary': <'Grace / me'>, 'location': <'Home'>, 'join': <'https://meet.example/x'>,"
      " 'uid': <'u1@example.com'>, 'source': <'/srv/grace/a.ics'>, 'state': <'planned'>,"
      " 'addresses': <['grace@example.com']>, 'start': <int64 5>,"
      " 'items': <[{'title': <'Wins'>, 'prompts': <[{'id': <'p1'>, 'text': <'What went well?'>}]>,"
      " 'points': <[{'id': <'p7'>, 'text': <'Grace is late'>}]>}]>}], uint32 3)"));
  g_autoptr (GVariant) replaced = one_pseudonyms_replace (pseudonyms, plain);
  g_autofree char *text = g_variant_print (replaced, FALSE);

  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, "'person': <'Person B'>"));
  g_assert_nonnull (strstr (text, "'address': <'a@example.invalid'>"));
  g_assert_nonnull (strstr (text, "'addresses': <['b@example.invalid']>"));
  g_assert_nonnull (strstr (text, "'text': <'text of p7'>"));
  g_assert_nonnull (strstr (text, "'text': <'What went well?'>"));
  g_assert_nonnull (strstr (text, "'title': <'Wins'>"));
  g_assert_nonnull (strstr (text, "'state': <'planned'>"));
  g_assert_nonnull (strstr (text, "'id': <'m4'>"));
  g_assert_null (strstr (text, "Grace"));
  g_assert_null (strstr (text, "grace"));
  g_assert_null (strstr (text, "Home"));
  g_assert_null (strstr (text, "meet.example"));
  g_assert_null (strstr (text, "u1"));
}

static void
test_sentence (void)
{
  g_autoptr (OnePseudonyms) pseudonyms = new_pseudonyms ();
  g_autofree char *names = one_pseudonyms_replace_in (pseudonyms, "met Ada Palmer, not Ada");
  g_autofree char *addresses =
      one_pseudonyms_replace_in (pseudonyms, "zoe@example.com and me.too@example.net, weekly");

  g_assert_cmpstr (names, ==, "met Person C, not Person A");
  g_assert_cmpstr (addresses, ==, "Person C and me@example.invalid weekly");
}

/* Whoever else is there, and in whatever order they come. */
static void
test_stable (void)
{
  g_autoptr (OnePseudonyms) pseudonyms = new_pseudonyms ();
  g_autoptr (GVariant) reversed = g_variant_ref_sink (g_variant_new_parsed (
      "[{'name': <'Ada Palmer'>, 'addresses': <['zoe@example.com']>},"
      " {'name': <'Ada'>, 'addresses': <['ada@example.com', 'countess@example.org']>},"
      " {'name': <'Grace Hopper'>, 'addresses': <['grace@example.com']>}]"));
  g_autoptr (OnePseudonyms) other = one_pseudonyms_new (reversed);
  g_autofree char *once = one_pseudonyms_replace_in (pseudonyms, "Grace Hopper, Ada Palmer, Ada");
  g_autofree char *again = one_pseudonyms_replace_in (other, "Grace Hopper, Ada Palmer, Ada");

  g_assert_cmpstr (once, ==, again);
}

static void
test_many (void)
{
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("aa{sv}"));
  g_autoptr (GVariant) people = NULL;
  g_autoptr (OnePseudonyms) pseudonyms = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 60; i++) {
    g_autofree char *name = g_strdup_printf ("n%02u", i);
    const char *addresses[] = { name, NULL };

    g_variant_builder_add (
        builder, "@a{sv}",
        g_variant_new_parsed ("{'name': <%s>, 'addresses': <%^as>}", name, addresses));
  }
  people = g_variant_ref_sink (g_variant_builder_end (builder));
  pseudonyms = one_pseudonyms_new (people);
  text = one_pseudonyms_replace_in (pseudonyms, "n00 n25 n26 n51 n52");
  g_assert_cmpstr (text, ==, "Person A Person Z Person AA Person AZ Person BA");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pseudonyms/nothing-private-is-left-in-a-record", test_record);
  g_test_add_func ("/pseudonyms/names-in-sentences", test_sentence);
  g_test_add_func ("/pseudonyms/pseudonyms-are-stable", test_stable);
  g_test_add_func ("/pseudonyms/more-people-than-letters", test_many);
  return g_test_run ();
}
