/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "agenda-fixture.h"

static char *
compose (AgendaFixture *fixture)
{
  g_autoptr (OneAgenda) agenda = one_compose_agenda (&fixture->input);

  return fixture_format (agenda);
}

#define assert_agenda(fixture, expected)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *items = compose (fixture);                                                    \
    g_assert_cmpstr (items, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
test_first_meeting (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (OneAgenda) agenda = one_compose_agenda (&fixture->input);

  assert_agenda (fixture, "update wins challenges");
  g_assert_cmpstr (fixture_find (agenda, "wins")->reason, ==, "nothing noted on this yet");
  g_assert_cmpstr (agenda->note, ==, "");
  g_assert_false (agenda->prepared);
}

typedef struct {
  const char *name;
  guint minutes;
  gboolean action;
  const char *items;
} Length;

/* All four core categories are overdue. */
static const Length lengths[] = {
  { "/compose/ten-minutes", 10, TRUE, "review update wins challenges" },
  { "/compose/a-quarter-of-an-hour", 15, TRUE, "review update wins challenges" },
  { "/compose/twenty-four-minutes", 24, TRUE, "review update wins challenges" },
  { "/compose/twenty-five-minutes", 25, TRUE, "review update wins challenges growth" },
  { "/compose/half-an-hour", 30, TRUE, "review update wins challenges growth" },
  { "/compose/three-hours", 180, TRUE, "review update wins challenges growth" },
  { "/compose/without-review-a-place-stays-free", 59, FALSE, "update wins challenges growth" },
  { "/compose/an-hour-without-review", 60, FALSE, "update wins challenges growth flip" },
  { "/compose/short-without-review", 15, FALSE, "update wins challenges" },
  { "/compose/no-length-at-all", 0, TRUE, "review update wins challenges" },
};

/* Nothing is due: two conversations are there all the same, and three in a longer meeting. */
static void
test_least (void)
{
  static const struct {
    guint minutes;
    const char *items;
  } rows[] = {
    { 24, "update wins challenges" },        { 30, "update wins challenges" },
    { 44, "update wins challenges" },        { 45, "update wins challenges growth" },
    { 60, "update wins challenges growth" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, rows[i].minutes);

    assert_agenda (fixture, rows[i].items);
  }
}

/* Each person starts at another place of the order. */
static void
test_people_differ (void)
{
  static const char *const expected[] = { "update wins challenges", "update wins challenges",
                                          "update challenges growth", "update growth flip" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);

    fixture->meeting->person = i;
    assert_agenda (fixture, expected[i]);
  }
}

/* An agenda that was only shown is chosen anew until the meeting begins; then it is what was
 * brought. */
static void
test_shown (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (OneAgenda) shown = one_compose_agenda (&fixture->input);

  fixture_propose (fixture, shown);
  for (guint i = 0; i < fixture->history->proposals->len; i++)
    ((OneProposal *) g_ptr_array_index (fixture->history->proposals, i))->draft = TRUE;
  fixture_add_point (fixture, "flip", FIXTURE_FIRST - 1);
  assert_agenda (fixture, "update flip wins");
  fixture->input.now = fixture->meeting->start;
  assert_agenda (fixture, "update wins challenges flip");
}

static void
test_length (gconstpointer data)
{
  const Length *length = data;
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, length->minutes);

  for (guint i = 0; i < 12; i++)
    fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  if (length->action)
    fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST);
  assert_agenda (fixture, length->items);
}

static void
test_by_neglect (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 60);
  const char *all[] = { "wins", "challenges", "growth", "flip" };

  /* Touched one, two, three, four meetings ago; each meant for every second. */
  for (guint i = 0; i < 4; i++)
    fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  for (guint i = 0; i < 4; i++)
    fixture_touch (fixture, all[i], 4 - i);
  assert_agenda (fixture, "update flip growth wellbeing feedback");
  fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST);
  assert_agenda (fixture, "review update flip growth wellbeing");
  fixture_touch (fixture, "flip", 4);
  assert_agenda (fixture, "review update growth wellbeing feedback");
}

