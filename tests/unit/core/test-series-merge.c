/* SPDX-License-Identifier: MIT */
#include "core/detect/duplicates.h"
#include "calendar-fixture.h"

static OneMergedSeries *
merged_at (GPtrArray *merged, guint index)
{
  g_assert_cmpuint (index, <, merged->len);
  return g_ptr_array_index (merged, index);
}

static const OneMergedOccurrence *
occurrence_at (const OneMergedSeries *merged, guint index)
{
  g_assert_cmpuint (index, <, merged->occurrences->len);
  return &g_array_index (merged->occurrences, OneMergedOccurrence, index);
}

static OneSeries *
aged (const char *summary, gint64 sequence, gint64 modified, gint64 stamp)
{
  OneSeries *series = calendar_weekly ("u", GOOGLE, calendar_event (summary, ANN), 2);

  series->sequence = sequence;
  series->last_modified = modified;
  series->dtstamp = stamp;
  return series;
}

/* Each row: two copies; the first one wins, in whatever order they are read. */
static void
test_age (void)
{
  static const struct {
    gint64 winner[3], loser[3];
  } rows[] = {
    { { 2, 0, 0 }, { 1, 9, 9 } },
    { { 1, 5, 0 }, { 1, 4, 9 } },
    { { 1, 5, 3 }, { 1, 5, 2 } },
    { { 1, 5, 3 }, { 1, 5, 3 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint turned = 0; turned < 2; turned++) {
      OneSeries *winner = aged ("winner", rows[i].winner[0], rows[i].winner[1], rows[i].winner[2]);
      OneSeries *loser = aged ("loser", rows[i].loser[0], rows[i].loser[1], rows[i].loser[2]);
      g_autoptr (GPtrArray) readings =
          turned ? calendar_files ("/c/b.ics", loser, "/c/a.ics", winner, NULL)
                 : calendar_files ("/c/a.ics", winner, "/c/b.ics", loser, NULL);
      g_autoptr (GPtrArray) merged = one_series_merge (readings);

      g_assert_cmpuint (merged->len, ==, 1);
      g_assert_cmpstr (merged_at (merged, 0)->master->summary, ==, "winner");
      g_assert_cmpstr (merged_at (merged, 0)->source, ==, "/c/a.ics");
      g_assert_cmpuint (merged_at (merged, 0)->copies, ==, 2);
      g_assert_cmpuint (merged_at (merged, 0)->occurrences->len, ==, 2);
    }
}

static void
test_override_elsewhere (void)
{
  OneSeries *fragment = calendar_fragment ("u", GOOGLE);
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GPtrArray) merged = NULL;

  calendar_override (fragment, 1, HOUR, calendar_event ("moved", ANN));
  calendar_override (fragment, 7, HOUR, calendar_event ("unknown to the master", ANN));
  readings = calendar_files ("/c/b.ics", fragment, "/c/a.ics",
                             calendar_weekly ("u", GOOGLE, calendar_event ("1:1", ANN), 3), NULL);
  merged = one_series_merge (readings);
  g_assert_cmpuint (merged_at (merged, 0)->occurrences->len, ==, 4);
  g_assert_cmpint (occurrence_at (merged_at (merged, 0), 1)->start, ==, T0 + WEEK + HOUR);
  g_assert_cmpstr (occurrence_at (merged_at (merged, 0), 1)->source, ==, "/c/b.ics");
  g_assert_cmpstr (occurrence_at (merged_at (merged, 0), 2)->event->summary, ==, "1:1");
  g_assert_cmpint (occurrence_at (merged_at (merged, 0), 3)->original, ==, T0 + 7 * WEEK);
}

static void
test_orphan (void)
{
  OneSeries *fragment = calendar_fragment ("u", GOOGLE);
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GPtrArray) merged = NULL;

  calendar_override (fragment, 1, HOUR, calendar_event ("lone", ANN));
  readings = calendar_files ("/c/b.ics", fragment, NULL);
  merged = one_series_merge (readings);
  g_assert_null (merged_at (merged, 0)->master);
  g_assert_true (merged_at (merged, 0)->recurring);
  g_assert_cmpuint (merged_at (merged, 0)->occurrences->len, ==, 1);
}

