/* SPDX-License-Identifier: MIT */
/* Files made to hurt: each is read or refused, named where it is refused; and what the prefilter
 * leaves out is never missed. They are as large as our own bounds need; rules that would keep
 * libical busy have a part (X-A) that makes it refuse them. */
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "reader/scan/newlines.h"
#include "reader/scan/nothing-recurs.h"
#include "reader/reader.h"

#define FROM 1793491200 /* 2026-11-01 */
#define TO 1801440000   /* 2027-02-01 */

static OneReading *
read_text (const char *text, gsize length, gboolean all)
{
  g_autoptr (OneRequest) request = one_request_new ();
  g_autoptr (OneReader) reader = NULL;

  request->from = FROM;
  request->to = TO;
  request->all = all;
  g_free (request->zone);
  request->zone = g_strdup ("Europe/Berlin");
  reader = one_reader_new (request);
  return one_reader_read (reader, "hostile.ics", text, length);
}

static void
add_times (GString *text, const char *part, guint times)
{
  for (guint i = 0; i < times; i++)
    g_string_append (text, part);
}

static GString *
make_event (const char *lines, guint times, const char *rest)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n");

  g_string_append (text, rest);
  add_times (text, lines, times);
  g_string_append (text, "END:VEVENT\r\nEND:VCALENDAR\r\n");
  return text;
}

static guint
count (const OneReading *reading)
{
  guint sum = 0;

  for (guint i = 0; i < reading->series->len; i++)
    sum += ((OneSeries *) g_ptr_array_index (reading->series, i))->occurrences->len;
  return sum;
}

#define DAILY "DTSTART:20260101T090000Z\r\nDTEND:20260101T093000Z\r\nRRULE:FREQ=DAILY\r\n"

