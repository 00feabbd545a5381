/* SPDX-License-Identifier: MIT */
/* The parts of an answer: what a calendar wants, the headers, the bytes, the verdict. */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include "fetch/body.h"
#include "fetch/headers.h"
#include "fetch/hint.h"
#include "fetch/target.h"
#include "fetch/verdict.h"

typedef struct {
  const char *text;
  gint64 seconds;
} NumberRow;

static const NumberRow durations[] = {
  { "PT15M", 900 }, { "P1D", 86400 },      { "+P1W", 604800 }, { "P1DT2H3M4S", 93784 },
  { "pt1h", 3600 }, { "P365D", 31536000 }, { "P366D", 0 },     { "PT99999999999999999999S", 0 },
  { "-PT15M", 0 },  { "PT", 0 },           { "P", 0 },         { "", 0 },
  { "P1M", 0 }, /* months there are none */
  { "PT1D", 0 },    { "PT1", 0 },          { "1H", 0 },        { "PT1H garbage", 0 },
};

static void
test_durations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    g_assert_cmpint (one_hint_parse_duration (durations[i].text), ==, durations[i].seconds);
}

static const NumberRow heads[] = {
  { "BEGIN:VCALENDAR\r\nREFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n", 14400 },
  { "BEGIN:VCALENDAR\nx-published-ttl:PT12H\nBEGIN:VEVENT\n", 43200 },
  { "BEGIN:VCALENDAR\nX-PUBLISHED-TTL:PT12H\nREFRESH-INTERVAL:PT1H\n", 43200 },
  { "BEGIN:VCALENDAR\nREFRESH-INTERVALS:PT4H\n", 0 },
  { "BEGIN:VCALENDAR\nREFRESH-INTERVAL\n", 0 },
  { "BEGIN:VCALENDAR\nBEGIN:VEVENT\nREFRESH-INTERVAL:PT4H\n", 0 },
  { "", 0 },
};

static void
test_hints (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_assert_cmpint (one_hint_find (heads[i].text), ==, heads[i].seconds);
}

static void
take_lines (OneHeaders *headers, const char *lines)
{
  g_auto (GStrv) each = g_strsplit (lines, "|", -1);

  for (char **line = each; *line; line++)
    one_headers_take (headers, *line, strlen (*line));
}

static void
test_headers (void)
{
  g_auto (OneHeaders) headers = { 0 };
  g_autofree char *at_most = g_strnfill (512, 'a');
  g_autofree char *line = g_strdup_printf ("ETag: %s\r\n", at_most);
  g_autofree char *longer = g_strdup_printf ("ETag: a%s\r\n", at_most);

  take_lines (&headers,
              "HTTP/1.1 302 Found\r\n|ETag: \"old\"\r\n|cache-control: max-age=5\r\n|\r\n");
  g_assert_cmpstr (headers.etag, ==, "\"old\"");
  g_assert_cmpint (headers.max_age, ==, 5);
  take_lines (&headers, "HTTP/2 200\r\n|Last-Modified:  Mon, 30 Nov 2026 10:00:00 GMT \r\n");
  g_assert_null (headers.etag);
  g_assert_cmpint (headers.max_age, ==, 0);
  g_assert_cmpstr (headers.modified, ==, "Mon, 30 Nov 2026 10:00:00 GMT");
  take_lines (&headers, line);
  g_assert_cmpstr (headers.etag, ==, at_most);
  take_lines (&headers, longer);
  g_assert_cmpstr (headers.etag, ==, at_most);
  take_lines (&headers,
              "ETag: a\rSet: b\r\n|ETagX: c\r\n|ETag:\r\n|Cache-Control: private, Max-Age=60\r\n");
  g_assert_cmpstr (headers.etag, ==, at_most);
  g_assert_cmpint (headers.max_age, ==, 60);
  take_lines (&headers, "Cache-Control: max-age=-5\r\n");
  g_assert_cmpint (headers.max_age, ==, 0);
  take_lines (&headers, "Retry-After: 999999999\r\n");
  g_assert_cmpint (headers.retry_after, ==, 999999999);
  take_lines (&headers, "Retry-After: Mon, 30 Nov 2026 10:00:00 GMT\r\n");
  g_assert_cmpint (headers.retry_after, ==, 0);
  take_lines (&headers, "retry-after: 5\r\n");
  g_assert_cmpint (headers.retry_after, ==, 5);
  take_lines (&headers, "Retry-After: -5\r\n");
  g_assert_cmpint (headers.retry_after, ==, 0);
  take_lines (&headers, "Retry-After: 5 \r\n|HTTP/2 200\r\n");
  g_assert_cmpint (headers.retry_after, ==, 0);
}

