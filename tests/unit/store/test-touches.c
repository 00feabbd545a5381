/* SPDX-License-Identifier: MIT */
#include "store/touches.h"

#include "tests/unit/store/store-fixture.h"
#include "store/meetings.h"
#include "store/notes.h"
#include "wire/error.h"

typedef struct {
  StoreFixture fixture;
  gint64 ada, bob;
  gint64 first, second, third; /* Ada's, at 1000, 2000, 3000 */
} Place;

static void
place_init (Place *place)
{
  fixture_open (&place->fixture);
  place->ada = fixture_add_person (&place->fixture, "ada@example.org", "Ada");
  place->bob = fixture_add_person (&place->fixture, "bob@example.org", "Bob");
  place->third = fixture_add_meeting (&place->fixture, place->ada, "u", 3000);
  place->first = fixture_add_meeting (&place->fixture, place->ada, "u", 1000);
  place->second = fixture_add_meeting (&place->fixture, place->ada, "u", 2000);
}

static void
place_clear (Place *place)
{
  fixture_clear (&place->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static char *
format_touches (const GPtrArray *touches)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < touches->len; i++) {
    const OneTouch *touch = g_ptr_array_index (touches, i);

    g_string_append_printf (text, "%s%s@%d", i ? " " : "", touch->category, (int) touch->at);
  }
  return g_string_free (text, FALSE);
}

static void
assert_touches (Place *place, gint64 meeting, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) touches = one_touches_list (place->fixture.store, meeting, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = format_touches (touches);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_touches_are_added_once_and_replaced (void)
{
  static const char *const two[] = { "update", "growth", NULL };
  static const char *const none[] = { NULL };
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  OneStore *store;

  place_init (&place);
  store = place.fixture.store;
  g_assert_true (one_touches_add (store, place.first, "wins", &error));
  g_assert_true (one_touches_add (store, place.first, "growth", &error));
  g_assert_true (one_touches_add (store, place.first, "wins", &error));
  assert_touches (&place, place.first, "wins@1000 growth@1000");
  g_assert_true (one_touches_set (store, place.first, two, &error));
  assert_touches (&place, place.first, "update@1000 growth@1000");
  g_assert_true (one_touches_set (store, place.first, none, &error));
  assert_touches (&place, place.first, "");
}

static void
test_a_touch_needs_a_meeting (void)
{
  static const char *const one[] = { "wins", NULL };
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;

  place_init (&place);
  g_assert_true (one_touches_set (place.fixture.store, place.first, one, &error));
  g_assert_false (one_touches_set (place.fixture.store, 99, one, &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
  assert_touches (&place, place.first, "wins@1000");
}

static OneProposal *
proposal_new (guint place, const char *category, const char *prompts)
{
  g_auto (GStrv) list = g_strsplit (prompts, ",", -1);

  return one_proposal_new (category, (const char *const *) list, 0, 0, place);
}

static GPtrArray *
proposals_new (void)
{
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) one_proposal_free);

  g_ptr_array_add (proposals, proposal_new (0, "update", ""));
  g_ptr_array_add (proposals, proposal_new (1, "growth", "next-role,skills"));
  return proposals;
}

static void
test_proposals_are_kept_with_their_prompts (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = proposals_new ();
  g_autoptr (GPtrArray) got = NULL;
  const OneProposal *second;
  guint64 before;

  place_init (&place);
  g_assert_true (one_touches_set_proposals (place.fixture.store, place.second, proposals, &error));
  before = one_store_get_changes (place.fixture.store);
  g_assert_true (one_touches_set_proposals (place.fixture.store, place.second, proposals, &error));
  g_assert_cmpuint (one_store_get_changes (place.fixture.store), ==, before);
  got = one_touches_list_proposals (place.fixture.store, place.second, &error);
  g_assert_cmpuint (got->len, ==, 2);
  second = g_ptr_array_index (got, 1);
  g_assert_cmpstr (second->category, ==, "growth");
  g_assert_cmpuint (g_strv_length (second->prompts), ==, 2);
  g_assert_cmpstr (second->prompts[1], ==, "skills");
  g_assert_cmpint (second->at, ==, 2000);
  g_assert_cmpint (second->meeting, ==, place.second);
  g_assert_cmpuint (second->place, ==, 1);
  g_assert_cmpuint (g_strv_length (((OneProposal *) got->pdata[0])->prompts), ==, 0);
}

static void
test_proposals_are_replaced_as_a_whole (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = proposals_new ();
  g_autoptr (GPtrArray) got = NULL;

  place_init (&place);
  g_assert_true (one_touches_set_proposals (place.fixture.store, place.first, proposals, &error));
  g_ptr_array_set_size (proposals, 1);
  g_assert_true (one_touches_set_proposals (place.fixture.store, place.first, proposals, &error));
  got = one_touches_list_proposals (place.fixture.store, place.first, &error);
  g_assert_cmpuint (got->len, ==, 1);
}

static void
test_history_is_one_persons_and_ends_before_its_instant (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneHistory) history = NULL;
  g_autoptr (GPtrArray) proposals = proposals_new ();
  g_autofree char *touches = NULL;
  gint64 bobs;
  OneStore *store;

  place_init (&place);
  store = place.fixture.store;
  bobs = fixture_add_meeting (&place.fixture, place.bob, "v", 1500);
  g_assert_true (one_touches_add (store, place.third, "wins", &error));
  g_assert_true (one_touches_add (store, place.second, "wins", &error));
  g_assert_true (one_touches_add (store, place.first, "growth", &error));
  g_assert_true (one_touches_add (store, bobs, "update", &error));
  g_assert_true (one_touches_set_proposals (store, place.second, proposals, &error));
  g_assert_true (one_meetings_set_state (store, place.first, ONE_MEETING_HELD, &error));
  g_assert_true (one_meetings_set_logged (store, place.first, TRUE, &error));

  history = one_touches_load_history (store, place.ada, 3000, &error);
  g_assert_no_error (error);
  touches = format_touches (history->touches);
  g_assert_cmpstr (touches, ==, "growth@1000 wins@2000");
  g_assert_cmpuint (history->proposals->len, ==, 2);
  g_assert_cmpuint (history->past->len, ==, 2);
  g_assert_cmpint (g_array_index (history->past, OnePast, 0).state, ==, ONE_MEETING_HELD);
  g_assert_true (g_array_index (history->past, OnePast, 0).logged);
  g_assert_true (g_array_index (history->past, OnePast, 0).noted);
  g_assert_cmpint (g_array_index (history->past, OnePast, 1).state, ==, ONE_MEETING_PLANNED);
  g_assert_cmpint (g_array_index (history->past, OnePast, 1).start, ==, 2000);
  g_assert_false (g_array_index (history->past, OnePast, 1).logged);
}

