/* SPDX-License-Identifier: MIT */
/* Monday, nine o'clock. m1 is with Ada at ten. */
#include "engine/pages/page-sync.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/lookup.h"
#include "engine/base/troubles.h"
#include "model/base/trouble.h"
#include "store/db/transaction.h"
#include "store/db/undo.h"
#include "store/touches.h"
#include "store/meetings.h"
#include "store/promises.h"
#include "tests/unit/engine/engine-fixture.h"
#include "wire/error.h"

typedef struct {
  Fixture fixture;
  OnePageSync *sync; /* (owned) */
  OneMeeting *ada;   /* (owned) m1 */
  char *page;        /* (owned) path of its page */
  guint changed;
} Desk;

static void
changed (gpointer data)
{
  ((Desk *) data)->changed++;
  engine_go_on ();
}

static char *
make (Desk *desk, const OneMeeting *meeting)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  gboolean made = one_page_sync_make (desk->sync, meeting, &path, &error);

  g_assert_no_error (error);
  g_assert_true (made);
  return path;
}

static OneMeeting *
add_meeting (Desk *desk, const char *address, const char *name, const char *uid)
{
  StoreFixture *scratch = &desk->fixture.scratch;
  gint64 id = fixture_add_meeting (scratch, fixture_add_person (scratch, address, name), uid,
                                   MONDAY + HOUR);

  return one_lookup_meeting (&desk->fixture.base, id, NULL);
}

/* Without a page. */
static void
desk_open (Desk *desk)
{
  engine_start (&desk->fixture, "");
  desk->ada = add_meeting (desk, "ada@example.org", "Ada Lovelace", "u");
  desk->sync = one_page_sync_new (&desk->fixture.base, changed, desk);
}

static void
desk_open_page (Desk *desk)
{
  desk_open (desk);
  desk->page = make (desk, desk->ada);
}

static void
desk_clear (Desk *desk)
{
  one_page_sync_free (desk->sync);
  one_meeting_free (desk->ada);
  g_free (desk->page);
  engine_clear (&desk->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

static char *
get_text (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* As an editor saves: in one move. What it moves is no page. */
static void
save (Desk *desk, const char *text)
{
  g_autofree char *part = g_build_filename (desk->fixture.scratch.folder, "part", NULL);

  engine_write (desk->fixture.scratch.folder, "part", text);
  g_assert_cmpint (g_rename (part, desk->page), ==, 0);
}

/* The first category that is offered is ticked (unticked); its id. (transfer full) */
static char *
tick (Desk *desk, const char *before, const char *after)
{
  g_autofree char *text = get_text (desk->page);
  char *box = strstr (text, before);
  char *tag;

  g_assert_nonnull (box);
  memcpy (box, after, strlen (after));
  save (desk, text);
  tag = strstr (box, " #") + 2;
  return g_strndup (tag, strcspn (tag, "\n"));
}

#define tick_one(desk) tick (desk, "- [ ] **", "- [x] **")
#define untick_one(desk) tick (desk, "- [x] **", "- [ ] **")

static void
append (Desk *desk, const char *line)
{
  g_autofree char *text = get_text (desk->page);
  g_autofree char *longer = g_strconcat (text, line, NULL);

  save (desk, longer);
}

/* "touched wins; actions a1; closed p1; notes 1; changes 2", what is nothing left out. */
static char *
format_report (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnePageReport) report = one_page_sync_read (desk->sync, desk->ada->id, &error);
  GString *text = g_string_new (error ? error->message : NULL);

  if (!report)
    return g_string_free (text, FALSE);
  g_assert_cmpint (report->meeting->id, ==, desk->ada->id);
  g_assert_cmpstr (report->path, ==, desk->page);
  for (guint i = 0; i < report->touched->len; i++)
    g_string_append_printf (text, "touched %s; ", (char *) report->touched->pdata[i]);
  for (guint i = 0; i < report->actions->len; i++)
    g_string_append_printf (text, "actions %s; ", (char *) report->actions->pdata[i]);
  for (guint i = 0; i < report->closed->len; i++)
    g_string_append_printf (text, "closed %s; ", (char *) report->closed->pdata[i]);
  g_string_append_printf (text, "notes %u; changes %u", report->notes, report->changes);
  return g_string_free (text, FALSE);
}

#define assert_report(desk, text)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *said = format_report (desk);                                                  \
    g_assert_cmpstr (said, ==, text);                                                              \
  }                                                                                                \
  G_STMT_END

static guint
count_touches (Desk *desk)
{
  g_autoptr (GPtrArray) touches = one_touches_list (desk->fixture.base.store, desk->ada->id, NULL);

  return touches->len;
}

static void
test_made_once (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *wanted = NULL, *again = NULL, *text = NULL;

  desk_open_page (&desk);
  wanted = g_build_filename (desk.fixture.pages, "Ada Lovelace", "2026-11-23.md", NULL);
  g_assert_cmpstr (desk.page, ==, wanted);
  save (&desk, "# mine\n");
  again = make (&desk, desk.ada);
  g_assert_cmpstr (again, ==, desk.page);
  text = get_text (desk.page);
  g_assert_cmpstr (text, ==, "# mine\n");
}

/* A page that was deleted is made again where it was. */
static void
test_made_again (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *again = NULL;

  desk_open_page (&desk);
  g_assert_cmpint (g_unlink (desk.page), ==, 0);
  again = make (&desk, desk.ada);
  g_assert_cmpstr (again, ==, desk.page);
  g_assert_true (g_file_test (again, G_FILE_TEST_IS_REGULAR));
}

static void
test_two_people_of_one_name (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (OneMeeting) other = NULL;
  g_autofree char *second = NULL, *name = NULL;

  desk_open_page (&desk);
  other = add_meeting (&desk, "other@example.org", "Ada Lovelace", "v");
  second = make (&desk, other);
  name = g_path_get_basename (second);
  g_assert_cmpstr (name, ==, "2026-11-23 2.md");
}

static void
test_no_page (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GError) error = NULL;

  desk_open (&desk);
  g_assert_null (one_page_sync_read (desk.sync, 1, &error));
  fixture_assert_error (error, ONE_ERROR_NOT_FOUND, "the meeting 'm1' has no page");
  g_assert_null (one_page_sync_read (desk.sync, 2, &error));
  fixture_assert_error (error, ONE_ERROR_NOT_FOUND, "the meeting 'm2' has no page");
}

