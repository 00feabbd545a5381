/* SPDX-License-Identifier: MIT */
/* Random lives of a few meetings, in small steps of time, with edits in between: no stage of a
 * living meeting is missed, none is shown twice for one start. */
#include "plan-fixture.h"

/* The sanitizers need not see all of them: each says the same of memory. */
#ifdef ONE_SANITIZED
#define SCRIPTS 50
#define WAKES 2
#else
#define SCRIPTS 400
#define WAKES 20
#endif
#define STEPS 240
#define MEETINGS 3

/* What the fixture has done, step by step. */
typedef struct {
  PlanFixture *fixture;
  GRand *rand;
  GHashTable *shown; /* (owned) "meeting stage start" */
  gint64 now;        /* seconds after ten */
  gint64 changed[MEETINGS + 1];
} Script;

static char *
script_key (const Script *script, gint64 meeting, OneStage stage, gint64 start)
{
  return g_strdup_printf ("m%d %s %d", (int) meeting, one_words_format_stage (stage),
                          (int) (start - T10));
}

static OneMeeting *
script_meeting (const Script *script, gint64 id)
{
  for (guint i = 0; i < script->fixture->meetings->len; i++) {
    OneMeeting *meeting = g_ptr_array_index (script->fixture->meetings, i);

    if (meeting->id == id)
      return meeting;
  }
  return NULL;
}

static gboolean
row_came_again (const OneSent *row)
{
  return row->state == ONE_SENT_SNOOZED || row->state == ONE_SENT_INTENT;
}

/* Notes what is going to be shown, and refuses what was shown before. */
static void
script_note (Script *script)
{
  PlanFixture *fixture = script->fixture;
  g_autoptr (OnePlan) plan = one_plan_new (fixture->meetings, fixture->rows, fixture->settings,
                                           fixture->since, T10 + script->now);

  for (guint i = 0; i < plan->steps->len; i++) {
    const OneStep *step = g_ptr_array_index (plan->steps, i);
    const OneMeeting *meeting = script_meeting (script, step->meeting);
    g_autofree char *key = script_key (script, step->meeting, step->stage, step->start);
    gboolean again = FALSE;

    if ((step->kind != ONE_STEP_SHOW && step->kind != ONE_STEP_REPLACE) || step->until != 0)
      continue;
    for (guint j = 0; j < fixture->rows->len; j++) {
      const OneSent *row = g_ptr_array_index (fixture->rows, j);

      again |= row->id == step->sent && row_came_again (row);
    }
    g_assert_nonnull (meeting);
    g_assert_cmpint (meeting->state, ==, ONE_MEETING_PLANNED);
    g_assert_true (step->stage == ONE_STAGE_NUDGE || T10 + script->now < meeting->end);
    if (!g_hash_table_add (script->shown, g_strdup (key)) && !again)
      g_error ("%s is shown again", key);
  }
}

static void
script_run (Script *script)
{
  script_note (script);
  fixture_run (script->fixture, script->now);
  g_assert_cmpstr (fixture_run (script->fixture, script->now), ==, "");
}

static void
script_edit (Script *script)
{
  gint64 id = g_rand_int_range (script->rand, 1, MEETINGS + 1);
  OneMeeting *meeting = script_meeting (script, id);
  gint64 start = script->now + g_rand_int_range (script->rand, -20, 90) * MIN_;

  script->changed[id] = script->now;
  switch (g_rand_int_range (script->rand, 0, 6)) {
  case 0:
  case 1:
    fixture_move (meeting, start);
    break;
  case 2:
    meeting->state = ONE_MEETING_CANCELLED;
    break;
  case 3:
    meeting->state = ONE_MEETING_PLANNED;
    break;
  case 4:
    meeting->state = ONE_MEETING_DECLINED;
    break;
  default:
    fixture_move (meeting, meeting->start - T10 + 5 * MIN_);
    break;
  }
}

/* The user, the server: what may happen to a row that is shown. */
static void
script_answer (Script *script)
{
  static const OneSentState states[] = { ONE_SENT_ACTED, ONE_SENT_DISMISSED, ONE_SENT_EXPIRED,
                                         ONE_SENT_SNOOZED };
  PlanFixture *fixture = script->fixture;
  OneSent *row;

  if (fixture->rows->len == 0)
    return;
  row = g_ptr_array_index (fixture->rows,
                           (guint) g_rand_int_range (script->rand, 0, (int) fixture->rows->len));
  if (row->state != ONE_SENT_SHOWN)
    return;
  row->state = states[g_rand_int_range (script->rand, 0, G_N_ELEMENTS (states))];
  row->at = T10 + script->now;
  if (row->state == ONE_SENT_SNOOZED) {
    row->until = one_plan_snooze (script_meeting (script, row->meeting), 10 * MIN_, row->at);
    row->state = row->until != 0 ? ONE_SENT_SNOOZED : ONE_SENT_SHOWN;
    if (row->state == ONE_SENT_SNOOZED)
      *row->server = '\0';
  }
}

static gboolean
script_has (const Script *script, const OneMeeting *meeting, OneStage stage)
{
  g_autofree char *key = script_key (script, meeting->id, stage, meeting->start);

  return g_hash_table_contains (script->shown, key);
}