static void
test_ties (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 15);
  const char *const none[] = { NULL };

  fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST);
  assert_agenda (fixture, "review update wins challenges");
  g_ptr_array_add (fixture->history->proposals,
                   one_proposal_new ("wins", none, 2, FIXTURE_FIRST + FIXTURE_WEEK, 0));
  assert_agenda (fixture, "review update challenges growth");
  g_ptr_array_add (fixture->history->proposals,
                   one_proposal_new ("challenges", none, 2, FIXTURE_FIRST + FIXTURE_WEEK, 1));
  assert_agenda (fixture, "review update growth flip");
}

/* Nothing is ever logged: with one core item an agenda, all four still have their turns. */
static void
test_in_vain (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 15);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST);
  for (guint i = 0; i < 20; i++)
    fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  for (guint i = 0; i < 10; i++) {
    g_autoptr (OneAgenda) agenda = one_compose_agenda (&fixture->input);
    const OneItem *item = g_ptr_array_index (agenda->items, 2);

    g_hash_table_add (seen, g_strdup (item->category));
    fixture_propose (fixture, agenda);
    fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 4);
}

static void
test_review (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (OneAgenda) agenda = NULL;
  const char *expected = "3 1 2 5 4 6";
  g_autoptr (GString) ids = g_string_new (NULL);
  const OneItem *review = NULL;
  OneAction *action = NULL;

  for (guint i = 0; i < 3; i++)
    fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  fixture_touch (fixture, "review", 3);
  action = fixture_add_action (fixture, ONE_OWNER_THEM, FIXTURE_FIRST + 60); /* theirs, overdue */
  g_date_set_dmy (&action->due, 25, G_DATE_JANUARY, 2026);
  fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST + FIXTURE_WEEK + 60);
  action = fixture_add_action (fixture, ONE_OWNER_ME,
                               FIXTURE_FIRST + 2 * FIXTURE_WEEK + 60); /* overdue */
  g_date_set_dmy (&action->due, 20, G_DATE_JANUARY, 2026);
  fixture_add_action (fixture, ONE_OWNER_THEM, FIXTURE_FIRST);
  action = fixture_add_action (fixture, ONE_OWNER_ME,
                               FIXTURE_FIRST + 2 * FIXTURE_WEEK + 120); /* today */
  g_date_set_dmy (&action->due, 26, G_DATE_JANUARY, 2026);
  action = fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST); /* closed since */
  action->state = ONE_STATE_DONE;
  action->closed = FIXTURE_FIRST + 2 * FIXTURE_WEEK + 1;
  action = fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST); /* reported last time */
  action->state = ONE_STATE_DONE;
  action->closed = FIXTURE_FIRST + 2 * FIXTURE_WEEK;
  action = fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST); /* dropped */
  action->state = ONE_STATE_DROPPED;
  action->closed = FIXTURE_FIRST + 2 * FIXTURE_WEEK + 1;
  agenda = one_compose_agenda (&fixture->input);
  review = g_ptr_array_index (agenda->items, 0);
  g_assert_cmpint (review->rule, ==, ONE_RULE_REVIEW);
  for (guint i = 0; i < review->actions->len; i++) {
    const OneAgendaAction *shown = g_ptr_array_index (review->actions, i);

    g_string_append_printf (ids, "%s%d", i ? " " : "", (gint) shown->action->id);
  }
  g_assert_cmpstr (ids->str, ==, expected);
  g_assert_cmpuint (((OneAgendaAction *) g_ptr_array_index (review->actions, 0))->age_meetings, ==,
                    0);
  g_assert_cmpuint (((OneAgendaAction *) g_ptr_array_index (review->actions, 1))->age_meetings, ==,
                    2);
  g_assert_cmpstr (review->reason, ==,
                   "5 promises open; 2 overdue; the oldest for 2 meetings; 1 done since last time");
}