/* What oned wrote itself is no news; what the user wrote is, once. */
static void
test_what_is_read (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *category = NULL, *same = NULL, *once = NULL, *never = NULL;

  desk_open_page (&desk);
  assert_report (&desk, "notes 0; changes 0");
  g_assert_cmpuint (desk.changed, ==, 0);
  desk.fixture.now = MONDAY + HOUR;
  category = tick_one (&desk);
  once = g_strdup_printf ("touched %s; notes 0; changes 1", category);
  never = g_strdup_printf ("touched %s; notes 0; changes 0", category);
  assert_report (&desk, once);
  g_assert_cmpuint (desk.changed, ==, 1);
  g_assert_cmpuint (count_touches (&desk), ==, 1);
  assert_report (&desk, never);
  g_assert_cmpuint (desk.changed, ==, 1);
  same = untick_one (&desk);
  g_assert_cmpstr (same, ==, category);
  assert_report (&desk, "notes 0; changes 1");
  g_assert_cmpuint (count_touches (&desk), ==, 0);
  append (&desk, "\nShe moves to Turin.\n\n- [ ] @me Send the draft\n- [x] @ada Read it\n");
  assert_report (&desk, "actions a1; actions a2; notes 1; changes 3");
  assert_report (&desk, "actions a1; actions a2; notes 1; changes 0");
  g_assert_cmpuint (desk.changed, ==, 3);
}

/* What oned ticked itself, because it was closed before the page was made, is no news either. */
static void
test_what_was_closed_before (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (OneAction) action = one_action_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  desk_open (&desk);
  g_free (action->text);
  action->text = g_strdup ("Send the draft");
  action->person = desk.ada->person;
  action->state = ONE_STATE_DONE;
  action->created = action->closed = MONDAY - DAY;
  g_assert_true (one_promises_add_action (desk.fixture.base.store, action, 0, &error));
  desk.page = make (&desk, desk.ada);
  text = get_text (desk.page);
  g_assert_nonnull (strstr (text, "- [x] "));
  assert_report (&desk, "closed a1; notes 0; changes 0");
}

/* A page is one step of undo, and no more than that. */
static void
test_taken_back (void)
{
  g_auto (Desk) desk = { 0 };
  OneStore *store;
  g_autoptr (GError) error = NULL;
  g_autofree char *category = NULL, *taken = NULL, *more = NULL, *never = NULL;

  desk_open_page (&desk);
  store = desk.fixture.base.store;
  category = tick_one (&desk);
  append (&desk, "\n- [ ] @me Send the draft\n");
  g_assert_nonnull (strstr ((never = format_report (&desk)), "changes 2"));
  taken = one_undo_take_back (store, &error);
  g_assert_cmpstr (taken, ==, "page of Ada Lovelace");
  g_assert_cmpuint (count_touches (&desk), ==, 0);
  more = one_undo_take_back (store, &error);
  fixture_assert_error (error, ONE_ERROR_REFUSED, "nothing to take back");
}

