/* SPDX-License-Identifier: MIT */
#include "store/series-choices.h"

#include "tests/unit/store/store-fixture.h"
#include "store/meta.h"
#include "wire/error.h"

static void
assert_series (StoreFixture *fixture, const char *uid, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) list = one_series_choices_list (fixture->store, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (g_hash_table_lookup (list, uid), ==, wanted);
}

static void
test_the_last_word_on_a_series_counts (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  guint64 before;

  fixture_open (&fixture);
  assert_series (&fixture, "u", NULL);
  g_assert_true (one_series_choices_track (fixture.store, "u", "Ada@Example.org", &error));
  assert_series (&fixture, "u", "ada@example.org");
  g_assert_true (one_series_choices_ignore (fixture.store, "u", &error));
  assert_series (&fixture, "u", "");
  g_assert_true (one_series_choices_ignore (fixture.store, "v", &error));
  g_assert_true (one_series_choices_track (fixture.store, "u", "bob@example.org", &error));
  before = one_store_get_changes (fixture.store);
  g_assert_true (one_series_choices_track (fixture.store, "u", "bob@example.org", &error));
  g_assert_cmpuint (one_store_get_changes (fixture.store), ==, before);
  assert_series (&fixture, "u", "bob@example.org");
  assert_series (&fixture, "v", "");
}

static void
test_what_is_no_address_or_no_uid_is_refused (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  static const char *const bad[] = { "", "ada", "@", "@x", "x@", "a b@x", "a@b\n", "a@x y" };

  fixture_open (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    gboolean done = one_series_choices_track (fixture.store, "u", bad[i], &error);

    g_test_message ("'%s'", bad[i]);
    if (g_str_equal (bad[i], "a@b\n")) { /* space around it does not matter */
      g_assert_true (done);
      continue;
    }
    g_assert_false (done);
    g_assert_error (error, ONE_ERROR, ONE_ERROR_INVALID);
  }
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (one_series_choices_ignore (fixture.store, "", &error));
    fixture_assert_error (error, ONE_ERROR_INVALID, "no UID given");
  }
}

static void
test_single_values_are_remembered (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint64 before;
  gint64 value;

  fixture_open (&fixture);
  g_assert_null (one_meta_find (fixture.store, ONE_META_FIRST_SIGHT, &error));
  g_assert_no_error (error);
  g_assert_true (one_meta_get_int (fixture.store, ONE_META_FIRST_SIGHT, -1, &value, &error));
  g_assert_cmpint (value, ==, -1);
  g_assert_true (one_meta_set_int (fixture.store, ONE_META_FIRST_SIGHT, G_MAXINT64, &error));
  before = one_store_get_changes (fixture.store);
  g_assert_true (one_meta_set_int (fixture.store, ONE_META_FIRST_SIGHT, G_MAXINT64, &error));
  g_assert_cmpuint (one_store_get_changes (fixture.store), ==, before);
  g_assert_true (one_meta_get_int (fixture.store, ONE_META_FIRST_SIGHT, -1, &value, &error));
  g_assert_cmpint (value, ==, G_MAXINT64);
  g_assert_true (one_meta_set (fixture.store, "k", "v", &error));
  text = one_meta_find (fixture.store, "k", &error);
  g_assert_cmpstr (text, ==, "v");
  g_assert_false (one_meta_get_int (fixture.store, "k", -1, &value, &error));
  fixture_assert_error (error, ONE_ERROR_FAILED, "'k' of the store is not a number: 'v'");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/series-choices/" name, function)
  ADD ("last-word-counts", test_the_last_word_on_a_series_counts);
  ADD ("no-address-or-uid", test_what_is_no_address_or_no_uid_is_refused);
  ADD ("single-values", test_single_values_are_remembered);
  return g_test_run ();
}
