/* SPDX-License-Identifier: MIT */
/* The notification server is the test. Meeting m1 is with Ada and lasts from ten to half past ten:
 * its prep comes at half past nine, its start two minutes before ten. Times are minutes after nine.
 */
#include "engine/reminders/reminders.h"
#include "model/base/busy.h"

#include <string.h>

#include "engine/base/lookup.h"
#include "engine/base/storage.h"
#include "engine/base/troubles.h"
#include "store/db/query.h"
#include "store/meetings.h"
#include "store/sent.h"
#include "tests/unit/engine/fake-notify.h"
#include "tests/unit/engine/engine-fixture.h"
#include "wire/error.h"

#define PREP 30
#define START 58
#define BEGIN 60
#define END 90

/* Known again before the server is asked, which may let wait. */
#define ADOPTED "recall 1 on 7; adopt 1 on 7"

typedef struct {
  Fixture fixture;
  OneReminders *reminders; /* (owned) */
  gint64 ada;
  const char *no_page; /* why no page can be made; NULL: it can */
  const char *no_log;  /* why nothing can be logged; NULL: it can */
  GString *said;       /* (owned) "page m1 ", "skipped m1 ", "all of m1 " */
} Bench;

/* As engine/cycle.c does it. */
static void
run (Bench *bench)
{
  OneBase *base = &bench->fixture.base;
  gint64 now = bench->fixture.now;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (GPtrArray) sent = NULL;
  g_autoptr (OnePlan) plan = NULL;

  meetings = one_meetings_list_current (base->store, now - DAY, now + WEEK, &error);
  g_assert_no_error (error);
  sent = one_sent_list (base->store, now - DAY, &error);
  g_assert_no_error (error);
  plan = one_plan_new (meetings, sent, base->settings, MONDAY - DAY, now);
  one_reminders_carry_out (bench->reminders, plan, now);
}

static void
changed (gpointer data)
{
  run (data);
}

static gboolean
make_page (const OneMeeting *meeting, char **path, GError **error, gpointer data)
{
  Bench *bench = data;

  g_string_append_printf (bench->said, "page m%" G_GINT64_FORMAT " ", meeting->id);
  if (bench->no_page) {
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_FAILED, bench->no_page);
    return FALSE;
  }
  *path = g_strdup_printf ("/p/m%" G_GINT64_FORMAT ".md", meeting->id);
  return TRUE;
}

static void
log_meeting (const OneMeeting *meeting, gboolean took_place, GError **error, gpointer data)
{
  g_string_append_printf (((Bench *) data)->said, "%s m%" G_GINT64_FORMAT " ",
                          took_place ? "all of" : "skipped", meeting->id);
  if (took_place && ((Bench *) data)->no_log)
    g_set_error_literal (error, ONE_ERROR, ONE_ERROR_FAILED, ((Bench *) data)->no_log);
}

static OneMeeting *
find_accepted (const OneMeeting *meeting, gpointer data)
{
  return NULL;
}

static void
keep_promise (gint64 action, GError **error, gpointer data)
{
  g_string_append_printf (((Bench *) data)->said, "kept a%" G_GINT64_FORMAT " ", action);
}

static GArray *
list_accepted (gint64 from, gint64 to, gpointer data)
{
  return g_array_new (FALSE, FALSE, sizeof (OneBusy));
}

static void
close_point (gint64 point, GError **error, gpointer data)
{
  g_string_append_printf (((Bench *) data)->said, "asked p%" G_GINT64_FORMAT " ", point);
}

static const OneRemindersCalls reminders_calls = {
  changed, make_page, log_meeting, find_accepted, list_accepted, keep_promise, close_point,
};

static void
bench_start (Bench *bench)
{
  bench->reminders = one_reminders_new (&bench->fixture.base, &reminders_calls, bench);
  one_reminders_start (bench->reminders);
}

static void
bench_open (Bench *bench, const char *lines)
{
  engine_start (&bench->fixture, lines);
  bench->said = g_string_new (NULL);
  bench->ada = fixture_add_person (&bench->fixture.scratch, "ada@example.org", "Ada");
  fixture_add_meeting (&bench->fixture.scratch, bench->ada, "u", MONDAY + BEGIN * MINUTE);
  bench_start (bench);
}

static void
bench_clear (Bench *bench)
{
  one_reminders_free (bench->reminders);
  fake_notify_assert_called ("");
  fake_notify_set_hook (NULL, NULL);
  g_string_free (bench->said, TRUE);
  engine_clear (&bench->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bench, bench_clear)

static void
go (Bench *bench, gint64 minutes)
{
  bench->fixture.now = MONDAY + minutes * MINUTE;
  run (bench);
}

/* "m1 prep shown 7; m1 start snoozed+40": with the server's number, and until when, by id. */
static char *
format_rows (Bench *bench)
{
  g_autoptr (GPtrArray) list = one_sent_list (bench->fixture.base.store, 0, NULL);
  static const char *const states[ONE_N_SENT_STATES] = {
    "intent", "shown", "snoozed", "acted", "dismissed", "expired", "superseded",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++) {
    const OneSent *row = list->pdata[i];

    g_string_append_printf (text, "%sm%" G_GINT64_FORMAT " %s %s", i ? "; " : "", row->meeting,
                            one_words_format_stage (row->stage), states[row->state]);
    if (row->state == ONE_SENT_SHOWN)
      g_string_append_printf (text, " %u", row->notification_id);
    if (row->until > 0)
      g_string_append_printf (text, "+%" G_GINT64_FORMAT, (row->until - MONDAY) / MINUTE);
  }
  return g_string_free (text, FALSE);
}

#define assert_rows(bench, text)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found = format_rows (bench);                                                  \
    g_assert_cmpstr (found, ==, text);                                                             \
  }                                                                                                \
  G_STMT_END