static void
test_done_is_reported_once (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  OneAction *action = fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST - FIXTURE_DAY);

  fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  action->state = ONE_STATE_DONE;
  action->closed = FIXTURE_FIRST + FIXTURE_DAY;
  assert_agenda (fixture, "review update wins challenges");
  fixture_pass (fixture, ONE_MEETING_SKIPPED, FIXTURE_WEEK);
  assert_agenda (fixture, "review update wins challenges");
  fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  assert_agenda (fixture, "update wins challenges growth");
}

static void
test_points (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (OneAgenda) agenda = NULL;
  OnePoint *waiting = NULL;

  fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  fixture_add_point (fixture, "growth", FIXTURE_FIRST + 1);
  fixture_add_point (fixture, "", FIXTURE_FIRST + 2);
  waiting = fixture_add_point (fixture, "flip", FIXTURE_FIRST + 3);
  g_date_set_dmy (&waiting->on, 13, G_DATE_JANUARY, 2026); /* the day after */
  assert_agenda (fixture, "update growth points");
  g_date_set_dmy (&waiting->on, 12, G_DATE_JANUARY, 2026); /* the day of the meeting */
  assert_agenda (fixture, "update growth points flip");
  waiting->state = ONE_STATE_DONE;
  assert_agenda (fixture, "update growth points");
  agenda = one_compose_agenda (&fixture->input);
  g_assert_cmpuint (fixture_find (agenda, "points")->points->len, ==, 1);
  g_assert_cmpstr (fixture_find (agenda, "growth")->reason, ==, "1 point of yours");
  g_assert_cmpuint (agenda->parked->len, ==, 0);
}

static void
test_point_in_the_users_zone (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (GTimeZone) west = g_time_zone_new_identifier ("Pacific/Honolulu");
  OnePoint *point = fixture_add_point (fixture, "flip", FIXTURE_FIRST - 1);

  g_date_set_dmy (&point->on, 5, G_DATE_JANUARY, 2026);
  assert_agenda (fixture, "update flip wins");
  fixture->input.zone = west; /* there it is still the fourth */
  assert_agenda (fixture, "update wins challenges");
}

static void
test_parked (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  const char *all[] = { "flip", "growth", "challenges", "wins", "backup", "team" };
  g_autoptr (OneAgenda) agenda = NULL;

  fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST - 1);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    fixture_add_point (fixture, all[i], FIXTURE_FIRST - FIXTURE_DAY + i);
  agenda = one_compose_agenda (&fixture->input);
  assert_agenda (fixture, "review update flip growth challenges");
  g_assert_cmpuint (agenda->parked->len, ==, 3);
  g_assert_cmpint (((OnePoint *) g_ptr_array_index (agenda->parked, 0))->id, ==, 4);
}

/* A category that is switched off serves a point all the same; one that is gone does not lose it.
 */
static void
test_points_in_odd_places (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);

  fixture_add_point (fixture, "team", FIXTURE_FIRST - 2);
  fixture_add_point (fixture, "no-such", FIXTURE_FIRST - 1);
  assert_agenda (fixture, "update team points");
}

static void
test_main (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (OneAgenda) agenda = NULL;
  OnePoint *wish = fixture_add_point (fixture, "update", FIXTURE_FIRST - 2);
  const OneItem *update = NULL;

  wish->main = TRUE;
  agenda = one_compose_agenda (&fixture->input);
  update = fixture_find (agenda, "update");
  assert_agenda (fixture, "update wins challenges");
  g_assert_true (update->main);
  g_assert_cmpuint (update->minutes, >, 14);
  g_assert_true (g_str_has_prefix (update->reason, "you made it the main subject"));
  wish = fixture_add_point (fixture, "flip", FIXTURE_FIRST - 1);
  wish->main = TRUE;
  assert_agenda (fixture, "update flip wins");
  g_clear_pointer (&agenda, one_agenda_free);
  agenda = one_compose_agenda (&fixture->input);
  g_assert_true (fixture_find (agenda, "flip")->main);
  g_assert_false (fixture_find (agenda, "update")->main);
  g_assert_true (((OnePoint *) fixture_find (agenda, "flip")->points->pdata[0])->main);
  g_assert_false (((OnePoint *) fixture_find (agenda, "update")->points->pdata[0])->main);
  g_assert_cmpuint (fixture_find (agenda, "update")->minutes, <=, 2);
}