/* A meeting that nobody touched since before its lead has had each stage that is due. A snooze may
 * put a stage off, but not past the start. */
static void
script_check (const Script *script)
{
  for (guint i = 0; i < script->fixture->meetings->len; i++) {
    const OneMeeting *meeting = g_ptr_array_index (script->fixture->meetings, i);
    gint64 start = meeting->start - T10;
    gboolean calm = script->changed[meeting->id] < start - 30 * MIN_;

    if (meeting->state != ONE_MEETING_PLANNED || !calm || script->now < start
        || script->now >= start + 60 * MIN_)
      continue;
    g_assert_true (script_has (script, meeting, ONE_STAGE_PREP));
    g_assert_true (script_has (script, meeting, ONE_STAGE_START));
    if (script->now >= start + 30 * MIN_)
      g_assert_true (script_has (script, meeting, ONE_STAGE_NUDGE));
  }
}

static void
run_script (guint32 seed)
{
  g_autoptr (PlanFixture) fixture = fixture_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Script script = { .fixture = fixture, .rand = rand, .shown = shown };

  for (gint64 id = 1; id <= MEETINGS; id++) {
    script.changed[id] = -G_MAXINT32;
    fixture_meet (fixture, id, g_rand_int_range (rand, 40, 240) * MIN_);
  }
  for (guint i = 0; i < STEPS; i++) {
    script.now += g_rand_int_range (rand, 1, 2 * MIN_);
    if (g_rand_int_range (rand, 0, 12) == 0)
      script_edit (&script);
    if (g_rand_int_range (rand, 0, 6) == 0)
      script_answer (&script);
    script_run (&script);
    script_check (&script);
  }
}

static void
test_scripts (void)
{
  for (guint32 seed = 1; seed <= SCRIPTS; seed++) {
    g_test_message ("seed %u", seed);
    run_script (seed);
  }
}

static GArray *
list (const PlanFixture *fixture, guint meeting)
{
  return one_plan_list (fixture->meetings->pdata[meeting], fixture->rows, fixture->settings,
                        fixture->since, fixture->now);
}

/* The earliest of all is the one that the plan names. */
static void
check_ahead (const PlanFixture *fixture)
{
  gint64 next = 0;

  for (guint i = 0; i < fixture->meetings->len; i++) {
    g_autoptr (GArray) ahead = list (fixture, i);
    gint64 first = ahead->len > 0 ? g_array_index (ahead, OneAhead, 0).at : 0;

    if (first > 0 && (next == 0 || first < next))
      next = first;
  }
  g_assert_cmpint (next, ==, fixture->plan->next_at);
}

static void
test_what_is_to_come_of_a_meeting (void)
{
  static const struct {
    gint64 now;
    const char *ahead;
  } rows[] = {
    { -31, "prep -30, start -2, nudge 30, " },
    { -30, "start -2, nudge 30, " },
    { -3, "start -2, nudge 30, " },
    { -2, "nudge 30, " },
    { 29, "nudge 30, " },
    { 30, "" },
  };
  g_autoptr (PlanFixture) fixture = fixture_new ();
  g_autoptr (GArray) none = NULL;
  OneMeeting *meeting = fixture_meet (fixture, 1, 0);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) said = g_string_new (NULL);
    g_autoptr (GArray) ahead = NULL;

    fixture_run (fixture, rows[i].now * MIN_);
    ahead = list (fixture, 0);
    for (guint j = 0; j < ahead->len; j++) {
      const OneAhead *one = &g_array_index (ahead, OneAhead, j);

      g_string_append_printf (said, "%s %d, ", one_words_format_stage (one->stage),
                              (int) ((one->at - T10) / MIN_));
    }
    g_assert_cmpstr (said->str, ==, rows[i].ahead);
  }
  fixture_move (meeting, 2 * 60 * MIN_);
  meeting->state = ONE_MEETING_DECLINED;
  none = list (fixture, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

/* The wake says when: going from wake to wake shows the same as looking every second. */
static void
test_wakes (void)
{
  for (guint32 seed = 1; seed <= WAKES; seed++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
    g_autoptr (PlanFixture) eager = fixture_new ();
    g_autoptr (PlanFixture) lazy = fixture_new ();
    gint64 wake = 0;

    for (gint64 id = 1; id <= MEETINGS; id++) {
      gint64 start = g_rand_int_range (rand, 0, 3600 * 2);

      fixture_meet (eager, id, start);
      fixture_meet (lazy, id, start);
    }
    for (gint64 now = 0; now < 4 * 3600; now++) {
      const char *log = fixture_run (eager, now);

      check_ahead (eager);
      if (now < wake) {
        g_assert_cmpstr (log, ==, "");
        continue;
      }
      g_assert_cmpstr (log, ==, fixture_run (lazy, now));
      wake = lazy->plan->wake != 0 ? lazy->plan->wake - T10 : G_MAXINT64;
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/random-lives-miss-nothing-and-double-nothing", test_scripts);
  g_test_add_func ("/plan/nothing-happens-before-the-wake", test_wakes);
  g_test_add_func ("/plan/what-is-to-come-of-a-meeting", test_what_is_to_come_of_a_meeting);
  return g_test_run ();
}