static void
test_each_threat_is_read_or_refused (void)
{
  static const struct {
    const char *name, *line;
    guint times;
    const char *rest;
    guint occurrences;
    gboolean trouble;
  } rows[] = {
    { "a daily series", "", 0, DAILY, 92, FALSE },
    { "20,000 EXDATEs", "EXDATE:20261225T090000Z\r\n", 20000, DAILY, 91, FALSE },
    { "20,001 EXDATEs", "EXDATE:20261225T090000Z\r\n", 20001, DAILY, 91, TRUE },
    { "200 rules", "RRULE:FREQ=DAILY;COUNT=3\r\n", 200, DAILY, 92, TRUE },
    { "90,000 people", "ATTENDEE:mailto:a@b\r\n", 90000, DAILY, 92, TRUE },
    { "10 MB of lines", "X-A:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", 200000, DAILY, 0,
      TRUE },
    { "bad DTSTARTs", "DTSTART:garbage\r\n", 1500, DAILY, 92, FALSE },
    { "below daily", "RRULE:FREQ=SECONDLY;COUNT=3\r\n", 1, "DTSTART:19700101T000000Z\r\n", 0,
      TRUE },
    { "30 February", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;X-A=1\r\n", 32,
      "DTSTART:00010101T000000Z\r\n", 0, FALSE },
    { "COUNT from year 1", "RRULE:FREQ=DAILY;BYDAY=MO;COUNT=2147483647;X-A=1\r\n", 32,
      "DTSTART:00010101T000000Z\r\n", 13, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    GString *text = make_event (rows[i].line, rows[i].times, rows[i].rest);
    g_autoptr (OneReading) reading = read_text (text->str, text->len, TRUE);

    g_test_message ("%s", rows[i].name);
    g_assert_false (reading->refused);
    g_assert_cmpuint (count (reading), ==, rows[i].occurrences);
    g_assert_cmpint (reading->troubles->len > 0, ==, rows[i].trouble);
    g_string_free (text, TRUE);
  }
}

static void
test_a_line_without_end_is_cut (void)
{
  GString *text = make_event ("", 0, DAILY "DESCRIPTION:");
  gsize hole = (gsize) (strstr (text->str, "DESCRIPTION:") + 12 - text->str);
  g_autofree char *fill = g_strnfill (1000 * 1000, 'A');
  g_autoptr (OneReading) reading = NULL;

  g_string_insert (text, (gssize) hole, "\r\n");
  g_string_insert (text, (gssize) hole, fill);
  reading = read_text (text->str, text->len, FALSE);
  g_assert_cmpuint (count (reading), ==, 92);
  g_assert_cmpuint (reading->troubles->len, ==, 1);
  g_string_free (text, TRUE);
}

/* What libical drops without a word: one property with very many parts. */
static void
test_a_property_of_many_parts_is_read_or_cut (void)
{
  static const struct {
    const char *name, *head, *part, *tail;
    guint times, occurrences, troubles;
  } rows[] = {
    { "600 dates, the last one counts", "EXDATE:20261225T090000Z", ",20260101T090000Z",
      ",20261226T090000Z", 598, 90, 0 },
    { "100,000 bad dates", "EXDATE:x", ",x", "", 100000, 92, 1 },
    { "100 parameters", "EXDATE", ";X=1", ":20261225T090000Z", 100, 91, 0 },
    { "a parameter that never ends", "EXDATE;X=", "1", ":20261225T090000Z", 400000, 92, 1 },
    { "a rule of 30,000 parts", "RRULE:FREQ=DAILY", ";BYDAY=MO", "", 30000, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    GString *property = g_string_new (rows[i].head);
    g_autoptr (OneReading) reading = NULL;
    GString *text;

    add_times (property, rows[i].part, rows[i].times);
    g_string_append_printf (property, "%s\r\n", rows[i].tail);
    text = make_event (property->str, 1, DAILY);
    reading = read_text (text->str, text->len, TRUE);
    g_test_message ("%s", rows[i].name);
    g_assert_cmpuint (count (reading), ==, rows[i].occurrences);
    g_assert_cmpuint (MIN (reading->troubles->len, 1), ==, rows[i].troubles);
    g_string_free (text, TRUE);
    g_string_free (property, TRUE);
  }
}

static void
test_a_zone_of_51_parts_is_not_expanded (void)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Ours\r\n");
  g_autoptr (OneReading) reading = NULL;

  add_times (text,
             "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\n"
             "TZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;COUNT=3\r\nEND:STANDARD\r\n",
             51);
  g_string_append (text, "END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:a\r\nRRULE:FREQ=DAILY\r\n"
                         "DTSTART;TZID=Ours:20260101T090000\r\nDURATION:PT30M\r\nEND:VEVENT\r\n"
                         "END:VCALENDAR\r\n");
  reading = read_text (text->str, text->len, FALSE);
  g_assert_cmpuint (count (reading), ==, 92);
  g_assert_nonnull (strstr (((OneTrouble *) g_ptr_array_index (reading->troubles, 0))->what,
                            "more than 50 parts"));
  g_string_free (text, TRUE);
}

static int shrinking = -1; /* this file is cut off after the first chunk of it was read */

/* In the place of the C library's. */
ssize_t
read (int fd, void *buffer, size_t size)
{
  ssize_t got = syscall (SYS_read, fd, buffer, size);

  if (fd == shrinking && got > 0)
    g_assert_cmpint (ftruncate (fd, 1000), ==, 0);
  return got;
}

/* Through a mapping it would be the end of the reader (SIGBUS). */
static void
test_a_file_cut_off_while_it_is_read_harms_nobody (void)
{
  GString *text =
      make_event ("X-A:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", 20000, DAILY);
  g_autoptr (OneRequest) request = one_request_new ();
  g_autoptr (OneReader) reader = one_reader_new (request);
  g_autoptr (OneReading) reading = NULL;
  int fd = memfd_create ("shrinking", MFD_CLOEXEC);

  g_assert_cmpint (write (fd, text->str, text->len), ==, text->len);
  lseek (fd, 0, SEEK_SET);
  shrinking = fd;
  reading = one_reader_read_fd (reader, "hostile.ics", fd);
  shrinking = -1;
  g_assert_cmpuint (lseek (fd, 0, SEEK_END), ==, 1000);
  g_assert_cmpuint (reading->series->len, <=, 1);
  close (fd);
  g_string_free (text, TRUE);
}

static void
test_nesting_does_not_matter (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (OneReading) reading = NULL;

  add_times (text, "BEGIN:VCALENDAR\r\n", 200);
  g_string_append (text, "BEGIN:VEVENT\r\nUID:a\r\n" DAILY);
  add_times (text, "BEGIN:VALARM\r\n", 200);
  add_times (text, "END:VALARM\r\n", 200);
  g_string_append (text, "END:VEVENT\r\n");
  reading = read_text (text->str, text->len, TRUE);
  g_assert_cmpuint (count (reading), ==, 92);
  g_assert_cmpuint (reading->troubles->len, ==, 1);
  g_string_free (text, TRUE);
}

static void
test_what_is_no_calendar_is_refused_by_name (void)
{
  static const struct {
    const char *bytes;
    gsize length;
    const char *what;
  } rows[] = {
    { "", 0, "holds no calendar" },
    { "\377\376B\0E\0G\0", 8, "UTF-16" },
    { "B\0E\0G\0I\0N\0", 10, "UTF-16" },
    { "hello\n", 6, "holds no calendar" },
    { "BEGIN:VCARD\r\nEND:VCARD\r\n", 24, "holds no calendar" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneReading) reading = read_text (rows[i].bytes, rows[i].length, TRUE);

    g_assert_true (reading->refused);
    g_assert_cmpuint (reading->troubles->len, ==, 1);
    g_assert_nonnull (
        strstr (((OneTrouble *) g_ptr_array_index (reading->troubles, 0))->what, rows[i].what));
  }
}

static void
test_a_sequence_never_wraps (void)
{
  static const struct {
    const char *written;
    gint64 sequence;
  } rows[] = {
    { "5", 5 },    { "-1", 0 },
    { "word", 0 }, { "999999999", 999999999 },
    { "3 ", 3 },   { "2147483647", G_MAXINT32 },
    { "7x", 7 },   { "18446744073709551617", G_MAXINT32 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
        g_strdup_printf ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:%s\r\n%s"
                         "END:VEVENT\r\nEND:VCALENDAR\r\n",
                         rows[i].written, DAILY);
    g_autoptr (OneReading) reading = read_text (text, strlen (text), FALSE);
    const OneSeries *series = g_ptr_array_index (reading->series, 0);

    g_test_message ("%s", rows[i].written);
    g_assert_cmpint (series->sequence, ==, rows[i].sequence);
  }
}

static void
test_700_copies_of_one_uid_are_one_meeting (void)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\r\n");
  g_autoptr (OneReading) reading = NULL;

  for (guint i = 0; i < 700; i++)
    g_string_append_printf (text, "BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:%u\r\n%sEND:VEVENT\r\n", i,
                            DAILY);
  g_string_append (text, "END:VCALENDAR\r\n");
  reading = read_text (text->str, text->len, FALSE);
  g_assert_cmpuint (reading->series->len, ==, 1);
  g_assert_cmpint (((OneSeries *) g_ptr_array_index (reading->series, 0))->sequence, ==, 699);
  g_assert_cmpuint (count (reading), ==, 92);
  g_assert_cmpuint (reading->troubles->len, ==, 1);
  g_string_free (text, TRUE);
}

