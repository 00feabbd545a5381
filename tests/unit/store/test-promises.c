/* SPDX-License-Identifier: MIT */
#include "store/promises.h"

#include "tests/unit/store/store-fixture.h"
#include "wire/error.h"

static gint64
add_action (StoreFixture *fixture, gint64 person, const char *text, OneOwner owner)
{
  g_autoptr (OneAction) action = one_action_new ();
  g_autoptr (GError) error = NULL;

  g_free (action->text);
  action->text = g_strdup (text);
  action->person = person;
  action->owner = owner;
  action->created = 500;
  g_date_set_dmy (&action->due, 9, G_DATE_FEBRUARY, 2027);
  g_assert_true (one_promises_add_action (fixture->store, action, 0, &error));
  g_assert_no_error (error);
  return action->id;
}

static gint64
add_point (StoreFixture *fixture, gint64 person, const char *text)
{
  g_autoptr (OnePoint) point = one_point_new ();
  g_autoptr (GError) error = NULL;

  g_free (point->text);
  g_free (point->category);
  point->text = g_strdup (text);
  point->category = g_strdup ("growth");
  point->person = person;
  point->main = TRUE;
  point->created = 600;
  g_assert_true (one_promises_add_point (fixture->store, point, &error));
  g_assert_no_error (error);
  return point->id;
}

static void
test_an_action_comes_back_as_it_was_put_in (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneAction) action = NULL;
  gint64 ada;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  action = one_promises_get_action (
      fixture.store, add_action (&fixture, ada, "send 'it'", ONE_OWNER_THEM), &error);
  g_assert_cmpint (action->id, ==, 1);
  g_assert_cmpint (action->person, ==, ada);
  g_assert_cmpstr (action->text, ==, "send 'it'");
  g_assert_cmpint (action->owner, ==, ONE_OWNER_THEM);
  g_assert_cmpint (g_date_get_day (&action->due), ==, 9);
  g_assert_cmpint (g_date_get_month (&action->due), ==, G_DATE_FEBRUARY);
  g_assert_cmpint (g_date_get_year (&action->due), ==, 2027);
  g_assert_cmpint (action->created, ==, 500);
  g_assert_cmpint (action->state, ==, ONE_STATE_OPEN);
  g_assert_cmpint (action->closed, ==, 0);
}

static void
test_a_point_comes_back_as_it_was_put_in (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OnePoint) point = NULL;
  gint64 ada;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  point = one_promises_get_point (fixture.store, add_point (&fixture, ada, "the move"), &error);
  g_assert_cmpint (point->id, ==, 1);
  g_assert_cmpstr (point->text, ==, "the move");
  g_assert_cmpstr (point->category, ==, "growth");
  g_assert_false (g_date_valid (&point->on));
  g_assert_true (point->main);
  g_assert_cmpint (point->created, ==, 600);
  g_assert_cmpint (point->state, ==, ONE_STATE_OPEN);
}

typedef struct {
  const char *sentence;
  const char *ids; /* separated by commas */
  OneState state;
  int changed;
  OneErrorCode code;
  const char *message;
  const char *after; /* states of a1, a2, p1 */
} Step;

/* One after the other. */
static const Step steps[] = {
  { "one", "a1", ONE_STATE_DONE, 1, 0, NULL, "done open open" },
  { "again changes nothing", "a1", ONE_STATE_DONE, 0, 0, NULL, "done open open" },
  { "both kinds, one of them already", "a1,a2,p1", ONE_STATE_DONE, 2, 0, NULL, "done done done" },
  { "none of none", "", ONE_STATE_OPEN, 0, 0, NULL, "done done done" },
  { "an unknown one stops all", "a1,p9", ONE_STATE_OPEN, -1, ONE_ERROR_NOT_FOUND, "no point 'p9'",
    "done done done" },
  { "an unknown action", "a1,a3", ONE_STATE_OPEN, -1, ONE_ERROR_NOT_FOUND, "no action 'a3'",
    "done done done" },
  { "a malformed one stops all", "a1,p1x", ONE_STATE_OPEN, -1, ONE_ERROR_INVALID,
    "'p1x' is not an id like a12 or p7", "done done done" },
  { "a meeting's id", "m1", ONE_STATE_OPEN, -1, ONE_ERROR_INVALID,
    "'m1' is not an id like a12 or p7", "done done done" },
  { "the same twice counts once", "a1,a1", ONE_STATE_OPEN, 1, 0, NULL, "open done done" },
  { "done to dropped is a change", "a2", ONE_STATE_DROPPED, 1, 0, NULL, "open dropped done" },
};

