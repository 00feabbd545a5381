/* SPDX-License-Identifier: MIT */
#include "store/db/transaction.h"

#include <sqlite3.h>
#include <string.h>

#include "tests/unit/store/store-fixture.h"
#include "store/meta.h"
#include "wire/error.h"

static void
assert_value (StoreFixture *fixture, const char *key, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = one_meta_find (fixture->store, key, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, wanted);
}

static void
set_in_two (StoreFixture *fixture, gboolean outer_commits, gboolean inner_commits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneTransaction) outer = one_transaction_new (fixture->store, &error);

  g_assert_true (one_meta_set (fixture->store, "outer", "1", &error));
  {
    g_autoptr (OneTransaction) inner = one_transaction_new (fixture->store, &error);

    g_assert_true (one_meta_set (fixture->store, "inner", "1", &error));
    if (inner_commits)
      g_assert_true (one_transaction_commit (inner, &error));
  }
  g_assert_true (one_meta_set (fixture->store, "last", "1", &error));
  if (outer_commits)
    g_assert_true (one_transaction_commit (outer, &error));
}

static void
test_a_scope_keeps_all_or_nothing (void)
{
  for (guint i = 0; i < 4; i++) {
    g_auto (StoreFixture) fixture = { 0 };
    gboolean outer = (i & 1) != 0;
    gboolean inner = (i & 2) != 0;

    fixture_open (&fixture);
    set_in_two (&fixture, outer, inner);
    fixture_close (&fixture);
    fixture_open (&fixture);
    g_test_message ("outer %d, inner %d", outer, inner);
    assert_value (&fixture, "outer", outer ? "1" : NULL);
    assert_value (&fixture, "inner", outer && inner ? "1" : NULL);
    assert_value (&fixture, "last", outer ? "1" : NULL);
  }
}

static void
test_one_after_the_other (void)
{
  g_auto (StoreFixture) fixture = { 0 };

  fixture_open (&fixture);
  set_in_two (&fixture, FALSE, TRUE);
  set_in_two (&fixture, TRUE, TRUE);
  assert_value (&fixture, "inner", "1");
}

/* A backup that takes its time, say. The store waits for a moment only, and says so. */
static void
test_a_store_that_another_program_writes_to_is_said_to_be_locked (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  fixture_open (&fixture);
  g_assert_cmpint (sqlite3_open (fixture.path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (one_meta_set (fixture.store, "k", "v", &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "database is locked"));
  g_clear_error (&error);
  g_assert_null (one_transaction_new (fixture.store, &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
  g_clear_error (&error);
  assert_value (&fixture, "k", NULL);
  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  g_assert_true (one_meta_set (fixture.store, "k", "v", &error));
  assert_value (&fixture, "k", "v");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transaction/all-or-nothing", test_a_scope_keeps_all_or_nothing);
  g_test_add_func ("/transaction/one-after-the-other", test_one_after_the_other);
  g_test_add_func ("/transaction/locked-by-another",
                   test_a_store_that_another_program_writes_to_is_said_to_be_locked);
  return g_test_run ();
}
