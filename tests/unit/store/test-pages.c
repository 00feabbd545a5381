/* SPDX-License-Identifier: MIT */
#include "store/pages.h"

#include "store/meetings.h"
#include "store/notes.h"
#include "store/promises.h"
#include "store/db/transaction.h"
#include "store/db/undo.h"
#include "tests/unit/store/store-fixture.h"
#include "wire/error.h"

typedef struct {
  StoreFixture fixture;
  OneStore *store; /* (borrowed) */
  gint64 ada, meeting;
} Place;

static void
place_init (Place *place)
{
  fixture_init (&place->fixture);
  fixture_open (&place->fixture);
  place->store = place->fixture.store;
  place->ada = fixture_add_person (&place->fixture, "ada@example.org", "Ada");
  place->meeting = fixture_add_meeting (&place->fixture, place->ada, "u", 1000);
}

static void
place_clear (Place *place)
{
  fixture_clear (&place->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static OnePageFile *
get_file (Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = one_pages_list (place->store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 1);
  return g_ptr_array_steal_index (files, 0);
}

static void
test_lines_come_back_as_they_were (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = one_page_line_list_new ();
  g_autoptr (GPtrArray) back = NULL;
  OneStamp stamp = { G_MAXUINT32, 17, -5, G_MAXINT64 - 1 };
  OnePageLine *action = one_page_line_new (ONE_PAGE_ACTION, "them", "Send the draft");
  g_autoptr (OnePageFile) fresh = NULL;
  g_autoptr (OnePageFile) seen = NULL;

  place_init (&place);
  g_date_set_dmy (&action->due, 27, G_DATE_NOVEMBER, 2026);
  action->state = ONE_STATE_DONE;
  action->row = 12;
  action->gone = TRUE;
  g_ptr_array_add (lines, one_page_line_new (ONE_PAGE_CATEGORY, "wins", ""));
  g_ptr_array_add (lines, action);
  g_ptr_array_add (lines, one_page_line_new (ONE_PAGE_NOTE, "", "one\n\ntwo"));
  g_assert_true (one_pages_set (place.store, place.meeting, "/pages/a.md", &error));
  fresh = get_file (&place);
  g_assert_false (fresh->is_seen);
  g_assert_true (one_pages_set_lines (place.store, place.meeting, lines, &stamp, &error));
  g_assert_true (one_pages_set_lines (place.store, place.meeting, lines, &stamp, &error));
  seen = get_file (&place);
  g_assert_true (seen->is_seen);
  g_assert_cmpstr (seen->path, ==, "/pages/a.md");
  g_assert_cmpmem (&seen->stamp, sizeof stamp, &stamp, sizeof stamp);
  back = one_pages_list_lines (place.store, place.meeting, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->len, ==, 3);
  for (guint i = 0; i < back->len; i++) {
    const OnePageLine *one = g_ptr_array_index (lines, i);
    const OnePageLine *two = g_ptr_array_index (back, i);

    g_assert_cmpint (one->kind, ==, two->kind);
    g_assert_cmpstr (one->key, ==, two->key);
    g_assert_cmpstr (one->text, ==, two->text);
    g_assert_cmpint (one->state, ==, two->state);
    g_assert_cmpint (one->row, ==, two->row);
    g_assert_cmpint (one->gone, ==, two->gone);
    g_assert_cmpint (g_date_valid (&one->due), ==, g_date_valid (&two->due));
  }
  g_assert_cmpint (g_date_compare (&action->due, &((OnePageLine *) back->pdata[1])->due), ==, 0);
}

static void
test_a_path_is_one_meetings (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OnePageFile) file = NULL;
  OneStamp stamp = { 1, 2, 3, 4 };
  g_autoptr (GPtrArray) none = one_page_line_list_new ();
  gint64 other;

  place_init (&place);
  other = fixture_add_meeting (&place.fixture, place.ada, "v", 2000);
  g_assert_true (one_pages_set (place.store, place.meeting, "/pages/a.md", &error));
  g_assert_true (one_pages_set_lines (place.store, place.meeting, none, &stamp, &error));
  g_assert_false (one_pages_set (place.store, other, "/pages/a.md", &error));
  g_assert_error (error, ONE_ERROR, ONE_ERROR_FAILED);
  g_clear_error (&error);
  /* The same again leaves it read; another one is not read yet. */
  g_assert_true (one_pages_set (place.store, place.meeting, "/pages/a.md", &error));
  file = get_file (&place);
  g_assert_true (file->is_seen);
  g_clear_pointer (&file, one_page_file_free);
  g_assert_true (one_pages_set (place.store, place.meeting, "/pages/b.md", &error));
  file = get_file (&place);
  g_assert_false (file->is_seen);
  g_assert_cmpstr (file->path, ==, "/pages/b.md");
}

/* A note and an action get another text from the page, and have the old one again after undo; the
 * page is remembered as it is. */
static void
test_what_a_page_changed_is_taken_back (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneNote) note = NULL;
  g_autoptr (OneAction) action = one_action_new ();
  g_autoptr (OneAction) back = NULL;
  g_autoptr (OneTransaction) all = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) none = one_page_line_list_new ();
  g_autofree char *what = NULL;
  gboolean found = FALSE;

  place_init (&place);
  note = one_note_new (place.meeting, "wins", "before", 5);
  action->person = place.ada;
  g_free (action->text);
  action->text = g_strdup ("before");
  g_assert_true (one_notes_add (place.store, note, &error));
  g_assert_true (one_promises_add_action (place.store, action, place.meeting, &error));
  all = one_transaction_new (place.store, &error);
  g_assert_true (one_undo_begin (place.store, "page", 6, &error));
  g_assert_true (one_notes_set_text (place.store, note->id, "after", &found, &error));
  g_assert_true (found);
  g_assert_true (one_notes_set_text (place.store, note->id, "", &found, &error));
  g_assert_true (found);
  g_assert_true (one_notes_set_text (place.store, note->id, "lost", &found, &error));
  g_assert_false (found);
  g_free (action->text);
  action->text = g_strdup ("after");
  action->owner = ONE_OWNER_THEM;
  g_date_set_dmy (&action->due, 1, G_DATE_MAY, 2027);
  g_assert_true (one_promises_set_action (place.store, action, &error));
  g_assert_true (one_pages_set (place.store, place.meeting, "/pages/a.md", &error));
  g_assert_true (one_pages_set_lines (place.store, place.meeting, none, NULL, &error));
  g_assert_true (one_transaction_commit (all, &error));
  g_clear_pointer (&all, one_transaction_free);
  back = one_promises_get_action (place.store, action->id, &error);
  g_assert_cmpstr (back->text, ==, "after");
  g_assert_cmpint (back->owner, ==, ONE_OWNER_THEM);
  g_assert_true (g_date_valid (&back->due));
  g_clear_pointer (&back, one_action_free);

  what = one_undo_take_back (place.store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "page");
  back = one_promises_get_action (place.store, action->id, &error);
  g_assert_cmpstr (back->text, ==, "before");
  g_assert_false (g_date_valid (&back->due));
  notes = one_notes_list (place.store, place.meeting, &error);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpstr (((OneNote *) notes->pdata[0])->text, ==, "before");
  one_page_file_free (get_file (&place));
}