/* The ruling file's own override gives way to a newer one only. */
static void
test_two_overrides (void)
{
  for (gint64 sequence = 0; sequence < 3; sequence++) {
    OneSeries *whole = calendar_weekly ("u", GOOGLE, calendar_event ("1:1", ANN), 2);
    OneSeries *fragment = calendar_fragment ("u", GOOGLE);
    g_autoptr (GPtrArray) readings = NULL;
    g_autoptr (GPtrArray) merged = NULL;

    whole->sequence = 1;
    fragment->sequence = sequence;
    calendar_override (whole, 0, HOUR, calendar_event ("own", ANN));
    calendar_override (fragment, 0, 2 * HOUR, calendar_event ("other", ANN));
    readings = calendar_files ("/c/a.ics", whole, "/c/b.ics", fragment, NULL);
    merged = one_series_merge (readings);
    g_assert_cmpstr (occurrence_at (merged_at (merged, 0), 0)->event->summary, ==,
                     sequence >= 1 ? "other" : "own");
  }
}

/* An older copy of the whole has nothing to add: its overrides were taken back since. */
static void
test_old_copy (void)
{
  OneSeries *old = calendar_weekly ("u", GOOGLE, calendar_event ("1:1", ANN), 2);
  OneSeries *new = calendar_weekly ("u", GOOGLE, calendar_event ("1:1", ANN), 2);
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GPtrArray) merged = NULL;

  new->sequence = 1;
  calendar_override (old, 1, HOUR, calendar_event ("old", ANN));
  readings = calendar_files ("/c/a.ics", old, "/d/a.ics", new, NULL);
  merged = one_series_merge (readings);
  g_assert_cmpint (occurrence_at (merged_at (merged, 0), 1)->start, ==, T0 + WEEK);
}

static void
test_method_cancel (void)
{
  for (gint64 sequence = 0; sequence < 3; sequence++) {
    OneSeries *living = calendar_weekly ("u", GOOGLE, calendar_event ("1:1", ANN), 2);
    OneSeries *cancel = calendar_weekly ("u", GOOGLE, calendar_event ("1:1", ANN), 1);
    g_autoptr (GPtrArray) readings = NULL;
    g_autoptr (GPtrArray) merged = NULL;

    living->sequence = 1;
    cancel->sequence = sequence;
    cancel->cancelled = TRUE;
    readings = calendar_files ("/c/a.ics", cancel, "/c/b.ics", living, NULL);
    merged = one_series_merge (readings);
    g_assert_cmpuint (merged_at (merged, 0)->occurrences->len, ==, 2);
    g_assert_cmpint (merged_at (merged, 0)->cancelled, ==, sequence >= 1);
    g_assert_cmpint (occurrence_at (merged_at (merged, 0), 1)->cancelled, ==, sequence >= 1);
  }
}

static void
test_method_cancel_one (void)
{
  OneSeries *cancel = calendar_fragment ("u", GOOGLE);
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GPtrArray) merged = NULL;

  cancel->cancelled = TRUE;
  calendar_override (cancel, 1, 0, calendar_event ("", ANN));
  readings = calendar_files ("/c/a.ics", cancel, "/c/b.ics",
                             calendar_weekly ("u", GOOGLE, calendar_event ("1:1", ANN), 3), NULL);
  merged = one_series_merge (readings);
  g_assert_false (merged_at (merged, 0)->cancelled);
  g_assert_false (occurrence_at (merged_at (merged, 0), 0)->cancelled);
  g_assert_true (occurrence_at (merged_at (merged, 0), 1)->cancelled);
  g_assert_cmpstr (occurrence_at (merged_at (merged, 0), 1)->event->summary, ==, "1:1");
}

static void
test_only_cancel (void)
{
  OneSeries *cancel = calendar_weekly ("u", GOOGLE, calendar_event ("1:1", ANN), 2);
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GPtrArray) merged = NULL;

  cancel->cancelled = TRUE;
  readings = calendar_files ("/c/a.ics", cancel, NULL);
  merged = one_series_merge (readings);
  g_assert_true (merged_at (merged, 0)->cancelled);
  g_assert_true (occurrence_at (merged_at (merged, 0), 1)->cancelled);
}

