/* SPDX-License-Identifier: MIT */
#include <string.h>
#include "calendar-fixture.h"

static const char *const me[] = { ME, NULL };

/* The paths of the relevant ones, in the order of the readings, with a blank behind each. */
static char *
relevant (const GPtrArray *readings, GHashTable *tracked)
{
  g_autoptr (OneSettings) settings = one_settings_new ();
  g_autoptr (GPtrArray) merged = one_series_merge (readings);
  OneDetectInput who = { .me = me, .settings = settings, .tracked = tracked };
  g_autoptr (GHashTable) set = one_detect_relevant_list (&who, readings, merged);
  GString *paths = g_string_new (NULL);

  for (guint i = 0; i < readings->len; i++)
    if (g_hash_table_contains (set, readings->pdata[i]))
      g_string_append_printf (paths, "%s ", ((OneReading *) readings->pdata[i])->path);
  return g_string_free (paths, FALSE);
}

static OneSeries *
weekly (const char *uid, const char *people)
{
  return calendar_weekly (uid, GOOGLE, calendar_event ("x", people), 3);
}

static void
test_what_is_no_one_on_one_is_idle (void)
{
  g_autoptr (GPtrArray) readings = calendar_files (
      "/one", weekly ("a", ANN "," ME), "/alone", weekly ("b", ME), "/three",
      weekly ("c", ANN "," CARL "," ME), "/others", weekly ("d", ANN "," CARL), NULL);
  g_autofree char *paths = relevant (readings, NULL);

  g_assert_cmpstr (paths, ==, "/one ");
}

static void
test_a_cancelled_one_is_lively (void)
{
  OneSeries *series = weekly ("a", ANN "," ME);
  g_autoptr (GPtrArray) readings = calendar_files ("/one", series, NULL);
  g_autofree char *paths = NULL;

  series->cancelled = TRUE;
  paths = relevant (readings, NULL);
  g_assert_cmpstr (paths, ==, "/one ");
}

static void
test_one_occurrence_makes_it_lively (void)
{
  OneSeries *series = weekly ("a", ANN "," CARL "," ME);
  g_autoptr (GPtrArray) readings = calendar_files ("/group", series, NULL);
  g_autofree char *paths = NULL;

  calendar_override (series, 2, HOUR, calendar_event ("x", ANN "," ME));
  paths = relevant (readings, NULL);
  g_assert_cmpstr (paths, ==, "/group ");
}

static void
test_what_is_said_of_a_file_makes_it_lively (void)
{
  g_autoptr (GPtrArray) readings =
      calendar_files ("/odd", weekly ("a", ME), "/refused", weekly ("b", ME), NULL);
  g_autofree char *paths = NULL;

  g_ptr_array_add (((OneReading *) readings->pdata[0])->troubles, one_trouble_new ("/odd", 1, "x"));
  ((OneReading *) readings->pdata[1])->refused = TRUE;
  paths = relevant (readings, NULL);
  g_assert_cmpstr (paths, ==, "/odd /refused ");
}

static void
test_files_that_share_a_series_are_lively (void)
{
  g_autoptr (GPtrArray) readings =
      calendar_files ("/a", weekly ("a", ME), "/b", weekly ("b", ME), "/c", weekly ("a", ME), NULL);
  g_autofree char *paths = relevant (readings, NULL);

  g_assert_cmpstr (paths, ==, "/a /c ");
}

static void
test_the_users_word_makes_it_lively_or_idle (void)
{
  g_autoptr (GHashTable) tracked = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) readings =
      calendar_files ("/a", weekly ("a", ANN "," ME), "/b", weekly ("b", ME), NULL);
  g_autofree char *paths = NULL;

  g_hash_table_insert (tracked, (gpointer) "a", (gpointer) "");
  g_hash_table_insert (tracked, (gpointer) "b", (gpointer) CARL);
  paths = relevant (readings, tracked);
  g_assert_cmpstr (paths, ==, "/b ");
}

static char *
describe (const GPtrArray *readings)
{
  g_autoptr (OneSettings) settings = one_settings_new ();
  g_autoptr (GPtrArray) merged = one_series_merge (readings);
  OneDetectInput who = { .me = me, .settings = settings };
  g_autoptr (GPtrArray) meetings = one_detect_meetings (&who, merged, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < meetings->len; i++) {
    const OneMeeting *meeting = meetings->pdata[i];

    g_string_append_printf (text, "%s %s %" G_GINT64_FORMAT " %d\n", meeting->uid, meeting->source,
                            meeting->start, meeting->state);
  }
  return g_string_free (text, FALSE);
}

