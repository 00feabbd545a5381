/* SPDX-License-Identifier: MIT */
#include "fetch/fetch.h"

#include "fetch/feed-files.h"
#include "fetch/hint.h"
#include "fetch/next-fetch.h"
#include "fetch/transfer.h"
#include "wire/feed-answer.h"

#define NOW (g_get_real_time () / G_USEC_PER_SEC)

static void
replace (char **kept, const char *text)
{
  g_free (*kept);
  *kept = g_strdup (text);
}

/* A whole calendar came: keeps it, unless it is the one that is there. */
static OneFeedAnswer
keep (OneFeedFiles *files, OneFeed *feed, const OneBody *body, const OneHeaders *headers)
{
  g_autofree char *sum = one_body_dup_sum (body);
  gboolean is_same = g_strcmp0 (sum, feed->sum) == 0 && one_feed_files_has_calendar (files);

  if (!is_same && !one_feed_files_keep (files))
    return ONE_FEED_DISK;
  feed->wanted = one_hint_find (one_body_get_head (body));
  replace (&feed->sum, sum);
  replace (&feed->etag, headers->etag);
  replace (&feed->modified, headers->modified);
  return is_same ? ONE_FEED_SAME : ONE_FEED_NEW;
}

/* Writes down the answer. `wanted`: seconds until it wants to be asked again. */
static void
note (OneFeed *feed, OneFeedAnswer answer, gint64 wanted)
{
  feed->answer = answer;
  feed->asked = NOW;
  if (one_feed_answer_is_good (answer)) {
    feed->got = feed->asked;
    feed->failures = 0;
  } else {
    feed->failures++;
  }
  feed->next = one_next_fetch_find (feed, feed->asked, wanted, g_random_double ());
}

/* Nothing is known yet of another address, and a calendar that is gone cannot be compared. */
static OneFeed *
load (const OneFeedFiles *files)
{
  g_autoptr (OneFeed) feed = one_feed_files_load (files);
  const char *address = one_feed_files_get_address (files);
  g_autofree char *of =
      g_compute_checksum_for_string (G_CHECKSUM_SHA256, address ? address : "", -1);

  if (g_strcmp0 (feed->of, of) != 0) {
    one_feed_free (feed);
    feed = one_feed_parse (NULL);
    feed->of = g_steal_pointer (&of);
  }
  if (!one_feed_files_has_calendar (files)) {
    g_clear_pointer (&feed->etag, g_free);
    g_clear_pointer (&feed->modified, g_free);
    g_clear_pointer (&feed->sum, g_free);
  }
  return g_steal_pointer (&feed);
}

/* The answer, and in `wanted` the seconds until it wants to be asked again. */
static OneFeedAnswer
ask (const OneFetchWay *way, OneFeedFiles *files, OneFeed *feed, gint64 *wanted)
{
  OneFeedAnswer answer;
  const OneTransferRequest request = { one_feed_files_get_address (files), feed->etag,
                                       feed->modified, way->authorities, way->patience };
  g_autoptr (OneBody) body = NULL;
  g_auto (OneTransferResult) result = { 0 };
  int fd = request.address ? one_feed_files_begin (files) : -1;

  if (fd < 0)
    return request.address ? ONE_FEED_DISK : ONE_FEED_ADDRESS;
  body = one_body_new (fd);
  one_transfer_run (&request, body, &result);
  feed->status = result.status;
  *wanted = result.retry_after;
  if (result.answer == ONE_FEED_SAME && !request.etag && !request.modified)
    return ONE_FEED_STRANGE; /* as before, to whom nothing was there before */
  if (!one_feed_answer_is_good (result.answer))
    return result.answer;
  if (!one_feed_files_is_current (files))
    return ONE_FEED_NEVER;
  answer =
      result.answer == ONE_FEED_SAME ? ONE_FEED_SAME : keep (files, feed, body, &result.headers);
  *wanted = MAX (result.headers.max_age, feed->wanted);
  return answer;
}

gboolean
one_fetch_run (const OneFetchWay *way, const char *name, OneFeedAnswer *answer)
{
  g_autoptr (OneFeedFiles) files = one_feed_files_open (way->folder, name);
  g_autoptr (OneFeed) feed = NULL;
  gint64 wanted = 0;

  *answer = ONE_FEED_NEVER;
  if (!files)
    return FALSE;
  feed = load (files);
  if (!way->is_forced && !one_next_fetch_is_due (feed, NOW))
    return TRUE;
  *answer = ask (way, files, feed, &wanted);
  if (!one_feed_files_is_current (files))
    return FALSE;
  note (feed, *answer, wanted);
  if (!one_feed_files_save (files, feed))
    *answer = ONE_FEED_DISK;
  return TRUE;
}
