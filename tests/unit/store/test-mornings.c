/* SPDX-License-Identifier: MIT */
#include "store/mornings.h"

#include "store/promises.h"
#include "tests/unit/store/store-fixture.h"

static GDate
november (guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, G_DATE_NOVEMBER, 2026);
  return date;
}

static void
put (OneStore *store, guint day, OneSentState state)
{
  GDate date = november (day);
  g_autoptr (OneMorning) morning = one_morning_new (&date);
  g_autoptr (GError) error = NULL;
  gint64 ids[] = { 3, 12 };

  morning->state = state;
  morning->at = 9000 + day;
  morning->look = G_MAXUINT32;
  morning->notification_id = day;
  g_free (morning->server);
  morning->server = g_strdup (":1.7");
  g_array_append_vals (morning->said, ids, G_N_ELEMENTS (ids));
  g_assert_true (one_mornings_set (store, morning, &error));
  g_assert_no_error (error);
}

static void
test_a_day_has_one_row (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneMorning) row = NULL;
  g_autoptr (OneMorning) none = NULL;
  GDate day = november (24), other = november (25);

  fixture_open (&fixture);
  put (fixture.store, 24, ONE_SENT_INTENT);
  put (fixture.store, 24, ONE_SENT_SHOWN);
  row = one_mornings_find (fixture.store, &day, &error);
  g_assert_cmpint (g_date_compare (&row->day, &day), ==, 0);
  g_assert_cmpint (row->state, ==, ONE_SENT_SHOWN);
  g_assert_cmpint (row->at, ==, 9024);
  g_assert_cmpstr (row->server, ==, ":1.7");
  g_assert_cmpuint (row->notification_id, ==, 24);
  g_assert_cmpuint (row->look, ==, G_MAXUINT32);
  g_assert_cmpuint (row->said->len, ==, 2);
  g_assert_cmpint (g_array_index (row->said, gint64, 1), ==, 12);
  none = one_mornings_find (fixture.store, &other, &error);
  g_assert_null (none);
  g_assert_true (one_mornings_del (fixture.store, &day, &error));
  none = one_mornings_find (fixture.store, &day, &error);
  g_assert_null (none);
  g_assert_no_error (error);
}

static char *
list_days (OneStore *store, guint since)
{
  g_autoptr (GError) error = NULL;
  GDate day = november (since);
  g_autoptr (GPtrArray) rows = one_mornings_list (store, &day, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%u ", g_date_get_day (&((OneMorning *) rows->pdata[i])->day));
  return g_string_free (text, FALSE);
}

static void
test_old_rows_are_listed_while_open_and_forgotten_after (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *listed = NULL, *kept = NULL, *left = NULL;
  GDate before = november (24);

  fixture_open (&fixture);
  put (fixture.store, 20, ONE_SENT_SHOWN);
  put (fixture.store, 21, ONE_SENT_INTENT);
  put (fixture.store, 22, ONE_SENT_ACTED);
  put (fixture.store, 23, ONE_SENT_DISMISSED);
  put (fixture.store, 24, ONE_SENT_SUPERSEDED);
  listed = list_days (fixture.store, 24);
  g_assert_cmpstr (listed, ==, "20 21 24 ");
  g_assert_cmpint (one_mornings_prune (fixture.store, &before, 2, &error), ==, 1);
  kept = list_days (fixture.store, 1);
  g_assert_cmpstr (kept, ==, "20 21 23 24 ");
  g_assert_cmpint (one_mornings_prune (fixture.store, &before, 0, &error), ==, 1);
  left = list_days (fixture.store, 1);
  g_assert_cmpstr (left, ==, "20 21 24 ");
  g_assert_no_error (error);
}

static void
add_action (StoreFixture *fixture, gint64 person, OneOwner owner, guint due, OneState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneAction) action = one_action_new ();

  action->person = person;
  action->owner = owner;
  action->state = state;
  if (due > 0)
    action->due = november (due);
  g_free (action->text);
  action->text = g_strdup ("the figures");
  g_assert_true (one_promises_add_action (fixture->store, action, 0, &error));
}

static void
test_what_is_due_is_mine_open_and_by_day (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);
  GDate from = november (24);
  gint64 ada;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "");
  add_action (&fixture, ada, ONE_OWNER_ME, 26, ONE_STATE_OPEN);
  add_action (&fixture, ada, ONE_OWNER_ME, 23, ONE_STATE_OPEN);
  add_action (&fixture, ada, ONE_OWNER_ME, 24, ONE_STATE_OPEN);
  add_action (&fixture, ada, ONE_OWNER_ME, 24, ONE_STATE_DONE);
  add_action (&fixture, ada, ONE_OWNER_ME, 24, ONE_STATE_DROPPED);
  add_action (&fixture, ada, ONE_OWNER_THEM, 24, ONE_STATE_OPEN);
  add_action (&fixture, ada, ONE_OWNER_ME, 0, ONE_STATE_OPEN);
  add_action (&fixture, ada, ONE_OWNER_ME, 24, ONE_STATE_OPEN);
  due = one_promises_list_due (fixture.store, &from, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < due->len; i++)
    g_string_append_printf (ids, "%" G_GINT64_FORMAT " ", ((OneAction *) due->pdata[i])->id);
  g_assert_cmpstr (ids->str, ==, "3 8 1 ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mornings/a-day-has-one-row", test_a_day_has_one_row);
  g_test_add_func ("/mornings/old-rows-are-listed-while-open-and-forgotten-after",
                   test_old_rows_are_listed_while_open_and_forgotten_after);
  g_test_add_func ("/mornings/what-is-due-is-mine-open-and-by-day",
                   test_what_is_due_is_mine_open_and_by_day);
  return g_test_run ();
}
