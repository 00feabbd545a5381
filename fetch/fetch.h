/* SPDX-License-Identifier: MIT */
/* One subscription: asks for its calendar, keeps it if it is one, and writes down what came of it.
 */
#pragma once

#include "wire/feed.h"

typedef struct {
  const char *folder;      /* of the subscriptions */
  const char *authorities; /* a file with certificates to trust in place of the system's; or NULL */
  guint patience;          /* seconds for a calendar */
  gboolean is_forced;      /* also what is not due */
} OneFetchWay;

/* Blocks. FALSE if there is no such subscription (any more). `answer` is ONE_FEED_NEVER if it was
 * not due. */
gboolean one_fetch_run (const OneFetchWay *way, const char *name, OneFeedAnswer *answer);
