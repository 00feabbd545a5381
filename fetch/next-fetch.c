/* SPDX-License-Identifier: MIT */
#include "fetch/next-fetch.h"

#include "wire/feed-answer.h"

#define SPREAD 10      /* the tenth part */
#define MAX_DOUBLED 10 /* far more than it takes to the longest */

gboolean
one_next_fetch_is_due (const OneFeed *feed, gint64 now)
{
  return now >= feed->next || feed->asked > now
         || feed->next - now > ONE_NEXT_FETCH_LONGEST + ONE_NEXT_FETCH_LONGEST / SPREAD;
}

/* The usual time, doubled with each failure after the first. Who is not online is not the server's
 * fault, and does not trouble it. */
static gint64
after_failure (const OneFeed *feed)
{
  guint doubled = CLAMP (feed->failures, 1, MAX_DOUBLED) - 1;

  if (feed->answer == ONE_FEED_UNREACHABLE || feed->answer == ONE_FEED_PROXY)
    return ONE_NEXT_FETCH_SOON;
  return MIN ((gint64) ONE_NEXT_FETCH_USUAL << doubled, ONE_NEXT_FETCH_PATIENCE);
}

gint64
one_next_fetch_find (const OneFeed *feed, gint64 now, gint64 wanted, double chance)
{
  gint64 wait;

  if (!one_feed_answer_is_good (feed->answer))
    wait = MAX (wanted, after_failure (feed));
  else
    wait = wanted > 0 ? MAX (wanted, ONE_NEXT_FETCH_SOON) : ONE_NEXT_FETCH_USUAL;
  wait = MIN (wait, ONE_NEXT_FETCH_LONGEST);
  return now + wait + (gint64) ((double) (wait / SPREAD) * CLAMP (chance, 0, 1));
}