/* Ahead of the meeting, notes say nothing of whether it took place. */
static void
test_whether_it_took_place (void)
{
  static const struct {
    gint64 now;
    gboolean ticked;
    OneMeetingState state;
    gboolean logged;
  } rows[] = {
    { MONDAY + HOUR - 1, FALSE, ONE_MEETING_PLANNED, FALSE },
    { MONDAY + HOUR - 1, TRUE, ONE_MEETING_PLANNED, FALSE }, /* prepared, no more */
    { MONDAY + HOUR, FALSE, ONE_MEETING_HELD, TRUE },
    { MONDAY + HOUR, TRUE, ONE_MEETING_HELD, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Desk) desk = { 0 };
    g_autoptr (OneMeeting) meeting = NULL;
    g_autofree char *report = NULL;

    desk_open_page (&desk);
    desk.fixture.now = rows[i].now;
    if (rows[i].ticked)
      g_free (tick_one (&desk));
    append (&desk, "\nShe moves to Turin.\n");
    report = format_report (&desk);
    meeting = one_meetings_get (desk.fixture.base.store, 1, NULL);
    g_assert_cmpint (meeting->state, ==, rows[i].state);
    g_assert_cmpint (meeting->logged, ==, rows[i].logged);
  }
}

/* Two pages are saved, of which one says nothing new. */
static void
test_a_save_is_heard (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *text = NULL, *category = NULL;

  desk_open_page (&desk);
  text = get_text (desk.page);
  save (&desk, text);
  one_meeting_free (desk.ada);
  desk.ada = add_meeting (&desk, "bob@example.org", "Bob", "v");
  g_free (desk.page);
  desk.page = make (&desk, desk.ada);
  desk.fixture.now = MONDAY + HOUR;
  category = tick_one (&desk);
  while (count_touches (&desk) == 0)
    engine_wait ();
  g_assert_cmpuint (desk.changed, ==, 1);
}

/* Nobody is told while oned starts: there is nobody yet who was told anything else. */
static void
test_saved_while_oned_was_away (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *category = NULL, *report = NULL;

  desk_open_page (&desk);
  one_page_sync_free (desk.sync);
  desk.fixture.now = MONDAY + HOUR;
  category = tick_one (&desk);
  desk.sync = one_page_sync_new (&desk.fixture.base, changed, &desk);
  g_assert_cmpuint (count_touches (&desk), ==, 1);
  g_assert_cmpuint (desk.changed, ==, 0);
  report = format_report (&desk);
  g_assert_nonnull (strstr (report, "changes 0"));
}

static void
live_again (Desk *desk)
{
  one_page_sync_free (desk->sync);
  desk->sync = one_page_sync_new (&desk->fixture.base, changed, desk);
}

/* It is said until it can be read; a page that was deleted is no trouble. */
static void
test_a_page_that_cannot_be_read (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *text = NULL;

  desk_open_page (&desk);
  text = get_text (desk.page);
  g_assert_cmpint (g_unlink (desk.page), ==, 0);
  for (guint i = 0; i < 2; i++) {
    g_autofree char *warned = NULL, *troubles = NULL;

    g_assert_cmpint (g_mkdir (desk.page, 0700), ==, 0);
    live_again (&desk);
    warned = engine_take_warnings ();
    g_assert_true (g_str_has_prefix (warned, desk.page));
    troubles = engine_format_troubles (&desk.fixture);
    g_assert_true (g_str_has_prefix (troubles, "2026-11-23.md:0 +0 "));
    g_assert_nonnull (strstr (troubles, "is no file"));
    g_assert_cmpint (g_rmdir (desk.page), ==, 0);
    if (i == 0)
      save (&desk, text);
    live_again (&desk);
    engine_assert_troubles (&desk.fixture, "");
    g_unlink (desk.page);
  }
}

static char *
format_left (Desk *desk)
{
  g_autoptr (OnePageReport) report = one_page_sync_read (desk->sync, desk->ada->id, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->left->len; i++) {
    const OneTrouble *left = report->left->pdata[i];

    g_assert_cmpstr (left->source, ==, desk->page);
    g_string_append_printf (text, "%s%u: %s", i ? "; " : "", left->line, left->what);
  }
  return g_string_free (text, FALSE);
}