/* A meeting of the user's own is taken back with its page. */
static void
test_a_meeting_takes_its_page_along (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (OneMeeting) own = one_meeting_new ();
  g_autoptr (OneTransaction) all = NULL;
  g_autoptr (GPtrArray) lines = one_page_line_list_new ();
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *what = NULL;

  place_init (&place);
  own->person = place.ada;
  own->start = 3000;
  own->end = 4000;
  all = one_transaction_new (place.store, &error);
  g_assert_true (one_undo_begin (place.store, "log", 6, &error));
  g_assert_true (one_meetings_add (place.store, own, &error));
  g_assert_true (one_transaction_commit (all, &error));
  g_clear_pointer (&all, one_transaction_free);
  g_ptr_array_add (lines, one_page_line_new (ONE_PAGE_CATEGORY, "wins", ""));
  g_assert_true (one_pages_set (place.store, own->id, "/pages/c.md", &error));
  g_assert_true (one_pages_set_lines (place.store, own->id, lines, NULL, &error));
  what = one_undo_take_back (place.store, &error);
  g_assert_no_error (error);
  files = one_pages_list (place.store, &error);
  g_assert_cmpuint (files->len, ==, 0);
}

#define ADD(name, function) g_test_add_func ("/pages/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lines-come-back-as-they-were", test_lines_come_back_as_they_were);
  ADD ("a-path-is-one-meetings", test_a_path_is_one_meetings);
  ADD ("what-a-page-changed-is-taken-back", test_what_a_page_changed_is_taken_back);
  ADD ("a-meeting-takes-its-page-along", test_a_meeting_takes_its_page_along);
  return g_test_run ();
}
