/* SPDX-License-Identifier: MIT */
#include "calendar-fixture.h"
#include "core/detect/accepted.h"

#define MIN_ 60
#define DAVE "dave@example.com"
#define TEAM CARL "," DAVE ","

static const char *const mine[] = { ME, "m.e@corp.example", NULL };

/* A one-on-one with Ann that begins half an hour into the other meeting's week. */
static OneMeeting *
with_ann (gint64 start, gint64 minutes)
{
  OneMeeting *meeting = one_meeting_new ();

  g_free (meeting->uid);
  meeting->uid = g_strdup ("ann");
  g_free (meeting->address);
  meeting->address = g_strdup (ANN);
  meeting->start = T0 + start;
  meeting->end = meeting->start + minutes * MIN_;
  return meeting;
}

static OneMeeting *
find (GPtrArray *readings, GHashTable *tracked, const OneMeeting *meeting)
{
  g_autoptr (OneSettings) settings = one_settings_new ();
  g_autoptr (GPtrArray) merged = one_series_merge (readings);
  OneDetectInput input = { mine, settings, tracked, NULL };

  return one_accepted_find (&input, merged, meeting);
}

static void
test_i_said_yes (void)
{
  static const struct {
    const char *people;
    gboolean accepted;
  } rows[] = {
    { TEAM ME " accepted", TRUE },
    { TEAM ME, FALSE },
    { TEAM ME " tentative", FALSE },
    { TEAM ME " declined", FALSE },
    { TEAM ME " delegated", FALSE },
    { TEAM "m.e@corp.example accepted", TRUE },
    { TEAM ME " organizer", TRUE },
    { TEAM ME " organizer," ME " accepted", TRUE },
    { TEAM ME " organizer," ME " declined", FALSE },
    { TEAM ME " organizer," ME " tentative", FALSE },
    { CARL " accepted," DAVE " accepted", FALSE },
    { ME " organizer," ME " accepted", FALSE }, /* nobody else is there */
    { "", FALSE },
    { TEAM ANN "," ME " accepted", FALSE }, /* the same, or it clashes for her as well */
    { CARL "," ME " accepted", FALSE },     /* a one-on-one: told by the store */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OneEvent *event = *rows[i].people ? calendar_event ("Sprint review", rows[i].people)
                                      : calendar_event ("Sprint review", "-");
    g_autoptr (GPtrArray) files =
        calendar_files ("/a.ics", calendar_weekly ("team", GOOGLE, event, 3), NULL);
    g_autoptr (OneMeeting) meeting = with_ann (0, 30);
    g_autoptr (OneMeeting) found = find (files, NULL, meeting);

    g_test_message ("row %u", i);
    g_assert_cmpint (found != NULL, ==, rows[i].accepted);
    if (found) {
      g_assert_cmpstr (found->name, ==, "Sprint review");
      g_assert_cmpint (found->start, ==, T0);
      g_assert_cmpint (found->end, ==, T0 + 30 * MIN_);
      g_assert_cmpint (found->id, ==, 0);
    }
  }
}

