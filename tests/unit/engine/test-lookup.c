/* SPDX-License-Identifier: MIT */
/* Monday, nine o'clock. Half-hour meetings: m1 Ada on Friday · m2 Bob at eight · m3 Ada going on
 * since a quarter of an hour · m4 Bob at eleven · m5 Ada on Tuesday, called off · m6 Bob and, an
 * hour later, m7 Ada on Wednesday · m8 Ann Smith 180 days ago. Anna Braun has none. */
#include "engine/base/lookup.h"

#include "engine/base/today.h"
#include "store/meetings.h"
#include "store/people.h"
#include "tests/unit/engine/engine-fixture.h"
#include "wire/error.h"

static void
add (Fixture *fixture, gint64 person, gint64 start)
{
  g_autofree char *uid = g_strdup_printf ("u%" G_GINT64_FORMAT, start);

  fixture_add_meeting (&fixture->scratch, person, uid, MONDAY + start);
}

static void
open_house (Fixture *fixture)
{
  gint64 ada, bob, ann;
  g_autoptr (GError) error = NULL;

  engine_start (fixture, "");
  fixture->base.calendars.to = MONDAY + 26 * WEEK;
  ada = fixture_add_person (&fixture->scratch, "ada@example.org", "Ada");
  bob = fixture_add_person (&fixture->scratch, "bob@example.org", "Bob");
  ann = fixture_add_person (&fixture->scratch, "ann@example.org", "Ann Smith");
  fixture_add_person (&fixture->scratch, "anna@example.org", "Anna Braun");
  add (fixture, ada, -3 * DAY);
  add (fixture, bob, -HOUR);
  add (fixture, ada, -15 * MINUTE);
  add (fixture, bob, 2 * HOUR);
  add (fixture, ada, DAY);
  add (fixture, bob, 2 * DAY);
  add (fixture, ada, 2 * DAY + HOUR);
  add (fixture, ann, -180 * DAY);
  g_assert_true (one_meetings_set_state (fixture->base.store, 5, ONE_MEETING_CANCELLED, &error));
}

/* "m3 m4" */
static char *
format_list (const GPtrArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%sm%" G_GINT64_FORMAT, i ? " " : "",
                            ((OneMeeting *) list->pdata[i])->id);
  return g_string_free (text, FALSE);
}

/* "m3 m4", or what is wrong. */
static char *
format_ahead (Fixture *fixture, const char *which)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = one_lookup_ahead (&fixture->base, which, &error);

  g_assert_true (!list != !error);
  return list ? format_list (list) : g_strdup (error->message);
}

typedef struct {
  gint64 after; /* seconds after nine on Monday */
  const char *which;
  const char *found;
} Row;

static void
test_what_is_ahead (void)
{
  static const Row rows[] = {
    { 0, "", "m3 m4" }, /* what is left of today */
    { 15 * MINUTE - 1, "", "m3 m4" },
    { 15 * MINUTE, "", "m4" },
    { 2 * HOUR + 30 * MINUTE - 1, "", "m4" },
    { 2 * HOUR + 30 * MINUTE, "", "m6" }, /* or else the next */
    { DAY, "", "m6" },
    { 2 * DAY, "", "m6 m7" },
    { 3 * DAY, "", "no one-on-one ahead" },
    { 0, "next", "m3" },
    { 15 * MINUTE - 1, "next", "m3" },
    { 15 * MINUTE, "next", "m4" },
    { 3 * DAY, "next", "no one-on-one ahead" },
    { 0, "m1", "m1" },
    { 0, "m5", "m5" },
    { 0, "m9", "no meeting 'm9'" },
    { 0, "m0", "no person 'm0'" },
    { 0, "m4x", "no person 'm4x'" },
    { 0, "m", "no person 'm'" },
    { 0, "2026-11-23", "m2 m3 m4" }, /* all of that day */
    { 0, "2026-11-24", "no one-on-one on 2026-11-24" },
    { 0, "2026-11-25", "m6 m7" },
    { 0, "2026-02-30", "no person '2026-02-30'" },
    { 0, "ada", "m3" },
    { 15 * MINUTE, "ada", "m7" },
    { 3 * DAY, "ada", "no meeting with Ada ahead" },
    { 0, "BOB@example.org", "m4" },
    { 0, "ann smith", "no meeting with Ann Smith ahead" },
    { 0, "ann", "'ann' could be Ann Smith or Anna Braun" },
    { 0, "zoe", "no person 'zoe'" },
  };
  g_auto (Fixture) fixture = { 0 };

  open_house (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *found = NULL;

    fixture.now = MONDAY + rows[i].after;
    found = format_ahead (&fixture, rows[i].which);
    g_assert_cmpstr (found, ==, rows[i].found);
  }
}

