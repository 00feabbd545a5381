/* SPDX-License-Identifier: MIT */
#include "store/sent.h"

#include "store/meetings.h"
#include "tests/unit/store/store-fixture.h"
#include "wire/error.h"

#define START 10000

typedef struct {
  StoreFixture fixture;
  gint64 meeting; /* from START to START + 1800 */
} Place;

static void
place_init (Place *place)
{
  fixture_open (&place->fixture);
  place->meeting = fixture_add_meeting (
      &place->fixture, fixture_add_person (&place->fixture, "ada@example.org", ""), "u", START);
}

static void
place_clear (Place *place)
{
  fixture_clear (&place->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static OneSent *
place_add (Place *place, OneStage stage, gint64 start)
{
  g_autoptr (GError) error = NULL;
  OneSent *sent = one_sent_new (place->meeting, stage);

  sent->start = start;
  sent->at = 9000;
  g_assert_true (one_sent_add (place->fixture.store, sent, &error));
  g_assert_cmpint (sent->id, >, 0);
  return sent;
}

static void
place_set (Place *place, OneSent *sent, OneSentState state, const char *server)
{
  g_autoptr (GError) error = NULL;

  sent->state = state;
  g_free (sent->server);
  sent->server = g_strdup (server);
  g_assert_true (one_sent_update (place->fixture.store, sent, &error));
}

static guint
count_listed (Place *place, gint64 since)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = one_sent_list (place->fixture.store, since, &error);

  g_assert_no_error (error);
  return list->len;
}

static void
test_each_stage_has_one_row_and_a_moved_start_another (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSent) prep = NULL, start = NULL, moved = NULL;
  g_autoptr (OneSent) again = NULL;

  place_init (&place);
  prep = place_add (&place, ONE_STAGE_PREP, START);
  start = place_add (&place, ONE_STAGE_START, START);
  moved = place_add (&place, ONE_STAGE_PREP, START + 3600);
  g_assert_cmpuint (count_listed (&place, 0), ==, 3);
  again = one_sent_new (place.meeting, ONE_STAGE_PREP);
  again->start = START;
  g_assert_false (one_sent_add (place.fixture.store, again, &error));
  fixture_assert_error (error, ONE_ERROR_REFUSED, "the prep reminder of 'm1' is there already");
}

static void
test_each_lead_of_a_prep_has_a_row (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSent) near = NULL;

  place_init (&place);
  near = place_add (&place, ONE_STAGE_PREP, START);
  for (gint64 lead = 1800; lead <= 86400; lead += 84600) {
    g_autoptr (OneSent) ahead = one_sent_new (place.meeting, ONE_STAGE_PREP);
    g_autoptr (OneSent) got = NULL;

    ahead->start = START;
    ahead->lead = lead;
    g_assert_true (one_sent_add (place.fixture.store, ahead, &error));
    got = one_sent_find (place.fixture.store, ahead->id, &error);
    g_assert_cmpint (got->lead, ==, lead);
    g_assert_false (one_sent_add (place.fixture.store, ahead, &error));
    fixture_assert_error (error, ONE_ERROR_REFUSED, "the prep reminder of 'm1' is there already");
    g_clear_error (&error);
  }
  g_assert_cmpuint (count_listed (&place, 0), ==, 3);
}

static void
test_a_row_keeps_every_state (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSent) sent = NULL;

  place_init (&place);
  sent = place_add (&place, ONE_STAGE_NUDGE, START);
  sent->notification_id = G_MAXUINT32;
  sent->fingerprint = G_MAXUINT32 - 1;
  sent->until = 9500;
  for (OneSentState state = 0; state < ONE_N_SENT_STATES; state++) {
    g_autoptr (OneSent) got = NULL;

    sent->at++;
    place_set (&place, sent, state, ":1.7");
    got = one_sent_find (place.fixture.store, sent->id, &error);
    g_assert_cmpint (got->state, ==, state);
    g_assert_cmpint (got->at, ==, sent->at);
    g_assert_cmpint (got->until, ==, 9500);
    g_assert_cmpint (got->start, ==, START);
    g_assert_cmpint (got->stage, ==, ONE_STAGE_NUDGE);
    g_assert_cmpint (got->meeting, ==, place.meeting);
    g_assert_cmpstr (got->server, ==, ":1.7");
    g_assert_cmpuint (got->notification_id, ==, G_MAXUINT32);
    g_assert_cmpuint (got->fingerprint, ==, G_MAXUINT32 - 1);
  }
}

static void
test_an_unknown_row (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSent) sent = one_sent_new (1, ONE_STAGE_PREP);

  place_init (&place);
  sent->id = 12;
  g_assert_false (one_sent_update (place.fixture.store, sent, &error));
  fixture_assert_error (error, ONE_ERROR_NOT_FOUND, "no reminder 12");
  g_assert_null (one_sent_find (place.fixture.store, 12, &error));
  g_assert_no_error (error);
}

static void
test_lists_what_is_recent_or_still_alive (void)
{
  static const gboolean alive[ONE_N_SENT_STATES] = {
    [ONE_SENT_INTENT] = TRUE,
    [ONE_SENT_SHOWN] = TRUE,
    [ONE_SENT_SNOOZED] = TRUE,
  };
  g_auto (Place) place = { 0 };
  g_autoptr (OneSent) sent = NULL;

  place_init (&place);
  sent = place_add (&place, ONE_STAGE_PREP, START);
  for (OneSentState state = 0; state < ONE_N_SENT_STATES; state++) {
    place_set (&place, sent, state, "");
    g_assert_cmpuint (count_listed (&place, START + 1800), ==, 1);
    g_assert_cmpuint (count_listed (&place, START + 1801), ==, alive[state] ? 1 : 0);
  }
}

