/* SPDX-License-Identifier: MIT */
#include "store/people.h"

#include <string.h>

#include "tests/unit/store/store-fixture.h"
#include "store/notes.h"
#include "store/series-choices.h"
#include "store/touches.h"
#include "store/meetings.h"
#include "store/person-merge.h"
#include "store/promises.h"
#include "wire/error.h"

static void
assert_person (StoreFixture *fixture, gint64 id, const char *name, const char *addresses)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnePerson) person = one_people_get (fixture->store, id, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  joined = g_strjoinv (" ", person->addresses);
  g_assert_cmpint (person->id, ==, id);
  g_assert_cmpstr (person->name, ==, name);
  g_assert_cmpstr (joined, ==, addresses);
}

static void
test_a_person_is_made_at_first_sight_and_once (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  gint64 ada, bob;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada Lovelace");
  bob = fixture_add_person (&fixture, "bob@example.org", "");
  g_assert_cmpint (ada, !=, bob);
  g_assert_cmpint (fixture_add_person (&fixture, "ada@example.org", "Ada"), ==, ada);
  g_assert_cmpint (fixture_add_person (&fixture, " ADA@Example.ORG ", ""), ==, ada);
  assert_person (&fixture, ada, "Ada Lovelace", "ada@example.org");
  assert_person (&fixture, bob, "bob@example.org", "bob@example.org");
}

static void
test_the_calendar_fills_in_only_a_name_that_is_not_set (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 bob;

  fixture_open (&fixture);
  bob = fixture_add_person (&fixture, "bob@example.org", "");
  fixture_add_person (&fixture, "bob@example.org", "Bob Baker");
  assert_person (&fixture, bob, "Bob Baker", "bob@example.org");
  fixture_add_person (&fixture, "bob@example.org", "Robert Baker");
  assert_person (&fixture, bob, "Bob Baker", "bob@example.org");
  g_assert_true (one_people_set_name (fixture.store, bob, " Bobby ", &error));
  fixture_add_person (&fixture, "bob@example.org", "Robert Baker");
  assert_person (&fixture, bob, "Bobby", "bob@example.org");
  g_assert_false (one_people_set_name (fixture.store, bob, "  ", &error));
  fixture_assert_error (error, ONE_ERROR_INVALID, "'  ' is not a name");
}

static void
test_a_person_known_by_title_only_has_no_address (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 ada;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "name:ada", "Ada");
  g_assert_cmpint (fixture_add_person (&fixture, "name:ada", "ADA"), ==, ada);
  assert_person (&fixture, ada, "Ada", "");
  g_assert_true (one_people_set_name (fixture.store, ada, "Ada Lovelace", &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_add_person (&fixture, "name:ada", "Ada"), ==, ada);
  g_assert_cmpint (fixture_add_person (&fixture, "name:ada lovelace", "ada lovelace"), ==, ada);
  g_assert_cmpint (one_people_ensure (fixture.store, "name:", "", &error), ==, 0);
  fixture_assert_error (error, ONE_ERROR_INVALID, "a person without address and name");
  g_assert_cmpint (one_people_ensure (fixture.store, "no address", "Eve", &error), ==, 0);
  fixture_assert_error (error, ONE_ERROR_INVALID, "'no address' is not an address");
}

static void
test_seeing_people_again_writes_nothing (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  guint64 before;

  fixture_open (&fixture);
  fixture_add_person (&fixture, "ada@example.org", "Ada");
  fixture_add_person (&fixture, "bob@example.org", "");
  before = one_store_get_changes (fixture.store);
  fixture_add_person (&fixture, "ada@example.org", "Ada Byron");
  fixture_add_person (&fixture, "bob@example.org", "");
  g_assert_cmpuint (one_store_get_changes (fixture.store), ==, before);
}

typedef struct {
  const char *who;
  const char *name; /* NULL: an error with the message below */
  OneErrorCode code;
  const char *message;
} Who;