static void
add_random_day (GString *text, GRand *rand, const char *name)
{
  g_string_append_printf (text, "%s:%d%02d%02dT%02d0000Z\r\n", name,
                          g_rand_int_range (rand, 2025, 2028), g_rand_int_range (rand, 1, 13),
                          g_rand_int_range (rand, 1, 29), g_rand_int_range (rand, 0, 24));
}

/* What stands between the telling lines, and looks like them. */
static void
add_noise (GString *text, GRand *rand)
{
  static const char *const lines[] = {
    "DESCRIPTION:Some words\r\n and more,\r\n\tand more\r\n",
    "descript;X=1:UID\r\n",
    "DTSTAMP:20261001T000000Z\r\n",
    "DTSTAMP;X=1:20261001T000000Z\r\n",
    "BEGIN:VALARM\r\nRRULE:FREQ=DAILY\r\nTRIGGER:-PT5M\r\nEND:VALARM\r\n",
    "BEGIN;X=1:VALARM\r\nDTSTART:20260101\r\nEND;X=1:VALARM\r\n",
    "BEGIN:VALARM\r\nEND;X=1:VALARM\r\n",
    "SUMMARY:RRULE\r\n :x\r\n",
    "\r\n",
    "X\r\n DTSTART:20260101\r\n",
    "URL:https://example.com/\r\n",
    "UIDS:not one\r\n",
    "EXDATE:20261101T000000Z\r\n",
    "LOCATION:0123456789012345678901234567890123456789012345678901234567890123456789\r\n",
  };

  while (g_rand_int_range (rand, 0, 3))
    g_string_append (text, lines[g_rand_int_range (rand, 0, G_N_ELEMENTS (lines))]);
}

