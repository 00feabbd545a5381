/* SPDX-License-Identifier: MIT */
#include "wire/feed.h"

#include <glib/gstdio.h>
#include "wire/feed-answer.h"

#define NOW G_GINT64_CONSTANT (1795770000)
#define DAY 86400

typedef struct {
  const char *text;
  const char *wanted; /* NULL: none */
} TextRow;

static const TextRow addresses[] = {
  { "https://example.org/a", "https://example.org/a" },
  { "webcal://example.org:8443/a?b#c", "https://example.org:8443/a?b#c" },
  { "WEBCALS://example.org", "https://example.org" },
  { "HTTPS://robin:x@example.org/", "https://robin:x@example.org/" },
  { "http://example.org/a", NULL },
  { "file:///etc/passwd", NULL },
  { "example.org/a", NULL },
  { "https://", NULL },
  { "https:///a", NULL },
  { "https://?a", NULL },
  { "https://example.org/a b", NULL },
  { "https://example.org/\n", NULL },
  { "https://ex\303\244mple.org/", NULL },
  { "", NULL },
};

static void
test_addresses (void)
{
  g_autofree char *path = g_strnfill (ONE_FEED_MAX_ADDRESS - 10, 'a');
  g_autofree char *longest = g_strconcat ("https://x/", path, NULL);
  g_autofree char *longer = g_strconcat (longest, "a", NULL);
  g_autofree char *good = one_feed_dup_https (longest);

  g_assert_cmpstr (good, ==, longest);
  g_assert_null (one_feed_dup_https (longer));
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autofree char *https = one_feed_dup_https (addresses[i].text);

    g_assert_cmpstr (https, ==, addresses[i].wanted);
  }
}

static void
test_names (void)
{
  static const char *const good[] = { "Work", "a", "B\303\251 & co. (2)", "work.ics",
                                      "\346\227\245" };
  static const char *const bad[] = { "",       ".",    "..",         ".a",           "-a",
                                     "a/b",    " a",   "a ",         "a\nb",         "a\tb",
                                     "\033[m", "\377", "a\302\240b", "\342\200\256a" };
  g_autofree char *longest = g_strnfill (60, 'a');
  g_autofree char *longer = g_strnfill (61, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (one_feed_is_name (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (one_feed_is_name (bad[i]));
  g_assert_true (one_feed_is_name (longest));
  g_assert_false (one_feed_is_name (longer));
}

static void
test_state_there_and_back (void)
{
  OneFeed feed = { ONE_FEED_BUSY, 503,   NOW,  NOW - 1, NOW + 1, 7200, 3,
                   "\"a;\\ b\"",  "Mon", "of", "sum" };
  g_autofree char *text = one_feed_format (&feed);
  g_autoptr (OneFeed) back = one_feed_parse (text);
  g_autofree char *again = one_feed_format (back);

  g_assert_cmpint (back->answer, ==, ONE_FEED_BUSY);
  g_assert_cmpuint (back->status, ==, 503);
  g_assert_cmpint (back->next, ==, NOW + 1);
  g_assert_cmpint (back->wanted, ==, 7200);
  g_assert_cmpuint (back->failures, ==, 3);
  g_assert_cmpstr (back->etag, ==, "\"a;\\ b\"");
  g_assert_cmpstr (text, ==, again);
}

static void
test_states_of_others (void)
{
  static const char *const others[] = { NULL, "", "[feed]", "nonsense",
                                        "[feed]\nanswer=later\nasked=-5\nnext=x\n" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (OneFeed) feed = one_feed_parse (others[i]);

    g_assert_cmpint (feed->answer, ==, ONE_FEED_NEVER);
    g_assert_cmpint (feed->asked, ==, 0);
    g_assert_cmpint (feed->next, ==, 0);
    g_assert_null (feed->etag);
    g_assert_false (one_feed_is_trouble (feed));
  }
}

typedef struct {
  OneFeedAnswer answer;
  gint64 asked, got;
  gboolean trouble;
} TroubleRow;

static const TroubleRow troubles[] = {
  { ONE_FEED_NEVER, 0, 0, FALSE },
  { ONE_FEED_NEW, NOW, NOW, FALSE },
  { ONE_FEED_SAME, NOW, 0, FALSE },
  { ONE_FEED_NOT_FOUND, NOW, NOW - 1, TRUE },
  { ONE_FEED_UNREACHABLE, NOW, NOW - DAY + 1, FALSE },
  { ONE_FEED_UNREACHABLE, NOW, NOW - DAY, TRUE },
  { ONE_FEED_UNREACHABLE, NOW, 0, TRUE },
  { ONE_FEED_BUSY, NOW, NOW - DAY + 1, FALSE },
};

static void
test_troubles (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++) {
    const OneFeed feed = { .answer = troubles[i].answer,
                           .asked = troubles[i].asked,
                           .got = troubles[i].got };

    g_assert_cmpint (one_feed_is_trouble (&feed), ==, troubles[i].trouble);
  }
}

static void
test_every_answer_has_its_words (void)
{
  for (guint i = 0; i < ONE_N_FEED_ANSWERS; i++) {
    OneFeedAnswer answer = (OneFeedAnswer) i;
    gboolean fine = one_feed_answer_is_good (answer) || answer == ONE_FEED_NEVER;

    g_assert_cmpstr (one_feed_answer_get_text (answer), !=, NULL);
    g_assert_cmpint (one_feed_answer_get_mend (answer) == NULL, ==, fine);
    g_assert_cmpstr (one_words_format_feed_answer (answer), !=, "");
  }
}

static void
test_list (void)
{
  static const char *const files[] = { "b.address", "a b.address", "c.ics",
                                       "d.state",   ".x.address",  ".address" };
  g_autofree char *folder = g_dir_make_tmp ("oned-feeds-XXXXXX", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "nowhere", NULL);
  g_auto (GStrv) none = one_feed_list_names (nowhere);
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (folder, files[i], NULL);

    g_assert_true (g_file_set_contents (path, "", 0, NULL));
  }
  names = one_feed_list_names (folder);
  joined = g_strjoinv ("|", names);
  g_assert_cmpstr (joined, ==, "a b|b");
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (folder, files[i], NULL);

    g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed/addresses", test_addresses);
  g_test_add_func ("/feed/names", test_names);
  g_test_add_func ("/feed/state-there-and-back", test_state_there_and_back);
  g_test_add_func ("/feed/states-of-others", test_states_of_others);
  g_test_add_func ("/feed/troubles", test_troubles);
  g_test_add_func ("/feed/every-answer-has-its-words", test_every_answer_has_its_words);
  g_test_add_func ("/feed/list", test_list);
  return g_test_run ();
}
