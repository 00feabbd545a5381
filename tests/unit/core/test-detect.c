/* SPDX-License-Identifier: MIT */
#include "calendar-fixture.h"

typedef struct {
  const char *name, *producer, *people;
  gboolean one_on_one;
  OneMeetingState state;
  const char *address; /* or, if it is none, the reason */
} Row;

static const Row rows[] = {
  { "google", GOOGLE, ANN " organizer," ANN "," ME, TRUE, ONE_MEETING_PLANNED, ANN },
  { "i-organise-in-outlook", EXCHANGE, ME " organizer," ANN, TRUE, ONE_MEETING_PLANNED, ANN },
  { "the-other-organises-in-outlook", EXCHANGE, ANN " organizer," ME, TRUE, ONE_MEETING_PLANNED,
    ANN },
  { "google-organizer-who-does-not-take-part", GOOGLE,
    "assistant@example.com organizer," ANN "," ME, TRUE, ONE_MEETING_PLANNED, ANN },
  { "microsoft-organizer-always-takes-part", EXCHANGE,
    "assistant@example.com organizer," ANN "," ME, FALSE, ONE_MEETING_PLANNED,
    "3 people take part" },
  { "unknown-producer-organizer-takes-part", "-//Sabre//VObject//EN", ANN " organizer," ME, TRUE,
    ONE_MEETING_PLANNED, ANN },
  { "google-group-calendar-is-no-person", "", "x@group.calendar.google.com organizer," ANN "," ME,
    TRUE, ONE_MEETING_PLANNED, ANN },
  { "second-address-of-mine", GOOGLE, ANN ",m.e@corp.example", TRUE, ONE_MEETING_PLANNED, ANN },
  { "both-addresses-of-mine", GOOGLE, ANN "," ME ",m.e@corp.example", TRUE, ONE_MEETING_PLANNED,
    ANN },
  { "same-attendee-twice", GOOGLE, ANN "," ANN "," ME, TRUE, ONE_MEETING_PLANNED, ANN },
  { "three-people", GOOGLE, ANN "," CARL "," ME, FALSE, ONE_MEETING_PLANNED, "3 people take part" },
  { "third-declined", GOOGLE, ANN "," CARL " declined," ME, FALSE, ONE_MEETING_PLANNED,
    "3 people take part" },
  { "two-others", GOOGLE, ANN "," CARL, FALSE, ONE_MEETING_PLANNED,
    "you are not among its people" },
  { "group", GOOGLE, "team@example.com group," ME, FALSE, ONE_MEETING_PLANNED,
    "a group or a list is invited" },
  { "cutype-room", GOOGLE, ANN "," ME ",room@x.example room", TRUE, ONE_MEETING_PLANNED, ANN },
  { "cutype-resource", GOOGLE, ANN "," ME ",car@x.example resource", TRUE, ONE_MEETING_PLANNED,
    ANN },
  { "google-room-address", GOOGLE, ANN "," ME ",c_1@resource.calendar.google.com", TRUE,
    ONE_MEETING_PLANNED, ANN },
  { "exchange-room-observes", EXCHANGE, ANN " organizer," ME ",raum412@firma.de observer", TRUE,
    ONE_MEETING_PLANNED, ANN },
  { "exchange-room-as-required-participant", EXCHANGE, ANN " organizer," ME ",raum412@firma.de",
    TRUE, ONE_MEETING_PLANNED, ANN },
  { "exchange-room-named-in-location", EXCHANGE,
    ANN " organizer," ME ",q7@firma.de name=Big_Room_4", TRUE, ONE_MEETING_PLANNED, ANN },
  { "a-person-called-raum", EXCHANGE, "raum.anna@firma.de organizer," ME, TRUE, ONE_MEETING_PLANNED,
    "raum.anna@firma.de" },
  { "a-person-called-salles", EXCHANGE, "salles@firma.de organizer," ME, TRUE, ONE_MEETING_PLANNED,
    "salles@firma.de" },
  { "me-and-a-room", EXCHANGE, ME " organizer,raum412@firma.de", FALSE, ONE_MEETING_PLANNED,
    "nobody else is invited, and its title does not say one-on-one; raum412@firma.de is taken for a"
    " room" },
  { "two-others-and-a-room", EXCHANGE, ANN "," ME "," CARL ",raum412@firma.de", FALSE,
    ONE_MEETING_PLANNED, "3 people take part; raum412@firma.de is taken for a room" },
  { "me-and-nobody-else", EXCHANGE, ME " organizer," ME, FALSE, ONE_MEETING_PLANNED,
    "nobody else is invited, and its title does not say one-on-one" },
  { "the-place-has-the-name-of-the-only-other", EXCHANGE, ME " organizer," ANN " name=Big_Room_4",
    TRUE, ONE_MEETING_PLANNED, ANN },
  { "the-place-has-the-name-of-who-invites", EXCHANGE,
    ANN " organizer," ANN " name=Big_Room_4," ME "," CARL, FALSE, ONE_MEETING_PLANNED,
    "3 people take part" },
  { "the-place-has-the-name-of-who-accepted", EXCHANGE,
    ANN " name=Big_Room_4 accepted," ME "," CARL, FALSE, ONE_MEETING_PLANNED,
    "3 people take part" },
  { "the-place-has-the-name-of-who-declined", EXCHANGE,
    ANN " name=Big_Room_4 declined," ME "," CARL, FALSE, ONE_MEETING_PLANNED,
    "3 people take part" },
  { "the-place-has-the-name-of-who-accepted-on-another-line", EXCHANGE,
    ANN " name=Big_Room_4," ANN " name=Big_Room_4 accepted," ME "," CARL, FALSE,
    ONE_MEETING_PLANNED, "3 people take part" },
  { "the-place-has-one-name-of-two-on-two-lines", EXCHANGE,
    ANN " name=Big_Room_4," ANN " name=Ann," ME, TRUE, ONE_MEETING_PLANNED, ANN },
  { "the-place-has-my-name", EXCHANGE, ANN " organizer," ME " name=Big_Room_4", TRUE,
    ONE_MEETING_PLANNED, ANN },
  { "delegated", GOOGLE, ME "," ANN " delegated,dora@example.com", TRUE, ONE_MEETING_PLANNED,
    "dora@example.com" },
  { "delegated-by-the-organizer", EXCHANGE, ANN " organizer," ANN " delegated,dora@example.com," ME,
    TRUE, ONE_MEETING_PLANNED, "dora@example.com" },
  { "i-declined", GOOGLE, ANN "," ME " declined", TRUE, ONE_MEETING_DECLINED, ANN },
  { "i-declined-under-one-address-only", GOOGLE, ANN "," ME " declined,m.e@corp.example", TRUE,
    ONE_MEETING_PLANNED, ANN },
  { "i-declined-on-one-of-two-lines", GOOGLE, ANN "," ME "," ME " declined", TRUE,
    ONE_MEETING_DECLINED, ANN },
  { "i-declined-and-accepted", GOOGLE, ANN "," ME " declined," ME " accepted", TRUE,
    ONE_MEETING_PLANNED, ANN },
  { "a-person-called-sala", EXCHANGE, ME " organizer,sala@x.example", TRUE, ONE_MEETING_PLANNED,
    "sala@x.example" },
  { "a-third-person-called-sala", EXCHANGE, ANN " organizer," ME ",sala@x.example name=Maria_Sala",
    FALSE, ONE_MEETING_PLANNED, "3 people take part" },
  { "a-room-called-sala", EXCHANGE, ANN " organizer," ME ",sala@x.example", TRUE,
    ONE_MEETING_PLANNED, ANN },
  { "icloud-beside-a-namesake", "", "2_A@imip.me.com name=Ann organizer," ANN " name=ann," ME, TRUE,
    ONE_MEETING_PLANNED, ANN },
  { "icloud-beside-somebody-else", "", "2_A@imip.me.com name=Bob organizer," ANN " name=Ann," ME,
    FALSE, ONE_MEETING_PLANNED, "3 people take part" },
  { "icloud-alone-is-who-it-stands-for", "", "2_A@imip.me.com name=Ada_L organizer," ME, TRUE,
    ONE_MEETING_PLANNED, "name:ada l" },
  { "nobody-organizes", "", "unknownorganizer@calendar.google.com organizer," ANN "," ME, TRUE,
    ONE_MEETING_PLANNED, ANN },
  { "a-machine-organizes", "", "no-reply@x.example organizer," ANN "," ME, TRUE,
    ONE_MEETING_PLANNED, ANN },
  { "a-machine-organizes-for-me-alone", "", "noreply@x.example organizer," ME, FALSE,
    ONE_MEETING_PLANNED, "nobody else is invited, and its title does not say one-on-one" },
  { "known-by-name-only", "", "- name=Ada_Lovelace," ME, TRUE, ONE_MEETING_PLANNED,
    "name:ada lovelace" },
  { "neither-address-nor-name", "", "-," ME, FALSE, ONE_MEETING_PLANNED,
    "the other one has neither address nor name" },
};