/* The same text, folded, broken, in small letters and with NUL bytes at random places. */
static void
mangle (GString *text, gsize from, GRand *rand)
{
  static const struct {
    const char *bytes;
    gssize length;
  } thorns[] = { { "\r\n ", 3 },   { "\n\t", 2 },  { "\0", 1 },      { "\r\n", 2 },
                 { "\r\r\n ", 4 }, { "\n\n ", 3 }, { "\n\r\n ", 4 }, { "\n \n ", 4 } };

  for (gsize i = from; i < text->len; i++) {
    gint32 chance = g_rand_int_range (rand, 0, 120);

    if (chance < 4)
      text->str[i] = g_ascii_tolower (text->str[i]);
    if (chance != 5)
      continue;
    chance = g_rand_int_range (rand, 0, G_N_ELEMENTS (thorns));
    g_string_insert_len (text, (gssize) i, thorns[chance].bytes, thorns[chance].length);
    i += (gsize) thorns[chance].length;
  }
}

static void
add_random_rule (GString *text, GRand *rand)
{
  static const char *const rules[] = {
    "WEEKLY",
    "WEEKLY",
    "MONTHLY",
    "MONTHLY",
    "YEARLY",
    "DAILY",
    "WEEKLY;INTERVAL=20",
    "WEEKLY;BYDAY=MO,SU;WKST=SU",
    "MONTHLY;BYDAY=2TH",
    "MONTHLY;BYDAY=-5MO",
    "MONTHLY;INTERVAL=5",
    "MONTHLY;BYMONTHDAY=31",
    "YEARLY;BYMONTH=3,11",
    "YEARLY;BYWEEKNO=45",
    "YEARLY;BYDAY=-8WE",
    "DAILY;INTERVAL=11;BYDAY=FR",
    "HOURLY",
    "FREQ",
    "MONTHLY;BYDAY=MO,WE;BYSETPOS=-1",
  };
  static const char *const ends[] = { "",
                                      "",
                                      ";COUNT=9",
                                      ";COUNT=80",
                                      ";UNTIL=20261015",
                                      ";UNTIL=20261105T000000Z",
                                      ";UNTIL=20250301",
                                      ";UNTIL=20280301;COUNT=5",
                                      ";COUNT=0" };

  g_string_append_printf (text, "RRULE:FREQ=%s%s\r\n",
                          rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))],
                          ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (ends))]);
}

static void
add_random_event (GString *text, GRand *rand)
{
  gsize from = text->len;

  g_string_append_printf (text, "BEGIN:VEVENT\r\nUID:u%d\r\nSEQUENCE:%d\r\nDURATION:P%dD\r\n",
                          g_rand_int_range (rand, 0, 6), g_rand_int_range (rand, 0, 3),
                          g_rand_int_range (rand, 1, 40));
  add_noise (text, rand);
  add_random_day (text, rand, "DTSTART");
  add_noise (text, rand);
  if (g_rand_int_range (rand, 0, 2))
    add_random_day (text, rand, "RECURRENCE-ID");
  else if (g_rand_int_range (rand, 0, 4))
    add_random_rule (text, rand);
  if (!g_rand_int_range (rand, 0, 8))
    add_random_day (text, rand, "RDATE");
  add_noise (text, rand);
  g_string_append (text, "END:VEVENT\r\n");
  if (g_rand_int_range (rand, 0, 2))
    mangle (text, from, rand);
}

static const OneSeries *
find_series (const OneReading *reading, const char *uid)
{
  for (guint i = 0; i < reading->series->len; i++) {
    const OneSeries *series = g_ptr_array_index (reading->series, i);

    if (strcmp (series->uid, uid) == 0)
      return series;
  }
  return NULL;
}

