/* SPDX-License-Identifier: MIT */
#include "core/notice/when.h"

#include <locale.h>

#define NOW 1763982000 /* Monday 2025-11-24 11:00 UTC */
#define HOUR (60 * 60)
#define DAYS (24 * HOUR)

static void
test_times_have_their_day_unless_it_is_today (void)
{
  static const struct {
    gint64 start;
    gint64 end;
    const char *text;
  } rows[] = {
    { NOW, NOW + 1800, "11:00–11:30" },
    { NOW, 0, "11:00" },
    { NOW + 13 * HOUR - 1, 0, "23:59" },
    { NOW + 13 * HOUR, 0, "Tue 00:00" },
    { NOW - 11 * HOUR, 0, "00:00" },
    { NOW - 11 * HOUR - 1, 0, "Sun 23:59" },
    { NOW + 6 * DAYS, 0, "Sun 11:00" },
    { NOW + 7 * DAYS, 0, "Mon 1 Dec 11:00" },
    { NOW - 6 * DAYS, 0, "Tue 11:00" },
    { NOW - 7 * DAYS, 0, "Mon 17 Nov 11:00" },
    { NOW + 12 * HOUR, NOW + 14 * HOUR, "23:00–01:00" },
    { G_MAXINT64, 0, "" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = one_when_format_time (rows[i].start, rows[i].end, NOW, zone);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

/* The clocks in Berlin went back on 2025-10-26: that day had 25 hours. */
static void
test_days_are_counted_by_the_calendar (void)
{
  static const struct {
    gint64 at;
    gint64 now;
    const char *zone;
    gint64 days;
  } rows[] = {
    { NOW, NOW, "UTC", 0 },
    { NOW + 13 * HOUR - 1, NOW, "UTC", 0 },
    { NOW + 13 * HOUR, NOW, "UTC", 1 },
    { NOW + 12 * HOUR, NOW, "Europe/Berlin", 1 },
    { NOW - 11 * HOUR - 1, NOW, "UTC", -1 },
    { 1761429600 + 25 * HOUR - 1, 1761429600, "Europe/Berlin", 0 },
    { 1761429600 + 25 * HOUR, 1761429600, "Europe/Berlin", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);

    g_test_message ("row %u", i);
    g_assert_cmpint (one_when_count_days (rows[i].at, rows[i].now, zone), ==, rows[i].days);
  }
}

static void
test_spans_are_rounded_up_to_minutes_and_from_two_days_to_days (void)
{
  static const struct {
    gint64 seconds;
    const char *text;
  } rows[] = {
    { -1, "0 min" },
    { 0, "0 min" },
    { 1, "1 min" },
    { 60, "1 min" },
    { 61, "2 min" },
    { HOUR - 60, "59 min" },
    { HOUR - 59, "1 h" },
    { HOUR, "1 h" },
    { HOUR + 1, "1 h 1 min" },
    { 2 * HOUR + 300, "2 h 5 min" },
    { 2 * DAYS - 60, "47 h 59 min" },
    { 2 * DAYS - 1, "48 h" },
    { 2 * DAYS, "2 days" },
    { 2 * DAYS + DAYS / 2 - 1, "2 days" },
    { 2 * DAYS + DAYS / 2, "3 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = one_when_format_span (rows[i].seconds);

    g_test_message ("%" G_GINT64_FORMAT, rows[i].seconds);
    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/times-have-their-day-unless-it-is-today",
                   test_times_have_their_day_unless_it_is_today);
  g_test_add_func ("/when/days-are-counted-by-the-calendar", test_days_are_counted_by_the_calendar);
  g_test_add_func ("/when/spans-are-rounded",
                   test_spans_are_rounded_up_to_minutes_and_from_two_days_to_days);
  return g_test_run ();
}
