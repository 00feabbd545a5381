/* SPDX-License-Identifier: MIT */
#include "fetch/next-fetch.h"

#define NOW G_GINT64_CONSTANT (1795770000)
#define MINUTE 60
#define HOUR 3600
#define DAY 86400

typedef struct {
  const char *sentence;
  OneFeedAnswer answer;
  guint failures;
  gint64 wanted; /* seconds */
  gint64 wait;   /* seconds, without any chance */
} WaitRow;

static const WaitRow waits[] = {
  { "nobody-wants-anything", ONE_FEED_NEW, 0, 0, 30 * MINUTE },
  { "unchanged-is-as-good", ONE_FEED_SAME, 0, 0, 30 * MINUTE },
  { "less-than-is-fit", ONE_FEED_NEW, 0, 15 * MINUTE - 1, 15 * MINUTE },
  { "as-little-as-is-fit", ONE_FEED_NEW, 0, 15 * MINUTE, 15 * MINUTE },
  { "what-is-wanted", ONE_FEED_NEW, 0, 15 * MINUTE + 1, 15 * MINUTE + 1 },
  { "a-day", ONE_FEED_NEW, 0, DAY, DAY },
  { "more-than-a-day", ONE_FEED_NEW, 0, DAY + 1, DAY },
  { "the-first-failure", ONE_FEED_BUSY, 1, 0, 30 * MINUTE },
  { "the-second", ONE_FEED_BUSY, 2, 0, HOUR },
  { "the-fourth", ONE_FEED_NOT_FOUND, 4, 0, 4 * HOUR },
  { "the-fifth-is-the-longest", ONE_FEED_PAGE, 5, 0, 6 * HOUR },
  { "the-sixth", ONE_FEED_SLOW, 6, 0, 6 * HOUR },
  { "the-thousand-millionth", ONE_FEED_SLOW, 1000000000, 0, 6 * HOUR },
  { "later-as-the-server-says", ONE_FEED_BUSY, 1, 30 * MINUTE + 1, 30 * MINUTE + 1 },
  { "not-sooner-as-the-server-says", ONE_FEED_BUSY, 1, 30 * MINUTE - 1, 30 * MINUTE },
  { "the-server-says-too-much", ONE_FEED_BUSY, 1, 2 * DAY, DAY },
  { "not-online", ONE_FEED_UNREACHABLE, 1, 0, 15 * MINUTE },
  { "long-not-online", ONE_FEED_UNREACHABLE, 100, 0, 15 * MINUTE },
  { "no-proxy", ONE_FEED_PROXY, 9, 0, 15 * MINUTE },
};

static void
test_wait (gconstpointer data)
{
  const WaitRow *row = data;
  const OneFeed feed = { .answer = row->answer, .failures = row->failures };

  g_assert_cmpint (one_next_fetch_find (&feed, NOW, row->wanted, 0), ==, NOW + row->wait);
  g_assert_cmpint (one_next_fetch_find (&feed, NOW, row->wanted, 1), ==,
                   NOW + row->wait + row->wait / 10);
  /* Chance is no more than that. */
  g_assert_cmpint (one_next_fetch_find (&feed, NOW, row->wanted, -7), ==, NOW + row->wait);
  g_assert_cmpint (one_next_fetch_find (&feed, NOW, row->wanted, 99), ==,
                   NOW + row->wait + row->wait / 10);
}

typedef struct {
  const char *sentence;
  gint64 asked, next;
  gboolean due;
} DueRow;

static const DueRow dues[] = {
  { "never-asked", 0, 0, TRUE },
  { "a-second-ahead", NOW - 1800, NOW + 1, FALSE },
  { "on-time", NOW - 1800, NOW, TRUE },
  { "over-time", NOW - 1800, NOW - 1, TRUE },
  { "asked-just-now", NOW, NOW + 1800, FALSE },
  { "asked-after-now-the-clock-was-ahead", NOW + 1, NOW + 1800, TRUE },
  { "as-far-ahead-as-can-be", NOW, NOW + DAY + DAY / 10, FALSE },
  { "farther-than-can-be", NOW, NOW + DAY + DAY / 10 + 1, TRUE },
  { "farther-than-there-is-time", NOW, G_MAXINT64, TRUE },
};

static void
test_due (gconstpointer data)
{
  const DueRow *row = data;
  const OneFeed feed = { .asked = row->asked, .next = row->next };

  g_assert_cmpint (one_next_fetch_is_due (&feed, NOW), ==, row->due);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++) {
    g_autofree char *path = g_strconcat ("/next-fetch/wait/", waits[i].sentence, NULL);

    g_test_add_data_func (path, &waits[i], test_wait);
  }
  for (guint i = 0; i < G_N_ELEMENTS (dues); i++) {
    g_autofree char *path = g_strconcat ("/next-fetch/due/", dues[i].sentence, NULL);

    g_test_add_data_func (path, &dues[i], test_due);
  }
  return g_test_run ();
}
