/* SPDX-License-Identifier: MIT */
#include "store/search.h"

#include <string.h>

#include "store/person-merge.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/db/query.h"
#include "store/db/transaction.h"
#include "store/db/undo.h"
#include "tests/unit/store/store-fixture.h"
#include "wire/error.h"

typedef struct {
  StoreFixture fixture;
  OneStore *store; /* (borrowed) */
  gint64 ada, bob, meeting;
} Place;

static void
place_clear (Place *place)
{
  fixture_clear (&place->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static void
add_note (Place *place, const char *category, const char *text, gint64 at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneNote) note = one_note_new (place->meeting, category, text, at);

  g_assert_true (one_notes_add (place->store, note, &error));
}

static void
add_point (Place *place, gint64 person, const char *text, gint64 at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnePoint) point = one_point_new ();

  g_free (point->text);
  point->text = g_strdup (text);
  point->person = person;
  point->created = at;
  g_assert_true (one_promises_add_point (place->store, point, &error));
}

static void
add_action (Place *place, gint64 meeting, const char *text, gint64 at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OneAction) action = one_action_new ();

  g_free (action->text);
  action->text = g_strdup (text);
  action->person = place->bob;
  action->created = at;
  g_assert_true (one_promises_add_action (place->store, action, meeting, &error));
}

static void
place_init (Place *place)
{
  fixture_open (&place->fixture);
  place->store = place->fixture.store;
  place->ada = fixture_add_person (&place->fixture, "ada@example.org", "Ada");
  place->bob = fixture_add_person (&place->fixture, "bob@example.org", "Bob");
  place->meeting = fixture_add_meeting (&place->fixture, place->ada, "u", 1000);
  add_note (place, "growth", "She wants to lead the over-due migration, not follow it.", 5000);
  add_point (place, place->bob, "Ask about the café in Łódź", 2000);
  add_action (place, place->meeting, "Send Bob's 50% review (draft*)", 3000);
  add_action (place, 0, "migration plan", 4000);
}

/* "n1 p1 a2": what was found, in that order. */
static char *
found (Place *place, const char *words)
{
  static const char letters[] = { 'n', 'p', 'a' };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = one_search_list (place->store, words, 100, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++) {
    const OneHit *hit = g_ptr_array_index (hits, i);

    g_string_append_printf (text, "%s%c%d", i ? " " : "", letters[hit->kind], (int) hit->id);
  }
  return g_string_free (text, FALSE);
}

static void
assert_found (Place *place, const char *words, const char *wanted)
{
  g_autofree char *text = found (place, words);

  g_test_message ("%s", words);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_words_find_what_begins_with_them (void)
{
  static const struct {
    const char *words, *wanted;
  } rows[] = {
    { "migration", "a2 n1" },   { "MIGRA", "a2 n1" }, { "migration lead", "n1" },
    { "lead migration", "n1" }, { "igration", "" },   { "overdue", "" },
    { "over-due", "n1" },       { "over due", "n1" }, { "cafe", "p1" },
    { "CAFÉ", "p1" },           { "łódź", "p1" },     { "bob", "a1" },
    { "bob's", "a1" },          { "50%", "a1" },      { "draft*", "a1" },
    { "nothing like it", "" },
  };
  g_auto (Place) place = { 0 };

  place_init (&place);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_found (&place, rows[i].words, rows[i].wanted);
}

static void
test_a_hit_says_where_it_is_from (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  const OneHit *hit;

  place_init (&place);
  hits = one_search_list (place.store, "follow", 10, &error);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpint (hit->kind, ==, ONE_HIT_NOTE);
  g_assert_cmpint (hit->person, ==, place.ada);
  g_assert_cmpint (hit->meeting, ==, place.meeting);
  g_assert_cmpint (hit->at, ==, 1000);
  g_assert_cmpstr (hit->category, ==, "growth");
  g_assert_cmpstr (hit->text, ==, "She wants to lead the over-due migration, not follow it.");
  g_ptr_array_unref (hits);
  hits = one_search_list (place.store, "draft", 10, &error);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpint (hit->kind, ==, ONE_HIT_ACTION);
  g_assert_cmpint (hit->person, ==, place.bob);
  g_assert_cmpint (hit->meeting, ==, place.meeting);
  g_assert_cmpint (hit->at, ==, 3000);
  g_assert_cmpint (hit->state, ==, ONE_STATE_OPEN);
}

/* Every sign of FTS5's query language, in every place: words stay words. */
static void
test_no_sign_is_a_syntax_error (void)
{
  static const char *const signs[] = { "\"",
                                       "'",
                                       "*",
                                       "^",
                                       "+",
                                       "-",
                                       "(",
                                       ")",
                                       "{",
                                       "}",
                                       ":",
                                       ",",
                                       "\\",
                                       "\n",
                                       "%",
                                       ";",
                                       "--",
                                       "/*",
                                       "[",
                                       "]",
                                       "?1",
                                       "@x",
                                       "$",
                                       "\"\"",
                                       "NEAR(",
                                       " AND ",
                                       " OR ",
                                       " NOT ",
                                       "text:",
                                       "-text:",
                                       "\xe2\x80\x9d",
                                       "💥" };
  g_auto (Place) place = { 0 };

  place_init (&place);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (guint j = 0; j < G_N_ELEMENTS (signs); j++) {
      g_autofree char *words = g_strconcat (signs[i], "lead", signs[j], "follow", signs[i], NULL);
      g_autofree char *text = found (&place, words);

      g_assert_true (g_str_equal (text, "n1") || g_str_equal (text, ""));
    }
}

static void
test_without_words_it_is_invalid (void)
{
  static const char *const words[] = { "", " ", "\"", "*", "--", "\n", "💥", "\xff" };
  g_auto (Place) place = { 0 };

  place_init (&place);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (one_search_list (place.store, words[i], 10, &error));
    g_assert_error (error, ONE_ERROR, ONE_ERROR_INVALID);
  }
}