/* The meeting begins at START and takes 1800; the row was written at 9000. */
static void
test_current_rows_and_their_meetings (void)
{
  static const struct {
    OneSentState state;
    gint64 start; /* of the row */
    gint64 from, to;
    guint rows, meetings;
  } rows[] = {
    { ONE_SENT_EXPIRED, START, 9500, START + 1, 1, 1 },
    { ONE_SENT_EXPIRED, 9600, 9500, START + 1, 1, 1 },
    { ONE_SENT_EXPIRED, 9600, 9500, START, 0, 0 }, /* begins too late */
    { ONE_SENT_SHOWN, 9600, 9500, START, 1, 1 },
    { ONE_SENT_EXPIRED, 9600, 8999, START, 1, 1 }, /* written since */
    { ONE_SENT_EXPIRED, 9600, 9000, START, 0, 0 },
    { ONE_SENT_EXPIRED, START, 9500, START, 1, 1 }, /* announces a later start */
    { ONE_SENT_EXPIRED, START - 1, 9500, START, 0, 0 },
    { ONE_SENT_EXPIRED, START, START + 1799, START + 9000, 1, 1 },
    { ONE_SENT_EXPIRED, START, START + 1800, START + 9000, 0, 0 }, /* over */
    { ONE_SENT_SHOWN, START, START + 1800, START + 9000, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Place) place = { 0 };
    g_autoptr (GError) error = NULL;
    g_autoptr (OneSent) sent = NULL;
    g_autoptr (GPtrArray) list = NULL, meetings = NULL;

    place_init (&place);
    sent = place_add (&place, ONE_STAGE_PREP, rows[i].start);
    place_set (&place, sent, rows[i].state, "");
    list = one_sent_list_current (place.fixture.store, rows[i].from, rows[i].to, &error);
    g_assert_no_error (error);
    meetings = one_meetings_list_current (place.fixture.store, rows[i].from, rows[i].to, &error);
    g_assert_no_error (error);
    g_test_message ("row %u", i);
    g_assert_cmpuint (list->len, ==, rows[i].rows);
    g_assert_cmpuint (meetings->len, ==, rows[i].meetings);
  }
}

/* One that is open brings the others of its meeting along. */
static void
test_current_are_all_rows_of_a_meeting (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSent) old = NULL, open = NULL;
  g_autoptr (GPtrArray) list = NULL;

  place_init (&place);
  old = place_add (&place, ONE_STAGE_PREP, START - 7200);
  open = place_add (&place, ONE_STAGE_START, START - 3600);
  place_set (&place, old, ONE_SENT_EXPIRED, "");
  place_set (&place, open, ONE_SENT_SHOWN, "");
  list = one_sent_list_current (place.fixture.store, 9500, START, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((OneSent *) list->pdata[0])->id, ==, old->id);
}

static void
test_dismissed_stays_dismissed_over_a_restart (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSent) sent = NULL, got = NULL;

  place_init (&place);
  sent = place_add (&place, ONE_STAGE_PREP, START);
  place_set (&place, sent, ONE_SENT_DISMISSED, ":1.7");
  fixture_close (&place.fixture);
  fixture_open (&place.fixture);
  got = one_sent_find (place.fixture.store, sent->id, &error);
  g_assert_cmpint (got->state, ==, ONE_SENT_DISMISSED);
}

static void
test_only_long_past_rows_are_pruned (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneSent) sent = NULL, next = NULL;
  OneStore *store;

  place_init (&place);
  store = place.fixture.store;
  sent = place_add (&place, ONE_STAGE_PREP, START);
  g_assert_cmpint (one_sent_prune (store, START + 1801, 0, &error), ==, 0); /* it is to be shown */
  place_set (&place, sent, ONE_SENT_EXPIRED, ":1.7");
  g_assert_cmpint (one_sent_prune (store, START + 1800, 0, &error), ==, 0);
  g_assert_cmpint (one_sent_prune (store, START + 1801, 1, &error), ==, 0); /* it is the newest */
  g_assert_cmpint (one_sent_prune (store, START + 1801, 0, &error), ==, 1);
  g_assert_cmpuint (count_listed (&place, 0), ==, 0);
  next = place_add (&place, ONE_STAGE_START, START);
  g_assert_cmpint (next->id, >, sent->id);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/sent/" name, function)
  ADD ("second-stage-is-not-swallowed", test_each_stage_has_one_row_and_a_moved_start_another);
  ADD ("each-lead-has-a-row", test_each_lead_of_a_prep_has_a_row);
  ADD ("keeps-every-state", test_a_row_keeps_every_state);
  ADD ("unknown", test_an_unknown_row);
  ADD ("lists-recent-or-alive", test_lists_what_is_recent_or_still_alive);
  ADD ("current-rows-and-their-meetings", test_current_rows_and_their_meetings);
  ADD ("current-are-all-rows-of-a-meeting", test_current_are_all_rows_of_a_meeting);
  ADD ("dismissed-stays-dismissed", test_dismissed_stays_dismissed_over_a_restart);
  ADD ("pruned-when-long-past", test_only_long_past_rows_are_pruned);
  return g_test_run ();
}