static OneVerdict *
judge_with (OneSeries *series, const OneDetectInput *template, gboolean whole)
{
  static const char *const me[] = { ME, "m.e@corp.example", NULL };
  g_autoptr (GPtrArray) readings = calendar_files ("/c/a.ics", series, NULL);
  g_autoptr (GPtrArray) merged = one_series_merge (readings);
  g_autoptr (OneSettings) settings = one_settings_new ();
  OneMergedSeries *first = g_ptr_array_index (merged, 0);
  OneDetectInput who = template ? *template : (OneDetectInput){ .me = me };

  who.me = who.me ? who.me : me;
  who.settings = who.settings ? who.settings : settings;
  return one_detect_judge (
      &who, first, whole ? NULL : &g_array_index (first->occurrences, OneMergedOccurrence, 0));
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  OneEvent *event = calendar_event ("Weekly", row->people);
  g_autoptr (OneVerdict) verdict = NULL;

  g_free (event->location);
  event->location = g_strdup ("Big Room 4; Floor 2");
  verdict = judge_with (calendar_weekly ("u", row->producer, event, 2), NULL, FALSE);
  g_assert_cmpint (verdict->one_on_one, ==, row->one_on_one);
  g_assert_cmpint (verdict->state, ==, row->state);
  g_assert_cmpstr (verdict->one_on_one ? verdict->address : verdict->reason, ==, row->address);
  g_assert_cmpint (*verdict->address != '\0', ==, row->one_on_one);
}