static void
test_the_number_is_bounded_and_long_words_too (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *many = NULL;
  GString *text = g_string_new (NULL);

  place_init (&place);
  for (int i = 0; i < 30; i++)
    add_note (&place, "", "the same", i);
  hits = one_search_list (place.store, "same", 7, &error);
  g_assert_cmpuint (hits->len, ==, 7);
  for (int i = 0; i < 5000; i++)
    g_string_append (text, "same ");
  many = g_string_free (text, FALSE);
  assert_found (&place, "same 1", "");
  g_ptr_array_unref (hits);
  hits = one_search_list (place.store, many, 100, &error);
  g_assert_cmpuint (hits->len, ==, 30);
}

static void
test_what_is_taken_back_is_not_found_and_closed_is (void)
{
  static const char *const ids[] = { "a2", NULL };
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;

  place_init (&place);
  {
    g_autoptr (OneTransaction) all = one_transaction_new (place.store, &error);

    g_assert_true (one_undo_begin (place.store, "note", 1, &error));
    add_note (&place, "", "zebra", 1);
    g_assert_true (one_transaction_commit (all, &error));
  }
  assert_found (&place, "zebra", "n2");
  what = one_undo_take_back (place.store, &error);
  g_assert_nonnull (what);
  assert_found (&place, "zebra", "");
  g_assert_cmpint (one_promises_set_state (place.store, ids, ONE_STATE_DONE, 9, &error), ==, 1);
  assert_found (&place, "plan", "a2");
  g_assert_true (one_person_merge (place.store, place.ada, place.bob, &error));
  assert_found (&place, "plan", "a2");
}

/* What an older oned had written is found too. */
static void
test_what_was_there_before_the_index_is_found (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;

  place_init (&place);
  for (guint i = 0; i < 3; i++) {
    static const char *const tables[] = { "note", "point", "action" };
    static const char *const ends[] = { "insert", "update", "delete" };

    for (guint j = 0; j < 3; j++) {
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER %s_stale_%s", tables[i], ends[j]);

      g_assert_true (one_query_exec (place.store, sql, &error));
    }
  }
  g_assert_true (
      one_query_exec (place.store,
                      "DROP TABLE words; DROP TABLE stale; DROP TABLE page_line; DROP TABLE page;"
                      " ALTER TABLE proposal DROP COLUMN draft;"
                      " ALTER TABLE meeting DROP COLUMN changed; DROP TABLE morning;"
                      " DROP INDEX action_due; DROP TABLE asking; DROP INDEX point_ask;"
                      " PRAGMA user_version = 2",
                      &error));
  fixture_close (&place.fixture);
  fixture_open (&place.fixture);
  place.store = place.fixture.store;
  assert_found (&place, "migration", "a2 n1");
  assert_found (&place, "cafe", "p1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/search/" name, function)
  ADD ("beginnings-of-words", test_words_find_what_begins_with_them);
  ADD ("where-it-is-from", test_a_hit_says_where_it_is_from);
  ADD ("no-syntax-error", test_no_sign_is_a_syntax_error);
  ADD ("without-words", test_without_words_it_is_invalid);
  ADD ("bounded", test_the_number_is_bounded_and_long_words_too);
  ADD ("taken-back-and-closed", test_what_is_taken_back_is_not_found_and_closed_is);
  ADD ("from-before-the-index", test_what_was_there_before_the_index_is_found);
  return g_test_run ();
}
