/* SPDX-License-Identifier: MIT */
#include "ctl/print/json.h"

#include "ctl/bus/unpack.h"

static char *
print (GVariant *records, const OneField *fields)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (OneJson) json = one_json_new (zone);
  GString *out = g_string_new (NULL);

  one_json_add_records (json, "list", records, fields);
  one_json_print (json, TRUE, out);
  return g_string_free (out, FALSE);
}

static void
test_unknown (void)
{
  g_autoptr (GVariant) records =
      g_variant_ref_sink (g_variant_new_parsed ("[{'id': <'a1'>, 'later': <'unheard of'>}]"));
  g_autofree char *action = print (records, one_fields_action);
  g_autofree char *person = print (records, one_fields_person);
  g_autofree char *coverage = print (records, one_fields_coverage);

  g_assert_cmpstr (action, ==,
                   "{\"version\":1,\"list\":[{\"id\":\"a1\",\"person\":null,\"text\":null,"
                   "\"owner\":null,\"due\":null,\"created\":null,\"age_meetings\":0,"
                   "\"overdue\":false,\"state\":null}]}\n");
  g_assert_cmpstr (person, ==,
                   "{\"version\":1,\"list\":[{\"name\":null,\"addresses\":[],\"role\":null,"
                   "\"last_met\":null,\"next_meeting\":null,\"held\":0,\"held_since\":null,\"open_"
                   "actions\":0}]}\n");
  g_assert_cmpstr (
      coverage, ==,
      "{\"version\":1,\"list\":[{\"person\":null,\"held\":0,\"unknown\":0,\"categories\":[]}]}\n");
}

static void
test_wrong_types (void)
{
  g_autoptr (GVariant) records = g_variant_ref_sink (
      g_variant_new_parsed ("[{'id': <7>, 'text': <['a']>, 'created': <'soon'>, 'overdue': <'yes'>,"
                            " 'age_meetings': <'many'>}]"));
  g_autofree char *action = print (records, one_fields_action);

  g_assert_cmpstr (action, ==,
                   "{\"version\":1,\"list\":[{\"id\":null,\"person\":null,\"text\":null,"
                   "\"owner\":null,\"due\":null,\"created\":null,\"age_meetings\":0,"
                   "\"overdue\":false,\"state\":null}]}\n");
}

static void
test_values (void)
{
  g_autoptr (GVariant) records = g_variant_ref_sink (g_variant_new_parsed (
      "[{'person': <'Zoë \"Z\" \\\\'>, 'categories': <[{'category': <'wins'>, 'score': <1.5>,"
      " 'meetings_since': <uint32 3>, 'last_touched': <int64 1795770000>,"
      " 'history': <[{'meeting': <'m1'>, 'start': <int64 1795770000>, 'touched': <true>}]>}]>}]"));
  g_autofree char *coverage = print (records, one_fields_coverage);

  g_assert_cmpstr (
      coverage, ==,
      "{\"version\":1,\"list\":[{\"person\":\"Zoë \\\"Z\\\" \\\\\",\"held\":0,\"unknown\":0,"
      "\"categories\":[{\"category\":\"wins\",\"last_touched\":\"2026-11-27T10:00:00+01:00\","
      "\"meetings_since\":3,"
      "\"weeks_since\":null,\"unknown_since\":null,\"score\":1.5,\"state\":null,\"history\":[{"
      "\"meeting\":\"m1\",\"start\":"
      "\"2026-11-27T10:00:00+01:00\",\"known\":false,\"touched\":true,\"proposed\":false}]}]}]}\n");
}

static void
test_unpack (void)
{
  g_autoptr (GVariant) record = g_variant_ref_sink (g_variant_new_parsed (
      "{'s': <'text'>, 'b': <true>, 'x': <int64 -5>, 'u': <uint32 4000000000>, 'd': <0.5>,"
      " 'as': <['a', 'b']>, 'r': <{'k': <1>}>, 'rs': <[{'k': <1>}, {'k': <2>}]>}"));
  g_autoptr (GVariant) inner = one_unpack_record (record, "r");
  g_autoptr (GVariant) list = one_unpack_records (record, "rs");
  g_autoptr (GVariant) first = one_unpack_find_first (list);
  g_autoptr (GVariant) none = one_unpack_records (record, "r");
  g_autoptr (GVariant) nothing = one_unpack_record (record, "rs");
  g_auto (GStrv) texts = one_unpack_strings (record, "as");
  g_auto (GStrv) no_texts = one_unpack_strings (record, "s");

  g_assert_cmpstr (one_unpack_string (record, "s"), ==, "text");
  g_assert_cmpstr (one_unpack_string (record, "u"), ==, "");
  g_assert_cmpstr (one_unpack_string (record, "missing"), ==, "");
  g_assert_true (one_unpack_bool (record, "b"));
  g_assert_false (one_unpack_bool (record, "s"));
  g_assert_cmpint (one_unpack_instant (record, "x"), ==, -5);
  g_assert_cmpint (one_unpack_instant (record, "u"), ==, 0);
  g_assert_cmpuint (one_unpack_uint (record, "u"), ==, 4000000000);
  g_assert_cmpfloat (one_unpack_double (record, "d"), ==, 0.5);
  g_assert_cmpuint (g_strv_length (texts), ==, 2);
  g_assert_cmpuint (g_strv_length (no_texts), ==, 0);
  g_assert_cmpuint (g_variant_n_children (inner), ==, 1);
  g_assert_cmpuint (g_variant_n_children (list), ==, 2);
  g_assert_nonnull (first);
  g_assert_true (one_unpack_is_empty (none));
  g_assert_true (one_unpack_is_empty (nothing));
  g_assert_null (one_unpack_find_first (none));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/unknown-is-null-and-empty-is-an-empty-list", test_unknown);
  g_test_add_func ("/json/a-value-of-another-type-is-unknown", test_wrong_types);
  g_test_add_func ("/json/values", test_values);
  g_test_add_func ("/unpack/missing-and-mistyped-keys-read-as-unknown", test_unpack);
  return g_test_run ();
}