static void
compare_series (const OneSeries *whole, const OneSeries *part)
{
  if (!whole->recurring || whole->occurrences->len == 0) {
    g_assert_null (part);
    return;
  }
  g_assert_nonnull (part);
  if (!part)
    return; /* gcc does not know that an assertion ends it. */
  g_assert_cmpuint (part->occurrences->len, ==, whole->occurrences->len);
  g_assert_cmpint (part->has_master, ==, whole->has_master);
  for (guint i = 0; i < whole->occurrences->len; i++) {
    const OneOccurrence *a = &g_array_index (whole->occurrences, OneOccurrence, i);
    const OneOccurrence *b = &g_array_index (part->occurrences, OneOccurrence, i);
    const OneEvent *x = g_ptr_array_index (whole->events, a->event);
    const OneEvent *y = g_ptr_array_index (part->events, b->event);

    g_assert_cmpint (a->original, ==, b->original);
    g_assert_cmpint (a->start, ==, b->start);
    g_assert_cmpint (a->end, ==, b->end);
    g_assert_cmpuint (x->line, ==, y->line);
  }
}

static void
test_a_series_that_only_touches_the_horizon_is_read (void)
{
  static const struct {
    const char *lines;
    guint occurrences;
  } rows[] = {
    { "DTSTART:20261029T233000Z\r\nDTEND:20261030T000000Z\r\nRRULE:FREQ=DAILY;COUNT=3", 0 },
    { "DTSTART:20261029T233000Z\r\nDTEND:20261030T000001Z\r\nRRULE:FREQ=DAILY;COUNT=3", 1 },
    { "DTSTART:20261029T233000Z\r\nDTEND:20261030T000001Z\r\nRRULE:FREQ=DAILY;COUNT=2", 0 },
    { "DTSTART:20200101T090000Z\r\nDTEND:20200101T100000Z\r\nRRULE:FREQ=WEEKLY;COUNT=357", 0 },
    { "DTSTART:20200101T090000Z\r\nDTEND:20200101T100000Z\r\nRRULE:FREQ=WEEKLY;COUNT=358", 1 },
    { "DTSTART:20200101T090000Z\r\nDURATION:P3DT15H\r\nRRULE:FREQ=WEEKLY;COUNT=357", 0 },
    { "DTSTART:20200101T090000Z\r\nDURATION:P3DT15H1S\r\nRRULE:FREQ=WEEKLY;COUNT=357", 1 },
    { "DTSTART:20200131T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=48", 0 },
    { "DTSTART:20200131T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=49", 1 },
    { "DTSTART;VALUE=DATE:20001031\r\nRRULE:FREQ=YEARLY", 0 },
    { "DTSTART;VALUE=DATE:20001101\r\nRRULE:FREQ=YEARLY", 1 },
    { "DTSTART;VALUE=DATE:20010201\r\nRRULE:FREQ=YEARLY", 1 },
    { "DTSTART;VALUE=DATE:20010202\r\nRRULE:FREQ=YEARLY", 0 },
    { "DTSTART;TZID=Pacific/Kiritimati:20001101T130000\r\nRRULE:FREQ=YEARLY", 0 },
    { "DTSTART;TZID=Pacific/Kiritimati:20001101T140000\r\nRRULE:FREQ=YEARLY", 1 },
    { "DTSTART;TZID=Pacific/Pago_Pago:20010131T125959\r\nRRULE:FREQ=YEARLY", 1 },
    { "DTSTART;TZID=Pacific/Pago_Pago:20010131T130000\r\nRRULE:FREQ=YEARLY", 0 },
    { "DTSTART:20240229T090000Z\r\nDURATION:P975DT15H\r\nRRULE:FREQ=YEARLY", 0 },
    { "DTSTART:20240229T090000Z\r\nDURATION:P975DT15H1S\r\nRRULE:FREQ=YEARLY", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n%s\r\n"
                                             "END:VEVENT\r\nEND:VCALENDAR\r\n",
                                             rows[i].lines);
    g_autoptr (OneReading) whole = read_text (text, strlen (text), TRUE);
    g_autoptr (OneReading) part = read_text (text, strlen (text), FALSE);

    g_test_message ("%s", rows[i].lines);
    g_assert_cmpuint (count (part), ==, rows[i].occurrences);
    g_assert_cmpuint (count (whole), ==, rows[i].occurrences);
  }
}

static gboolean
is_plain (const char *text, gsize length)
{
  g_autofree char *bytes = g_malloc0 (length + ONE_NEWLINES_BLOCK);

  memcpy (bytes, text, length);
  return one_nothing_recurs (bytes, length);
}

#define ZONE                                                                                       \
  "BEGIN:VTIMEZONE\nTZID:A\nBEGIN:STANDARD\nRRULE:FREQ=YEARLY\nRDATE:19700101T000000\n"            \
  "END:STANDARD\nEND:VTIMEZONE\n"

