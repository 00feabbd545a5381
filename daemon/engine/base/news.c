/* SPDX-License-Identifier: MIT */
#include "engine/base/news.h"

OneNews *
one_news_new (void)
{
  OneNews *news = g_new0 (OneNews, 1);

  news->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  news->uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return news;
}

void
one_news_free (OneNews *news)
{
  g_hash_table_unref (news->paths);
  g_hash_table_unref (news->uids);
  g_free (news);
}

void
one_news_add_path (OneNews *news, const char *path)
{
  g_hash_table_add (news->paths, g_strdup (path));
}

void
one_news_add_uid (OneNews *news, const char *uid)
{
  g_hash_table_add (news->uids, g_strdup (uid));
}

void
one_news_add (OneNews *news, const OneReading *reading)
{
  if (!reading)
    return;
  one_news_add_path (news, reading->path);
  for (guint i = 0; i < reading->series->len; i++)
    one_news_add_uid (news, ((const OneSeries *) reading->series->pdata[i])->uid);
}

void
one_news_clear (OneNews *news)
{
  news->is_whole = FALSE;
  news->is_all = FALSE;
  g_hash_table_remove_all (news->paths);
  g_hash_table_remove_all (news->uids);
}