static void
test_prepared (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (OneAgenda) before = NULL;
  g_autoptr (OneAgenda) after = NULL;

  for (guint i = 0; i < 12; i++)
    fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  before = one_compose_agenda (&fixture->input);
  assert_agenda (fixture, "update wins challenges growth");
  fixture_propose (fixture, before);
  fixture_touch (fixture, "wins", 12);
  fixture_touch (fixture, "growth", 12);
  after = one_compose_agenda (&fixture->input);
  assert_agenda (fixture, "update wins challenges growth");
  g_assert_true (after->prepared);
  for (guint i = 0; i < 4; i++) {
    const OneItem *then = g_ptr_array_index (before->items, i);
    const OneItem *now = g_ptr_array_index (after->items, i);

    g_assert_cmpstr (((OnePrompt *) g_ptr_array_index (then->prompts, 0))->id, ==,
                     ((OnePrompt *) g_ptr_array_index (now->prompts, 0))->id);
  }
  fixture_add_action (fixture, ONE_OWNER_ME, fixture->input.now);
  assert_agenda (fixture, "review update wins challenges growth");
  fixture_add_point (fixture, "flip", fixture->input.now);
  assert_agenda (fixture, "review update wins challenges growth");
  /* Moved to another day: the agenda comes along. */
  fixture->meeting->start += 3 * FIXTURE_DAY;
  fixture->meeting->end += 3 * FIXTURE_DAY;
  assert_agenda (fixture, "review update wins challenges growth");
  fixture->input.rebuild = TRUE;
  assert_agenda (fixture, "review update flip challenges wellbeing");
  g_clear_pointer (&after, one_agenda_free);
  after = one_compose_agenda (&fixture->input);
  g_assert_true (after->prepared);
}

/* What was parked when a short meeting was prepared stays parked, and what comes later is too. */
static void
test_prepared_stays_short (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 15);
  g_autoptr (OneAgenda) before = NULL;
  g_autoptr (OneAgenda) after = NULL;

  fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST - 1);
  fixture_add_point (fixture, "growth", FIXTURE_FIRST - 2);
  fixture_add_point (fixture, "flip", FIXTURE_FIRST - 2);
  fixture_add_point (fixture, "wins", FIXTURE_FIRST - 1);
  before = one_compose_agenda (&fixture->input);
  assert_agenda (fixture, "review update growth flip");
  g_assert_cmpuint (before->parked->len, ==, 1);
  fixture_propose (fixture, before);
  fixture_add_point (fixture, "goals", FIXTURE_FIRST - 1);
  after = one_compose_agenda (&fixture->input);
  assert_agenda (fixture, "review update growth flip");
  g_assert_cmpuint (after->parked->len, ==, 2);
}

static void
test_prepared_makes_room (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (OneAgenda) before = NULL;

  for (guint i = 0; i < 12; i++)
    fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  fixture_add_action (fixture, ONE_OWNER_ME, FIXTURE_FIRST);
  before = one_compose_agenda (&fixture->input);
  fixture_propose (fixture, before);
  assert_agenda (fixture, "review update wins challenges growth");
  fixture_add_point (fixture, "flip", fixture->input.now)->main = TRUE;
  assert_agenda (fixture, "review update flip wins challenges");
}

static void
test_everything_off (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);

  for (guint i = 0; i < fixture->catalogue->categories->len; i++) {
    OneCategory *category = g_ptr_array_index (fixture->catalogue->categories, i);

    category->enabled = category->rule != ONE_RULE_CORE || g_str_equal (category->id, "wins");
  }
  assert_agenda (fixture, "update wins backup");
  for (guint i = 0; i < fixture->catalogue->categories->len; i++)
    ((OneCategory *) g_ptr_array_index (fixture->catalogue->categories, i))->enabled = FALSE;
  fixture_add_point (fixture, "", FIXTURE_FIRST - 1);
  assert_agenda (fixture, "");
}