#define assert_said(bench, text)                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpstr ((bench)->said->str, ==, text);                                                \
    g_string_truncate ((bench)->said, 0);                                                          \
  }                                                                                                \
  G_STMT_END

/* The prep of m1 is on the screen as the server's number 7. */
static void
open_shown (Bench *bench)
{
  bench_open (bench, "");
  go (bench, PREP);
  fake_notify_shown (1, 7);
  fake_notify_assert_called ("show 1 prep");
  assert_rows (bench, "m1 prep shown 7");
  assert_said (bench, "page m1 ");
}

static void
set_calendar (Bench *bench, gint64 id, gint64 minutes, OneMeetingState state, const char *join)
{
  OneStore *store = bench->fixture.base.store;
  g_autoptr (GError) error = NULL;
  g_autoptr (OneMeeting) meeting = one_meetings_get (store, id, &error);

  g_assert_no_error (error);
  meeting->start = MONDAY + minutes * MINUTE;
  meeting->end = meeting->start + 30 * MINUTE;
  meeting->state = state;
  g_free (meeting->join);
  meeting->join = g_strdup (join);
  g_assert_true (one_meetings_upsert (store, meeting, &error));
  g_assert_no_error (error);
}

static void
showing (gint64 sent, gpointer data)
{
  assert_rows ((Bench *) data, "m1 prep intent");
}

static void
test_an_intent_before_the_call_and_shown_after_the_answer (void)
{
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, "");
  fake_notify_set_hook (showing, &bench);
  go (&bench, PREP - 1);
  fake_notify_assert_called ("");
  assert_rows (&bench, "");
  g_assert_true (one_reminders_is_idle (bench.reminders));
  go (&bench, PREP);
  fake_notify_assert_called ("show 1 prep");
  assert_rows (&bench, "m1 prep intent");
  g_assert_false (one_reminders_is_idle (bench.reminders));
  fake_notify_shown (1, 7);
  assert_rows (&bench, "m1 prep shown 7");
  g_assert_true (one_reminders_is_idle (bench.reminders));
  fake_notify_assert_called ("");
}

static void
test_what_waits_is_not_sent_twice (void)
{
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, "");
  go (&bench, PREP);
  fake_notify_assert_called ("show 1 prep");
  go (&bench, PREP);
  go (&bench, PREP + 10);
  fake_notify_assert_called ("");
  fake_notify_shown (1, 7);
  go (&bench, PREP + 10);
  fake_notify_assert_called ("");
}

/* A server that refused is asked again after a minute, or when the clock was set. */
static void
test_a_server_that_refuses (void)
{
  static const struct {
    gint64 after; /* seconds after it refused */
    gboolean forget;
    const char *calls;
  } rows[] = {
    { 0, FALSE, "" },
    { 59, FALSE, "" },
    { 60, FALSE, "show 1 prep" },
    { 1, TRUE, "show 1 prep" },
    { -1, FALSE, "show 1 prep" }, /* a minute ahead it is only because the clock was set back */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };

    bench_open (&bench, "");
    go (&bench, PREP + 10);
    fake_notify_failed (1, "too many", FALSE);
    fake_notify_assert_called ("show 1 prep");
    engine_assert_warned ("too many\n");
    engine_assert_troubles (&bench.fixture, "notifications +2400 too many\n");
    g_assert_cmpint (one_reminders_get_retry (bench.reminders), ==, bench.fixture.now + 60);
    if (rows[i].forget)
      one_reminders_forget_retry (bench.reminders);
    bench.fixture.now += rows[i].after;
    run (&bench);
    fake_notify_assert_called (rows[i].calls);
    if (*rows[i].calls)
      fake_notify_shown (1, 7);
    engine_assert_troubles (&bench.fixture, *rows[i].calls ? "" : "notifications +2400 too many\n");
  }
}

/* The agenda and its page are there in time all the same. */
static void
test_no_server (void)
{
  g_auto (Bench) bench = { 0 };
  g_autofree char *warned = NULL;

  bench_open (&bench, "");
  go (&bench, PREP);
  fake_notify_failed (1, "nobody", TRUE);
  warned = engine_take_warnings ();
  fake_notify_assert_called ("show 1 prep");
  g_assert_cmpstr (one_troubles_find (&bench.fixture.base, ONE_SUBJECT_NOTIFICATIONS), ==,
                   "there is no notification server: reminders wait for one");
  g_assert_cmpint (one_reminders_get_retry (bench.reminders), ==, 0);
  assert_said (&bench, "page m1 page m1 ");
  go (&bench, PREP + 20);
  fake_notify_assert_called ("");
  fake_notify_server_changed (TRUE, FALSE);
  fake_notify_assert_called ("show 1 prep");
  fake_notify_shown (1, 7);
  engine_assert_troubles (&bench.fixture, "");
}