static void
test_refused (void)
{
  g_autoptr (GPtrArray) readings = calendar_files ("/c/a.ics", aged ("refused", 9, 0, 0),
                                                   "/c/b.ics", aged ("read", 1, 0, 0), NULL);
  g_autoptr (GPtrArray) merged = NULL;

  ((OneReading *) g_ptr_array_index (readings, 0))->refused = TRUE;
  merged = one_series_merge (readings);
  g_assert_cmpstr (merged_at (merged, 0)->master->summary, ==, "read");
  g_assert_cmpuint (merged_at (merged, 0)->copies, ==, 1);
}

static void
test_split_series (void)
{
  g_autoptr (GPtrArray) readings = calendar_files (
      "/c/a.ics", calendar_weekly ("b@google.com", GOOGLE, calendar_event ("x", ANN), 1),
      "/c/b.ics", calendar_weekly ("a@google.com", GOOGLE, calendar_event ("x", ANN), 1), NULL);
  g_autoptr (GPtrArray) merged = one_series_merge (readings);

  g_assert_cmpuint (merged->len, ==, 2);
  g_assert_cmpstr (merged_at (merged, 0)->uid, ==, "a@google.com");
}

/* Of the UID "u". */
static OneTrouble *
find_trouble (const GPtrArray *readings)
{
  g_autoptr (GHashTable) table = one_duplicates_by_uid (readings);

  return one_duplicates_find_trouble (g_hash_table_lookup (table, "u"));
}

static void
test_700_copies (void)
{
  g_autoptr (GPtrArray) readings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);
  g_autoptr (GPtrArray) merged = NULL;
  g_autoptr (OneTrouble) trouble = NULL;

  for (guint i = 0; i < 700; i++) {
    g_autofree char *path = g_strdup_printf ("/c/%03u.ics", i);
    OneReading *reading = one_reading_new (path);

    g_ptr_array_add (reading->series, aged ("copy", i == 350 ? 2 : 1, 0, 0));
    g_ptr_array_add (readings, reading);
  }
  merged = one_series_merge (readings);
  trouble = find_trouble (readings);
  g_assert_cmpuint (merged->len, ==, 1);
  g_assert_cmpuint (merged_at (merged, 0)->copies, ==, 700);
  g_assert_cmpuint (merged_at (merged, 0)->occurrences->len, ==, 2);
  g_assert_cmpstr (merged_at (merged, 0)->source, ==, "/c/350.ics");
  g_assert_cmpstr (trouble->what, ==,
                   "700 files of this folder hold the event 'u'; the newest counts");
}

/* A calendar of mine and one that I share hold the same invitation: nothing to mend. */
static void
test_two_calendars (void)
{
  g_autoptr (GPtrArray) readings =
      calendar_files ("/c/a.ics", aged ("x", 1, 0, 0), "/d/a.ics", aged ("x", 1, 0, 0), NULL);
  g_autoptr (GPtrArray) merged = one_series_merge (readings);
  g_autoptr (OneTrouble) trouble = find_trouble (readings);

  g_assert_cmpuint (merged->len, ==, 1);
  g_assert_null (trouble);
}

static OneMergedSeries *
merge_two (OneSeries *a, OneSeries *b, gboolean turned, GPtrArray **readings, GPtrArray **merged)
{
  *readings = turned ? calendar_files ("/c/b.ics", b, "/c/a.ics", a, NULL)
                     : calendar_files ("/c/a.ics", a, "/c/b.ics", b, NULL);
  *merged = one_series_merge (*readings);
  return merged_at (*merged, 0);
}

