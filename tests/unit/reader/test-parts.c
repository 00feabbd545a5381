/* SPDX-License-Identifier: MIT */
/* The parts of an event: people, links, times, zones. */
#include <string.h>

#include "reader/parse/attendee.h"
#include "reader/value/civil.h"
#include "reader/parse/links.h"
#include "reader/value/datetime.h"
#include "reader/parse/property.h"
#include "reader/zone/tzfile.h"
#include "reader/zone/tzrule.h"
#include "reader/zone/windows-zones.h"
#include "reader/zone/zones.h"

#define NONE G_MAXINT
#define ZONES "/usr/share/zoneinfo"

/* Calls back with the first line of the text. */
static void
with_line (const char *text, void (*take) (const OneLine *line, gpointer data), gpointer data)
{
  OneLines lines = { 0 };
  OneLine line;

  one_line_begin (&lines, text, strlen (text), 1, '\n');
  g_assert_true (one_line_next (&lines, &line));
  take (&line, data);
  one_line_finish (&lines);
}

static void
take_attendee (const OneLine *line, gpointer event)
{
  g_autoptr (GHashTable) cache = one_property_cache_new ();

  OneAttendeeValues values = { 0 };

  g_assert_true (one_attendee_take (&values, event, cache, line));
  one_attendee_finish (&values);
}

static void
test_people_are_read_from_every_dialect (void)
{
  static const struct {
    const char *line;
    const char *address, *name;
    OneCutype cutype;
    OnePartstat partstat;
    gboolean non_participant;
    guint guests;
  } rows[] = {
    { "ATTENDEE;CN=Ada:mailto:ada@x.example", "ada@x.example", "Ada", 0, 0, FALSE, 0 },
    { "ATTENDEE;PARTSTAT=DECLINED:MAILTO:Ada@X.Example", "ada@x.example", "", 0,
      ONE_PARTSTAT_DECLINED, FALSE, 0 },
    { "ATTENDEE;CN=\"Lovelace; Ada: 1:1\";PARTSTAT=CONFIRMED;EMAIL=ada@x.example:urn:uuid:1",
      "ada@x.example", "Lovelace; Ada: 1:1", 0, ONE_PARTSTAT_ACCEPTED, FALSE, 0 },
    { "ATTENDEE;CN=Room: 4;CUTYPE=ROOM:mailto:r@x.example", "r@x.example", "Room", 0, 0, FALSE, 0 },
    { "ATTENDEE;CUTYPE=resource;ROLE=NON-PARTICIPANT:mailto:r@x.example", "r@x.example", "",
      ONE_CUTYPE_RESOURCE, 0, TRUE, 0 },
    { "ATTENDEE;CUTYPE=UNKNOWN;PARTSTAT=X-MAYBE;X-NUM-GUESTS=2:mailto:a%2Bb@x.example",
      "a+b@x.example", "", 0, 0, FALSE, 2 },
    { "ATTENDEE;CN=A^'B^':/principals/users/ada", "", "A\"B\"", 0, 0, FALSE, 0 },
    { "ATTENDEE:ada@x.example", "ada@x.example", "", 0, 0, FALSE, 0 },
    { "ATTENDEE;CN=Ada:", "", "Ada", 0, 0, FALSE, 0 },
    { "ATTENDEE;RSVP;=;CUTYPE=ROOM:mailto:r@x.example", "r@x.example", "", ONE_CUTYPE_ROOM, 0,
      FALSE, 0 },
    { "ATTENDEE;CN=\"Ada;CUTYPE=ROOM:mailto:a@x.example", "a@x.example", "Ada;CUTYPE=ROOM", 0, 0,
      FALSE, 0 },
    { "ATTENDEE;CN=\"Ada\\\";CUTYPE=ROOM:mailto:a@x.example", "a@x.example", "Ada\\",
      ONE_CUTYPE_ROOM, 0, FALSE, 0 },
    { "ATTENDEE;CN=\"\"Ada\"\";CUTYPE=\"Room\":mailto:a@x.example", "a@x.example", "Ada",
      ONE_CUTYPE_ROOM, 0, FALSE, 0 },
    { "ATTENDEE;VALUE=RECUR;CN=Doe\\, Ada;x-num-guests=3:mailto:a@x.example", "a@x.example",
      "Doe\\, Ada", 0, 0, FALSE, 3 },
    { "ATTENDEE;CN=Ada;CN=Eve;X-NUM-GUESTS=-4;EMAIL=;PARTSTAT=IN-PROCESS:mailto:a@x.example",
      "a@x.example", "Eve", 0, 0, FALSE, 0 },
    { "ATTENDEE;\"RRULE:FREQ=SECONDLY;COUNT=3\";CN=A^^^nB^:mailto:a@x.example", "a@x.example",
      "A^ B^", 0, 0, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneEvent) event = one_event_new ();
    const OneAttendee *attendee;

    with_line (rows[i].line, take_attendee, event);
    attendee = g_ptr_array_index (event->attendees, 0);
    g_test_message ("%s", rows[i].line);
    g_assert_cmpstr (attendee->address, ==, rows[i].address);
    g_assert_cmpstr (attendee->name, ==, rows[i].name);
    g_assert_cmpint (attendee->cutype, ==, rows[i].cutype);
    g_assert_cmpint (attendee->partstat, ==, rows[i].partstat);
    g_assert_cmpint (attendee->non_participant, ==, rows[i].non_participant);
    g_assert_cmpuint (event->guests, ==, rows[i].guests);
    g_assert_false (attendee->organizer);
  }
}