static void
test_at_the_same_time (void)
{
  static const struct {
    gint64 start, minutes; /* minutes after the other's start */
    gboolean assumed_length, accepted;
  } rows[] = {
    { 29, 30, FALSE, TRUE },
    { 30, 30, FALSE, FALSE },
    { -30, 30, FALSE, FALSE },
    { -29, 30, FALSE, TRUE },
    { -29, 30, TRUE, FALSE },
    { 0, 30, TRUE, TRUE },
    { 10, 5, FALSE, TRUE },
    { 7 * 24 * 60, 30, FALSE, TRUE },
    { 3 * 7 * 24 * 60, 30, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OneEvent *event = calendar_event ("Sprint review", TEAM ME " accepted");
    g_autoptr (GPtrArray) files =
        calendar_files ("/a.ics", calendar_weekly ("team", GOOGLE, event, 3), NULL);
    g_autoptr (OneMeeting) meeting = with_ann (rows[i].start * MIN_, rows[i].minutes);
    g_autoptr (OneMeeting) found = NULL;

    meeting->assumed_length = rows[i].assumed_length;
    found = find (files, NULL, meeting);
    g_test_message ("row %u", i);
    g_assert_cmpint (found != NULL, ==, rows[i].accepted);
  }
}

typedef enum { ALL_DAY, FREE, CANCELLED, BUSY, CALLED_OFF_BY_TITLE, NOTHING, N_CHANGES } Change;

static void
change_event (OneEvent *event, Change change)
{
  static const char *const titles[N_CHANGES] = {
    [BUSY] = "Busy", [CALLED_OFF_BY_TITLE] = "Canceled: Sprint review"
  };

  event->all_day = change == ALL_DAY;
  event->shows_free = change == FREE || change == CALLED_OFF_BY_TITLE;
  event->cancelled = change == CANCELLED;
  if (titles[change]) {
    g_free (event->summary);
    event->summary = g_strdup (titles[change]);
  }
}

static void
test_what_takes_no_time (void)
{
  for (guint change = 0; change < N_CHANGES; change++) {
    OneEvent *event = calendar_event ("Sprint review", TEAM ME " accepted");
    g_autoptr (GPtrArray) files = NULL;
    g_autoptr (OneMeeting) meeting = with_ann (0, 30), found = NULL;

    change_event (event, (Change) change);
    files = calendar_files ("/a.ics", calendar_weekly ("team", GOOGLE, event, 3), NULL);
    found = find (files, NULL, meeting);
    g_test_message ("change %u", change);
    g_assert_cmpint (found != NULL, ==, change == NOTHING);
  }
}

static void
test_what_the_user_ignores_is_not_told (void)
{
  g_autoptr (GHashTable) tracked = g_hash_table_new (g_str_hash, g_str_equal);
  OneEvent *event = calendar_event ("Sprint review", TEAM ME " accepted");
  g_autoptr (GPtrArray) files =
      calendar_files ("/a.ics", calendar_weekly ("team", GOOGLE, event, 3), NULL);
  g_autoptr (OneMeeting) meeting = with_ann (0, 30);
  g_autoptr (OneMeeting) found = NULL, ignored = NULL;

  found = find (files, tracked, meeting);
  g_assert_nonnull (found);
  g_hash_table_insert (tracked, (gpointer) "team", (gpointer) "");
  ignored = find (files, tracked, meeting);
  g_assert_null (ignored);
}

/* The override that says only when is at its own time. */
static void
test_one_that_was_moved (void)
{
  OneEvent *event = calendar_event ("Sprint review", TEAM ME " accepted");
  OneSeries *series = calendar_weekly ("team", GOOGLE, event, 3);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (OneMeeting) then = with_ann (2 * HOUR, 30), before = with_ann (0, 30);
  g_autoptr (OneMeeting) moved = NULL, none = NULL;

  calendar_override (series, 0, 2 * HOUR, calendar_event ("", "-"));
  g_ptr_array_set_size (((OneEvent *) series->events->pdata[1])->attendees, 0);
  files = calendar_files ("/a.ics", series, NULL);
  moved = find (files, NULL, then);
  g_assert_nonnull (moved);
  g_assert_cmpstr (moved->name, ==, "Sprint review");
  g_assert_cmpint (moved->start, ==, T0 + 2 * HOUR);
  none = find (files, NULL, before);
  g_assert_null (none);
}

/* Both sides of the edges: what only touches the time takes none of it. */
static void
test_all_in_a_time (void)
{
  static const struct {
    gint64 from, to; /* minutes after the first */
    guint accepted;
  } rows[] = {
    { 0, 60, 1 }, { 30, 60, 0 }, { 29, 60, 1 }, { -30, 0, 0 }, { -30, 1, 1 }, { 0, 31 * 1440, 3 },
  };
  g_autoptr (GPtrArray) files = calendar_files (
      "/a.ics", calendar_weekly ("team", GOOGLE, calendar_event ("Review", TEAM ME " accepted"), 3),
      "/b.ics",
      calendar_weekly ("perhaps", GOOGLE, calendar_event ("Tea", TEAM ME " tentative"), 3), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneSettings) settings = one_settings_new ();
    g_autoptr (GPtrArray) merged = one_series_merge (files);
    OneDetectInput input = { mine, settings, NULL, NULL };
    g_autoptr (GArray) busy =
        one_accepted_list (&input, merged, T0 + rows[i].from * MIN_, T0 + rows[i].to * MIN_);

    g_test_message ("row %u", i);
    g_assert_cmpuint (busy->len, ==, rows[i].accepted);
    if (busy->len > 0) {
      g_assert_cmpint (g_array_index (busy, OneBusy, 0).start, ==, T0);
      g_assert_cmpint (g_array_index (busy, OneBusy, 0).end, ==, T0 + 30 * MIN_);
    }
  }
}

static void
test_the_first_of_several (void)
{
  OneSeries *late =
      calendar_weekly ("a-late", GOOGLE, calendar_event ("Late", TEAM ME " accepted"), 3);
  OneSeries *early =
      calendar_weekly ("b-early", GOOGLE, calendar_event ("Early", TEAM ME " accepted"), 3);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (OneMeeting) meeting = with_ann (10 * MIN_, 60), found = NULL;

  g_array_index (late->occurrences, OneOccurrence, 0).start += 15 * MIN_;
  files = calendar_files ("/a.ics", late, "/b.ics", early, NULL);
  found = find (files, NULL, meeting);
  g_assert_nonnull (found);
  g_assert_cmpstr (found->name, ==, "Early");
}

static void
test_what_will_not_be_clashes_with_nothing (void)
{
  OneEvent *event = calendar_event ("Sprint review", TEAM ME " accepted");
  g_autoptr (GPtrArray) files =
      calendar_files ("/a.ics", calendar_weekly ("team", GOOGLE, event, 3), NULL);
  g_autoptr (OneMeeting) meeting = with_ann (0, 30), found = NULL;

  meeting->state = ONE_MEETING_CANCELLED;
  found = find (files, NULL, meeting);
  g_assert_null (found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/accepted/i-said-yes", test_i_said_yes);
  g_test_add_func ("/accepted/at-the-same-time", test_at_the_same_time);
  g_test_add_func ("/accepted/what-takes-no-time", test_what_takes_no_time);
  g_test_add_func ("/accepted/ignored-by-the-user", test_what_the_user_ignores_is_not_told);
  g_test_add_func ("/accepted/moved", test_one_that_was_moved);
  g_test_add_func ("/accepted/first-of-several", test_the_first_of_several);
  g_test_add_func ("/accepted/will-not-be", test_what_will_not_be_clashes_with_nothing);
  g_test_add_func ("/accepted/all-in-a-time", test_all_in_a_time);
  return g_test_run ();
}
