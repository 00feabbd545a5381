/* SPDX-License-Identifier: MIT */
#include "store/askings.h"

#include "store/promises.h"
#include "tests/unit/store/store-fixture.h"

static void
put (OneStore *store, gint64 point, OneSentState state)
{
  g_autoptr (OneAsking) asking = one_asking_new (point);
  g_autoptr (GError) error = NULL;

  asking->state = state;
  asking->at = 9000 + point;
  asking->until = 12600;
  asking->look = G_MAXUINT32;
  asking->notification_id = 12;
  g_free (asking->server);
  asking->server = g_strdup (":1.7");
  g_assert_true (one_askings_set (store, asking, &error));
  g_assert_no_error (error);
}

static void
test_a_point_has_one_row (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneAsking) row = NULL, none = NULL, gone = NULL;
  g_autoptr (GPtrArray) list = NULL;

  fixture_open (&fixture);
  put (fixture.store, 7, ONE_SENT_INTENT);
  put (fixture.store, 7, ONE_SENT_SNOOZED);
  put (fixture.store, 3, ONE_SENT_SHOWN);
  row = one_askings_find (fixture.store, 7, &error);
  g_assert_cmpint (row->point, ==, 7);
  g_assert_cmpint (row->state, ==, ONE_SENT_SNOOZED);
  g_assert_cmpint (row->at, ==, 9007);
  g_assert_cmpint (row->until, ==, 12600);
  g_assert_cmpstr (row->server, ==, ":1.7");
  g_assert_cmpuint (row->notification_id, ==, 12);
  g_assert_cmpuint (row->look, ==, G_MAXUINT32);
  none = one_askings_find (fixture.store, 8, &error);
  g_assert_null (none);
  list = one_askings_list (fixture.store, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((OneAsking *) list->pdata[0])->point, ==, 3);
  g_assert_true (one_askings_del (fixture.store, 7, &error));
  gone = one_askings_find (fixture.store, 7, &error);
  g_assert_null (gone);
  g_assert_no_error (error);
}

static void
add_point (StoreFixture *fixture, gint64 person, gboolean ask, gboolean main, OneState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnePoint) point = one_point_new ();

  point->person = person;
  point->ask = ask;
  point->main = main;
  point->every = main;
  point->state = state;
  g_free (point->text);
  point->text = g_strdup ("how was my talk");
  g_assert_true (one_promises_add_point (fixture->store, point, &error));
}

static void
test_asks_are_open_points (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) asks = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);
  gint64 ada;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "");
  add_point (&fixture, ada, TRUE, FALSE, ONE_STATE_OPEN);
  add_point (&fixture, ada, FALSE, FALSE, ONE_STATE_OPEN);
  add_point (&fixture, ada, FALSE, TRUE, ONE_STATE_OPEN);
  add_point (&fixture, ada, TRUE, TRUE, ONE_STATE_OPEN);
  add_point (&fixture, ada, TRUE, FALSE, ONE_STATE_DONE);
  add_point (&fixture, ada, TRUE, FALSE, ONE_STATE_DROPPED);
  asks = one_promises_list_asks (fixture.store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < asks->len; i++) {
    const OnePoint *point = asks->pdata[i];

    g_assert_true (point->ask);
    g_string_append_printf (ids, "%" G_GINT64_FORMAT "%s ", point->id, point->main ? "m" : "");
  }
  g_assert_cmpstr (ids->str, ==, "1 4m ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/askings/a-point-has-one-row", test_a_point_has_one_row);
  g_test_add_func ("/askings/asks-are-open-points", test_asks_are_open_points);
  return g_test_run ();
}
