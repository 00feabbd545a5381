/* SPDX-License-Identifier: MIT */
#include "bus/pack/dict.h"

#include "wire/error.h"

static GVariant *
options (const char *text)
{
  g_autoptr (GError) error = NULL;
  GVariant *parsed = g_variant_parse (G_VARIANT_TYPE ("a{sv}"), text, NULL, NULL, &error);

  g_assert_no_error (error);
  return parsed;
}

static void
test_options_of_another_type_are_not_there (void)
{
  g_autoptr (GVariant) wrong = options ("{'text': <5>, 'flag': <'yes'>, 'day': <true>}");
  g_autoptr (GVariant) right = options ("{'text': <'x'>, 'flag': <true>}");
  GDate day;

  g_assert_cmpstr (one_dict_get_text (wrong, "text"), ==, "");
  g_assert_false (one_dict_get_flag (wrong, "flag"));
  g_assert_true (one_dict_get_day (wrong, "day", &day, NULL));
  g_assert_false (g_date_valid (&day));
  g_assert_cmpstr (one_dict_get_text (right, "text"), ==, "x");
  g_assert_true (one_dict_get_flag (right, "flag"));
  g_assert_false (one_dict_get_flag (right, "other"));
}

static void
test_a_bad_day_is_named (void)
{
  static const char *const bad[] = { "2026-02-30", "2026-2-3", "20260203", "2026-02-03 ",
                                     "friday" };
  GDate day;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *text = g_strdup_printf ("{'day': <'%s'>}", bad[i]);
    g_autoptr (GVariant) given = options (text);
    g_autoptr (GError) error = NULL;

    g_assert_false (one_dict_get_day (given, "day", &day, &error));
    g_assert_error (error, ONE_ERROR, ONE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, bad[i]));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dict/options-of-another-type-are-not-there",
                   test_options_of_another_type_are_not_there);
  g_test_add_func ("/dict/a-bad-day-is-named", test_a_bad_day_is_named);
  return g_test_run ();
}