/* A draft is told from what was settled, and found by everybody else's day. */
static void
test_drafts_and_other_people (void)
{
  static const struct {
    gint64 from, until;
    guint found;
  } rows[] = { { 2000, 2001, 2 }, { 2001, 9000, 0 }, { 0, 2000, 0 }, { 0, 9000, 2 } };
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposals = proposals_new ();
  g_autoptr (GPtrArray) got = NULL;
  g_autoptr (GPtrArray) own = NULL;
  OneStore *store;

  place_init (&place);
  store = place.fixture.store;
  ((OneProposal *) g_ptr_array_index (proposals, 1))->draft = TRUE;
  g_assert_true (one_touches_set_proposals (store, place.second, proposals, &error));
  got = one_touches_list_proposals (store, place.second, &error);
  g_assert_false (((OneProposal *) g_ptr_array_index (got, 0))->draft);
  g_assert_true (((OneProposal *) g_ptr_array_index (got, 1))->draft);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) others =
        one_touches_list_others (store, place.bob, rows[i].from, rows[i].until, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (others->len, ==, rows[i].found);
  }
  own = one_touches_list_others (store, place.ada, 0, 9000, &error);
  g_assert_cmpuint (own->len, ==, 0);
}

static void
test_history_knows_nothing_of_meetings_that_went_away_unheld (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneHistory) history = NULL;

  place_init (&place);
  g_assert_true (one_meetings_set_gone (place.fixture.store, place.second, &error));
  history = one_touches_load_history (place.fixture.store, place.ada, 9000, &error);
  g_assert_cmpuint (history->past->len, ==, 2);
  g_assert_cmpint (g_array_index (history->past, OnePast, 1).meeting, ==, place.third);
}

static void
add_note (Place *place, gint64 meeting, const char *category, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneNote) note = one_note_new (meeting, category, text, 77);

  g_assert_true (one_notes_add (place->fixture.store, note, &error));
  g_assert_cmpint (note->id, >, 0);
}

static void
assert_notes (GPtrArray *notes, const char *wanted)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++) {
    const OneNote *note = g_ptr_array_index (notes, i);

    g_assert_cmpint (note->created, ==, 77);
    g_string_append_printf (text, "%d %s: %s;", (int) note->start, note->category, note->text);
  }
  g_assert_cmpstr (text->str, ==, wanted);
  g_string_free (text, TRUE);
  g_ptr_array_unref (notes);
}

static void
test_notes_are_listed_by_meeting_and_by_person (void)
{
  g_auto (Place) place = { 0 };
  gint64 bobs;
  OneStore *store;

  place_init (&place);
  store = place.fixture.store;
  bobs = fixture_add_meeting (&place.fixture, place.bob, "v", 1500);
  add_note (&place, place.second, "", "line one\nline 'two'");
  add_note (&place, place.first, "growth", "wants to lead");
  add_note (&place, place.second, "wins", "shipped");
  add_note (&place, bobs, "", "moved house");
  assert_notes (one_notes_list (store, place.second, NULL),
                "2000 : line one\nline 'two';2000 wins: shipped;");
  assert_notes (one_notes_list_person (store, place.ada, NULL),
                "1000 growth: wants to lead;2000 : line one\nline 'two';2000 wins: shipped;");
  assert_notes (one_notes_list_person (store, 0, NULL),
                "1000 growth: wants to lead;1500 : moved house;"
                "2000 : line one\nline 'two';2000 wins: shipped;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/history/" name, function)
  ADD ("drafts-and-other-people", test_drafts_and_other_people);
  ADD ("touches-once-and-replaced", test_touches_are_added_once_and_replaced);
  ADD ("touch-needs-a-meeting", test_a_touch_needs_a_meeting);
  ADD ("proposals-with-prompts", test_proposals_are_kept_with_their_prompts);
  ADD ("proposals-replaced", test_proposals_are_replaced_as_a_whole);
  ADD ("one-person-before-an-instant", test_history_is_one_persons_and_ends_before_its_instant);
  ADD ("gone-and-unheld-is-no-past", test_history_knows_nothing_of_meetings_that_went_away_unheld);
  ADD ("notes", test_notes_are_listed_by_meeting_and_by_person);
  return g_test_run ();
}
