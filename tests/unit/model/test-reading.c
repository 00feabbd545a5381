/* SPDX-License-Identifier: MIT */
#include "model/calendar/reading.h"

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
    for (guint n = 0; n < (last == '+' ? 2U : 1U); n++) {
      OneOccurrence occurrence = { .original = n, .event = n, .override = n > 0 };

      g_ptr_array_add (series->events, one_event_new ());
      g_array_append_val (series->occurrences, occurrence);
    }
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

/* A series is written as its occurrences, "1 2>5a 3~6a": by original, moved to the start behind ">"
 * by an override or behind "~" by that of an earlier one, whose event has that letter. The others
 * are as the master has them, whose title is "m"; "! 2>5a" has none. */
static guint32
ensure_event (OneSeries *series, char letter)
{
  OneEvent *event;

  for (guint i = 0; i < series->events->len; i++)
    if (*((OneEvent *) series->events->pdata[i])->summary == letter)
      return i;
  event = one_event_new ();
  g_free (event->summary);
  event->summary = g_strdup_printf ("%c", letter);
  g_ptr_array_add (series->events, event);
  return series->events->len - 1;
}

static OneSeries *
make_series (const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  OneSeries *series = one_series_new ("a");

  series->has_master = *words != '!';
  if (series->has_master)
    ensure_event (series, 'm');
  for (char **word = list; *word; word++) {
    OneOccurrence occurrence = { .original = **word - '0', .start = **word - '0' };

    if (**word == '!')
      continue;
    if ((*word)[1]) {
      occurrence.override = (*word)[1] == '>';
      occurrence.start = (*word)[2] - '0';
      occurrence.event = ensure_event (series, (*word)[3]);
    }
    occurrence.end = occurrence.start;
    g_array_append_val (series->occurrences, occurrence);
  }
  return series;
}

static char *
format_occurrences (const OneSeries *series)
{
  GString *words = g_string_new (series->has_master ? NULL : "!");

  for (guint i = 0; i < series->occurrences->len; i++) {
    const OneOccurrence *occurrence = &g_array_index (series->occurrences, OneOccurrence, i);
    const OneEvent *event = g_ptr_array_index (series->events, occurrence->event);

    g_assert_cmpint (occurrence->end, ==, occurrence->start);
    g_string_append_printf (words, "%s%d", words->len > 0 ? " " : "", (int) occurrence->original);
    if (!series->has_master || occurrence->event > 0)
      g_string_append_printf (words, "%s%d%s", occurrence->override ? ">" : "~",
                              (int) occurrence->start, event->summary);
  }
  return g_string_free (words, FALSE);
}

static void
test_what_was_changed_stays_so_behind_a_cut (void)
{
  static const struct {
    const char *extent, *now, *before, *after;
  } rows[] = {
    { "incomplete", "1 2 3", "1 2>5a 3", "1 2>5a 3" },       /* cut before it */
    { "incomplete", "1 2>6b 3", "1 2>5a 3", "1 2>6b 3" },    /* behind it */
    { "incomplete", "1 2 3>6b", "1 2>5a 3", "1 2>5a 3>6b" }, /* between two */
    { "incomplete", "1 2 3>6b", "1 2>5a 3>7c", "1 2>5a 3>6b" },
    { "incomplete", "1 2 3 4", "1 2 3", "1 2 3 4" }, /* a longer rule */
    { "incomplete", "1 3", "1 2 3", "1 3" },         /* the master is whole */
    { "incomplete", "1 3", "1 2>5a 3", "1 2>5a 3" },
    { "incomplete", "2 3", "1>5a 2 3>6b", "1>5a 2 3>6b" }, /* at both ends */
    { "incomplete", "2", "1 2 3>6b", "2 3>6b" },
    { "incomplete", "1 2 3 4", "1 2>5a 3~6a 4~7a", "1 2>5a 3~6a 4~7a" }, /* from there on */
    { "incomplete", "1 2>6b 3~7b", "1 2>5a 3~6a", "1 2>6b 3~7b" },
    { "incomplete", "! 2>6b", "1 2>5a 3>7c", "1 2>6b 3>7c" }, /* before the master */
    { "incomplete", "! 2>6b", "! 1>4d 2>5a", "! 1>4d 2>6b" },
    { "incomplete", "1 2", "! 2>5a", "1 2>5a" }, /* the master is new */
    { "a", "1 2 3", "1 2>5a 3", "1 2>5a 3" },    /* it cannot be used */
    { "b", "1 2 3", "1 2>5a 3", "1 2 3" },       /* another cannot */
    { "whole", "1 2 3", "1 2>5a 3", "1 2 3" },   /* it was taken out */
    { "whole", "1 2>6b 3", "1 2>5a 3", "1 2>6b 3" },
    { "whole", "1 2 3", "1 2>5a 3~6a", "1 2 3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneReading) reading = make ("", rows[i].extent), known = make ("", "whole");
    g_autofree char *after = NULL;

    g_ptr_array_add (reading->series, make_series (rows[i].now));
    g_ptr_array_add (known->series, make_series (rows[i].before));
    one_reading_keep (reading, known);
    g_assert_cmpuint (reading->series->len, ==, 1);
    after = format_occurrences (reading->series->pdata[0]);
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

/* Its master says nothing of them. */
static void
test_what_a_reading_may_lack_of_overrides (void)
{
  static const struct {
    const char *extent, *series, *uid;
    gboolean may_lack;
  } rows[] = {
    { "whole", "a", "a", FALSE },    { "refused", "", "a", TRUE }, { "incomplete", "a", "a", TRUE },
    { "incomplete", "", "a", TRUE }, { "a", "a", "a", TRUE },      { "a", "a b", "b", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneReading) reading = make (rows[i].series, rows[i].extent);

    g_assert_cmpint (one_reading_may_lack_override (reading, rows[i].uid), ==, rows[i].may_lack);
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
  g_test_add_func ("/reading/what-was-changed-stays-so-behind-a-cut",
                   test_what_was_changed_stays_so_behind_a_cut);
  g_test_add_func ("/reading/what-a-reading-may-lack-of-overrides",
                   test_what_a_reading_may_lack_of_overrides);
  g_test_add_func ("/reading/a-refused-reading-is-as-the-one-before",
                   test_a_refused_reading_is_as_the_one_before);
  g_test_add_func ("/reading/what-a-reading-may-lack", test_what_a_reading_may_lack);
  g_test_add_func ("/reading/too-many-to-tell-apart-are-all", test_too_many_to_tell_apart_are_all);
  return g_test_run ();
}