/* "m3", "nothing with Ada", or what is wrong. */
static char *
format_past (Fixture *fixture, const char *which)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OnePerson) person = NULL;
  g_autoptr (OneMeeting) meeting = one_lookup_past (&fixture->base, which, &person, &error);

  if (error) {
    g_assert_null (meeting);
    return g_strdup (error->message);
  }
  if (meeting)
    return g_strdup_printf ("m%" G_GINT64_FORMAT, meeting->id);
  return g_strdup_printf ("nothing with %s", person->name);
}

static void
test_what_is_logged (void)
{
  static const Row rows[] = {
    { 0, "", "m3" }, /* the one going on */
    { -15 * MINUTE, "", "m3" },
    { -15 * MINUTE - 1, "", "m2" }, /* or else the last */
    { HOUR, "", "m3" },
    { DAY + HOUR, "", "m4" }, /* which was not called off */
    { -200 * DAY, "", "no one-on-one has begun yet" },
    { 0, "ada", "m3" },
    { -15 * MINUTE - 1, "ada", "m1" },
    { DAY + HOUR, "ada", "m3" },
    { 0, "bob", "m2" },
    { 0, "ann smith", "m8" }, /* of 180 days */
    { 1, "ann smith", "nothing with Ann Smith" },
    { 0, "anna", "nothing with Anna Braun" },
    { 0, "ann", "'ann' could be Ann Smith or Anna Braun" },
    { 0, "zoe", "no person 'zoe'" },
    { 0, "2026-11-20", "m1" }, /* that day's only one, */
    { 0, "2026-11-24", "no one-on-one on 2026-11-24" },
    { 0, "2026-11-25", "2 one-on-ones on 2026-11-25: name one (m6 Bob, m7 Ada)" },
    { 0, "m6", "m6" }, /* ahead, too */
    { 0, "m9", "no meeting 'm9'" },
    { 0, "next", "m3" },
    { 3 * DAY, "next", "no one-on-one ahead" },
  };
  g_auto (Fixture) fixture = { 0 };

  open_house (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *found = NULL;

    fixture.now = MONDAY + rows[i].after;
    found = format_past (&fixture, rows[i].which);
    g_assert_cmpstr (found, ==, rows[i].found);
  }
}