/* What is wrong with an event of me and Ann besides its people. */
static void
test_refused (void)
{
  static const char *const reasons[] = { "it is all day long", "it does not recur",
                                         "it recurs more often than daily",
                                         "somebody brings further guests" };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++) {
    OneSeries *series = calendar_weekly ("u", GOOGLE, calendar_event ("x", ANN "," ME), 1);
    OneEvent *event = g_ptr_array_index (series->events, 0);
    g_autoptr (OneVerdict) verdict = NULL;

    event->all_day = i == 0;
    series->recurring = i != 1;
    series->sub_daily = i == 2;
    event->guests = i == 3;
    verdict = judge_with (series, NULL, TRUE);
    g_assert_false (verdict->one_on_one);
    g_assert_cmpstr (verdict->reason, ==, reasons[i]);
  }
}

/* A one-on-one only because somebody counts as a room: that is said. */
static void
test_taken_for_a_room_is_said (void)
{
  OneEvent *event = calendar_event ("x", ANN "," ME ",q7@firma.de name=Big_Room_4");
  g_autoptr (OneVerdict) verdict = NULL;

  g_free (event->location);
  event->location = g_strdup ("Big Room 4");
  verdict = judge_with (calendar_weekly ("u", EXCHANGE, event, 1), NULL, FALSE);
  g_assert_true (verdict->one_on_one);
  g_assert_cmpstr (verdict->reason, ==,
                   "you and one other person take part; Big Room 4 is taken for a room");
}

static gboolean
is_known (const char *address, gpointer known)
{
  return g_strv_contains (known, address);
}