static void
test_a_server_that_holds_back (void)
{
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, "");
  fake_notify_server_changed (TRUE, TRUE);
  go (&bench, PREP);
  fake_notify_assert_called ("");
  fake_notify_server_changed (TRUE, FALSE);
  fake_notify_assert_called ("show 1 prep");
}

static void
test_how_it_goes_off_the_screen (void)
{
  static const struct {
    OneClosed reason;
    gint64 at;
    const char *rows;
    const char *calls; /* it comes again, or does not */
  } rows[] = {
    { ONE_CLOSED_DISMISSED, PREP + 1, "m1 prep dismissed", "" },
    { ONE_CLOSED_EXPIRED, PREP + 1, "m1 prep expired", "" },
    { ONE_CLOSED_UNDEFINED, PREP + 1, "m1 prep expired", "" },
    { ONE_CLOSED_BY_US, PREP + 1, "m1 prep superseded", "" },
    { ONE_CLOSED_LOST, PREP + 1, "m1 prep intent", "show 1 prep" },
    { ONE_CLOSED_LOST, END, "m1 prep superseded; m1 nudge intent", "show 2 nudge" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };

    open_shown (&bench);
    bench.fixture.now = MONDAY + rows[i].at * MINUTE;
    fake_notify_closed (1, rows[i].reason);
    fake_notify_assert_called (rows[i].calls);
    assert_rows (&bench, rows[i].rows);
    run (&bench);
    fake_notify_assert_called ("");
  }
}

static void
test_buttons (void)
{
  static const struct {
    const char *join;
    OneButton button;
    const char *calls;
    const char *said;
    const char *rows;
  } rows[] = {
    { "", ONE_BUTTON_AGENDA, "open /p/m1.md token", "page m1 ", "m1 prep acted" },
    { "", ONE_BUTTON_LOG, "open /p/m1.md token", "page m1 ", "m1 prep acted" },
    { "https://meet.example.org/a", ONE_BUTTON_JOIN, "open https://meet.example.org/a token", "",
      "m1 prep acted" },
    { "", ONE_BUTTON_SKIPPED, "", "skipped m1 ", "m1 prep acted" },
    { "", ONE_BUTTON_PLANNED, "", "all of m1 ", "m1 prep acted" },
    { "", ONE_BUTTON_SNOOZE, "", "", "m1 prep snoozed+40" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };

    bench_open (&bench, "");
    set_calendar (&bench, 1, BEGIN, ONE_MEETING_PLANNED, rows[i].join);
    go (&bench, PREP);
    fake_notify_shown (1, 7);
    fake_notify_assert_called ("show 1 prep");
    assert_said (&bench, "page m1 ");
    fake_notify_pressed (1, rows[i].button);
    fake_notify_assert_called (rows[i].calls);
    assert_said (&bench, rows[i].said);
    assert_rows (&bench, rows[i].rows);
    engine_assert_troubles (&bench.fixture, "");
  }
}

static void
test_buttons_that_fail (void)
{
  g_auto (Bench) bench = { 0 };

  open_shown (&bench);
  fake_notify_pressed (1, ONE_BUTTON_JOIN);
  engine_assert_troubles (&bench.fixture, "answer +1800 the meeting has no link any more\n");
  engine_assert_warned ("the meeting has no link any more\n");
  go (&bench, START);
  fake_notify_shown (2, 8);
  fake_notify_assert_called ("show 2 start");
  bench.no_page = "no room";
  fake_notify_pressed (2, ONE_BUTTON_AGENDA);
  engine_assert_warned ("no room\n");
  fake_notify_assert_called ("");
  g_assert_cmpstr (one_troubles_find (&bench.fixture.base, ONE_SUBJECT_ANSWER), ==, "no room");
  bench.no_page = NULL;
  fake_notify_set_launch ("no opener");
  go (&bench, END);
  fake_notify_shown (3, 9);
  fake_notify_pressed (3, ONE_BUTTON_LOG);
  fake_notify_set_launch ("");
  fake_notify_assert_called ("show 3 nudge; open /p/m1.md token");
  engine_assert_warned ("no opener\n");
  engine_assert_troubles (&bench.fixture, "launch +5400 no opener\n");
}

/* What cannot be logged is a trouble. */
static void
test_as_planned_that_fails (void)
{
  g_auto (Bench) bench = { 0 };

  open_shown (&bench);
  bench.no_log = "nothing was on the agenda";
  fake_notify_pressed (1, ONE_BUTTON_PLANNED);
  engine_assert_warned ("nothing was on the agenda\n");
  engine_assert_troubles (&bench.fixture, "answer +1800 nothing was on the agenda\n");
}