static void
test_notes (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (OneAgenda) first = one_compose_agenda (&fixture->input);
  g_autoptr (OneAgenda) second = NULL;
  g_autoptr (OneAgenda) third = NULL;
  g_autoptr (OneAgenda) fourth = NULL;

  fixture_propose (fixture, first);
  fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  second = one_compose_agenda (&fixture->input);
  g_assert_cmpstr (second->note, ==,
                   "It is not noted what you talked about last time, so its subjects may come "
                   "again.");
  fixture_pass (fixture, ONE_MEETING_SKIPPED, FIXTURE_WEEK);
  third = one_compose_agenda (&fixture->input);
  g_assert_cmpstr (third->note, ==,
                   "The last meeting did not take place; the one before was 2 weeks ago.");
  fixture_pass (fixture, ONE_MEETING_CANCELLED, FIXTURE_WEEK);
  fourth = one_compose_agenda (&fixture->input);
  g_assert_cmpstr (fourth->note, ==,
                   "2 meetings in a row did not take place; the one before was 3 weeks ago.");
}

/* Only somebody who logged a meeting is told that they met. */
static void
test_notes_of_what_was_logged (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (OneAgenda) first = one_compose_agenda (&fixture->input);
  g_autoptr (OneAgenda) second = NULL;
  g_autoptr (OneAgenda) third = NULL;
  g_autoptr (OneAgenda) fourth = NULL;

  fixture_propose (fixture, first);
  fixture_touch (fixture, "wins", 0);
  fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  second = one_compose_agenda (&fixture->input);
  g_assert_cmpstr (second->note, ==, "");
  fixture_pass (fixture, ONE_MEETING_SKIPPED, FIXTURE_WEEK);
  third = one_compose_agenda (&fixture->input);
  g_assert_cmpstr (third->note, ==,
                   "The last meeting did not take place: it will be 2 weeks since you met.");
  fixture_pass (fixture, ONE_MEETING_SKIPPED, FIXTURE_WEEK);
  fourth = one_compose_agenda (&fixture->input);
  g_assert_cmpstr (fourth->note, ==,
                   "2 meetings in a row did not take place: it will be 3 weeks since you met.");
}

/* Whoever never logs is told once. */
static void
test_note_is_said_once (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  guint said = 0;

  for (guint i = 0; i < 26; i++) {
    g_autoptr (OneAgenda) agenda = one_compose_agenda (&fixture->input);

    said += agenda->note[0] != '\0';
    fixture_propose (fixture, agenda);
    fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  }
  g_assert_cmpuint (said, ==, 1);
}

/* On the first day nothing is known of the two years before it. */
static void
test_first_day_on_old_calendars (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (OneAgenda) agenda = NULL;

  for (guint i = 0; i < 104; i++)
    fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  fixture->history->since = fixture->meeting->start - FIXTURE_DAY;
  agenda = one_compose_agenda (&fixture->input);
  for (guint i = 0; i < agenda->items->len; i++) {
    const OneItem *item = g_ptr_array_index (agenda->items, i);

    if (item->rule != ONE_RULE_CORE)
      continue;
    g_assert_cmpint (item->neglect.state, ==, ONE_NEGLECT_FRESH);
    g_assert_cmpstr (item->reason, ==, "nothing noted on this yet");
  }
}

/* Years of old calendars, and nothing ever prepared: nobody is blamed. */
static void
test_no_note_on_old_calendars (void)
{
  g_autoptr (AgendaFixture) fixture = fixture_new (ONE_ROLE_MANAGER, 30);
  g_autoptr (OneAgenda) agenda = NULL;

  for (guint i = 0; i < 250; i++)
    fixture_pass (fixture, ONE_MEETING_HELD, FIXTURE_WEEK);
  agenda = one_compose_agenda (&fixture->input);
  g_assert_cmpstr (agenda->note, ==, "");
}