/* Two at one hour: which is meant is never guessed, unless something was said of the others. */
static void
test_two_at_one_time (void)
{
  static const struct {
    gint64 starts[3]; /* minutes after nine; 30 min long each; -1: none */
    guint logged;     /* bits */
    const char *found;
  } rows[] = {
    { { 0, 0, -1 }, 0, "2 one-on-ones at that time: name one (m1 Ada, m2 Bob)" },
    { { 0, 0, -1 }, 1, "m2" },
    { { 0, 0, -1 }, 2, "m1" },
    { { 0, 0, -1 }, 3, "2 one-on-ones at that time: name one (m1 Ada, m2 Bob)" },
    { { 0, 29, -1 }, 0, "2 one-on-ones at that time: name one (m1 Ada, m2 Bob)" },
    { { 0, 30, -1 }, 0, "m2" }, /* one after the other */
    { { 0, 0, 30 }, 0, "m3" },
    { { 0, 15, 30 }, 0, "2 one-on-ones at that time: name one (m2 Bob, m3 Ada)" },
    { { 0, 0, 0 }, 1, "2 one-on-ones at that time: name one (m2 Bob, m3 Ada)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Fixture) fixture = { 0 };
    g_autofree char *found = NULL;
    gint64 people[2];

    engine_start (&fixture, "");
    people[0] = fixture_add_person (&fixture.scratch, "ada@example.org", "Ada");
    people[1] = fixture_add_person (&fixture.scratch, "bob@example.org", "Bob");
    for (guint k = 0; k < 3 && rows[i].starts[k] >= 0; k++) {
      g_autofree char *uid = g_strdup_printf ("u%u", k);
      gint64 id = fixture_add_meeting (&fixture.scratch, people[k % 2], uid,
                                       MONDAY + rows[i].starts[k] * MINUTE);

      if (rows[i].logged & 1u << k)
        g_assert_true (one_meetings_set_logged (fixture.base.store, id, TRUE, NULL));
    }
    fixture.now = MONDAY + HOUR;
    found = format_past (&fixture, "");
    g_assert_cmpstr (found, ==, rows[i].found);
  }
}

/* Of a day, what has begun. */
static void
test_what_has_begun_on_a_day (void)
{
  static const Row rows[] = {
    { -15 * MINUTE - 1, "2026-11-23", "m2" },
    { -15 * MINUTE, "2026-11-23", "m2 m3" },
    { 0, "2026-11-24", "no one-on-one on 2026-11-24" },
    { 0, "2026-11-25", "no one-on-one on 2026-11-25 has begun yet" },
    { 0, "ada", "'ada' is no day like 2026-11-27" },
  };
  g_auto (Fixture) fixture = { 0 };

  open_house (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) list = NULL;
    g_autofree char *found = NULL;

    fixture.now = MONDAY + rows[i].after;
    list = one_lookup_begun_on (&fixture.base, rows[i].which, &error);
    found = list ? format_list (list) : g_strdup (error->message);
    g_assert_cmpstr (found, ==, rows[i].found);
  }
}

/* Those that did not take place: skipped is what the user said, and can be said again. */
static void
test_called_off (void)
{
  static const struct {
    OneMeetingState state;
    const char *day;
    const char *past;
  } rows[] = {
    { ONE_MEETING_PLANNED, "m1", "m1" },
    { ONE_MEETING_HELD, "m1", "m1" },
    { ONE_MEETING_SKIPPED, "no one-on-one on 2026-11-20", "m1" },
    { ONE_MEETING_CANCELLED, "no one-on-one on 2026-11-20", "m8" },
    { ONE_MEETING_DECLINED, "no one-on-one on 2026-11-20", "m8" },
  };
  g_auto (Fixture) fixture = { 0 };

  open_house (&fixture);
  fixture.now = MONDAY - 2 * DAY;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *day = NULL, *past = NULL;

    g_assert_true (one_meetings_set_state (fixture.base.store, 1, rows[i].state, NULL));
    day = format_ahead (&fixture, "2026-11-20");
    past = format_past (&fixture, "");
    g_assert_cmpstr (day, ==, rows[i].day);
    g_assert_cmpstr (past, ==, rows[i].past);
  }
}

static void
assert_role (Fixture *fixture, const char *who, OneRole role)
{
  g_autoptr (OnePerson) person = one_lookup_person (&fixture->base, who, NULL);
  g_autoptr (OnePerson) got = one_lookup_get (&fixture->base, person->id, NULL);
  g_autoptr (GPtrArray) list = one_lookup_list (&fixture->base, person->id, 0, G_MAXINT64, NULL);

  g_assert_cmpint (person->role, ==, role);
  g_assert_cmpint (got->role, ==, role);
  for (guint i = 0; i < list->len; i++) {
    const OneMeeting *meeting = list->pdata[i];

    g_assert_cmpint (meeting->role, ==, role);
    g_assert_cmpstr (meeting->name, ==, person->name);
  }
}

/* As they are now; without a role of their own, people have that of oned.conf. */
static void
test_names_and_roles (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  open_house (&fixture);
  assert_role (&fixture, "ada", ONE_ROLE_MANAGER);
  engine_write_config (&fixture, "[people]\nrole = peer\n");
  engine_wait ();
  assert_role (&fixture, "ada", ONE_ROLE_PEER);
  g_assert_true (one_people_set_role (fixture.base.store, 1, ONE_ROLE_REPORT, &error));
  g_assert_true (one_people_set_name (fixture.base.store, 1, "Countess", &error));
  assert_role (&fixture, "countess", ONE_ROLE_REPORT);
  assert_role (&fixture, "bob", ONE_ROLE_PEER);
  g_assert_null (one_lookup_get (&fixture.base, 12, &error));
  fixture_assert_error (error, ONE_ERROR_NOT_FOUND, "no person 12");
}