/* "Busy", published for others to see: always newer, and says nothing. */
static void
test_poorer_copy (void)
{
  static const struct {
    gint64 sequence; /* of the poorer one; the other has 1 */
    const char *winner;
    const char *trouble;
  } rows[] = {
    { 1, "Weekly", "2 files of this folder hold the event 'u'; what says more counts" },
    { 0, "Weekly", "2 files of this folder hold the event 'u'; the newest counts" },
    { 2, "Busy", "2 files of this folder hold the event 'u'; the newest counts" },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (rows); i++) {
    OneSeries *busy = calendar_weekly ("u", "", calendar_event ("Busy", "-"), 2);
    g_autoptr (GPtrArray) readings = NULL, merged = NULL;
    g_autoptr (OneTrouble) trouble = NULL;

    g_ptr_array_set_size (((OneEvent *) g_ptr_array_index (busy->events, 0))->attendees, 0);
    busy->sequence = rows[i / 2].sequence;
    busy->last_modified = busy->dtstamp = 9;
    g_assert_cmpstr (
        merge_two (aged ("Weekly", 1, 5, 5), busy, i % 2, &readings, &merged)->master->summary, ==,
        rows[i / 2].winner);
    trouble = find_trouble (readings);
    g_assert_cmpstr (trouble->what, ==, rows[i / 2].trouble);
  }
}

/* Copies of one SEQUENCE may know an answer; older ones do not. */
static void
test_copies_of_the_same_state (void)
{
  for (guint sequence = 0; sequence < 3; sequence++) {
    g_autoptr (GPtrArray) readings = NULL, merged = NULL;
    const OneMergedSeries *one =
        merge_two (aged ("a", 1, 5, 5), aged ("b", sequence, 4, 4), FALSE, &readings, &merged);

    g_assert_cmpuint (one->same ? one->same->len : 0, ==, sequence == 1);
  }
}

/* STATUS stays CONFIRMED: the title and the free time say it. */
static void
test_cancelled_by_title (void)
{
  static const struct {
    const char *title;
    gboolean shows_free, cancelled;
  } rows[] = {
    { "Canceled: 1:1 Ann", TRUE, TRUE },
    { "Canceled: 1:1 Ann", FALSE, FALSE },
    { "1:1 Ann", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    OneSeries *series = aged (rows[i].title, 1, 5, 5);
    g_autoptr (GPtrArray) readings = calendar_files ("/c/a.ics", series, NULL);
    g_autoptr (GPtrArray) merged = NULL;

    ((OneEvent *) g_ptr_array_index (series->events, 0))->shows_free = rows[i].shows_free;
    merged = one_series_merge (readings);
    g_assert_cmpint (occurrence_at (merged_at (merged, 0), 1)->cancelled, ==, rows[i].cancelled);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/the-newest-copy-rules-in-any-order", test_age);
  g_test_add_func ("/merge/an-override-in-another-file-replaces-its-occurrence",
                   test_override_elsewhere);
  g_test_add_func ("/merge/an-override-without-a-master-stays", test_orphan);
  g_test_add_func ("/merge/of-two-overrides-the-newer-one-rules", test_two_overrides);
  g_test_add_func ("/merge/an-old-copy-adds-nothing", test_old_copy);
  g_test_add_func ("/merge/method-cancel-is-not-older-than-what-it-cancels", test_method_cancel);
  g_test_add_func ("/merge/method-cancel-of-one-instance-leaves-the-others",
                   test_method_cancel_one);
  g_test_add_func ("/merge/a-cancellation-alone-is-a-cancelled-series", test_only_cancel);
  g_test_add_func ("/merge/a-refused-file-adds-nothing", test_refused);
  g_test_add_func ("/merge/a-split-series-is-two", test_split_series);
  g_test_add_func ("/merge/700-copies-of-one-uid-are-one-series-and-one-trouble", test_700_copies);
  g_test_add_func ("/merge/one-uid-in-two-calendars-is-one-series", test_two_calendars);
  g_test_add_func ("/merge/a-copy-that-names-nobody-is-never-newer", test_poorer_copy);
  g_test_add_func ("/merge/copies-of-the-same-state-are-kept", test_copies_of_the_same_state);
  g_test_add_func ("/merge/a-title-cancels-where-the-time-is-free", test_cancelled_by_title);
  return g_test_run ();
}
