/* SPDX-License-Identifier: MIT */
/* Ada was met 3, 2 and 1 weeks before MONDAY, Ben never. */
#include "engine/ops/answers/promise-view-maker.h"

#include "store/db/store-private.h"
#include "store/meetings.h"
#include "store/promises.h"
#include "tests/unit/engine/engine-fixture.h"

typedef struct {
  Fixture fixture;
  gint64 ada, ben;
  guint statements; /* run since the count began */
} Bench;

static void
bench_open (Bench *bench)
{
  engine_start (&bench->fixture, "");
  bench->ada = fixture_add_person (&bench->fixture.scratch, "ada@example.org", "Ada");
  bench->ben = fixture_add_person (&bench->fixture.scratch, "ben@example.org", "Ben");
  for (gint64 weeks = 1; weeks <= 3; weeks++) {
    g_autofree char *uid = g_strdup_printf ("u%" G_GINT64_FORMAT, weeks);
    gint64 id =
        fixture_add_meeting (&bench->fixture.scratch, bench->ada, uid, MONDAY - weeks * WEEK);

    g_assert_true (one_meetings_set_state (bench->fixture.base.store, id, ONE_MEETING_HELD, NULL));
  }
}

static void
bench_clear (Bench *bench)
{
  engine_clear (&bench->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bench, bench_clear)

static void
test_action (void)
{
  static const struct {
    const char *due; /* NULL for none */
    OneState state;
    gint64 age; /* seconds before MONDAY at which it was made */
    guint meetings;
    gboolean overdue;
  } rows[] = {
    { NULL, ONE_STATE_OPEN, 0, 0, FALSE },
    { "2026-11-22", ONE_STATE_OPEN, WEEK, 0, TRUE },
    { "2026-11-23", ONE_STATE_OPEN, WEEK + 1, 1, FALSE },
    { "2026-11-22", ONE_STATE_DONE, 3 * WEEK, 2, FALSE },
    { NULL, ONE_STATE_DROPPED, 3 * WEEK + 1, 3, FALSE },
  };
  g_auto (Bench) bench = { 0 };
  g_autoptr (OnePromiseViewMaker) views = NULL;

  bench_open (&bench);
  views = one_promise_view_maker_new (&bench.fixture.base);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneAction) action = one_action_new ();
    g_autoptr (OneActionView) view = NULL;

    action->person = bench.ada;
    action->state = rows[i].state;
    action->created = MONDAY - rows[i].age;
    if (rows[i].due)
      g_date_set_parse (&action->due, rows[i].due);
    view = one_promise_view_maker_of_action (views, action, NULL);
    g_assert_cmpstr (view->person, ==, "Ada");
    g_assert_cmpuint (view->age_meetings, ==, rows[i].meetings);
    g_assert_cmpint (view->overdue, ==, rows[i].overdue);
  }
}

static void
test_of_nobody (void)
{
  g_auto (Bench) bench = { 0 };
  g_autoptr (OnePromiseViewMaker) views = NULL;
  g_autoptr (OneAction) action = one_action_new ();
  g_autoptr (OnePoint) point = one_point_new ();
  g_autoptr (GError) error = NULL;

  bench_open (&bench);
  views = one_promise_view_maker_new (&bench.fixture.base);
  action->person = point->person = bench.ben + 1;
  g_assert_null (one_promise_view_maker_of_action (views, action, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (one_promise_view_maker_of_point (views, point, &error));
  g_assert_nonnull (error);
}

static int
count (unsigned kind, void *data, void *statement, void *text)
{
  ((Bench *) data)->statements++;
  return 0;
}

/* What is asked of the store for that many promises of two people. */
static guint
count_statements (Bench *bench, guint promises)
{
  g_autoptr (OnePromiseViewMaker) views = one_promise_view_maker_new (&bench->fixture.base);

  bench->statements = 0;
  for (guint i = 0; i < promises; i++) {
    g_autoptr (OneAction) action = one_action_new ();
    g_autoptr (OnePoint) point = one_point_new ();
    g_autoptr (OneActionView) action_view = NULL;
    g_autoptr (OnePointView) point_view = NULL;

    action->person = point->person = i % 2 ? bench->ada : bench->ben;
    action_view = one_promise_view_maker_of_action (views, action, NULL);
    point_view = one_promise_view_maker_of_point (views, point, NULL);
    g_assert_cmpstr (action_view->person, ==, i % 2 ? "Ada" : "Ben");
    g_assert_cmpstr (point_view->person, ==, action_view->person);
  }
  return bench->statements;
}

/* Once each promise had a history of its own, and a second went by at 10,000. */
static void
test_more_promises_ask_no_more_of_the_store (void)
{
  g_auto (Bench) bench = { 0 };
  guint few;

  bench_open (&bench);
  sqlite3_trace_v2 (bench.fixture.base.store->db, SQLITE_TRACE_STMT, count, &bench);
  few = count_statements (&bench, 2);
  g_assert_cmpuint (few, >, 2);
  g_assert_cmpuint (count_statements (&bench, 200), <=, few);
}

int
main (int argc, char **argv)
{
  engine_begin (&argc, &argv);
  g_test_add_func ("/promise-view-maker/action", test_action);
  g_test_add_func ("/promise-view-maker/of-nobody", test_of_nobody);
  g_test_add_func ("/promise-view-maker/statements", test_more_promises_ask_no_more_of_the_store);
  return g_test_run ();
}