/* Without its page a reminder is still a reminder. */
static void
test_no_page (void)
{
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, "");
  bench.no_page = "no room";
  go (&bench, PREP);
  fake_notify_assert_called ("show 1 prep");
  g_assert_cmpstr (one_troubles_find (&bench.fixture.base, ONE_SUBJECT_PAGES), ==, "no room");
  fake_notify_shown (1, 7);
  bench.no_page = NULL;
  go (&bench, START);
  fake_notify_assert_called ("show 2 start on 7");
  engine_assert_troubles (&bench.fixture, "");
  g_free (engine_take_warnings ());
}

/* Never past the start: what has begun cannot be put off, a question can. */
static void
test_snoozed (void)
{
  static const struct {
    gint64 pressed;
    gint64 sent;
    const char *rows;
    gint64 again; /* 0: never */
    const char *calls;
  } rows[] = {
    { PREP, 1, "m1 prep snoozed+40", PREP + 10, "show 1 prep" },
    { BEGIN - 1, 1, "m1 prep snoozed+60", 0, "" },
    { BEGIN, 1, "m1 prep acted", 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };

    bench_open (&bench, "[reminders]\nstart = off\nnudge = off\n");
    go (&bench, PREP);
    fake_notify_shown (1, 7);
    fake_notify_assert_called ("show 1 prep");
    bench.fixture.now = MONDAY + rows[i].pressed * MINUTE;
    fake_notify_pressed (rows[i].sent, ONE_BUTTON_SNOOZE);
    assert_rows (&bench, rows[i].rows);
    if (rows[i].again == 0)
      continue;
    bench.fixture.now = MONDAY + rows[i].again * MINUTE - 1;
    run (&bench);
    fake_notify_assert_called ("");
    go (&bench, rows[i].again);
    fake_notify_assert_called (rows[i].calls);
    fake_notify_shown (1, 8);
    assert_rows (&bench, "m1 prep shown 8");
  }
}

static void
test_a_question_can_be_put_off (void)
{
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, "");
  go (&bench, END);
  fake_notify_shown (1, 7);
  fake_notify_pressed (1, ONE_BUTTON_SNOOZE);
  fake_notify_assert_called ("show 1 nudge");
  assert_rows (&bench, "m1 nudge snoozed+100");
}

/* It was put off while the server let wait: what comes of that call is taken off. */
static void
test_put_off_before_it_is_shown (void)
{
  g_auto (Bench) bench = { 0 };
  g_autoptr (OneMeeting) meeting = NULL;
  gint64 until;

  bench_open (&bench, "");
  go (&bench, PREP);
  fake_notify_assert_called ("show 1 prep");
  meeting = one_lookup_meeting (&bench.fixture.base, 1, NULL);
  g_assert_true (one_reminders_snooze (bench.reminders, meeting, 10 * MINUTE, &until, NULL));
  assert_rows (&bench, "m1 prep snoozed+40");
  fake_notify_shown (1, 7);
  fake_notify_assert_called ("close 1");
  assert_rows (&bench, "m1 prep snoozed+40");
  go (&bench, PREP + 10);
  fake_notify_assert_called ("show 1 prep");
}

/* `onectl snooze`: what is on the screen goes; ahead of its time it has nothing to put off. */
static void
test_snoozed_by_command (void)
{
  static const struct {
    gint64 now;
    gint64 minutes;
    gint64 until; /* 0: refused */
    const char *message;
    const char *rows;
  } rows[] = {
    { 0, 30, 30, NULL, "m1 prep snoozed+30" },
    { 0, 29, 0, "the first reminder of the meeting with Ada comes later than that anyway", "" },
    { 0, 600, 60, NULL, "m1 prep snoozed+60" },
    { BEGIN - 1, 10, 60, NULL, "m1 prep snoozed+60" },
    { BEGIN, 10, 0, "the meeting with Ada has begun: there is nothing left to snooze", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };
    g_autoptr (OneMeeting) meeting = NULL;
    g_autoptr (GError) error = NULL;
    gint64 until = -1;
    gboolean done;

    bench_open (&bench, "");
    bench.fixture.now = MONDAY + rows[i].now * MINUTE;
    meeting = one_lookup_meeting (&bench.fixture.base, 1, NULL);
    done =
        one_reminders_snooze (bench.reminders, meeting, rows[i].minutes * MINUTE, &until, &error);
    g_assert_cmpint (done, ==, rows[i].until > 0);
    if (done)
      g_assert_cmpint (until, ==, MONDAY + rows[i].until * MINUTE);
    else
      fixture_assert_error (error, ONE_ERROR_REFUSED, rows[i].message);
    assert_rows (&bench, rows[i].rows);
  }
}