static void
test_what_is_seen_at_a_glance (void)
{
  static const struct {
    gboolean plain;
    const char *lines;
  } rows[] = {
    { TRUE, "" },
    { TRUE, "BEGIN:VTODO\nEND:VTODO\n" },
    { TRUE,
      "BEGIN:VEVENT\r\nDTSTART:20261123T090000Z\r\nSUMMARY:RRULE\r\n RRULE:\r\nEND:VEVENT\r\n" },
    { TRUE, ZONE "BEGIN:VEVENT\nEND:VEVENT\n" },
    { TRUE, "BEGIN:VEVENT\nEND:VEVENT\n" ZONE ZONE },
    { TRUE, "BEGIN:VEVENT\nEXDATE:20261123\nBEGIN:VALARM\nREPEAT:1\nEND:VALARM\nEND:VEVENT\n" },
    { FALSE, "BEGIN:VEVENT\nRRULE:FREQ=DAILY\nEND:VEVENT\n" },
    { FALSE, "BEGIN:VEVENT\nrrule:FREQ=DAILY\nEND:VEVENT\n" },
    { FALSE, "BEGIN:VEVENT\nRRU\n LE:FREQ=DAILY\nEND:VEVENT\n" },
    { FALSE, "BEGIN:VEVENT\n\n RRULE:FREQ=DAILY\nEND:VEVENT\n" },
    { FALSE, "BEGIN:VEVENT\n\r\n RRULE:FREQ=DAILY\nEND:VEVENT\n" },
    { FALSE, "BEGIN:VEVENT\nRDATE:20261123\nEND:VEVENT\n" },
    { FALSE, "BEGIN:VEVENT\nEXRULE:FREQ=DAILY\nEND:VEVENT\n" },
    { FALSE, "BEGIN:VEVENT\nRECURRENCE-ID:20261123\nEND:VEVENT\n" },
    { FALSE, "METHOD:CANCEL\nBEGIN:VEVENT\nEND:VEVENT\n" },
    { FALSE, ZONE "BEGIN:VEVENT\nRRULE:FREQ=DAILY\nEND:VEVENT\n" },
    { FALSE, "BEGIN:VTIMEZONE\nBEGIN:VEVENT\nRRULE:FREQ=DAILY\nEND:VEVENT\n" },
    { FALSE, "BEGIN:VTIMEZONE\nend:vtimezone\nBEGIN:VEVENT\nRRULE:FREQ=DAILY\nEND:VEVENT\n" },
    { FALSE, "BEGIN:VEVENT\nBEGIN:VTIMEZONE\nEND:DAYLIGHT\nRRULE:FREQ=DAILY\nEND:VEVENT\n" },
    { FALSE, "END:VCALENDAR\n\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
        g_strconcat ("BEGIN:VCALENDAR\n", rows[i].lines, "END:VCALENDAR\n\n", NULL);

    g_test_message ("%s", text);
    g_assert_cmpint (is_plain (text, strlen (text)), ==, rows[i].plain);
  }
}

/* Of what is odd as a whole somebody may have to be told. */
static void
test_what_is_odd_is_not_seen_at_a_glance (void)
{
  static const struct {
    const char *text;
    gsize length;
  } rows[] = {
#define ROW(text) { text, sizeof text - 1 }
    ROW (""),
    ROW ("\n"),
    ROW ("BEGIN:VCALENDAR\n"),
    ROW ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\n"),
    ROW ("BEGIN:VCALENDAR\rEND:VCALENDAR\r"),
    ROW ("BEGIN:VCALENDARS\nEND:VCALENDAR\n"),
    ROW ("BEGIN:VCALENDAR\nEND:VCALENDARS\n"),
    ROW ("BEGIN:VCALENDAR\nEND:VCALENDAR\0\n"),
    ROW ("BEGIN:VCALENDAR\n\0RRULE:FREQ=DAILY\nEND:VCALENDAR\n"),
    ROW ("\xef\xbb\xbf"
         "BEGIN:VCALENDAR\nEND:VCALENDAR\n"),
    ROW ("\xff\xfe"
         "B\0E\0G\0I\0N\0"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_false (is_plain (rows[i].text, rows[i].length));
}

static gboolean
recurs (const GString *text)
{
  g_autoptr (OneReading) reading = read_text (text->str, text->len, TRUE);
  gboolean found = FALSE;

  for (guint i = 0; i < reading->series->len; i++)
    found |= ((OneSeries *) g_ptr_array_index (reading->series, i))->recurring;
  return found;
}

/* A rule anywhere, in an event that is broken anywhere. */
static void
test_a_glance_loses_nothing (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  guint plain = 0, recurring = 0;

  for (guint round = 0; round < 3000; round++) {
    GString *text = g_string_new (
        "BEGIN:VCALENDAR\r\n" ZONE "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261201T090000Z\r\n"
        "X:0123456789012345678901234567890123456789\r\nBEGIN:VALARM\r\nREPEAT:1\r\n"
        "END:VALARM\r\nSUMMARY:a\r\nEND:VEVENT\r\n");
    gint32 at = g_rand_int_range (rand, 17, (gint32) text->len);

    if (round % 2)
      at = (gint32) (strchr (text->str + at, '\n') + 1 - text->str);
    g_string_insert (text, at, "RRULE:FREQ=DAILY\r\n");
    if (g_rand_int_range (rand, 0, 2))
      mangle (text, (gsize) g_rand_int_range (rand, 17, (gint32) text->len), rand);
    g_string_append (text, "END:VCALENDAR\r\n");
    if (is_plain (text->str, text->len)) {
      if (recurs (text))
        g_error ("round %u\n%s", round, text->str);
      plain++;
    } else {
      recurring += recurs (text);
    }
    g_string_free (text, TRUE);
  }
  g_assert_cmpuint (plain, >, 300);
  g_assert_cmpuint (recurring, >, 300);
}

static void
test_the_prefilter_loses_nothing (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);

  for (guint round = 0; round < 3000; round++) {
    GString *text = g_string_new ("BEGIN:VCALENDAR\r\n");
    g_autoptr (OneReading) whole = NULL, part = NULL;

    for (gint i = g_rand_int_range (rand, 1, 12); i > 0; i--)
      add_random_event (text, rand);
    g_string_append (text, "END:VCALENDAR\r\n");
    whole = read_text (text->str, text->len, TRUE);
    part = read_text (text->str, text->len, FALSE);
    g_test_message ("round %u", round);
    for (guint i = 0; i < whole->series->len; i++) {
      const OneSeries *series = g_ptr_array_index (whole->series, i);

      compare_series (series, find_series (part, series->uid));
    }
    g_string_free (text, TRUE);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/hostile/each-threat-is-read-or-refused",
                   test_each_threat_is_read_or_refused);
  g_test_add_func ("/reader/hostile/a-line-without-end-is-cut", test_a_line_without_end_is_cut);
  g_test_add_func ("/reader/hostile/a-property-of-many-parts-is-read-or-cut",
                   test_a_property_of_many_parts_is_read_or_cut);
  g_test_add_func ("/reader/hostile/a-zone-of-51-parts-is-not-expanded",
                   test_a_zone_of_51_parts_is_not_expanded);
  g_test_add_func ("/reader/hostile/a-file-cut-off-while-it-is-read-harms-nobody",
                   test_a_file_cut_off_while_it_is_read_harms_nobody);
  g_test_add_func ("/reader/hostile/a-sequence-never-wraps", test_a_sequence_never_wraps);
  g_test_add_func ("/reader/hostile/nesting-does-not-matter", test_nesting_does_not_matter);
  g_test_add_func ("/reader/hostile/what-is-no-calendar-is-refused-by-name",
                   test_what_is_no_calendar_is_refused_by_name);
  g_test_add_func ("/reader/hostile/700-copies-of-one-uid-are-one-meeting",
                   test_700_copies_of_one_uid_are_one_meeting);
  g_test_add_func ("/reader/filter/a-series-that-only-touches-the-horizon-is-read",
                   test_a_series_that_only_touches_the_horizon_is_read);
  g_test_add_func ("/reader/glance/what-is-seen", test_what_is_seen_at_a_glance);
  g_test_add_func ("/reader/glance/what-is-odd", test_what_is_odd_is_not_seen_at_a_glance);
  g_test_add_func ("/reader/glance/it-loses-nothing", test_a_glance_loses_nothing);
  g_test_add_func ("/reader/filter/the-prefilter-loses-nothing", test_the_prefilter_loses_nothing);
  return g_test_run ();
}