/* Meeting m1 is at half past eleven in the night, UTC. */
static void
test_a_day_is_the_users (void)
{
  static const struct {
    const char *zone;
    const char *monday;
    const char *tuesday;
    int today;
  } rows[] = {
    { "UTC", "m1", "no one-on-one on 2026-11-24", 23 },
    { "America/New_York", "m1", "no one-on-one on 2026-11-24", 23 },
    { "Europe/London", "m1", "no one-on-one on 2026-11-24", 23 },
    { "Europe/Berlin", "no one-on-one on 2026-11-23", "m1", 24 },
    { "Pacific/Auckland", "no one-on-one on 2026-11-23", "m1", 24 },
  };
  g_auto (Fixture) fixture = { 0 };
  gint64 late = MONDAY + 14 * HOUR + 30 * MINUTE;

  engine_start (&fixture, "");
  fixture_add_meeting (&fixture.scratch,
                       fixture_add_person (&fixture.scratch, "ada@example.org", "Ada"), "u", late);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *monday = NULL, *tuesday = NULL;
    GDate today;

    g_setenv ("TZ", rows[i].zone, TRUE);
    one_setup_read_zone (&fixture.base);
    today = one_today_get (&fixture.base, late);
    g_assert_cmpint (g_date_get_day (&today), ==, rows[i].today);
    monday = format_ahead (&fixture, "2026-11-23");
    tuesday = format_ahead (&fixture, "2026-11-24");
    g_assert_cmpstr (monday, ==, rows[i].monday);
    g_assert_cmpstr (tuesday, ==, rows[i].tuesday);
  }
  g_setenv ("TZ", "UTC", TRUE);
}

/* A day is as long as it is. */
static void
test_days_on_which_the_clocks_change (void)
{
  static const struct {
    GDateDay day;
    GDateMonth month;
    gint64 hours;
  } rows[] = { { 28, 3, 24 }, { 29, 3, 23 }, { 24, 10, 24 }, { 25, 10, 25 }, { 31, 12, 24 } };
  g_auto (Fixture) fixture = { 0 };

  engine_start (&fixture, "");
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  one_setup_read_zone (&fixture.base);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    GDate day;
    gint64 from, to;

    g_date_clear (&day, 1);
    g_date_set_dmy (&day, rows[i].day, rows[i].month, 2026);
    one_today_bounds (&fixture.base, &day, &from, &to);
    g_assert_cmpint (to - from, ==, rows[i].hours * HOUR);
  }
  g_setenv ("TZ", "UTC", TRUE);
}

/* GLib knows no year 10000. */
static void
test_the_last_day_has_no_end (void)
{
  g_auto (Fixture) fixture = { 0 };
  GDate day;
  gint64 from, to;

  engine_start (&fixture, "");
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 31, 12, 9999);
  one_today_bounds (&fixture.base, &day, &from, &to);
  g_assert_cmpint (from, ==, G_GINT64_CONSTANT (253402214400));
  g_assert_cmpint (to, ==, G_MAXINT64);
}

int
main (int argc, char **argv)
{
  engine_begin (&argc, &argv);
#define ADD(name, function) g_test_add_func ("/lookup/" name, function)
  ADD ("ahead", test_what_is_ahead);
  ADD ("logged", test_what_is_logged);
  ADD ("called-off", test_called_off);
  g_test_add_func ("/lookup/two-at-one-time", test_two_at_one_time);
  g_test_add_func ("/lookup/what-has-begun-on-a-day", test_what_has_begun_on_a_day);
  ADD ("names-and-roles", test_names_and_roles);
  ADD ("last-day", test_the_last_day_has_no_end);
  ADD ("day", test_a_day_is_the_users);
  ADD ("clocks-change", test_days_on_which_the_clocks_change);
  return g_test_run ();
}
