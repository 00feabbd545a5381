/* SPDX-License-Identifier: MIT */
#include <glib.h>
#include <string.h>
#include "model/calendar/pack.h"

#define YEAR_1900 G_GINT64_CONSTANT (-2208988800)
#define YEAR_2300 G_GINT64_CONSTANT (10413792000)

static void
add_attendee (OneEvent *event, const char *address, OnePartstat partstat)
{
  OneAttendee *attendee = one_attendee_new ();

  g_free (attendee->address);
  attendee->address = g_strdup (address);
  attendee->cutype = ONE_CUTYPE_ROOM;
  attendee->partstat = partstat;
  attendee->organizer = TRUE;
  g_ptr_array_add (event->attendees, attendee);
}

static OneEvent *
event_new (const char *summary)
{
  OneEvent *event = one_event_new ();

  g_free (event->summary);
  event->summary = g_strdup (summary);
  g_strfreev (event->links);
  event->links = g_strsplit ("conference:https://a.example url:https://b.example", " ", -1);
  event->line = 12;
  event->guests = 3;
  event->no_end = TRUE;
  add_attendee (event, "ada@example.org", ONE_PARTSTAT_DECLINED);
  add_attendee (event, "", ONE_PARTSTAT_DELEGATED);
  return event;
}

static OneSeries *
series_new (const char *uid)
{
  OneSeries *series = one_series_new (uid);
  OneOccurrence first = { .original = 1000, .start = 2000, .end = 2000, .event = 1, .override = 1 };
  OneOccurrence second = { .original = 1000, .start = -5, .end = 2000 };

  series->sequence = -3;
  series->last_modified = 7;
  series->dtstamp = G_GINT64_CONSTANT (-62135596800); /* the year 1, as Exchange writes it */
  series->has_master = series->recurring = series->cancelled = TRUE;
  g_ptr_array_add (series->events, event_new ("Ada ÷ me"));
  g_ptr_array_add (series->events, event_new (""));
  g_array_append_val (series->occurrences, first);
  g_array_append_val (series->occurrences, second);
  return series;
}

static OneReading *
reading_new (void)
{
  OneReading *reading = one_reading_new ("/a.ics");

  reading->stamp = (OneStamp){ G_MAXUINT64, 2, -3, 4 };
  g_ptr_array_add (reading->series, series_new ("a@b"));
  g_ptr_array_add (reading->series, series_new ("c@d"));
  g_ptr_array_add (reading->troubles, one_trouble_new ("/a.ics", 9, "it is odd"));
  reading->incomplete = TRUE;
  one_reading_leave_out (reading, "e@f");
  one_reading_leave_out (reading, "g@h");
  return reading;
}

/* Takes all frames of one reading apart. NULL if one of them does not fit. */
static OneReading *
parse (const GByteArray *bytes, GError **error)
{
  g_autoptr (OneReading) reading = one_reading_new ("/a.ics");
  gboolean complete = FALSE;
  gsize at = 0;

  while (!complete) {
    OneFrame frame;
    gssize size = one_pack_parse_frame (bytes->data + at, bytes->len - at, &frame, error);

    if (size <= 0 || !one_pack_parse_reading (&frame, reading, &complete, error))
      return NULL;
    at += (gsize) size;
  }
  return g_steal_pointer (&reading);
}

static void
assert_event (const OneEvent *event, const char *summary)
{
  const OneAttendee *attendee = g_ptr_array_index (event->attendees, 0);

  g_assert_cmpstr (event->summary, ==, summary);
  g_assert_cmpint (g_strv_length (event->links), ==, 2);
  g_assert_cmpstr (event->links[1], ==, "url:https://b.example");
  g_assert_cmpint (event->line, ==, 12);
  g_assert_cmpint (event->guests, ==, 3);
  g_assert_true (event->no_end && !event->all_day && !event->cancelled);
  g_assert_cmpint (event->attendees->len, ==, 2);
  g_assert_cmpstr (attendee->address, ==, "ada@example.org");
  g_assert_cmpint (attendee->cutype, ==, ONE_CUTYPE_ROOM);
  g_assert_cmpint (attendee->partstat, ==, ONE_PARTSTAT_DECLINED);
  g_assert_true (attendee->organizer && !attendee->non_participant);
}

