/* SPDX-License-Identifier: MIT */
#include "model/reading.h"

#include <string.h>

/* A reading is written as "uid uid+ uid!": with one event, with two, without a master. */
static void
add_series (OneReading *reading, const char *words)
{
  g_auto (GStrv) uids = g_strsplit (words, " ", -1);

  for (guint i = 0; uids[i] && *uids[i]; i++) {
    char last = uids[i][strlen (uids[i]) - 1];
    g_autofree char *uid = g_strndup (uids[i], strlen (uids[i]) - (last == '+' || last == '!'));
    OneSeries *series = one_series_new (uid);

    series->has_master = last != '!';
    for (guint n = 0; n < (last == '+' ? 2U : 1U); n++)
      g_ptr_array_add (series->events, one_event_new ());
    g_ptr_array_add (reading->series, series);
  }
}

static char *
format_series (const OneReading *reading)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < reading->series->len; i++) {
    const OneSeries *series = g_ptr_array_index (reading->series, i);

    g_string_append_printf (words, "%s%s%s", i > 0 ? " " : "", series->uid,
                            series->events->len > 1 ? "+"
                            : series->has_master    ? ""
                                                    : "!");
  }
  return g_string_free (words, FALSE);
}

/* How much of the file a reading is: "whole", "incomplete", "refused", or the UID of which not all
 * could be used. */
static OneReading *
make (const char *words, const char *extent)
{
  OneReading *reading = one_reading_new ("/a.ics");

  add_series (reading, words);
  if (g_str_equal (extent, "incomplete"))
    reading->incomplete = TRUE;
  else if (g_str_equal (extent, "refused"))
    reading->refused = TRUE;
  else if (!g_str_equal (extent, "whole"))
    one_reading_leave_out (reading, extent);
  return reading;
}

static void
test_what_an_earlier_reading_had_stays (void)
{
  static const struct {
    const char *extent, *now, *before, *after;
  } rows[] = {
    { "whole", "a c", "a b c", "a c" },
    { "whole", "", "a b", "" },
    { "whole", "a", "a+", "a" },
    { "incomplete", "a c", "a b c", "a b c" },
    { "incomplete", "", "a b", "a b" },
    { "incomplete", "d", "a b", "a b d" },
    { "incomplete", "a d", "b", "a b d" },
    { "incomplete", "a", "a+", "a+" }, /* an override may be missing */
    { "incomplete", "a+", "a", "a+" },
    { "incomplete", "a", "", "a" },
    { "refused", "", "a b+", "a b+" },
    { "refused", "", "", "" },
    { "b", "a c", "a b c d", "a b c" }, /* d is gone, whatever b was */
    { "b", "a b", "a+ b+", "a b+" },
    { "b", "a b+", "a b", "a b+" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneReading) reading = make (rows[i].now, rows[i].extent);
    g_autoptr (OneReading) known = make (rows[i].before, "whole");
    g_autofree char *after = NULL;

    one_reading_keep (reading, known);
    after = format_series (reading);
    g_assert_cmpstr (after, ==, rows[i].after);
  }
}

static void
test_a_refused_reading_is_as_the_one_before (void)
{
  static const char *const extents[] = { "whole", "incomplete", "refused", "b" };

  for (guint i = 0; i < G_N_ELEMENTS (extents); i++) {
    g_autoptr (OneReading) reading = make ("", "refused");
    g_autoptr (OneReading) known = make ("a", extents[i]);

    one_reading_keep (reading, known);
    g_assert_cmpint (reading->refused, ==, i == 2);
    g_assert_cmpint (reading->incomplete, ==, i == 1);
    g_assert_cmpint (one_reading_may_lack (reading, "b"), ==, i > 0);
  }
}

static void
test_what_a_reading_may_lack (void)
{
  static const struct {
    const char *extent, *series, *uid;
    gboolean may_lack;
  } rows[] = {
    { "whole", "a", "b", FALSE },
    { "whole", "a", "a", FALSE },
    { "refused", "", "a", TRUE },
    { "incomplete", "a", "b", TRUE },
    { "incomplete", "a", "a", FALSE }, /* its master says all */
    { "incomplete", "a!", "a", TRUE },
    { "a", "a", "a", TRUE },
    { "a", "", "a", TRUE },
    { "a", "", "b", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneReading) reading = make (rows[i].series, rows[i].extent);

    g_assert_cmpint (one_reading_may_lack (reading, rows[i].uid), ==, rows[i].may_lack);
  }
}

static void
test_too_many_to_tell_apart_are_all (void)
{
  g_autoptr (OneReading) reading = one_reading_new ("/a.ics");

  for (guint i = 0; i < ONE_READING_MAX_LEFT_OUT; i++) {
    g_autofree char *uid = g_strdup_printf ("%u", i);

    one_reading_leave_out (reading, uid);
    one_reading_leave_out (reading, uid);
  }
  g_assert_false (reading->incomplete);
  g_assert_false (one_reading_may_lack (reading, "a"));
  one_reading_leave_out (reading, "0");
  g_assert_false (reading->incomplete);
  one_reading_leave_out (reading, "a");
  g_assert_true (reading->incomplete);
  g_assert_true (one_reading_may_lack (reading, "b"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/what-an-earlier-reading-had-stays",
                   test_what_an_earlier_reading_had_stays);
  g_test_add_func ("/reading/a-refused-reading-is-as-the-one-before",
                   test_a_refused_reading_is_as_the_one_before);
  g_test_add_func ("/reading/what-a-reading-may-lack", test_what_a_reading_may_lack);
  g_test_add_func ("/reading/too-many-to-tell-apart-are-all", test_too_many_to_tell_apart_are_all);
  return g_test_run ();
}