static const Who whos[] = {
  { "ada@example.org", "Ada Abbott", 0, NULL },
  { "ADA@example.org", "Ada Abbott", 0, NULL },
  { "Ada Abbott", "Ada Abbott", 0, NULL },
  { "ada abbott", "Ada Abbott", 0, NULL },
  { "ada", "Ada Abbott", 0, NULL },
  { "abb", "Ada Abbott", 0, NULL },
  { "ada a", "Ada Abbott", 0, NULL },
  { " ada ", "Ada Abbott", 0, NULL },
  { "dabb", NULL, ONE_ERROR_NOT_FOUND, "no person 'dabb'" },
  { "a", NULL, ONE_ERROR_AMBIGUOUS, "'a' could be Ada Abbott or Anna Braun" },
  { "br", NULL, ONE_ERROR_AMBIGUOUS, "'br' could be Anna Braun or Brünhilde Ös" },
  { "brü", "Brünhilde Ös", 0, NULL },
  { "BRÜNHILDE ÖS", "Brünhilde Ös", 0, NULL },
  { "ös", "Brünhilde Ös", 0, NULL },
  { "jo", "Jo", 0, NULL }, /* exact, although Joanna begins so */
  { "joa", "Joanna", 0, NULL },
  { "joannas", NULL, ONE_ERROR_NOT_FOUND, "no person 'joannas': did you mean Joanna?" },
  { "abbtot", NULL, ONE_ERROR_NOT_FOUND, "no person 'abbtot': did you mean Ada Abbott?" },
  { "brunhilde os", "Brünhilde Ös", 0, NULL }, /* without accents */
  { "bruenhilde", "Brünhilde Ös", 0, NULL },
  { "oes", "Brünhilde Ös", 0, NULL },
  { "sam1", "Sam Doe", 0, NULL }, /* before the @ */
  { "nosuch", NULL, ONE_ERROR_NOT_FOUND, "no person 'nosuch'" },
  { "ada@example.com", NULL, ONE_ERROR_NOT_FOUND, "no person 'ada@example.com'" },
  { "x@example.org", "x@example.org", 0, NULL },
  { "%", NULL, ONE_ERROR_NOT_FOUND, "no person '%'" },
  { "", NULL, ONE_ERROR_INVALID, "no name given" },
  { "  ", NULL, ONE_ERROR_INVALID, "no name given" },
  { "sam", NULL, ONE_ERROR_AMBIGUOUS,
    "'sam' could be Sam Doe <sam1@example.org> or Sam Doe <sam2@example.org>" },
  { "sam doe", NULL, ONE_ERROR_AMBIGUOUS,
    "'sam doe' could be Sam Doe <sam1@example.org> or Sam Doe <sam2@example.org>" },
  { "team", NULL, ONE_ERROR_AMBIGUOUS,
    "'team' could be Team 0, Team 1, Team 2, Team 3, Team 4, Team 5 or 2 others" },
};

static void
test_who_is_a_name_its_unique_beginning_or_an_address (void)
{
  g_auto (StoreFixture) fixture = { 0 };

  fixture_open (&fixture);
  fixture_add_person (&fixture, "ada@example.org", "Ada Abbott");
  fixture_add_person (&fixture, "anna@example.org", "Anna Braun");
  fixture_add_person (&fixture, "b@example.org", "Brünhilde Ös");
  fixture_add_person (&fixture, "jo@example.org", "Jo");
  fixture_add_person (&fixture, "joanna@example.org", "Joanna");
  fixture_add_person (&fixture, "x@example.org", "");
  fixture_add_person (&fixture, "sam1@example.org", "Sam Doe");
  fixture_add_person (&fixture, "sam2@example.org", "Sam Doe");
  for (guint i = 0; i < 8; i++) {
    g_autofree char *address = g_strdup_printf ("team%u@example.org", i);
    g_autofree char *name = g_strdup_printf ("Team %u", i);

    fixture_add_person (&fixture, address, name);
  }
  for (guint i = 0; i < G_N_ELEMENTS (whos); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (OnePerson) found = one_people_find (fixture.store, whos[i].who, &error);

    g_test_message ("'%s'", whos[i].who);
    g_assert_cmpstr (found ? found->name : NULL, ==, whos[i].name);
    if (!whos[i].name)
      fixture_assert_error (error, whos[i].code, whos[i].message);
  }
}