static void
test_snoozed_by_command_while_it_is_on_the_screen (void)
{
  g_auto (Bench) bench = { 0 };
  g_autoptr (OneMeeting) meeting = NULL;
  gint64 until;

  open_shown (&bench);
  meeting = one_lookup_meeting (&bench.fixture.base, 1, NULL);
  g_assert_true (one_reminders_snooze (bench.reminders, meeting, MINUTE, &until, NULL));
  fake_notify_assert_called ("close 1");
  assert_rows (&bench, "m1 prep snoozed+31");
  go (&bench, PREP + 1);
  fake_notify_assert_called ("show 1 prep");
}

/* At the same time as m1. */
static void
add_meeting_with (Bench *bench, const char *address, const char *name)
{
  gint64 person = fixture_add_person (&bench->fixture.scratch, address, name);

  fixture_add_meeting (&bench->fixture.scratch, person, address, MONDAY + BEGIN * MINUTE);
}

/* m1 and m2 begin at once: one notification speaks of both, by the row of the first. */
static void
open_two (Bench *bench)
{
  bench_open (bench, "");
  add_meeting_with (bench, "bob@example.org", "Bob");
  go (bench, PREP);
  fake_notify_assert_called ("show 1 prep");
  assert_rows (bench, "m1 prep intent; m2 prep intent");
  fake_notify_shown (1, 7);
  assert_rows (bench, "m1 prep shown 7; m2 prep shown 7");
  assert_said (bench, "page m1 page m2 ");
  fake_notify_assert_called ("");
}

static void
test_two_in_one_notification (void)
{
  static const struct {
    int button; /* -1: dismissed */
    const char *calls;
    const char *rows;
  } rows[] = {
    { -1, "", "m1 prep dismissed; m2 prep dismissed" },
    { ONE_BUTTON_AGENDA, "open /p/m1.md token; open /p/m2.md", "m1 prep acted; m2 prep acted" },
    { ONE_BUTTON_PLANNED, "", "m1 prep acted; m2 prep acted" },
    { ONE_BUTTON_SNOOZE, "", "m1 prep snoozed+40; m2 prep snoozed+40" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };

    open_two (&bench);
    if (rows[i].button < 0)
      fake_notify_closed (1, ONE_CLOSED_DISMISSED);
    else
      fake_notify_pressed (1, (OneButton) rows[i].button);
    fake_notify_assert_called (rows[i].calls);
    assert_rows (&bench, rows[i].rows);
  }
}

/* Half of a group that waits is not sent alone either. */
static void
test_two_that_are_refused_come_again_together (void)
{
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, "");
  fixture_add_meeting (&bench.fixture.scratch, bench.ada, "v", MONDAY + BEGIN * MINUTE);
  go (&bench, PREP);
  fake_notify_assert_called ("show 1 prep");
  run (&bench);
  fake_notify_assert_called ("");
  fake_notify_failed (1, "too many", FALSE);
  engine_assert_warned ("too many\n");
  go (&bench, PREP + 1);
  fake_notify_assert_called ("show 1 prep");
  fake_notify_shown (1, 8);
  assert_rows (&bench, "m1 prep shown 8; m2 prep shown 8");
}

/* The other one is shown again without it, in the same place. */
static void
test_one_of_two_is_called_off (void)
{
  g_auto (Bench) bench = { 0 };

  open_two (&bench);
  set_calendar (&bench, 2, BEGIN, ONE_MEETING_CANCELLED, "");
  run (&bench);
  fake_notify_assert_called ("show -2 prep; adopt 1 on 7");
  fake_notify_shown (-2, 8);
  fake_notify_shown (1, 7);
  assert_rows (&bench, "m1 prep shown 7; m2 prep superseded");
  run (&bench);
  fake_notify_assert_called ("");
  fake_notify_closed (1, ONE_CLOSED_DISMISSED);
  assert_rows (&bench, "m1 prep dismissed; m2 prep superseded");
}

/* The notification is known by the first of its rows, whichever ended last. */
static void
test_both_of_two_are_gone (void)
{
  g_auto (Bench) bench = { 0 };

  open_two (&bench);
  g_assert_true (one_meetings_set_gone (bench.fixture.base.store, 1, NULL));
  g_assert_true (one_meetings_set_gone (bench.fixture.base.store, 2, NULL));
  run (&bench);
  fake_notify_assert_called ("close 2; close 1");
  assert_rows (&bench, "m1 prep superseded; m2 prep superseded");
}

/* What goes off the screen goes first: behind a call that hangs it would be lost with oned. */
static void
test_closed_before_another_is_shown (void)
{
  g_auto (Bench) bench = { 0 };

  open_two (&bench);
  g_assert_true (one_meetings_set_gone (bench.fixture.base.store, 1, NULL));
  g_assert_true (one_meetings_set_gone (bench.fixture.base.store, 2, NULL));
  add_meeting_with (&bench, "cy@example.org", "Cy");
  run (&bench);
  fake_notify_assert_called ("close 2; close 1; show 3 prep");
  assert_rows (&bench, "m1 prep superseded; m2 prep superseded; m3 prep intent");
}

