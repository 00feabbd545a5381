/* SPDX-License-Identifier: MIT */
#include "core/detect/doubt.h"

#define NOW 1000000
#define MINUTE 60
#define DAY 86400

static const struct {
  const char *name;
  OneDoubtFacts facts;
  OneDoubtVerdict verdict;
  gint64 next;
} rows[] = {
  { "as-it-is", { .is_cache = TRUE, .holds = 1, .known = 9, .since = NOW }, ONE_DOUBT_NONE, 0 },
  { "never-had-any", { .is_cache = TRUE, .since = NOW }, ONE_DOUBT_NONE, 0 },
  { "suddenly-empty",
    { .is_cache = TRUE, .known = 1, .since = NOW },
    ONE_DOUBT_OFFLINE,
    NOW + DAY },
  { "empty-for-a-while",
    { .is_cache = TRUE, .known = 1, .since = NOW - DAY + 1 },
    ONE_DOUBT_OFFLINE,
    NOW + 1 },
  { "empty-for-a-day", { .is_cache = TRUE, .known = 1, .since = NOW - DAY }, ONE_DOUBT_NONE, 0 },
  { "a-few-deleted-by-hand", { .known = 3, .since = NOW }, ONE_DOUBT_NONE, 0 },
  { "too-many-for-a-hand", { .known = 4, .since = NOW }, ONE_DOUBT_OFFLINE, NOW + DAY },
  { "refused", { .refused = TRUE, .known = 4, .since = NOW - 2 * DAY }, ONE_DOUBT_OFFLINE, 0 },
  { "busy", { .busy = TRUE, .refused = TRUE, .since = NOW }, ONE_DOUBT_WAIT, NOW + 2 },
  { "busy-again",
    { .busy = TRUE, .refused = TRUE, .since = NOW - 2, .tries = 1 },
    ONE_DOUBT_WAIT,
    NOW + 10 },
  { "busy-often",
    { .busy = TRUE, .refused = TRUE, .since = NOW - 10 * MINUTE + 1, .tries = 9 },
    ONE_DOUBT_WAIT,
    NOW + 60 },
  { "busy-for-ten-minutes",
    { .busy = TRUE, .refused = TRUE, .since = NOW - 10 * MINUTE, .tries = 12 },
    ONE_DOUBT_OFFLINE,
    NOW + 60 },
};

static void
test_row (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  OneDoubtFacts facts = rows[i].facts;
  gint64 next;

  facts.now = NOW;
  g_assert_cmpint (one_doubt_judge (&facts, &next), ==, rows[i].verdict);
  g_assert_cmpint (next, ==, rows[i].next);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strconcat ("/doubt/", rows[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
  }
  return g_test_run ();
}