/* Beside me and Carl, at the place "Big Room 4". */
static void
test_known_people_are_no_rooms (void)
{
  static const struct {
    const char *attendee, *known, *address;
  } cases[] = {
    { "q7@firma.de name=Big_Room_4", NULL, CARL },
    { "q7@firma.de name=Big_Room_4", "q8@firma.de", CARL },
    { "q7@firma.de name=Big_Room_4", "q7@firma.de", "" },
    { "sala@firma.de", NULL, CARL },
    { "sala@firma.de", "sala@firma.de", "" },
    { "raum412@firma.de", NULL, CARL },
    { "raum412@firma.de", "raum412@firma.de", "" },
    { "- name=Big_Room_4", NULL, CARL },
    { "- name=Big_Room_4", "name:big room 4", "" },
    { "2_A@imip.me.com name=Big_Room_4", "name:big room 4", "" },
    { "q7@firma.de name=Big_Room_4 room", "q7@firma.de", CARL }, /* the calendar says so */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *people = g_strdup_printf ("%s," ME "," CARL, cases[i].attendee);
    const char *list[] = { cases[i].known, NULL };
    const OneKnown known = { is_known, list };
    const OneDetectInput who = { .known = &known };
    OneEvent *event = calendar_event ("x", people);
    g_autoptr (OneVerdict) verdict = NULL;

    g_free (event->location);
    event->location = g_strdup ("Big Room 4");
    verdict = judge_with (calendar_weekly ("u", EXCHANGE, event, 1), &who, FALSE);
    g_test_message ("%s", people);
    g_assert_cmpstr (verdict->address, ==, cases[i].address);
  }
}

/* Of two copies of the same, the first rules. The other one knows that she answered, herself; but
 * rooms answer too. */