/* It says that it is on the screen until the server can have heard that it is not. */
static void
test_closing_waits_for_an_answer (void)
{
  g_auto (Bench) bench = { 0 };

  open_shown (&bench);
  add_meeting_with (&bench, "bob@example.org", "Bob");
  run (&bench);
  fake_notify_assert_called ("show 2 prep");
  g_assert_true (one_meetings_set_gone (bench.fixture.base.store, 1, NULL));
  run (&bench);
  fake_notify_assert_called ("");
  assert_rows (&bench, "m1 prep shown 7; m2 prep intent");
  fake_notify_shown (2, 8);
  fake_notify_assert_called ("close 1");
  assert_rows (&bench, "m1 prep superseded; m2 prep shown 8");
}

static void
test_a_moved_meeting_takes_the_place (void)
{
  g_auto (Bench) bench = { 0 };

  open_shown (&bench);
  set_calendar (&bench, 1, BEGIN - 15, ONE_MEETING_PLANNED, "");
  run (&bench);
  fake_notify_assert_called ("show 2 prep on 7");
  assert_rows (&bench, "m1 prep shown 7; m1 prep intent");
  fake_notify_shown (2, 7);
  assert_rows (&bench, "m1 prep superseded; m1 prep shown 7");
}

static void
test_called_off_while_it_is_on_the_screen (void)
{
  g_auto (Bench) bench = { 0 };

  open_shown (&bench);
  set_calendar (&bench, 1, BEGIN, ONE_MEETING_CANCELLED, "");
  run (&bench);
  fake_notify_assert_called ("show -1 prep on 7");
  assert_rows (&bench, "m1 prep superseded");
  fake_notify_shown (-1, 7);
  assert_rows (&bench, "m1 prep superseded");
}

/* When the meeting would be over, it is no news any more. */
static void
test_called_off_is_news_until_the_end (void)
{
  g_auto (Bench) bench = { 0 };

  open_shown (&bench);
  g_assert_cmpint (one_reminders_get_stale (bench.reminders), ==, 0);
  set_calendar (&bench, 1, BEGIN, ONE_MEETING_CANCELLED, "");
  run (&bench);
  fake_notify_assert_called ("show -1 prep on 7");
  fake_notify_shown (-1, 7);
  g_assert_cmpint (one_reminders_get_stale (bench.reminders), ==, MONDAY + END * 60);
  go (&bench, END - 1);
  fake_notify_assert_called ("");
  go (&bench, END);
  fake_notify_assert_called ("close -1");
  g_assert_cmpint (one_reminders_get_stale (bench.reminders), ==, 0);
  go (&bench, END + 1);
  fake_notify_assert_called ("");
}

static void
test_gone_while_it_is_on_the_screen (void)
{
  g_auto (Bench) bench = { 0 };

  open_shown (&bench);
  g_assert_true (one_meetings_set_gone (bench.fixture.base.store, 1, NULL));
  run (&bench);
  fake_notify_assert_called ("close 1");
  assert_rows (&bench, "m1 prep superseded");
  set_calendar (&bench, 1, BEGIN, ONE_MEETING_PLANNED, ""); /* it is there again */
  run (&bench);
  fake_notify_assert_called ("");
}

static void
live_again (Bench *bench)
{
  one_reminders_free (bench->reminders);
  fake_notify_assert_called ("");
  bench_start (bench);
  fake_notify_assert_called ("");
}

static void
test_what_an_earlier_life_left_is_adopted_once (void)
{
  g_auto (Bench) bench = { 0 };

  open_shown (&bench);
  live_again (&bench);
  go (&bench, PREP + 1);
  fake_notify_assert_called (ADOPTED);
  go (&bench, PREP + 2);
  fake_notify_assert_called ("");
  fake_notify_shown (1, 8);
  assert_rows (&bench, "m1 prep shown 8");
  go (&bench, PREP + 3);
  fake_notify_assert_called ("");
  fake_notify_pressed (1, ONE_BUTTON_AGENDA);
  fake_notify_assert_called ("open /p/m1.md token");
  assert_rows (&bench, "m1 prep acted");
}

static void
test_what_became_of_it_while_it_was_adopted (void)
{
  static const struct {
    OneClosed reason;
    const char *rows;
    const char *calls;
  } rows[] = {
    { ONE_CLOSED_DISMISSED, "m1 prep dismissed", "" },
    { ONE_CLOSED_LOST, "m1 prep intent", "show 1 prep" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Bench) bench = { 0 };

    open_shown (&bench);
    live_again (&bench);
    go (&bench, PREP + 1);
    fake_notify_assert_called (ADOPTED);
    fake_notify_closed (1, rows[i].reason);
    fake_notify_assert_called (rows[i].calls);
    assert_rows (&bench, rows[i].rows);
  }
}

/* It was dismissed while it was shown again: it is taken off again. */
static void
test_shown_again_too_late (void)
{
  g_auto (Bench) bench = { 0 };

  open_shown (&bench);
  live_again (&bench);
  go (&bench, PREP + 1);
  fake_notify_closed (1, ONE_CLOSED_DISMISSED);
  fake_notify_assert_called (ADOPTED);
  fake_notify_shown (1, 8);
  fake_notify_assert_called ("close 1");
  assert_rows (&bench, "m1 prep dismissed");
}