static void
test_people_are_listed_by_name (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = NULL;
  static const char *const names[] = { "ada", "Bob", "Zoe" };

  fixture_open (&fixture);
  fixture_add_person (&fixture, "zoe@example.org", "Zoe");
  fixture_add_person (&fixture, "bob@example.org", "Bob");
  fixture_add_person (&fixture, "ada@example.org", "ada");
  people = one_people_list (fixture.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < people->len; i++) {
    const OnePerson *person = g_ptr_array_index (people, i);

    g_assert_cmpstr (person->name, ==, names[i]);
    g_assert_cmpuint (g_strv_length (person->addresses), ==, 1);
  }
}

static void
test_a_role_is_the_default_until_it_is_set (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 ada;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  {
    g_autoptr (OnePerson) person = one_people_get (fixture.store, ada, &error);

    g_assert_false (person->role_is_set);
  }
  for (OneRole role = 0; role < ONE_N_ROLES; role++) {
    g_autoptr (OnePerson) person = NULL;

    g_assert_true (one_people_set_role (fixture.store, ada, role, &error));
    person = one_people_get (fixture.store, ada, &error);
    g_assert_true (person->role_is_set);
    g_assert_cmpint (person->role, ==, role);
  }
  g_assert_false (one_people_set_role (fixture.store, 99, ONE_ROLE_PEER, &error));
  fixture_assert_error (error, ONE_ERROR_NOT_FOUND, "no person 99");
}

static void
test_an_address_belongs_to_one_person (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 ada;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@example.org", "Ada");
  fixture_add_person (&fixture, "bob@example.org", "Bob");
  g_assert_true (one_people_add_address (fixture.store, ada, "Ada@Home.example", &error));
  g_assert_true (one_people_add_address (fixture.store, ada, "ada@home.example", &error));
  assert_person (&fixture, ada, "Ada", "ada@example.org ada@home.example");
  g_assert_cmpint (fixture_add_person (&fixture, "ada@home.example", ""), ==, ada);
  g_assert_false (one_people_add_address (fixture.store, ada, "bob@example.org", &error));
  fixture_assert_error (error, ONE_ERROR_REFUSED, "'bob@example.org' belongs to Bob");
  g_assert_false (one_people_add_address (fixture.store, ada, "bob", &error));
  fixture_assert_error (error, ONE_ERROR_INVALID, "'bob' is not an address");
  g_assert_false (one_people_add_address (fixture.store, 77, "eve@example.org", &error));
  fixture_assert_error (error, ONE_ERROR_NOT_FOUND, "no person 77");
}

static gint64
add_action (StoreFixture *fixture, gint64 person)
{
  g_autoptr (OneAction) action = one_action_new ();
  g_autoptr (GError) error = NULL;

  g_free (action->text);
  action->text = g_strdup ("send the figures");
  action->person = person;
  g_assert_true (one_promises_add_action (fixture->store, action, 0, &error));
  return action->id;
}

static gint64
add_point (StoreFixture *fixture, gint64 person)
{
  g_autoptr (OnePoint) point = one_point_new ();
  g_autoptr (GError) error = NULL;

  g_free (point->text);
  point->text = g_strdup ("ask about the move");
  point->person = person;
  g_assert_true (one_promises_add_point (fixture->store, point, &error));
  return point->id;
}

