/* SPDX-License-Identifier: MIT */
#include "fetch/transfer.h"

#include <curl/curl.h>
#include "fetch/target.h"
#include "fetch/verdict.h"

#define MOST_HOPS 5
#define MOST_ASIDE (64 << 10) /* bytes of what nobody reads */
#define CONNECT_SECONDS 30L
#define SLOW_BYTES 64L   /* a second: less than that … */
#define SLOW_SECONDS 30L /* … for so long is given up */

typedef struct {
  CURL *curl;                /* (borrowed) */
  OneBody *body;             /* (borrowed) */
  OneTransferResult *result; /* (borrowed) */
  gsize aside;               /* bytes that came with another answer than 200 */
} Transfer;

static guint
get_status (CURL *curl)
{
  long status = 0;

  curl_easy_getinfo (curl, CURLINFO_RESPONSE_CODE, &status);
  return (guint) CLAMP (status, 0, 999);
}

/* Nobody reads what comes with another answer than 200, but libcurl says where a server sends on to
 * only when it has come. */
static size_t
take_bytes (char *bytes, size_t one, size_t count, void *data)
{
  Transfer *transfer = data;

  if (get_status (transfer->curl) == 200)
    return one_body_take (transfer->body, bytes, count) ? count : 0;
  transfer->aside += count;
  return transfer->aside <= MOST_ASIDE ? count : 0;
}

static size_t
take_header (char *line, size_t one, size_t count, void *data)
{
  Transfer *transfer = data;

  one_headers_take (&transfer->result->headers, line, count);
  return count;
}

static void
add_header (struct curl_slist **headers, const char *name, const char *value)
{
  g_autofree char *line = value ? g_strdup_printf ("%s: %s", name, value) : NULL;

  if (line)
    *headers = curl_slist_append (*headers, line);
}

static struct curl_slist *
list_headers (const OneTransferRequest *request)
{
  struct curl_slist *headers = NULL;

  add_header (&headers, "Accept", "text/calendar, */*;q=0.1");
  add_header (&headers, "If-None-Match", request->etag);
  add_header (&headers, "If-Modified-Since", request->modified);
  return headers;
}

/* All that is the same for each hop. */
static void
set_up (const OneTransferRequest *request, Transfer *transfer, struct curl_slist *headers)
{
  CURL *curl = transfer->curl;

  curl_easy_setopt (curl, CURLOPT_PROTOCOLS_STR, "https");
  curl_easy_setopt (curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt (curl, CURLOPT_SSLVERSION, (long) CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt (curl, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  curl_easy_setopt (curl, CURLOPT_HTTPHEADER, headers);
  curl_easy_setopt (curl, CURLOPT_USERAGENT, "oned-fetch/" ONE_VERSION);
  curl_easy_setopt (curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
  curl_easy_setopt (curl, CURLOPT_LOW_SPEED_LIMIT, SLOW_BYTES);
  curl_easy_setopt (curl, CURLOPT_LOW_SPEED_TIME, SLOW_SECONDS);
  curl_easy_setopt (curl, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t) ONE_BODY_MOST);
  curl_easy_setopt (curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt (curl, CURLOPT_NOPROGRESS, 1L);
  curl_easy_setopt (curl, CURLOPT_WRITEFUNCTION, take_bytes);
  curl_easy_setopt (curl, CURLOPT_WRITEDATA, transfer);
  curl_easy_setopt (curl, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt (curl, CURLOPT_HEADERDATA, transfer);
  if (request->authorities)
    curl_easy_setopt (curl, CURLOPT_CAINFO, request->authorities);
}

static void
set_target (CURL *curl, const OneTarget *target, gint64 end)
{
  gboolean at_home = one_target_is_at_home (target);
  gint64 left = MAX (1, (end - g_get_monotonic_time ()) / G_TIME_SPAN_MILLISECOND);

  curl_easy_setopt (curl, CURLOPT_CURLU, target->url);
  curl_easy_setopt (curl, CURLOPT_USERNAME, at_home ? target->user : NULL);
  curl_easy_setopt (curl, CURLOPT_PASSWORD, at_home ? target->password : NULL);
  curl_easy_setopt (curl, CURLOPT_TIMEOUT_MS, (long) left);
}

/* One request. The address that the server sends on to, or NULL. (borrowed) until the next. */
static const char *
hop (Transfer *transfer)
{
  OneTransferResult *result = transfer->result;
  CURLcode code = curl_easy_perform (transfer->curl);
  curl_off_t retry_after = 0;
  char *address = NULL;
  long through = 0;

  result->status = get_status (transfer->curl);
  curl_easy_getinfo (transfer->curl, CURLINFO_HTTP_CONNECTCODE, &through);
  curl_easy_getinfo (transfer->curl, CURLINFO_RETRY_AFTER, &retry_after);
  curl_easy_getinfo (transfer->curl, CURLINFO_REDIRECT_URL, &address);
  /* libcurl reads dates, and newer ones (Debian 13's) say six hours at most of whatever it is. */
  result->retry_after = MAX (result->headers.retry_after, retry_after);
  result->answer = one_verdict_of_transfer (code, result->status, (guint) CLAMP (through, 0, 999),
                                            transfer->body);
  return address;
}

static void
follow (Transfer *transfer, OneTarget *target, gint64 end)
{
  OneTransferResult *result = transfer->result;

  for (guint hops = 0; hops <= MOST_HOPS; hops++) {
    const char *address;
    OneFeedAnswer refused;

    set_target (transfer->curl, target, end);
    address = hop (transfer);
    if (!address)
      return;
    refused = one_target_follow (target, address);
    if (refused != ONE_FEED_NEVER) {
      result->answer = refused;
      return;
    }
  }
  result->answer = ONE_FEED_REDIRECTS;
}

void
one_transfer_run (const OneTransferRequest *request, OneBody *body, OneTransferResult *result)
{
  gint64 end = g_get_monotonic_time () + request->patience * G_TIME_SPAN_SECOND;
  Transfer transfer = { curl_easy_init (), body, result, 0 };
  struct curl_slist *headers = list_headers (request);
  g_auto (OneTarget) target = { 0 };

  result->answer = ONE_FEED_ADDRESS;
  if (transfer.curl && one_target_set (&target, request->address)) {
    set_up (request, &transfer, headers);
    follow (&transfer, &target, end);
  }
  curl_easy_cleanup (transfer.curl);
  curl_slist_free_all (headers);
}

void
one_transfer_result_clear (OneTransferResult *result)
{
  one_headers_clear (&result->headers);
}