static void
act (Desk *desk, const char *text)
{
  OneStore *store = desk->fixture.base.store;
  g_autoptr (GError) error = NULL;
  g_autoptr (OneTransaction) all = one_transaction_new (store, &error);
  g_autoptr (OneAction) action = one_action_new ();

  g_free (action->text);
  action->text = g_strdup (text);
  action->person = desk->ada->person;
  g_assert_true (one_undo_begin (store, "action", MONDAY, &error));
  g_assert_true (one_promises_add_action (store, action, 0, &error));
  g_assert_true (one_transaction_commit (all, &error));
}

/* A line with a tag is oned's own, also when it means nothing any more. */
static void
test_undone_lines (void)
{
  g_auto (Desk) desk = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *taken = NULL, *left = NULL;

  desk_open (&desk);
  act (&desk, "Send the draft");
  desk.page = make (&desk, desk.ada);
  taken = one_undo_take_back (desk.fixture.base.store, &error);
  g_assert_no_error (error);
  append (&desk, "\n");
  assert_report (&desk, "notes 0; changes 0");
  left = format_left (&desk);
  g_assert_nonnull (strstr (left, ": there is no '#a1' with this person: the line is left"));
  engine_assert_troubles (&desk.fixture, "");
}

/* Said as a trouble and by the answer, after each start, until the page is shorter. */
static void
test_over_a_limit (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *text = NULL;

  desk_open_page (&desk);
  text = get_text (desk.page);
  for (guint i = 0; i <= 200; i++)
    append (&desk, "- [ ] @me X\n");
  for (guint i = 0; i < 2; i++) {
    g_autofree char *left = format_left (&desk), *troubles = NULL, *warned = NULL;

    troubles = engine_format_troubles (&desk.fixture);
    warned = engine_take_warnings ();
    g_assert_nonnull (strstr (left, ": more than 200 promises"));
    g_assert_true (g_str_has_prefix (troubles, "2026-11-23.md:"));
    g_assert_nonnull (strstr (troubles, "more than 200 promises"));
    live_again (&desk);
    g_free (engine_take_warnings ());
  }
  save (&desk, text);
  live_again (&desk);
  engine_assert_troubles (&desk.fixture, "");
}

/* No path is given of a page that would not be read. */
static void
test_a_page_that_is_none (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *outside = NULL;

  desk_open_page (&desk);
  outside = g_build_filename (desk.fixture.scratch.folder, "outside", NULL);
  engine_write (desk.fixture.scratch.folder, "outside", "mine\n");
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL;

    g_assert_cmpint (g_unlink (desk.page), ==, 0);
    g_assert_cmpint (i ? mkfifo (desk.page, 0600) : symlink (outside, desk.page), ==, 0);
    g_assert_false (one_page_sync_make (desk.sync, desk.ada, &path, &error));
    g_assert_nonnull (strstr (error->message, i ? "it is no file" : "it is a link out of"));
    g_assert_null (path);
  }
}

/* Asked for, what is wrong is the answer, and no trouble. */
static void
test_a_page_that_was_deleted (void)
{
  g_auto (Desk) desk = { 0 };
  g_autofree char *said = NULL;

  desk_open_page (&desk);
  g_assert_cmpint (g_unlink (desk.page), ==, 0);
  said = format_report (&desk);
  g_assert_true (g_str_has_prefix (said, "cannot open the page"));
  engine_assert_troubles (&desk.fixture, "");
}

int
main (int argc, char **argv)
{
  engine_begin (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/page-sync/" name, function)
  ADD ("made-once", test_made_once);
  ADD ("made-again", test_made_again);
  ADD ("one-name", test_two_people_of_one_name);
  ADD ("no-page", test_no_page);
  ADD ("read", test_what_is_read);
  ADD ("closed-before", test_what_was_closed_before);
  ADD ("taken-back", test_taken_back);
  ADD ("took-place", test_whether_it_took_place);
  ADD ("heard", test_a_save_is_heard);
  ADD ("while-away", test_saved_while_oned_was_away);
  ADD ("cannot-be-read", test_a_page_that_cannot_be_read);
  ADD ("undone-lines", test_undone_lines);
  ADD ("over-a-limit", test_over_a_limit);
  ADD ("no-page-to-make", test_a_page_that_is_none);
  ADD ("deleted", test_a_page_that_was_deleted);
  return g_test_run ();
}