static void
test_after_a_merge_everything_hangs_on_the_first (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneHistory) history = NULL;
  g_autoptr (GPtrArray) actions = NULL, points = NULL;
  gint64 ada, old, first, second;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@new.example", "");
  old = fixture_add_person (&fixture, "ada@old.example", "Ada Lovelace");
  g_assert_true (one_people_set_role (fixture.store, old, ONE_ROLE_MENTOR, &error));
  first = fixture_add_meeting (&fixture, old, "old", 1000);
  second = fixture_add_meeting (&fixture, ada, "new", 5000);
  g_assert_true (one_touches_add (fixture.store, first, "wins", &error));
  g_assert_true (one_touches_add (fixture.store, second, "growth", &error));
  add_action (&fixture, old);
  add_point (&fixture, old);

  g_assert_true (one_person_merge (fixture.store, ada, old, &error));
  assert_person (&fixture, ada, "Ada Lovelace", "ada@new.example ada@old.example");
  history = one_touches_load_history (fixture.store, ada, 9000, &error);
  g_assert_cmpuint (history->touches->len, ==, 2);
  g_assert_cmpuint (history->past->len, ==, 2);
  actions = one_promises_list_actions (fixture.store, &(OnePromiseFilter){ .person = ada }, &error);
  points = one_promises_list_points (fixture.store, &(OnePromiseFilter){ .person = ada }, &error);
  g_assert_cmpuint (actions->len, ==, 1);
  g_assert_cmpuint (points->len, ==, 1);
  g_assert_null (one_people_get (fixture.store, old, &error));
  fixture_assert_error (error, ONE_ERROR_NOT_FOUND, "no person 2");
  g_assert_cmpint (fixture_add_person (&fixture, "ada@old.example", "Somebody"), ==, ada);
  g_assert_cmpint (fixture_add_person (&fixture, "eve@example.org", "Eve"), >, old);
}

static void
test_a_merge_keeps_what_the_first_one_has_set (void)
{
  g_auto (StoreFixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OnePerson) person = NULL;
  gint64 ada, other;

  fixture_open (&fixture);
  ada = fixture_add_person (&fixture, "ada@new.example", "Ada");
  other = fixture_add_person (&fixture, "ada@old.example", "A. Lovelace");
  g_assert_true (one_people_set_role (fixture.store, ada, ONE_ROLE_PEER, &error));
  g_assert_true (one_people_set_role (fixture.store, other, ONE_ROLE_MENTOR, &error));
  g_assert_true (one_person_merge (fixture.store, ada, other, &error));
  person = one_people_get (fixture.store, ada, &error);
  g_assert_cmpstr (person->name, ==, "Ada");
  g_assert_cmpint (person->role, ==, ONE_ROLE_PEER);
  g_assert_false (one_person_merge (fixture.store, ada, ada, &error));
  fixture_assert_error (error, ONE_ERROR_INVALID, "'Ada' cannot be merged with itself");
  g_assert_false (one_person_merge (fixture.store, ada, other, &error));
  fixture_assert_error (error, ONE_ERROR_NOT_FOUND, "no person 2");
}

typedef enum {
  NOTHING,
  ROLE,
  NAME,
  ACTION,
  DONE_ACTION,
  POINT,
  TOUCH,
  NOTE,
  SKIPPED_NOTE,
  TRACKED,
  OTHER_ADDRESS,
} Word;

static gboolean
log_meeting (StoreFixture *fixture, gint64 ada, Word word, GError **error)
{
  gint64 meeting = fixture_add_meeting (fixture, ada, "u", 1000);
  g_autoptr (OneNote) note = one_note_new (meeting, "", "text", 1);
  OneMeetingState state = word == SKIPPED_NOTE ? ONE_MEETING_SKIPPED : ONE_MEETING_HELD;

  return one_meetings_set_state (fixture->store, meeting, state, error)
         && (word == TOUCH ? one_touches_add (fixture->store, meeting, "career", error)
                           : one_notes_add (fixture->store, note, error));
}

static gboolean
say_action (StoreFixture *fixture, gint64 ada, Word word, GError **error)
{
  g_autoptr (OneAction) action = one_action_new ();
  const char *ids[] = { "a1", NULL };

  action->person = ada;
  g_free (action->text);
  action->text = g_strdup ("text");
  return one_promises_add_action (fixture->store, action, 0, error)
         && (word == ACTION
             || one_promises_set_state (fixture->store, ids, ONE_STATE_DONE, 2, error) == 1);
}