static OneReading *
random_reading (GRand *random, guint number)
{
  static const char *const people[] = {
    ME, ANN "," ME, ANN "," CARL "," ME, CARL "," ME, CARL, ""
  };
  g_autofree char *path = g_strdup_printf ("/%u", number);
  OneReading *reading = one_reading_new (path);
  guint first = (guint) g_rand_int_range (random, 0, 8);

  for (guint i = 0; i < (guint) g_rand_int_range (random, 1, 3); i++) {
    g_autofree char *uid = g_strdup_printf ("u%u", first + i);
    const char *with = people[g_rand_int_range (random, 0, G_N_ELEMENTS (people))];
    OneSeries *series =
        g_rand_int_range (random, 0, 4) ? weekly (uid, with) : calendar_fragment (uid, GOOGLE);

    if (!series->has_master)
      calendar_override (series, 1, HOUR, calendar_event ("x", with));
    series->sequence = g_rand_int_range (random, 0, 3);
    series->cancelled = g_rand_int_range (random, 0, 6) == 0;
    g_ptr_array_add (reading->series, series);
  }
  return reading;
}

static void
test_the_lively_ones_say_all (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (OneSettings) settings = one_settings_new ();
  OneDetectInput who = { .me = me, .settings = settings };
  guint left_out = 0;

  for (guint round = 0; round < 2000; round++) {
    g_autoptr (GPtrArray) readings =
        g_ptr_array_new_with_free_func ((GDestroyNotify) one_reading_free);
    g_autoptr (GPtrArray) few = g_ptr_array_new ();
    g_autoptr (GPtrArray) merged = NULL;
    g_autoptr (GHashTable) set = NULL;
    g_autofree char *all = NULL, *of_few = NULL;

    for (guint i = 0; i < 4; i++)
      g_ptr_array_add (readings, random_reading (random, i));
    merged = one_series_merge (readings);
    set = one_detect_relevant_list (&who, readings, merged);
    for (guint i = 0; i < readings->len; i++)
      if (g_hash_table_contains (set, readings->pdata[i]))
        g_ptr_array_add (few, readings->pdata[i]);
    left_out += readings->len - few->len;
    all = describe (readings);
    of_few = describe (few);
    g_assert_cmpstr (of_few, ==, all);
  }
  g_assert_cmpuint (left_out, >, 0);
}

static void
test_rules_tell_apart_what_can_change_a_verdict (void)
{
  g_autoptr (OneSettings) settings = one_settings_new ();
  g_autoptr (GHashTable) tracked = g_hash_table_new (g_str_hash, g_str_equal);
  OneDetectInput who = { .me = me, .settings = settings, .tracked = tracked };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char ***lists[] = { &settings->me, &settings->rooms, &settings->titles };

  g_assert_true (g_hash_table_add (seen, one_detect_relevant_dup_rules (&who)));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_strfreev (*lists[i]);
    *lists[i] = g_strsplit ("x y", " ", -1);
    g_assert_true (g_hash_table_add (seen, one_detect_relevant_dup_rules (&who)));
  }
  g_hash_table_insert (tracked, (gpointer) "a", (gpointer) "");
  g_assert_true (g_hash_table_add (seen, one_detect_relevant_dup_rules (&who)));
  g_hash_table_insert (tracked, (gpointer) "a", (gpointer) ANN);
  g_assert_true (g_hash_table_add (seen, one_detect_relevant_dup_rules (&who)));
  settings->snooze++;
  g_assert_false (g_hash_table_add (seen, one_detect_relevant_dup_rules (&who)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/who-relevant/" name, function)
  ADD ("what-is-no-one-on-one-is-idle", test_what_is_no_one_on_one_is_idle);
  ADD ("a-cancelled-one", test_a_cancelled_one_is_lively);
  ADD ("one-occurrence", test_one_occurrence_makes_it_lively);
  ADD ("what-is-said-of-a-file", test_what_is_said_of_a_file_makes_it_lively);
  ADD ("files-that-share-a-series", test_files_that_share_a_series_are_lively);
  ADD ("the-users-word", test_the_users_word_makes_it_lively_or_idle);
  ADD ("the-relevant-ones-say-all", test_the_lively_ones_say_all);
  ADD ("rules-tell-apart", test_rules_tell_apart_what_can_change_a_verdict);
#undef ADD
  return g_test_run ();
}