static char *
format_states (StoreFixture *fixture)
{
  g_autoptr (OneAction) a1 = one_promises_get_action (fixture->store, 1, NULL);
  g_autoptr (OneAction) a2 = one_promises_get_action (fixture->store, 2, NULL);
  g_autoptr (OnePoint) p1 = one_promises_get_point (fixture->store, 1, NULL);

  return g_strjoin (" ", one_words_format_state (a1->state), one_words_format_state (a2->state),
                    one_words_format_state (p1->state), NULL);
}

static void
test_states_change_for_all_or_none (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  gint64 ada;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  add_action (&fixture, ada, "one", ONE_OWNER_ME);
  add_action (&fixture, ada, "two", ONE_OWNER_ME);
  add_point (&fixture, ada, "three");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autoptr (GError) error = NULL;
    g_auto (GStrv) ids = g_strsplit (steps[i].ids, ",", -1);
    g_autofree char *after = NULL;
    int changed = one_promises_set_state (fixture.store, (const char *const *) ids, steps[i].state,
                                          900, &error);

    g_test_message ("%s", steps[i].sentence);
    g_assert_cmpint (changed, ==, steps[i].changed);
    if (changed < 0)
      fixture_assert_error (error, steps[i].code, steps[i].message);
    g_assert_no_error (error);
    after = format_states (&fixture);
    g_assert_cmpstr (after, ==, steps[i].after);
  }
}

static void
test_closing_is_dated_and_reopening_takes_the_date_away (void)
{
  static const char *const ids[] = { "a1", NULL };
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  static const struct {
    OneState state;
    gint64 now;
    gint64 closed;
  } table[] = {
    { ONE_STATE_DONE, 900, 900 },
    { ONE_STATE_DONE, 950, 900 }, /* already so: the first time counts */
    { ONE_STATE_OPEN, 960, 0 },
    { ONE_STATE_DROPPED, 970, 970 },
  };

  fixture_open (&fixture);
  add_action (&fixture, fixture_add_person (&fixture, "ada@example.org", ""), "x", ONE_OWNER_ME);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autoptr (OneAction) action = NULL;

    g_assert_cmpint (
        one_promises_set_state (fixture.store, ids, table[i].state, table[i].now, &error), >=, 0);
    action = one_promises_get_action (fixture.store, 1, &error);
    g_assert_cmpint (action->closed, ==, table[i].closed);
  }
}