static gboolean
say_point (StoreFixture *fixture, gint64 ada, GError **error)
{
  g_autoptr (OnePoint) point = one_point_new ();

  point->person = ada;
  g_free (point->text);
  point->text = g_strdup ("text");
  return one_promises_add_point (fixture->store, point, error);
}

static gboolean
say (StoreFixture *fixture, gint64 ada, Word word, GError **error)
{
  switch (word) {
  case NOTHING:
    return TRUE;
  case ROLE:
    return one_people_set_role (fixture->store, ada, ONE_ROLE_PEER, error);
  case NAME:
    return one_people_set_name (fixture->store, ada, "Ada", error);
  case ACTION:
  case DONE_ACTION:
    return say_action (fixture, ada, word, error);
  case POINT:
    return say_point (fixture, ada, error);
  case TOUCH:
  case NOTE:
  case SKIPPED_NOTE:
    return log_meeting (fixture, ada, word, error);
  case TRACKED:
    return one_series_choices_track (fixture->store, "u", "ada@x", error)
           && one_series_choices_ignore (fixture->store, "v", error);
  case OTHER_ADDRESS:
    return one_people_add_address (fixture->store, ada, "a@x", error)
           && one_people_set_role (fixture->store, ada, ONE_ROLE_PEER, error);
  }
  g_return_val_if_reached (FALSE);
}

static void
test_whom_the_user_has_spoken_of (void)
{
  static const struct {
    Word word;
    const char *known;
  } rows[] = {
    { NOTHING, "" },
    { ROLE, "ada@x" },
    { NAME, "ada@x" },
    { ACTION, "ada@x" },
    { DONE_ACTION, "ada@x" },
    { POINT, "ada@x" },
    { TOUCH, "ada@x" },
    { NOTE, "ada@x" },
    { SKIPPED_NOTE, "" },
    { TRACKED, "ada@x" },
    { OTHER_ADDRESS, "a@x ada@x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (StoreFixture) fixture = { 0 };
    g_autoptr (GError) error = NULL;
    g_autoptr (GHashTable) known = NULL;
    g_autoptr (GList) keys = NULL;
    g_autoptr (GString) text = g_string_new (NULL);
    gint64 ada;

    fixture_open (&fixture);
    ada = fixture_add_person (&fixture, "ada@x", "Ada");
    fixture_add_meeting (&fixture, fixture_add_person (&fixture, "bob@x", "Bob"), "w", 1000);
    g_assert_true (say (&fixture, ada, rows[i].word, &error));
    known = one_people_list_known (fixture.store, &error);
    g_assert_no_error (error);
    keys = g_list_sort (g_hash_table_get_keys (known), (GCompareFunc) strcmp);
    for (const GList *key = keys; key; key = key->next)
      g_string_append_printf (text, "%s%s", text->len ? " " : "", (const char *) key->data);
    g_test_message ("word %d", (int) rows[i].word);
    g_assert_cmpstr (text->str, ==, rows[i].known);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/people/" name, function)
  ADD ("made-at-first-sight-and-once", test_a_person_is_made_at_first_sight_and_once);
  ADD ("calendar-fills-in-only-unset-name", test_the_calendar_fills_in_only_a_name_that_is_not_set);
  ADD ("known-by-title-only", test_a_person_known_by_title_only_has_no_address);
  ADD ("seen-again-writes-nothing", test_seeing_people_again_writes_nothing);
  ADD ("who", test_who_is_a_name_its_unique_beginning_or_an_address);
  ADD ("listed-by-name", test_people_are_listed_by_name);
  ADD ("role-is-default-until-set", test_a_role_is_the_default_until_it_is_set);
  ADD ("address-belongs-to-one-person", test_an_address_belongs_to_one_person);
  ADD ("merge-moves-everything", test_after_a_merge_everything_hangs_on_the_first);
  ADD ("whom-the-user-has-spoken-of", test_whom_the_user_has_spoken_of);
  ADD ("merge-keeps-what-is-set", test_a_merge_keeps_what_the_first_one_has_set);
  return g_test_run ();
}