static void
test_what_an_earlier_life_left_and_is_over (void)
{
  g_auto (Bench) bench = { 0 };

  open_shown (&bench);
  live_again (&bench);
  go (&bench, START);
  fake_notify_assert_called ("recall 1 on 7; show 2 start on 7");
  fake_notify_shown (2, 7);
  assert_rows (&bench, "m1 prep superseded; m1 start shown 7");
}

static void
test_an_intent_of_an_earlier_life_is_shown (void)
{
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, "");
  go (&bench, PREP);
  fake_notify_assert_called ("show 1 prep");
  live_again (&bench);
  go (&bench, PREP + 1);
  fake_notify_assert_called ("show 1 prep");
}

static void
test_two_of_an_earlier_life (void)
{
  g_auto (Bench) bench = { 0 };

  open_two (&bench);
  live_again (&bench);
  go (&bench, PREP + 1);
  fake_notify_assert_called (ADOPTED);
  fake_notify_shown (1, 8);
  assert_rows (&bench, "m1 prep shown 8; m2 prep shown 8");
  fake_notify_closed (1, ONE_CLOSED_DISMISSED);
  assert_rows (&bench, "m1 prep dismissed; m2 prep dismissed");
}

/* It was put off while it was shown again: it stays so. */
static void
test_put_off_while_it_was_adopted (void)
{
  g_auto (Bench) bench = { 0 };
  g_autoptr (OneMeeting) meeting = NULL;
  gint64 until;

  open_shown (&bench);
  live_again (&bench);
  go (&bench, PREP + 1);
  fake_notify_assert_called (ADOPTED);
  meeting = one_lookup_meeting (&bench.fixture.base, 1, NULL);
  g_assert_true (one_reminders_snooze (bench.reminders, meeting, MINUTE, &until, NULL));
  fake_notify_assert_called ("close 1");
  fake_notify_shown (1, 8);
  fake_notify_assert_called ("close 1");
  assert_rows (&bench, "m1 prep snoozed+32");
}

/* The same press as on what was shown in this life. */
static void
test_pressed_while_it_was_adopted (void)
{
  g_auto (Bench) bench = { 0 };

  open_shown (&bench);
  live_again (&bench);
  go (&bench, PREP + 1);
  fake_notify_assert_called (ADOPTED);
  fake_notify_pressed (1, ONE_BUTTON_SNOOZE);
  assert_rows (&bench, "m1 prep snoozed+41");
  fake_notify_assert_called ("");
  fake_notify_shown (1, 8);
  fake_notify_assert_called ("close 1");
  assert_rows (&bench, "m1 prep snoozed+41");
}

/* Its link has changed: it is shown again as it is now. */
static void
test_what_is_shown_is_kept_up_to_date (void)
{
  g_auto (Bench) bench = { 0 };

  open_shown (&bench);
  set_calendar (&bench, 1, BEGIN, ONE_MEETING_PLANNED, "https://meet.example.org/a");
  run (&bench);
  fake_notify_assert_called ("adopt 1 on 7");
  run (&bench);
  fake_notify_assert_called ("");
  fake_notify_shown (1, 7);
  run (&bench);
  fake_notify_assert_called ("");
  assert_rows (&bench, "m1 prep shown 7");
}

/* The rows were put back from a copy: an answer to one that was there before says nothing. */
static void
test_rows_that_are_other_ones_now (void)
{
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, "");
  go (&bench, PREP);
  one_reminders_forget_rows (bench.reminders);
  g_assert_true (one_reminders_is_idle (bench.reminders));
  fake_notify_assert_called ("show 1 prep");
  bench.fixture.now = MONDAY + (PREP - 1) * MINUTE;
  fake_notify_shown (1, 7);
  fake_notify_assert_called ("close 1");
  assert_rows (&bench, "m1 prep intent");
}

/* What the server said must not get lost with the disk. */
static void
test_an_answer_that_the_disk_does_not_take (void)
{
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, "");
  go (&bench, PREP);
  g_assert_true (one_query_exec (bench.fixture.base.store, "PRAGMA query_only = 1", NULL));
  fake_notify_shown (1, 7);
  fake_notify_assert_called ("show 1 prep");
  assert_rows (&bench, "m1 prep shown 7");
  g_assert_null (one_troubles_find (&bench.fixture.base, ONE_SUBJECT_REMINDERS));
  g_assert_nonnull (one_troubles_find (&bench.fixture.base, ONE_SUBJECT_DISK));
  g_free (engine_take_warnings ());
}

/* Without its row nothing is shown: nobody would know of it. */
static void
test_an_intent_that_the_disk_does_not_take (void)
{
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, "");
  g_assert_true (one_query_exec (bench.fixture.base.store, "PRAGMA query_only = 1", NULL));
  go (&bench, PREP);
  fake_notify_assert_called ("");
  g_assert_nonnull (one_troubles_find (&bench.fixture.base, ONE_SUBJECT_REMINDERS));
  g_assert_true (one_storage_settle (&bench.fixture.base, bench.fixture.now));
  run (&bench);
  fake_notify_assert_called ("show 1 prep");
  g_assert_null (one_troubles_find (&bench.fixture.base, ONE_SUBJECT_REMINDERS));
  g_free (engine_take_warnings ());
}

