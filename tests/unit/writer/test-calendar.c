/* SPDX-License-Identifier: MIT */
/* Records become iCalendar, and nothing else does. */
#include <string.h>
#include "tests/unit/writer/writer-fixture.h"
#include "writer/calendar.h"

#define MEETING                                                                                    \
  "'kind': <'meeting'>, 'key': <'ada@x 1'>, 'start': <int64 1795425000>, "                         \
  "'end': <int64 1795426800>"
#define PROMISE "'kind': <'promise'>, 'key': <'a12 7'>"
#define NOTE "'kind': <'note'>, 'key': <'ada@x 1 0'>"
/* What was exported before is known again by these: they stay. */
#define MEETING_UID "2f2a6ae8-dfda-8b01-a3c4-6b46f1608c83"
#define PROMISE_UID "12c806d8-6e29-873e-af2a-6988ef87367a"
#define NOTE_UID "e94cd04e-0ab3-8bda-a364-eadd9ae64806"

static void
test_each_kind_is_written_as_it_should_be (void)
{
  static const struct {
    const char *record, *lines;
  } cases[] = {
    { MEETING ", 'id': <'m41'>, 'state': <'held'>, 'summary': <'Ada / me'>, "
              "'location': <'Room 4, left'>, 'url': <'https://meet.example.com/a?b=c,d;e'>",
      "BEGIN:VEVENT UID:" MEETING_UID " DTSTAMP:20261123T000000Z "
      "DTSTART:20261123T091000Z DTEND:20261123T094000Z SUMMARY:Ada_/_me "
      "LOCATION:Room_4\\,_left URL:https://meet.example.com/a?b=c,d;e X-ONED-ID:m41 "
      "TRANSP:TRANSPARENT STATUS:CONFIRMED END:VEVENT" },
    { MEETING ", 'state': <'skipped'>",
      "BEGIN:VEVENT UID:" MEETING_UID " DTSTAMP:20261123T000000Z "
      "DTSTART:20261123T091000Z DTEND:20261123T094000Z TRANSP:TRANSPARENT STATUS:CANCELLED "
      "END:VEVENT" },
    { PROMISE ", 'id': <'a12'>, 'state': <'open'>, 'summary': <'Send; the \"figures\"'>, "
              "'due': <'2026-11-27'>, 'created': <int64 1795392001>, 'meeting': <'ada@x 1'>, "
              "'person': <'Lovelace, Ada'>, "
              "'categories': <['one-on-one', 'Lovelace, Ada', 'a;b', ' ']>",
      "BEGIN:VTODO UID:" PROMISE_UID " DTSTAMP:20261123T000000Z CREATED:20261123T000001Z "
      "DUE;VALUE=DATE:20261127 SUMMARY:Send\\;_the_\"figures\" CONTACT:Lovelace\\,_Ada "
      "CATEGORIES:one-on-one,Lovelace_Ada,a_b X-ONED-ID:a12 "
      "RELATED-TO;RELTYPE=SIBLING:" MEETING_UID " STATUS:NEEDS-ACTION "
      "END:VTODO" },
    { PROMISE ", 'state': <'done'>, 'closed': <int64 1795392002>",
      "BEGIN:VTODO UID:" PROMISE_UID
      " DTSTAMP:20261123T000000Z STATUS:COMPLETED PERCENT-COMPLETE:100 "
      "COMPLETED:20261123T000002Z END:VTODO" },
    { PROMISE ", 'state': <'dropped'>, 'closed': <int64 1795392002>",
      "BEGIN:VTODO UID:" PROMISE_UID " DTSTAMP:20261123T000000Z STATUS:CANCELLED END:VTODO" },
    { NOTE ", 'start': <int64 1795425000>, 'description': <' one\\n\\n- two\\\\n\\r\\u0007 '>",
      "BEGIN:VJOURNAL UID:" NOTE_UID " DTSTAMP:20261123T000000Z DTSTART:20261123T091000Z "
      "DESCRIPTION:one\\n\\n-_two\\\\n END:VJOURNAL" },
    /* A link that is none is left out, as is what is empty. */
    { NOTE ", 'url': <'no link'>, 'summary': <' '>, 'description': <''>, 'categories': <@as []>",
      "BEGIN:VJOURNAL UID:" NOTE_UID " DTSTAMP:20261123T000000Z END:VJOURNAL" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *records = g_strdup_printf ("[{%s}]", cases[i].record);
    g_autoptr (GError) error = NULL;
    g_autofree char *text = writer_format (records, &error);
    g_autoptr (GString) lines = g_string_new (strstr (text ? text : "", "BEGIN:V"));

    g_assert_no_error (error);
    g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\nPRODID:-//oned//oned "));
    g_string_erase (lines, 0, strstr (lines->str, "VERSION:2.0\r\n") - lines->str + 13);
    g_string_truncate (lines, lines->len - strlen ("\r\nEND:VCALENDAR\r\n"));
    g_string_replace (lines, "\r\n ", "", 0);
    g_string_replace (lines, " ", "_", 0);
    g_string_replace (lines, "\r\n", " ", 0);
    g_assert_cmpstr (lines->str, ==, cases[i].lines);
  }
}

static void
test_a_uid_is_of_its_key_and_kind (void)
{
  g_autofree char *one = writer_format ("[{" NOTE "}]", NULL);
  g_autofree char *again = writer_format ("[{" NOTE ", 'summary': <'new'>}]", NULL);
  g_autofree char *other = writer_format ("[{'kind': <'note'>, 'key': <'ada@x 1 1'>}]", NULL);
  g_autofree char *kind = writer_format ("[{'kind': <'promise'>, 'key': <'ada@x 1 0'>}]", NULL);
  const char *texts[] = { one, again, other, kind };
  char *uids[4];

  for (guint i = 0; i < 4; i++) {
    uids[i] = g_strndup (strstr (texts[i], "\nUID:") + 5, 36);
    g_assert_true (g_uuid_string_is_valid (uids[i]));
  }
  g_assert_cmpstr (uids[0], ==, uids[1]);
  g_assert_cmpstr (uids[0], !=, uids[2]);
  g_assert_cmpstr (uids[0], !=, uids[3]);
  for (guint i = 0; i < 4; i++)
    g_free (uids[i]);
}

static void
test_records_that_are_none_are_refused (void)
{
  static const struct {
    const char *record, *why;
  } cases[] = {
    { "'kind': <'task'>, 'key': <'k'>", "no kind: 'task'" },
    { "'kind': <'note'>", "no key of such a thing: 'note'" },
    { "'kind': <'meeting'>, 'key': <'k'>", "no start of such a thing: 'meeting'" },
    { "'key': <'k'>", "no kind: ''" },
    { PROMISE ", 'state': <'held'>", "no state of such a thing: 'held'" },
    { PROMISE ", 'due': <'2026-11-31'>", "no day: '2026-11-31'" },
    { PROMISE ", 'due': <'2026-1-130'>", "no day: '2026-1-130'" },
    { PROMISE ", 'due': <'tomorrow'>", "no day: 'tomorrow'" },
    { PROMISE ", 'id': <'a12\\nSUMMARY:x'>", "no id: 'a12\nSUMMARY:x'" },
    { PROMISE ", 'created': <int64 0>", "no instant: 0" },
    { PROMISE ", 'created': <int64 253402300800>", "no instant: 253402300800" },
    /* An event that is due, a note that ends: that libical finds. */
    { MEETING ", 'due': <'2026-11-27'>", NULL },
    { NOTE ", 'end': <int64 1795425000>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *records = g_strdup_printf ("[{" PROMISE "}, {%s}]", cases[i].record);
    g_autofree char *why = g_strconcat ("record 1: ", cases[i].why, NULL);
    g_autoptr (GError) error = NULL;

    g_assert_null (writer_format (records, &error));
    g_assert_cmpstr (error->message, ==, cases[i].why ? why : "these are no records of RFC 5545");
  }
}

static void
test_bytes_that_are_no_request_are_refused (void)
{
  static const char *const cases[] = { "", "x", "BEGIN:VCALENDAR",
                                       "\xff\xff\xff\xff\xff\xff\xff\xff\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i], strlen (cases[i]));
    g_autoptr (GError) error = NULL;

    g_assert_null (one_calendar_format (bytes, &error));
    g_assert_cmpstr (error->message, ==, "no request");
  }
}

static void
test_no_line_is_long_and_no_sign_is_cut (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < 200; i++)
    g_string_append (long_text, i % 3 == 0 ? "日" : i % 3 == 1 ? "😀" : "a, ");
  text = writer_format_text ("note", "description", long_text->str);
  for (char *line = text, *end; (end = strstr (line, "\r\n")); line = end + 2) {
    g_assert_cmpint (end - line, <=, 75);
    g_assert_true (g_utf8_validate (line, end - line, NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/each-kind-is-written-as-it-should-be",
                   test_each_kind_is_written_as_it_should_be);
  g_test_add_func ("/calendar/a-uid-is-of-its-key-and-kind", test_a_uid_is_of_its_key_and_kind);
  g_test_add_func ("/calendar/records-that-are-none-are-refused",
                   test_records_that_are_none_are_refused);
  g_test_add_func ("/calendar/bytes-that-are-no-request-are-refused",
                   test_bytes_that_are_no_request_are_refused);
  g_test_add_func ("/calendar/no-line-is-long-and-no-sign-is-cut",
                   test_no_line_is_long_and_no_sign_is_cut);
  return g_test_run ();
}