static void
count_params (icalparameter *param, gpointer count)
{
  g_assert_cmpint (icalparameter_isa (param), ==, ICAL_IANA_PARAMETER);
  ++*(guint *) count;
}

static void
take_params (const OneLine *line, gpointer count)
{
  g_autoptr (GHashTable) cache = one_property_cache_new ();

  one_property_each_param (cache, line, count_params, count);
  g_assert_cmpuint (g_hash_table_size (cache), <=, 200);
  one_property_each_param (cache, line, count_params, count); /* As it is kept. */
}

static void
test_a_hundred_parameters_are_read (void)
{
  for (guint some = 99; some <= 101; some++) {
    GString *text = g_string_new ("X-A");
    guint count = 0;

    for (guint i = 0; i < some; i++)
      g_string_append_printf (text, ";A%u=\"%u\"", i, i);
    g_string_append (text, ":x");
    with_line (text->str, take_params, &count);
    g_assert_cmpuint (count, ==, 2 * MIN (some, 100));
    g_string_free (text, TRUE);
  }
}

static void
take_text (const OneLine *line, gpointer text)
{
  *(char **) text = one_property_dup_text (line->value);
}

static void
test_texts_are_unescaped (void)
{
  static const struct {
    const char *line, *text;
  } rows[] = {
    { "SUMMARY:a\\, b\\; c\\nd\\Ne\\\\f\\\"", "a, b; c\nd\ne\\f\"" },
    { "SUMMARY:1\\:1 C:\\temp\\", "1:1 C:temp\\" },
    { "SUMMARY;LANGUAGE=de;VALUE=RECUR: \xc3\xa4 ", " \xc3\xa4 " },
    { "SUMMARY:", "" },
    { "URL:https://x.example/a\\,b", "https://x.example/a,b" },
    { "BEGIN:VALARM\\nRRULE:x", "VALARM\nRRULE:x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = NULL;

    with_line (rows[i].line, take_text, &text);
    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

static void
take_links (const OneLine *line, gpointer links)
{
  one_links_take (links, line);
}

static void
test_links_come_best_property_first (void)
{
  OneLinks *links = one_links_new ();
  g_auto (GStrv) found = NULL;
  g_autofree char *all = NULL;

  with_line ("DESCRIPTION:Join\\n<https://d.example/a?b=1\\,2>. Or (see https://d.example/c).",
             take_links, links);
  with_line ("LOCATION:Room 4; https://l.example/x", take_links, links);
  with_line ("URL:https://u.example/", take_links, links);
  with_line ("X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.example/l/me\n etup-join/1",
             take_links, links);
  with_line ("X-GOOGLE-CONFERENCE:https://meet.example/abc", take_links, links);
  with_line ("CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://c.example/1", take_links, links);
  with_line ("X-UNKNOWN:https://no.example/", take_links, links);
  found = one_links_finish (links);
  all = g_strjoinv (" ", found);
  g_assert_cmpstr (all, ==,
                   "conference:https://c.example/1 x-google-conference:https://meet.example/abc "
                   "x-microsoft-skypeteamsmeetingurl:https://teams.example/l/meetup-join/1 "
                   "url:https://u.example/ location:https://l.example/x "
                   "description:https://d.example/a?b=1,2 description:https://d.example/c");
}

static void
test_times_are_read_or_refused (void)
{
  static const struct {
    const char *text;
    OneDateTimeKind kind; /* NONE: refused */
    gint64 wall;
  } rows[] = {
    { "19700101", ONE_DATETIME_DATE, 0 },
    { "19700101T000001", ONE_DATETIME_FLOATING, 1 },
    { "19700101T0001Z", ONE_DATETIME_UTC, 60 },
    { "20000229T235960Z", ONE_DATETIME_UTC, 951868799 },
    { "20010229", ONE_DATETIME_NONE, 0 },
    { "20269901T000000Z", ONE_DATETIME_NONE, 0 },
    { "20260001T000000Z", ONE_DATETIME_NONE, 0 },
    { "20260101T240000", ONE_DATETIME_NONE, 0 },
    { "00000101T000000Z", ONE_DATETIME_NONE, 0 },
    { "2026-01-01", ONE_DATETIME_NONE, 0 },
    { "20260101T", ONE_DATETIME_NONE, 0 },
    { "", ONE_DATETIME_NONE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OneDateTime written;

    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (one_datetime_read (rows[i].text, strlen (rows[i].text), &written), ==,
                     rows[i].kind != ONE_DATETIME_NONE);
    if (rows[i].kind == ONE_DATETIME_NONE)
      continue;
    g_assert_cmpint (written.kind, ==, rows[i].kind);
    g_assert_cmpint (written.wall, ==, rows[i].wall);
  }
}

static void
test_durations_are_read_or_refused (void)
{
  static const struct {
    const char *text;
    gboolean good;
    gint64 days, seconds;
  } rows[] = {
    { "P1D", TRUE, 1, 0 },
    { "PT24H", TRUE, 0, 86400 },
    { "P1W", TRUE, 7, 0 },
    { "P1DT2H3M4S", TRUE, 1, 7384 },
    { "-PT5M", TRUE, 0, -300 },
    { "P36600D", TRUE, 36600, 0 },
    { "P36601D", FALSE, 0, 0 },
    { "P", FALSE, 0, 0 },
    { "PT", FALSE, 0, 0 },
    { "P1H", FALSE, 0, 0 },
    { "PT1D", FALSE, 0, 0 },
    { "1D", FALSE, 0, 0 },
    { "P99999999999999999999W", FALSE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OneDuration duration;

    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (one_datetime_read_duration (rows[i].text, strlen (rows[i].text), &duration),
                     ==, rows[i].good);
    if (!rows[i].good)
      continue;
    g_assert_cmpint (duration.days, ==, rows[i].days);
    g_assert_cmpint (duration.seconds, ==, rows[i].seconds);
  }
}

static gint64
wall_of (int year, int month, int day, int hour)
{
  return one_civil_day (year, month, day) * ONE_DAY_SECONDS + hour * 3600;
}

static void
test_zone_rules_are_written_out_for_both_hemispheres (void)
{
  g_autoptr (OneZone) north = one_zone_new ("north", 3600);
  g_autoptr (OneZone) south = one_zone_new ("south", 36000);
  g_autoptr (OneZone) broken = one_zone_new ("broken", 0);

  one_tzrule_extend (north, "CET-1CEST,M3.5.0,M10.5.0/3", 0);
  one_zone_finish (north);
  one_tzrule_extend (south, "AEST-10AEDT,M10.1.0,M4.1.0/3", 0);
  one_zone_finish (south);
  one_tzrule_extend (broken, "CET-1CEST,M13.5.0,M10.5.0", 0);
  g_assert_cmpuint (broken->spans->len, ==, 1);
  g_assert_cmpint (one_zone_to_utc (north, wall_of (2150, 7, 1, 12)), ==, wall_of (2150, 7, 1, 10));
  g_assert_cmpint (one_zone_to_utc (north, wall_of (2150, 1, 1, 12)), ==, wall_of (2150, 1, 1, 11));
  g_assert_cmpint (one_zone_to_utc (south, wall_of (2026, 1, 1, 12)), ==, wall_of (2026, 1, 1, 1));
  g_assert_cmpint (one_zone_to_utc (south, wall_of (2026, 7, 1, 12)), ==, wall_of (2026, 7, 1, 2));
}

static void
test_zone_names_never_leave_their_folder (void)
{
  static const char *const names[] = { "../../../etc/passwd", "/etc/passwd",  "", ".", "Europe",
                                       "right/UTC",           "Europe/../UTC" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_null (one_tzfile_load (ZONES, names[i]));
  g_assert_null (one_tzfile_read ("short", "TZif2", 5));
}

static const OneZone *
find_zone (OneZones *zones, const char *name, const char *vtimezone)
{
  GString *text = vtimezone ? g_string_new (vtimezone) : NULL;
  OneFound found;

  one_zones_find (zones, name, text, '\n', &found);
  g_free (found.why);
  if (text)
    g_string_free (text, TRUE);
  return found.zone;
}

#define OFFSET(to)                                                                                 \
  "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"                  \
  "TZOFFSETFROM:" to "\r\nTZOFFSETTO:" to "\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"

/* Every file of a vdir brings the same VTIMEZONE along. */
static void
test_zones_are_expanded_once (void)
{
  OneZones *zones = one_zones_new (ZONES);
  const OneZone *ours = find_zone (zones, "Ours", OFFSET ("+0342"));

  g_assert_nonnull (ours);
  g_assert_cmpint (one_zone_to_utc (ours, wall_of (2026, 7, 1, 12)), ==,
                   wall_of (2026, 7, 1, 12) - (3 * 60 + 42) * 60);
  g_assert_true (find_zone (zones, "Ours", OFFSET ("+0342")) == ours);
  g_assert_true (find_zone (zones, "Ours", OFFSET ("+0343")) != ours);
  g_assert_true (find_zone (zones, "Europe/Berlin", OFFSET ("+0342"))
                 == one_zones_named (zones, "Europe/Berlin"));
  g_assert_true (find_zone (zones, "W. Europe Standard Time", OFFSET ("+0342"))
                 == one_zones_named (zones, "Europe/Berlin"));
  one_zones_free (zones);
}

static void
test_offsets_are_zones (void)
{
  static const struct {
    const char *name;
    int seconds;
  } offsets[] = {
    { "GMT +01:00", 3600 },
    { "UTC -5", -18000 },
    { "UTC+5:30", 19800 },
    { "UTC+0530", 19800 },
    { "UTC+530", 19800 },
    { "gmt+1", 3600 },
    { "UTC + 1", 3600 },
    { "+01:00", 3600 },
    { "-0500", -18000 },
    { "GMT+01.00", 3600 },
    { "UTC+14", 50400 },
    { "UTC\xe2\x88\x92"
      "03:30",
      -12600 },
    { "UTC+0", 0 },
    { "UTC\xc2\xb1"
      "00:00",
      0 },
    { "UTC+15", NONE },
    { "UTC+1:60", NONE },
    { "UTC+1:", NONE },
    { "UTC+1:5", NONE },
    { "UTC+", NONE },
    { "UTC 1", NONE },
    { "UTC+1 Berlin", NONE },
    { "UTC+01234", NONE },
    { "1", NONE },
    { "", NONE },
    { "+", NONE },
  };
  int offset;

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++) {
    gboolean is_one = one_windows_zones_claims (offsets[i].name, &offset);

    g_test_message ("%s", offsets[i].name);
    g_assert_cmpint (is_one, ==, offsets[i].seconds != NONE);
    if (is_one)
      g_assert_cmpint (offset, ==, offsets[i].seconds);
  }
}

static void
test_microsofts_names_are_zones (void)
{
  static const struct {
    const char *name, *zone;
  } rows[] = {
    { "W. Europe Standard Time", "Europe/Berlin" },
    { "w. europe standard time", "Europe/Berlin" },
    { "(UTC-05:00) Eastern Time (US & Canada)", "America/New_York" },
    { "(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin" },
    { "UTC-11", "Etc/GMT+11" },
    { "(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna", "Europe/Berlin" },
    { "Standard Time", NULL },
    { "(UTC+25:00) Nowhere", NULL },
  };
  int offset;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpstr (one_windows_zones_find (rows[i].name), ==, rows[i].zone);
  g_assert_true (one_windows_zones_claims ("GMT-0330", &offset));
  g_assert_cmpint (offset, ==, -12600);
  g_assert_false (one_windows_zones_claims ("(GMT +01:00)", &offset));
  g_assert_false (one_windows_zones_claims ("GMT-05.00/-04.00", &offset));
  g_assert_true (one_windows_zones_mentions ("(GMT +01:00)", &offset));
  g_assert_cmpint (offset, ==, 3600);
  g_assert_true (one_windows_zones_mentions ("(UTC-03:30) Nowhere, Elsewhere", &offset));
  g_assert_cmpint (offset, ==, -12600);
  g_assert_false (one_windows_zones_mentions ("(UTC+25:00) Nowhere", &offset));
  g_assert_false (one_windows_zones_mentions ("(UTC) Nowhere", &offset));
  g_assert_false (one_windows_zones_mentions ("(GMT+01:00", &offset));
  g_assert_false (one_windows_zones_mentions ("Nowhere (GMT+01:00)", &offset));
  for (guint i = 1; i < one_windows_names_count; i++)
    g_assert_cmpint (g_ascii_strcasecmp (one_windows_names[i - 1].name, one_windows_names[i].name),
                     <, 0);
  for (guint i = 1; i < one_windows_shown_count; i++)
    g_assert_cmpint (g_ascii_strcasecmp (one_windows_shown[i - 1].name, one_windows_shown[i].name),
                     <, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/people/are-read-from-every-dialect",
                   test_people_are_read_from_every_dialect);
  g_test_add_func ("/reader/people/have-up-to-a-hundred-parameters",
                   test_a_hundred_parameters_are_read);
  g_test_add_func ("/reader/texts/are-unescaped", test_texts_are_unescaped);
  g_test_add_func ("/reader/links/come-best-property-first", test_links_come_best_property_first);
  g_test_add_func ("/reader/times/are-read-or-refused", test_times_are_read_or_refused);
  g_test_add_func ("/reader/durations/are-read-or-refused", test_durations_are_read_or_refused);
  g_test_add_func ("/reader/zones/rules-are-written-out-for-both-hemispheres",
                   test_zone_rules_are_written_out_for_both_hemispheres);
  g_test_add_func ("/reader/zones/names-never-leave-their-folder",
                   test_zone_names_never_leave_their_folder);
  g_test_add_func ("/reader/zones/each-text-is-expanded-once", test_zones_are_expanded_once);
  g_test_add_func ("/reader/zones/microsofts-names-are-zones", test_microsofts_names_are_zones);
  g_test_add_func ("/reader/zones/offsets-are-zones", test_offsets_are_zones);
  return g_test_run ();
}