static void
test_ids_are_parsed_or_refused (void)
{
  static const struct {
    const char *id;
    char kind; /* 0: refused */
    gint64 number;
  } table[] = {
    { "a12", 'a', 12 },
    { "p7", 'p', 7 },
    { "a999999999999999999", 'a', G_GINT64_CONSTANT (999999999999999999) },
    { "a1000000000000000000", 0, 0 },
    { "", 0, 0 },
    { "a", 0, 0 },
    { "a0", 0, 0 },
    { "a01", 0, 0 },
    { "a-1", 0, 0 },
    { "a+1", 0, 0 },
    { "a 1", 0, 0 },
    { "A1", 0, 0 },
    { "12", 0, 0 },
    { "m41", 0, 0 },
    { "a1;", 0, 0 },
    { "a1 ", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    g_autoptr (GError) error = NULL;
    char kind = 0;
    gint64 number = 0;
    gboolean parsed = one_promises_parse_id (table[i].id, &kind, &number, &error);

    g_test_message ("'%s'", table[i].id);
    g_assert_cmpint (parsed, ==, table[i].kind != 0);
    g_assert_cmpint (kind, ==, table[i].kind);
    g_assert_cmpint (number, ==, table[i].number);
    if (!parsed)
      g_assert_error (error, ONE_ERROR, ONE_ERROR_INVALID);
  }
}

typedef struct {
  OnePromiseFilter filter;
  const char *actions;
  const char *points;
} Listed;

static const Listed lists[] = {
  { { 0 }, "a1 a2 a4 a5", "p1 p2" },
  { { .person = 1 }, "a1 a2 a5", "p1" },
  { { .person = 2 }, "a4", "p2" },
  { { .person = 3 }, "", "" },
  { { .one_owner = TRUE, .owner = ONE_OWNER_ME }, "a1 a4", "p1 p2" },
  { { .one_owner = TRUE, .owner = ONE_OWNER_THEM }, "a2 a5", "p1 p2" },
  { { .closed = TRUE }, "a1 a2 a3 a4 a5", "p1 p2 p3" },
  { { .closed = TRUE, .closed_since = 900 }, "a1 a2 a3 a4 a5", "p1 p2 p3" },
  { { .closed = TRUE, .closed_since = 901 }, "a1 a2 a4 a5", "p1 p2" },
  { { .person = 1, .closed = TRUE, .closed_since = 900 }, "a1 a2 a3 a5", "p1 p3" },
  { { .person = 1, .closed = TRUE, .closed_since = 901 }, "a1 a2 a5", "p1" },
  { { .person = 1, .one_owner = TRUE, .owner = ONE_OWNER_THEM }, "a2 a5", "p1" },
  { { .person = 2, .one_owner = TRUE, .owner = ONE_OWNER_THEM }, "", "p2" },
};

/* Open ones of the persons 1 to 3. */
static const guint open_actions[] = { 3, 1, 0 };

static void
test_lists_are_filtered (void)
{
  static const char *const closed[] = { "a3", "p3", NULL };
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 ada, bob;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  bob = fixture_add_person (&fixture, "bob@example.org", "Bob");
  add_action (&fixture, ada, "1", ONE_OWNER_ME);
  add_action (&fixture, ada, "2", ONE_OWNER_THEM);
  add_action (&fixture, ada, "3", ONE_OWNER_ME);
  add_action (&fixture, bob, "4", ONE_OWNER_ME);
  add_action (&fixture, ada, "5", ONE_OWNER_THEM);
  add_point (&fixture, ada, "1");
  add_point (&fixture, bob, "2");
  add_point (&fixture, ada, "3");
  g_assert_cmpint (one_promises_set_state (fixture.store, closed, ONE_STATE_DONE, 900, &error), ==,
                   2);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (GPtrArray) actions =
        one_promises_list_actions (fixture.store, &lists[i].filter, &error);
    g_autoptr (GPtrArray) points =
        one_promises_list_points (fixture.store, &lists[i].filter, &error);
    g_autoptr (GString) as = g_string_new (NULL), ps = g_string_new (NULL);

    for (guint j = 0; j < actions->len; j++)
      g_string_append_printf (as, "%sa%d", j ? " " : "",
                              (int) ((OneAction *) actions->pdata[j])->id);
    for (guint j = 0; j < points->len; j++)
      g_string_append_printf (ps, "%sp%d", j ? " " : "", (int) ((OnePoint *) points->pdata[j])->id);
    g_test_message ("list %u", i);
    g_assert_cmpstr (as->str, ==, lists[i].actions);
    g_assert_cmpstr (ps->str, ==, lists[i].points);
  }
  for (guint i = 0; i < G_N_ELEMENTS (open_actions); i++) {
    guint count;

    g_assert_true (one_promises_count_open (fixture.store, i + 1, &count, &error));
    g_assert_cmpuint (count, ==, open_actions[i]);
  }
}

static void
test_an_action_knows_the_meeting_it_was_made_in (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneAction) action = one_action_new ();
  gint64 ada, meeting;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  meeting = fixture_add_meeting (&fixture, ada, "u", 1000);
  g_free (action->text);
  action->text = g_strdup ("x");
  action->person = ada;
  g_assert_true (one_promises_add_action (fixture.store, action, meeting, &error));
  g_assert_false (one_promises_add_action (fixture.store, action, meeting + 1, &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
}

/* Taskwarrior renumbers, and the wrong task is closed. */
static void
test_ids_never_come_back (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  gint64 ada;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  for (gint64 wanted = 1; wanted <= 5; wanted++) {
    g_assert_cmpint (add_action (&fixture, ada, "x", ONE_OWNER_ME), ==, wanted);
    g_assert_cmpint (add_point (&fixture, ada, "x"), ==, wanted);
    fixture_close (&fixture);
    fixture_open (&fixture);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/promises/" name, function)
  ADD ("action-comes-back", test_an_action_comes_back_as_it_was_put_in);
  ADD ("point-comes-back", test_a_point_comes_back_as_it_was_put_in);
  ADD ("states-for-all-or-none", test_states_change_for_all_or_none);
  ADD ("closing-is-dated", test_closing_is_dated_and_reopening_takes_the_date_away);
  ADD ("ids-parsed-or-refused", test_ids_are_parsed_or_refused);
  ADD ("lists-are-filtered", test_lists_are_filtered);
  ADD ("made-in-a-meeting", test_an_action_knows_the_meeting_it_was_made_in);
  ADD ("ids-never-come-back", test_ids_never_come_back);
  return g_test_run ();
}