static void
test_no_room_by_another_copy (void)
{
  static const char *const me[] = { ME, NULL };
  static const struct {
    gboolean individual;
    const char *copy, *address;
  } cases[] = {
    { FALSE, "q7@x.example name=Big_Room_4," CARL "," ME, CARL },
    { FALSE, "q7@x.example name=Big_Room_4 accepted," CARL "," ME, CARL },
    { TRUE, "q7@x.example name=Big_Room_4 accepted," CARL "," ME, "" },
    { FALSE, "q7@x.example name=Big_Room_4 organizer," CARL "," ME, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    OneEvent *event = calendar_event ("x", cases[0].copy);
    OneEvent *copy = calendar_event ("x", cases[i].copy);
    OneSeries *first = calendar_weekly ("u", EXCHANGE, event, 1);
    g_autoptr (GPtrArray) readings =
        calendar_files ("/a.ics", first, "/b.ics", calendar_weekly ("u", EXCHANGE, copy, 1), NULL);
    g_autoptr (GPtrArray) merged = NULL;
    g_autoptr (OneSettings) settings = one_settings_new ();
    const OneDetectInput who = { .me = me, .settings = settings };
    g_autoptr (OneVerdict) verdict = NULL;

    g_free (event->location);
    event->location = g_strdup ("Big Room 4");
    ((OneAttendee *) copy->attendees->pdata[0])->individual = cases[i].individual;
    first->dtstamp = 9;
    merged = one_series_merge (readings);
    verdict = one_detect_judge (&who, merged->pdata[0], NULL);
    g_assert_cmpstr (verdict->address, ==, cases[i].address);
  }
}

static void
test_other_declined (void)
{
  g_autoptr (OneVerdict) verdict = judge_with (
      calendar_weekly ("u", GOOGLE, calendar_event ("x", ME " organizer," ME "," ANN " declined"),
                       1),
      NULL, FALSE);

  g_assert_true (verdict->one_on_one);
  g_assert_true (verdict->other_declined);
  g_assert_cmpint (verdict->state, ==, ONE_MEETING_PLANNED);
}

/* Her shared copy is newer, and does not know yet what I answered. */
static void
test_answer_in_another_copy (void)
{
  static const char *const me[] = { ME, NULL };
  static const struct {
    const char *hers, *mine;
    OneMeetingState state;
  } copies[] = {
    { ANN "," ME, ANN "," ME " declined", ONE_MEETING_DECLINED },
    { ANN "," ME " accepted", ANN "," ME " declined", ONE_MEETING_PLANNED },
    { ANN "," ME, ANN "," ME, ONE_MEETING_PLANNED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (copies); i++) {
    OneSeries *hers = calendar_weekly ("u", GOOGLE, calendar_event ("x", copies[i].hers), 1);
    OneSeries *mine = calendar_weekly ("u", GOOGLE, calendar_event ("x", copies[i].mine), 1);
    g_autoptr (GPtrArray) readings = calendar_files ("/a.ics", hers, "/b.ics", mine, NULL);
    g_autoptr (GPtrArray) merged = one_series_merge (readings);
    g_autoptr (OneSettings) settings = one_settings_new ();
    const OneDetectInput who = { .me = me, .settings = settings };
    g_autoptr (GPtrArray) meetings = NULL;

    hers->dtstamp = 9;
    meetings = one_detect_meetings (&who, merged, NULL);
    g_assert_cmpint (((OneMeeting *) g_ptr_array_index (meetings, 0))->state, ==, copies[i].state);
  }
}

static void
test_i_am_unknown (void)
{
  static const char *const nobody[] = { NULL };
  OneDetectInput who = { .me = nobody };
  g_autoptr (OneVerdict) verdict =
      judge_with (calendar_weekly ("u", GOOGLE, calendar_event ("x", ANN "," ME), 1), &who, FALSE);

  g_assert_cmpstr (verdict->reason, ==,
                   "which of its people you are is not known: set \"me\" in oned.conf");
}

static void
test_patterns (void)
{
  static char *patterns[] = { (char *) "*@Rooms.example", NULL };
  g_autoptr (OneSettings) settings = one_settings_new ();
  OneDetectInput who = { .settings = settings };
  g_autoptr (OneVerdict) verdict = NULL;

  g_strfreev (settings->rooms);
  settings->rooms = g_strdupv (patterns);
  verdict = judge_with (
      calendar_weekly ("u", EXCHANGE, calendar_event ("x", ANN "," ME ",berlin@rooms.example"), 1),
      &who, FALSE);
  g_assert_cmpstr (verdict->address, ==, ANN);
}

static void
test_tracked (void)
{
  static const struct {
    const char *address, *verdict;
    gboolean all_day;
  } tracks[] = {
    { "", "", FALSE },
    { CARL, CARL, FALSE },
    { CARL, "", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tracks); i++) {
    g_autoptr (GHashTable) tracked = g_hash_table_new (g_str_hash, g_str_equal);
    OneDetectInput who = { .tracked = tracked };
    OneEvent *event = calendar_event ("x", ANN "," CARL "," ME);
    g_autoptr (OneVerdict) verdict = NULL;

    event->all_day = tracks[i].all_day;
    g_hash_table_insert (tracked, (gpointer) "u", (gpointer) tracks[i].address);
    verdict = judge_with (calendar_weekly ("u", GOOGLE, event, 1), &who, FALSE);
    g_assert_cmpstr (verdict->address, ==, tracks[i].verdict);
  }
}

static GPtrArray *
meetings_of (GPtrArray *readings, GHashTable *tracked)
{
  static const char *const me[] = { ME, NULL };
  g_autoptr (GPtrArray) merged = one_series_merge (readings);
  g_autoptr (OneSettings) settings = one_settings_new ();
  OneDetectInput who = { .me = me, .settings = settings, .tracked = tracked };

  return one_detect_meetings (&who, merged, NULL);
}

static void
test_overrides (void)
{
  OneSeries *series = calendar_weekly ("u", GOOGLE, calendar_event ("1:1", ANN "," ME), 5);
  OneEvent *group = calendar_event ("with Carl", ANN "," ME "," CARL);
  OneEvent *cancelled = calendar_event ("", "");
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  const OneMeeting *meeting;

  cancelled->cancelled = TRUE;
  g_ptr_array_set_size (cancelled->attendees, 0);
  calendar_override (series, 1, 0, group);
  calendar_override (series, 2, 24 * HOUR, calendar_event ("", ANN " organizer"));
  calendar_override (series, 3, 0, cancelled);
  calendar_override (series, 4, 0, calendar_event ("1:1", ANN "," ME " declined"));
  readings = calendar_files ("/c/a.ics", series, NULL);
  meetings = meetings_of (readings, NULL);
  g_assert_cmpuint (meetings->len, ==, 4);
  meeting = g_ptr_array_index (meetings, 1);
  g_assert_cmpint (meeting->original, ==, T0 + 2 * WEEK);
  g_assert_cmpint (meeting->start, ==, T0 + 2 * WEEK + 24 * HOUR);
  g_assert_cmpstr (meeting->address, ==, ANN);
  g_assert_cmpstr (meeting->summary, ==, "1:1");
  meeting = g_ptr_array_index (meetings, 2);
  g_assert_cmpint (meeting->state, ==, ONE_MEETING_CANCELLED);
  meeting = g_ptr_array_index (meetings, 3);
  g_assert_cmpint (meeting->state, ==, ONE_MEETING_DECLINED);
}

static void
test_no_end (void)
{
  OneEvent *event = calendar_event ("1:1", ANN "," ME);
  OneSeries *series = calendar_weekly ("u", GOOGLE, event, 1);
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  const OneMeeting *meeting;

  event->no_end = TRUE;
  g_array_index (series->occurrences, OneOccurrence, 0).end = T0;
  readings = calendar_files ("/c/a.ics", series, NULL);
  meetings = meetings_of (readings, NULL);
  meeting = g_ptr_array_index (meetings, 0);
  g_assert_true (meeting->assumed_length);
  g_assert_cmpint (meeting->end, ==, T0 + HOUR / 2);
}

/* Recreated under another UID, or imported twice: one meeting, and the same one each time. */
static void
test_duplicates (void)
{
  for (guint which = 0; which < 4; which++) {
    OneSeries *a = calendar_weekly ("a", GOOGLE, calendar_event ("1:1", ANN "," ME), 1);
    OneSeries *b = calendar_weekly ("b", GOOGLE, calendar_event ("1:1", ANN "," ME), 1);
    g_autoptr (GHashTable) tracked = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GPtrArray) readings = calendar_files ("/c/b.ics", b, "/c/a.ics", a, NULL);
    g_autoptr (GPtrArray) meetings = NULL;

    b->sequence = which >= 1;
    a->sequence = which == 1;
    if (which == 2)
      g_hash_table_insert (tracked, (gpointer) "a", (gpointer) ANN);
    if (which == 3)
      ((OneEvent *) g_ptr_array_index (b->events, 0))->cancelled = TRUE;
    meetings = meetings_of (readings, tracked);
    g_assert_cmpuint (meetings->len, ==, 1);
    g_assert_cmpstr (((OneMeeting *) g_ptr_array_index (meetings, 0))->uid, ==, "a");
  }
}

static void
test_split_series (void)
{
  OneSeries *after = calendar_weekly ("u_R2", GOOGLE, calendar_event ("1:1", ANN "," ME), 2);
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GPtrArray) meetings = NULL;

  g_array_index (after->occurrences, OneOccurrence, 0).start += HOUR;
  g_array_index (after->occurrences, OneOccurrence, 0).end += HOUR;
  readings = calendar_files ("/c/a.ics",
                             calendar_weekly ("u", GOOGLE, calendar_event ("1:1", ANN "," ME), 1),
                             "/c/b.ics", after, NULL);
  meetings = meetings_of (readings, NULL);
  g_assert_cmpuint (meetings->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((OneMeeting *) g_ptr_array_index (meetings, i))->address, ==, ANN);
}