/* Twenty points in all kinds of states; in whatever order they are handed in, each one that is open
 * and due is on the agenda or parked, and the agenda is the same. */
static void
test_points_are_never_lost (void)
{
  const char *all[] = { "wins", "", "growth", "no-such", "team", "update", "review" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++) {
    g_autoptr (AgendaFixture) fixture =
        fixture_new (ONE_ROLE_MANAGER, (guint) g_rand_int_range (random, 10, 181));
    g_autoptr (OneAgenda) agenda = NULL;
    g_autoptr (OneAgenda) again = NULL;
    g_autofree char *one = NULL;
    g_autofree char *other = NULL;
    guint open = 0, found = 0;

    for (guint i = 0; i < 20; i++) {
      OnePoint *point = fixture_add_point (fixture, all[g_rand_int_range (random, 0, 7)],
                                           FIXTURE_FIRST - g_rand_int_range (random, 0, 50));

      point->main = g_rand_int_range (random, 0, 20) == 0;
      point->state = g_rand_boolean (random) ? ONE_STATE_OPEN : ONE_STATE_DONE;
      open += point->state == ONE_STATE_OPEN;
    }
    agenda = one_compose_agenda (&fixture->input);
    for (guint i = 0; i < agenda->items->len; i++)
      found += ((OneItem *) g_ptr_array_index (agenda->items, i))->points->len;
    g_assert_cmpuint (found + agenda->parked->len, ==, open);
    g_assert_cmpuint (agenda->items->len, >=, 3);
    g_assert_cmpuint (agenda->items->len, <=, 5);
    again = one_compose_agenda (&fixture->input);
    one = fixture_format (agenda);
    other = fixture_format (again);
    g_assert_cmpstr (one, ==, other);
  }
}

static const struct {
  const char *name;
  GTestFunc test;
} tests[] = {
  { "/compose/the-first-meeting-has-an-agenda", test_first_meeting },
  { "/compose/so-many-conversations-at-least", test_least },
  { "/compose/people-start-at-different-places", test_people_differ },
  { "/compose/what-was-shown-is-settled-when-the-meeting-begins", test_shown },
  { "/compose/core-by-neglect-and-no-padding", test_by_neglect },
  { "/compose/ties-go-to-the-least-recently-proposed", test_ties },
  { "/compose/proposed-in-vain-does-not-block-the-others", test_in_vain },
  { "/compose/review-in-order-with-ages", test_review },
  { "/compose/what-is-done-is-reported-once", test_done_is_reported_once },
  { "/compose/points-stand-under-their-category", test_points },
  { "/compose/points-wait-for-a-day-in-the-users-zone", test_point_in_the_users_zone },
  { "/compose/points-without-room-are-parked", test_parked },
  { "/compose/points-in-odd-places-are-kept", test_points_in_odd_places },
  { "/compose/points-are-never-lost", test_points_are_never_lost },
  { "/compose/the-main-subject-has-most-of-the-time", test_main },
  { "/compose/prepared-agendas-keep-their-categories", test_prepared },
  { "/compose/prepared-agendas-stay-short", test_prepared_stays_short },
  { "/compose/prepared-agendas-make-room-for-the-main-subject", test_prepared_makes_room },
  { "/compose/backup-only-when-nothing-else-is-there", test_everything_off },
  { "/compose/notes-are-gentle", test_notes },
  { "/compose/only-who-logged-is-told-that-they-met", test_notes_of_what_was_logged },
  { "/compose/whoever-never-logs-is-told-once", test_note_is_said_once },
  { "/compose/the-first-day-knows-nothing-of-the-past", test_first_day_on_old_calendars },
  { "/compose/no-note-on-old-calendars", test_no_note_on_old_calendars },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    g_test_add_data_func (lengths[i].name, &lengths[i], test_length);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].name, tests[i].test);
  return g_test_run ();
}