static void
test_when_the_next_one_comes (void)
{
  static const struct {
    gint64 now;
    gint64 next; /* 0: none */
    OneStage stage;
  } rows[] = {
    { 0, PREP, ONE_STAGE_PREP },      { PREP - 1, PREP, ONE_STAGE_PREP },
    { PREP, START, ONE_STAGE_START }, { START, END, ONE_STAGE_NUDGE },
    { END, 0, ONE_STAGE_PREP },
  };
  g_auto (Bench) bench = { 0 };

  bench_open (&bench, "");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OneStage stage;
    gint64 next;

    go (&bench, rows[i].now);
    next = one_reminders_get_next (bench.reminders, &stage);
    g_assert_cmpint (next, ==, rows[i].next > 0 ? MONDAY + rows[i].next * MINUTE : 0);
    g_assert_cmpint (stage, ==, rows[i].stage);
  }
  g_free (fake_notify_take_calls ());
}

static void
tested (const GError *error, gpointer data)
{
  g_string_append_printf (data, "%s ", error ? error->message : "good");
}

/* Each is answered once, in the order they were asked for. */
static void
test_notifications_of_no_meeting (void)
{
  g_auto (Bench) bench = { 0 };
  g_autoptr (GString) answers = g_string_new (NULL);

  bench_open (&bench, "");
  for (guint i = 0; i < 3; i++)
    one_reminders_test (bench.reminders, tested, answers);
  fake_notify_assert_called ("show 0 prep; show 0 prep; show 0 prep");
  fake_notify_shown (0, 7);
  g_assert_cmpstr (answers->str, ==, "good ");
  fake_notify_failed (0, "too many", FALSE);
  g_assert_cmpstr (answers->str, ==, "good too many ");
  engine_assert_warned ("too many\n");
  assert_rows (&bench, "");
  live_again (&bench);
  g_assert_cmpstr (answers->str, ==, "good too many oned ends ");
}

int
main (int argc, char **argv)
{
  engine_begin (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/reminders/" name, function)
  ADD ("intent-then-shown", test_an_intent_before_the_call_and_shown_after_the_answer);
  ADD ("not-twice", test_what_waits_is_not_sent_twice);
  ADD ("refuses", test_a_server_that_refuses);
  ADD ("no-server", test_no_server);
  ADD ("holds-back", test_a_server_that_holds_back);
  ADD ("closed", test_how_it_goes_off_the_screen);
  ADD ("buttons", test_buttons);
  ADD ("buttons-that-fail", test_buttons_that_fail);
  g_test_add_func ("/reminders/as-planned-that-fails", test_as_planned_that_fails);
  ADD ("no-page", test_no_page);
  ADD ("snoozed", test_snoozed);
  ADD ("question-put-off", test_a_question_can_be_put_off);
  ADD ("snoozed-by-command", test_snoozed_by_command);
  ADD ("put-off-before-shown", test_put_off_before_it_is_shown);
  ADD ("snoozed-on-screen", test_snoozed_by_command_while_it_is_on_the_screen);
  ADD ("two", test_two_in_one_notification);
  ADD ("two-refused", test_two_that_are_refused_come_again_together);
  ADD ("one-of-two-called-off", test_one_of_two_is_called_off);
  ADD ("both-gone", test_both_of_two_are_gone);
  ADD ("moved", test_a_moved_meeting_takes_the_place);
  ADD ("called-off", test_called_off_while_it_is_on_the_screen);
  ADD ("called-off-is-news-until-the-end", test_called_off_is_news_until_the_end);
  ADD ("gone", test_gone_while_it_is_on_the_screen);
  ADD ("adopted-once", test_what_an_earlier_life_left_is_adopted_once);
  ADD ("closed-first", test_closed_before_another_is_shown);
  ADD ("closing-waits", test_closing_waits_for_an_answer);
  ADD ("closed-while-adopted", test_what_became_of_it_while_it_was_adopted);
  ADD ("shown-again-too-late", test_shown_again_too_late);
  ADD ("earlier-life-is-over", test_what_an_earlier_life_left_and_is_over);
  ADD ("earlier-intent", test_an_intent_of_an_earlier_life_is_shown);
  ADD ("two-of-an-earlier-life", test_two_of_an_earlier_life);
  ADD ("put-off-while-adopted", test_put_off_while_it_was_adopted);
  ADD ("pressed-while-adopted", test_pressed_while_it_was_adopted);
  ADD ("up-to-date", test_what_is_shown_is_kept_up_to_date);
  ADD ("other-rows", test_rows_that_are_other_ones_now);
  ADD ("answer-not-taken", test_an_answer_that_the_disk_does_not_take);
  ADD ("intent-not-taken", test_an_intent_that_the_disk_does_not_take);
  ADD ("next", test_when_the_next_one_comes);
  ADD ("of-no-meeting", test_notifications_of_no_meeting);
  return g_test_run ();
}
