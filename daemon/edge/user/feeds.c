/* SPDX-License-Identifier: MIT */
#include "edge/user/feeds.h"

#include <stdlib.h>
#include "edge/small-file.h"
#include "wire/feed-answer.h"
#include "wire/feed.h"

static OneFeed *
load (const char *folder, const char *name)
{
  g_autofree char *path = one_feed_dup_path (folder, name, ONE_FEED_STATE_FILE);
  g_autoptr (GBytes) bytes = one_small_file_read (path, ONE_FEED_MAX_STATE, NULL);
  g_autofree char *text = NULL;

  if (bytes && g_bytes_get_size (bytes) > 0)
    text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return one_feed_parse (text);
}

void
one_feeds_find (const char *folder, OneFoundAll *found)
{
  g_auto (GStrv) names = one_feed_list_names (folder);

  one_found_add_place (found, folder);
  for (char **name = names; *name; name++) {
    g_autofree char *path = one_feed_dup_path (folder, *name, ONE_FEED_CALENDAR_FILE);
    g_autoptr (OneFeed) feed = load (folder, *name);
    char *real = realpath (path, NULL);

    if (real)
      one_found_add (found, real, *name, ONE_SOURCE_FEED, FALSE);
    if (one_feed_is_trouble (feed))
      one_found_add_trouble (found, real ? real : path, one_feed_answer_get_text (feed->answer));
    free (real);
  }
}