typedef struct {
  const char *sentence;
  const char *text; /* each | ends a piece */
  OneFeedAnswer answer;
} BodyRow;

static const BodyRow bodies[] = {
  { "whole", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", ONE_FEED_NEW },
  { "in-pieces", "\357|\273|\277\r|\nBEG|IN:VCALENDAR\r\n|END:VC|ALENDAR", ONE_FEED_NEW },
  { "in-small-letters", "begin:vcalendar\nend:vcalendar", ONE_FEED_NEW },
  { "blank-at-both-ends", "\n|  \r\n|BEGIN:VCALENDAR\nEND:VCALENDAR|\r\n|\r\n", ONE_FEED_NEW },
  { "empty", "", ONE_FEED_NO_CALENDAR },
  { "blank", "\r\n|\r\n", ONE_FEED_NO_CALENDAR },
  { "begun", "BEGIN:VCAL", ONE_FEED_NO_CALENDAR },
  { "another-word", "BEGIN:VCARD\nEND:VCARD", ONE_FEED_NO_CALENDAR },
  { "a-page", "\n\n<!DOCTYPE html>BEGIN:VCALENDAR", ONE_FEED_PAGE },
  { "a-page-in-pieces", "\357\273\277|  |<|html>", ONE_FEED_PAGE },
  { "cut-off", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", ONE_FEED_CUT },
  { "its-end-is-not-at-the-end", "BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\n",
    ONE_FEED_CUT },
  { "an-end-with-a-gap", "BEGIN:VCALENDAR\nEND:|\n|VCALENDAR\n", ONE_FEED_CUT },
  { "two-in-one", "BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR\n",
    ONE_FEED_NEW },
};

static void
test_body (gconstpointer data)
{
  const BodyRow *row = data;
  g_auto (GStrv) pieces = g_strsplit (row->text, "|", -1);
  int fd = open ("/dev/null", O_WRONLY | O_CLOEXEC);
  g_autoptr (OneBody) body = one_body_new (fd);

  for (char **piece = pieces; *piece; piece++)
    if (!one_body_take (body, *piece, strlen (*piece)))
      break;
  g_assert_cmpint (one_body_judge (body), ==, row->answer);
  close (fd);
}

static void
test_most (void)
{
  int fd = open ("/dev/null", O_WRONLY | O_CLOEXEC);
  g_autoptr (OneBody) body = one_body_new (fd);
  g_autofree char *much = g_strnfill (1 << 20, 'x');

  g_assert_true (one_body_take (body, "BEGIN:VCALENDAR\n", 16));
  for (guint i = 0; i < 47; i++)
    g_assert_true (one_body_take (body, much, 1 << 20));
  g_assert_true (one_body_take (body, much, (1 << 20) - 16));
  g_assert_false (one_body_is_refused (body));
  g_assert_false (one_body_take (body, "x", 1));
  g_assert_true (one_body_is_refused (body));
  g_assert_cmpint (one_body_judge (body), ==, ONE_FEED_LARGE);
  g_assert_cmpuint (strlen (one_body_get_head (body)), ==, 8192);
  close (fd);
}

static void
test_full_disk (void)
{
  int fd = open ("/dev/full", O_WRONLY | O_CLOEXEC);
  g_autoptr (OneBody) body = one_body_new (fd);

  g_assert_false (one_body_take (body, "BEGIN:VCALENDAR\n", 16));
  g_assert_cmpint (one_body_judge (body), ==, ONE_FEED_DISK);
  close (fd);
}

static void
test_sums (void)
{
  int fd = open ("/dev/null", O_WRONLY | O_CLOEXEC);
  g_autoptr (OneBody) one = one_body_new (fd), two = one_body_new (fd);
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  g_assert_true (one_body_take (one, "BEGIN:VCALENDAR\nEND", 19));
  g_assert_true (one_body_take (two, "BEGIN:VCAL", 10));
  g_assert_true (one_body_take (two, "ENDAR\nEND", 9));
  first = one_body_dup_sum (one);
  second = one_body_dup_sum (two);
  g_assert_cmpstr (first, ==, second);
  g_assert_true (one_body_take (two, "\n", 1));
  third = one_body_dup_sum (two);
  g_assert_cmpstr (first, !=, third);
  close (fd);
}

typedef struct {
  CURLcode code;
  guint status, through;
  OneFeedAnswer answer;
} VerdictRow;

static const VerdictRow verdicts[] = {
  { CURLE_OK, 304, 0, ONE_FEED_SAME },
  { CURLE_OK, 401, 0, ONE_FEED_LOGIN },
  { CURLE_OK, 403, 0, ONE_FEED_LOGIN },
  { CURLE_OK, 404, 0, ONE_FEED_NOT_FOUND },
  { CURLE_OK, 410, 0, ONE_FEED_NOT_FOUND },
  { CURLE_OK, 429, 0, ONE_FEED_BUSY },
  { CURLE_OK, 499, 0, ONE_FEED_STRANGE },
  { CURLE_OK, 500, 0, ONE_FEED_BUSY },
  { CURLE_OK, 599, 0, ONE_FEED_BUSY },
  { CURLE_OK, 600, 0, ONE_FEED_STRANGE },
  { CURLE_OK, 201, 0, ONE_FEED_STRANGE },
  /* An answer that was told counts more than how it ended. */
  { CURLE_WRITE_ERROR, 404, 0, ONE_FEED_NOT_FOUND },
  { CURLE_OK, 200, 0, ONE_FEED_NO_CALENDAR },
  { CURLE_OPERATION_TIMEDOUT, 200, 0, ONE_FEED_SLOW },
  { CURLE_OPERATION_TIMEDOUT, 0, 0, ONE_FEED_SLOW },
  { CURLE_COULDNT_RESOLVE_HOST, 0, 0, ONE_FEED_UNREACHABLE },
  { CURLE_PEER_FAILED_VERIFICATION, 0, 200, ONE_FEED_CERTIFICATE },
  { CURLE_SSL_CONNECT_ERROR, 0, 0, ONE_FEED_INSECURE },
  { CURLE_RECV_ERROR, 0, 299, ONE_FEED_CUT },
  { CURLE_RECV_ERROR, 0, 403, ONE_FEED_PROXY },
  { CURLE_COULDNT_RESOLVE_PROXY, 0, 0, ONE_FEED_PROXY },
  { CURLE_PARTIAL_FILE, 200, 0, ONE_FEED_CUT },
  { CURLE_FILESIZE_EXCEEDED, 200, 0, ONE_FEED_LARGE },
  { CURLE_BAD_CONTENT_ENCODING, 200, 0, ONE_FEED_STRANGE },
};

static void
test_verdicts (void)
{
  g_autoptr (OneBody) body = one_body_new (-1); /* nothing came */

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    g_assert_cmpint (
        one_verdict_of_transfer (verdicts[i].code, verdicts[i].status, verdicts[i].through, body),
        ==, verdicts[i].answer);
}

typedef struct {
  const char *to;
  OneFeedAnswer answer;
  gboolean at_home;
} HopRow;

static const HopRow hops[] = {
  { "/b", ONE_FEED_NEVER, TRUE },
  { "https://EXAMPLE.org:443/c", ONE_FEED_NEVER, TRUE },
  { "https://x:y@example.org/c", ONE_FEED_NEVER, TRUE },
  { "https://example.org:444/c", ONE_FEED_NEVER, FALSE },
  { "https://other.example.org/c", ONE_FEED_NEVER, FALSE },
  { "//other.example.org/c", ONE_FEED_NEVER, FALSE },
  { "http://example.org/c", ONE_FEED_PLAIN, FALSE },
  { "ftp://example.org/c", ONE_FEED_PLAIN, FALSE },
};

static void
test_hops (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hops); i++) {
    g_auto (OneTarget) target = { 0 };
    char *user = NULL;

    g_assert_true (one_target_set (&target, "https://robin:p%40ss@example.org/a"));
    g_assert_cmpstr (target.user, ==, "robin");
    g_assert_cmpstr (target.password, ==, "p@ss");
    g_assert_cmpint (one_target_follow (&target, hops[i].to), ==, hops[i].answer);
    if (hops[i].answer == ONE_FEED_NEVER)
      g_assert_cmpint (one_target_is_at_home (&target), ==, hops[i].at_home);
    g_assert_cmpint (curl_url_get (target.url, CURLUPART_USER, &user, 0), ==, CURLUE_NO_USER);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer/durations", test_durations);
  g_test_add_func ("/answer/hints", test_hints);
  g_test_add_func ("/answer/headers", test_headers);
  g_test_add_func ("/answer/most", test_most);
  g_test_add_func ("/answer/full-disk", test_full_disk);
  g_test_add_func ("/answer/sums", test_sums);
  g_test_add_func ("/answer/verdicts", test_verdicts);
  g_test_add_func ("/answer/hops", test_hops);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++) {
    g_autofree char *path = g_strconcat ("/answer/body/", bodies[i].sentence, NULL);

    g_test_add_data_func (path, &bodies[i], test_body);
  }
  return g_test_run ();
}