static void
test_titled_meeting (void)
{
  OneEvent *event = calendar_event ("1:1 Ada", ME " organizer");
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GPtrArray) meetings = NULL;
  const OneMeeting *meeting;

  readings = calendar_files ("/c/a.ics", calendar_weekly ("u", GOOGLE, event, 1), NULL);
  meetings = meetings_of (readings, NULL);
  g_assert_cmpuint (meetings->len, ==, 1);
  meeting = g_ptr_array_index (meetings, 0);
  g_assert_cmpstr (meeting->address, ==, "name:ada");
  g_assert_cmpstr (meeting->name, ==, "Ada");
}

static void
assert_inferred (GPtrArray *readings, const char *expected)
{
  g_autoptr (GPtrArray) merged = one_series_merge (readings);
  g_autoptr (OneSettings) settings = one_settings_new ();
  g_auto (GStrv) me = one_detect_me (merged, settings);

  g_assert_cmpstr (me ? me[0] : NULL, ==, expected);
  g_assert_true (!me || !me[1]);
}

static OneSeries *
pair (const char *uid, const char *people)
{
  return calendar_weekly (uid, GOOGLE, calendar_event ("x", people), 1);
}

static void
test_infer (void)
{
  g_autoptr (GPtrArray) two =
      calendar_files ("/a", pair ("a", ANN "," ME), "/b", pair ("b", CARL "," ME), NULL);
  g_autoptr (GPtrArray) one = calendar_files ("/a", pair ("a", ANN "," ME), NULL);
  g_autoptr (GPtrArray) same =
      calendar_files ("/a", pair ("a", ANN "," ME), "/b", pair ("b", ANN "," ME), NULL);
  g_autoptr (GPtrArray) groups =
      calendar_files ("/a", pair ("a", ANN "," ME), "/b", pair ("b", CARL ",x@y.z," ME), "/c",
                      pair ("c", CARL ",x@y.z," ME), NULL);
  g_autoptr (GPtrArray) few =
      calendar_files ("/a", pair ("a", ANN "," ME), "/b", pair ("b", CARL ",x@y.z," ME), NULL);
  g_autoptr (GPtrArray) shared =
      calendar_files ("/a", pair ("a", ANN "," ME), "/b", pair ("b", CARL "," ME), "/c",
                      pair ("c", "x@y.z,y@y.z"), "/d", pair ("d", "v@y.z,w@y.z"), NULL);
  g_autoptr (GPtrArray) none = calendar_files ("/a", pair ("a", ME), NULL);

  assert_inferred (two, ME);
  assert_inferred (one, NULL);
  assert_inferred (same, NULL);
  assert_inferred (groups, ME);
  assert_inferred (few, NULL);
  assert_inferred (shared, NULL);
  assert_inferred (none, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *name = g_strconcat ("/who/", rows[i].name, NULL);

    g_test_add_data_func (name, &rows[i], test_row);
  }
  g_test_add_func ("/who/not-every-event-of-two-is-one", test_refused);
  g_test_add_func ("/who/an-answer-in-another-copy-counts", test_answer_in_another_copy);
  g_test_add_func ("/who/the-other-one-declined", test_other_declined);
  g_test_add_func ("/who/it-is-not-known-who-i-am", test_i_am_unknown);
  g_test_add_func ("/who/rooms-by-the-users-patterns", test_patterns);
  g_test_add_func ("/who/taken-for-a-room-is-said", test_taken_for_a_room_is_said);
  g_test_add_func ("/who/known-people-are-no-rooms", test_known_people_are_no_rooms);
  g_test_add_func ("/who/no-room-by-another-copy", test_no_room_by_another_copy);
  g_test_add_func ("/who/tracked-and-ignored", test_tracked);
  g_test_add_func ("/who/an-override-decides-for-its-occurrence", test_overrides);
  g_test_add_func ("/who/no-end-is-half-an-hour", test_no_end);
  g_test_add_func ("/who/the-same-meeting-under-two-uids-is-one", test_duplicates);
  g_test_add_func ("/who/a-split-series-loses-and-doubles-nothing", test_split_series);
  g_test_add_func ("/who/known-by-its-title", test_titled_meeting);
  g_test_add_func ("/who/what-most-events-of-two-have-in-common-is-me", test_infer);
  return g_test_run ();
}
