/* SPDX-License-Identifier: MIT */
#include "engine/base/news.h"

OneNews *
one_news_new (void)
{
  OneNews *news = g_new0 (OneNews, 1);

  news->uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return news;
}

void
one_news_free (OneNews *news)
{
  g_hash_table_unref (news->uids);
  g_free (news);
}

void
one_news_add (OneNews *news, char *uid)
{
  g_hash_table_add (news->uids, uid);
}

void
one_news_clear (OneNews *news)
{
  news->is_whole = FALSE;
  news->is_all = FALSE;
  g_hash_table_remove_all (news->uids);
}