static void
test_reading_comes_back_whole (void)
{
  g_autoptr (OneReading) reading = reading_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (OneReading) back = NULL;
  const OneSeries *series;
  const OneOccurrence *occurrence;
  const OneTrouble *trouble;
  GError *error = NULL;

  one_pack_add_reading (bytes, reading);
  back = parse (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (&back->stamp, sizeof back->stamp, &reading->stamp, sizeof reading->stamp);
  g_assert_cmpint (back->series->len, ==, 2);
  series = g_ptr_array_index (back->series, 1);
  g_assert_cmpstr (series->uid, ==, "c@d");
  g_assert_cmpint (series->sequence, ==, -3);
  g_assert_cmpint (series->last_modified, ==, 7);
  g_assert_cmpint (series->dtstamp, ==, YEAR_1900);
  g_assert_true (series->has_master && series->recurring && series->cancelled);
  g_assert_false (series->sub_daily);
  assert_event (g_ptr_array_index (series->events, 0), "Ada ÷ me");
  assert_event (g_ptr_array_index (series->events, 1), "");
  occurrence = &g_array_index (series->occurrences, OneOccurrence, 0);
  g_assert_cmpint (occurrence->start, ==, 2000);
  g_assert_cmpint (occurrence->event, ==, 1);
  g_assert_true (occurrence->override);
  trouble = g_ptr_array_index (back->troubles, 0);
  g_assert_cmpstr (trouble->source, ==, "/a.ics");
  g_assert_cmpstr (trouble->what, ==, "it is odd");
  g_assert_cmpint (trouble->line, ==, 9);
  g_assert_true (back->incomplete && !back->refused);
  g_assert_cmpint (g_hash_table_size (back->left_out), ==, 2);
  g_assert_true (g_hash_table_contains (back->left_out, "g@h"));
}

static void
test_many_series_take_several_frames (void)
{
  g_autoptr (OneReading) reading = one_reading_new ("/a.ics");
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (OneReading) back = NULL;
  OneFrame frame;

  for (guint i = 0; i < 5000; i++)
    g_ptr_array_add (reading->series, series_new ("many@example.org"));
  one_pack_add_reading (bytes, reading);
  g_assert_cmpint (one_pack_parse_frame (bytes->data, bytes->len, &frame, NULL), <, 70000);
  back = parse (bytes, NULL);
  g_assert_cmpint (back->series->len, ==, 5000);
}

static void
test_request_comes_back_whole (void)
{
  g_autoptr (OneRequest) request = one_request_new ();
  g_autoptr (OneRequest) back = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  OneFrame frame;

  g_ptr_array_add (request->roots, g_strdup ("/r"));
  g_ptr_array_add (request->paths, g_strdup ("/r/\377 not utf-8.ics"));
  g_free (request->zone_folder);
  request->zone_folder = g_strdup ("/z");
  request->now = 3;
  request->from = -1;
  request->to = 5;
  request->all = TRUE;
  g_assert_cmpint (one_pack_add_request (bytes, request, 0, G_MAXUINT), ==, 1);
  g_byte_array_remove_range (bytes, 0, ONE_PACK_WORDS);
  g_assert_cmpint (one_pack_parse_frame (bytes->data, bytes->len, &frame, NULL), ==, bytes->len);
  back = one_pack_parse_request (&frame, NULL);
  g_assert_cmpstr (g_ptr_array_index (back->roots, 0), ==, "/r");
  g_assert_cmpstr (g_ptr_array_index (back->paths, 0), ==, "/r/\377 not utf-8.ics");
  g_assert_cmpstr (back->zone, ==, "UTC");
  g_assert_cmpstr (back->zone_folder, ==, "/z");
  g_assert_cmpint (back->now, ==, 3);
  g_assert_cmpint (back->from, ==, -1);
  g_assert_true (back->all);
}

static void
test_relative_path_is_no_request (void)
{
  g_autoptr (OneRequest) request = one_request_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  OneFrame frame;

  g_ptr_array_add (request->paths, g_strdup ("a.ics"));
  one_pack_add_request (bytes, request, 0, G_MAXUINT);
  g_byte_array_remove_range (bytes, 0, ONE_PACK_WORDS);
  g_assert_cmpint (one_pack_parse_frame (bytes->data, bytes->len, &frame, NULL), >, 0);
  g_assert_null (one_pack_parse_request (&frame, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
}

/* Whatever follows: it may mean anything in that version. */
static void
test_request_of_another_version (void)
{
  static const guint8 body[] = { ONE_PACK_VERSION + 1, 0, 0, 0, 255 };

  for (gsize size = sizeof (guint32); size <= sizeof body; size++) {
    const OneFrame frame = { .kind = ONE_FRAME_REQUEST, .body = body, .size = size };
    g_autoptr (GError) error = NULL;

    g_assert_null (one_pack_parse_request (&frame, &error));
    g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSYS);
  }
}

static void
test_request_cut_off_in_its_version (void)
{
  static const guint8 body[] = { ONE_PACK_VERSION + 1, 0, 0 };
  const OneFrame frame = { .kind = ONE_FRAME_REQUEST, .body = body, .size = sizeof body };
  g_autoptr (GError) error = NULL;

  g_assert_null (one_pack_parse_request (&frame, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
}

/* Wherever it is cut, what is there of it is either not complete yet or an error. */
static void
test_cut_off_anywhere (void)
{
  g_autoptr (OneReading) reading = reading_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  one_pack_add_reading (bytes, reading);
  for (guint length = bytes->len - 1; length > 0; length--) {
    g_byte_array_set_size (bytes, length);
    g_assert_null (parse (bytes, NULL));
  }
}

/* Each body cut short under a length that says so: never complete, always an error. */
static void
test_bodies_too_short (void)
{
  g_autoptr (OneReading) reading = reading_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  OneFrame frame;

  g_ptr_array_set_size (reading->series, 1);
  one_pack_add_reading (bytes, reading);
  g_assert_cmpint (one_pack_parse_frame (bytes->data, bytes->len, &frame, NULL), >, 0);
  for (gsize size = frame.size - 1; size > 0; size--) {
    g_autoptr (OneReading) back = one_reading_new ("/a.ics");
    g_autoptr (GError) error = NULL;
    gboolean complete;

    frame.size = size;
    g_assert_false (one_pack_parse_reading (&frame, back, &complete, &error));
    g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
  }
}

/* Whatever byte is another, nothing is believed that breaks a promise. */
static void
test_any_byte_changed (void)
{
  g_autoptr (OneReading) reading = reading_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  static const guint8 others[] = { 0x00, 0x01, 0x02, 0x7f, 0x80, 0xff };

  one_pack_add_reading (bytes, reading);
  for (guint i = 0; i < bytes->len * G_N_ELEMENTS (others); i++) {
    guint8 *byte = &bytes->data[i / G_N_ELEMENTS (others)];
    guint8 old = *byte;
    g_autoptr (OneReading) back = NULL;

    *byte = others[i % G_N_ELEMENTS (others)];
    back = parse (bytes, NULL);
    *byte = old;
    for (guint k = 0; back && k < back->series->len; k++) {
      const OneSeries *series = g_ptr_array_index (back->series, k);

      for (guint n = 0; n < series->occurrences->len; n++)
        g_assert_cmpint (g_array_index (series->occurrences, OneOccurrence, n).event, <,
                         series->events->len);
    }
  }
}

typedef struct {
  const char *name;
  const char *what; /* the error; NULL: it is believed */
  guint kept;       /* occurrences, when it is believed: the two of before, and this one or not */
  OneOccurrence occurrence;
} Lie;

static const Lie lies[] = {
  { "none", NULL, 3, { 2000, 2000, 2000, 1, 1 } },
  { "earliest", NULL, 3, { 1000, YEAR_1900, YEAR_2300 - 1, 0, 0 } },
  { "before-1900", NULL, 2, { 1000, YEAR_1900 - 1, 0, 0, 0 } },
  { "in-2300", NULL, 2, { 1000, 0, YEAR_2300, 0, 0 } },
  { "original", NULL, 2, { G_MAXINT64, 0, 0, 0, 0 } },
  { "ends-before-it-starts", "an occurrence ends before it starts", 0, { 1000, 5, 4, 0, 0 } },
  { "no-such-event", "an occurrence is of no event", 0, { 1000, 0, 0, 2, 0 } },
  { "out-of-order", "occurrences are out of order", 0, { 999, 0, 0, 0, 0 } },
};

static void
test_lie (gconstpointer data)
{
  const Lie *lie = data;
  g_autoptr (OneReading) reading = reading_new ();
  OneSeries *series = g_ptr_array_index (reading->series, 1);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (OneReading) back = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_val (series->occurrences, lie->occurrence);
  one_pack_add_reading (bytes, reading);
  back = parse (bytes, &error);
  g_assert_cmpstr (error ? error->message : NULL, ==, lie->what);
  g_assert_true ((back != NULL) == (lie->what == NULL));
  if (!back)
    return;
  series = g_ptr_array_index (back->series, 1);
  g_assert_cmpint (series->occurrences->len, ==, lie->kept);
}

static void
test_text_is_cleaned_again (void)
{
  g_autoptr (OneReading) reading = one_reading_new ("/a.ics");
  g_autofree char *much = g_strnfill (5000, 'x');
  OneSeries *series = series_new ("\033[31mred\xff");
  OneEvent *event = g_ptr_array_index (series->events, 0);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (OneReading) back = NULL;

  g_free (event->summary);
  event->summary = g_strconcat ("a\xe2\x80\xae", much, NULL);
  g_ptr_array_add (reading->series, series);
  one_pack_add_reading (bytes, reading);
  back = parse (bytes, NULL);
  series = g_ptr_array_index (back->series, 0);
  event = g_ptr_array_index (series->events, 0);
  g_assert_cmpstr (series->uid, ==, "[31mred\xef\xbf\xbd");
  g_assert_cmpint (g_utf8_strlen (event->summary, -1), ==, 256);
  g_assert_true (g_str_has_prefix (event->summary, "axx"));
}

static void
test_hello (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  OneHello hello = { .landlock = TRUE };
  OneHello back = { 0 };
  OneFrame frame;

  one_pack_add_hello (bytes, &hello);
  g_assert_cmpint (one_pack_parse_frame (bytes->data, bytes->len, &frame, NULL), ==, bytes->len);
  g_assert_true (one_pack_parse_hello (&frame, &back, NULL));
  g_assert_true (back.landlock);
  g_assert_cmpuint (back.version, ==, ONE_PACK_VERSION);
  bytes->data[ONE_PACK_HEAD]++;
  g_assert_false (one_pack_parse_hello (&frame, &back, NULL));
  g_assert_cmpuint (back.version, ==, ONE_PACK_VERSION + 1);
  frame.kind = ONE_FRAME_END;
  g_assert_false (one_pack_parse_hello (&frame, &back, NULL));
}

static void
test_frame_that_is_too_long_is_no_promise (void)
{
  static const guint8 longest[] = { 0x00, 0x00, 0x00, 0x01, 0x02 };
  static const guint8 longer[] = { 0x01, 0x00, 0x00, 0x01, 0x02 };
  static const guint8 unknown[] = { 0x01, 0x00, 0x00, 0x00, 0x04 };
  OneFrame frame;

  g_assert_cmpint (one_pack_parse_frame (longest, 5, &frame, NULL), ==, 0);
  g_assert_cmpint (one_pack_parse_frame (longer, 5, &frame, NULL), ==, -1);
  g_assert_cmpint (one_pack_parse_frame (unknown, 5, &frame, NULL), ==, -1);
  g_assert_cmpint (one_pack_parse_frame (unknown, 4, &frame, NULL), ==, 0);
}

/* How many paths of so many bytes, from one on, a request takes. */
static void
test_parts_of_a_request (void)
{
  static const struct {
    guint paths, bytes, first, most, taken;
  } rows[] = {
    { 10, 20, 0, 4, 4 },           { 10, 20, 0, G_MAXUINT, 10 },      { 10, 20, 9, 4, 1 },
    { 20000, 5, 0, 50000, 20000 }, { 20001, 5, 0, G_MAXUINT, 20000 }, { 20001, 5, 20000, 7, 1 },
    { 2048, 4096, 0, 5000, 2048 }, { 2049, 4096, 0, 5000, 2048 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneRequest) request = one_request_new ();
    g_autoptr (GByteArray) bytes = g_byte_array_new ();

    for (guint k = 0; k < rows[i].paths; k++)
      g_ptr_array_add (request->paths, g_strnfill (rows[i].bytes, '/'));
    g_assert_cmpint (one_pack_add_request (bytes, request, rows[i].first, rows[i].most), ==,
                     rows[i].taken);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/reading", test_reading_comes_back_whole);
  g_test_add_func ("/pack/many-series-take-several-frames", test_many_series_take_several_frames);
  g_test_add_func ("/pack/request", test_request_comes_back_whole);
  g_test_add_func ("/pack/relative-path-is-no-request", test_relative_path_is_no_request);
  g_test_add_func ("/pack/request-of-another-version", test_request_of_another_version);
  g_test_add_func ("/pack/request-cut-off-in-its-version", test_request_cut_off_in_its_version);
  g_test_add_func ("/pack/hello", test_hello);
  g_test_add_func ("/pack/cut-off-anywhere", test_cut_off_anywhere);
  g_test_add_func ("/pack/bodies-too-short", test_bodies_too_short);
  g_test_add_func ("/pack/any-byte-changed", test_any_byte_changed);
  g_test_add_func ("/pack/text-is-cleaned-again", test_text_is_cleaned_again);
  g_test_add_func ("/pack/frame-too-long", test_frame_that_is_too_long_is_no_promise);
  g_test_add_func ("/pack/parts-of-a-request", test_parts_of_a_request);
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++) {
    g_autofree char *path = g_strconcat ("/pack/lie/", lies[i].name, NULL);

    g_test_add_data_func (path, &lies[i], test_lie);
  }
  return g_test_run ();
}
