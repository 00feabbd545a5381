/* SPDX-License-Identifier: MIT */
#include "model/base/day.h"

static const struct {
  const char *text;
  gboolean is_day;
} rows[] = {
  { "2026-11-27", TRUE },
  { "2024-02-29", TRUE },
  { "2100-12-31", TRUE },
  { "0001-01-01", TRUE },
  { "2026-02-29", FALSE },
  { "2026-13-01", FALSE },
  { "2026-00-01", FALSE },
  { "2026-01-00", FALSE },
  { "2026-01-32", FALSE },
  { "2026-1-1", FALSE },
  { "26-01-01", FALSE },
  { "2026/01/01", FALSE },
  { "2026-01-01T", FALSE },
  { " 2026-01-01", FALSE },
  { "+026-01-01", FALSE },
  { "2026-01-01 ", FALSE },
  { "", FALSE },
  { "2026", FALSE },
  { "2026-", FALSE },
  { "2026-01-", FALSE },
  { "friday", FALSE },
};

static void
test_only_full_dates_are_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    GDate day;

    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (one_day_parse (rows[i].text, &day), ==, rows[i].is_day);
    g_assert_cmpint (g_date_valid (&day), ==, rows[i].is_day);
    if (rows[i].is_day) {
      g_autofree char *again = one_day_format (&day);

      g_assert_cmpstr (again, ==, rows[i].text);
    }
  }
}

static void
test_no_day_is_written_as_nothing (void)
{
  GDate none;
  g_autofree char *text = NULL;

  g_date_clear (&none, 1);
  text = one_day_format (&none);
  g_assert_cmpstr (text, ==, "");
}

static void
test_a_day_begins_at_midnight_of_its_zone (void)
{
  static const struct {
    gint64 at;
    const char *zone;
    const char *day;
  } cases[] = {
    { 1764543599, "UTC", "2025-11-30" },
    { 1764543600, "UTC", "2025-11-30" },
    { 1764547199, "UTC", "2025-11-30" },
    { 1764547200, "UTC", "2025-12-01" },
    { 1764543599, "Europe/Berlin", "2025-11-30" },
    { 1764543600, "Europe/Berlin", "2025-12-01" },
    { 1764547200, "America/New_York", "2025-11-30" },
    { -1, "UTC", "1969-12-31" },
    { G_MAXINT64, "UTC", "0001-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
    GDate day = one_day_get (cases[i].at, zone);
    g_autofree char *text = one_day_format (&day);

    g_test_message ("%s %" G_GINT64_FORMAT, cases[i].zone, cases[i].at);
    g_assert_cmpstr (text, ==, cases[i].day);
  }
}

static void
test_what_no_calendar_holds_has_no_local_time (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) none = one_day_get_time (G_MAXINT64, zone);
  g_autoptr (GDateTime) time = one_day_get_time (0, zone);

  g_assert_null (none);
  g_assert_cmpint (g_date_time_to_unix (time), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/only-full-dates-are-days", test_only_full_dates_are_days);
  g_test_add_func ("/day/no-day-is-written-as-nothing", test_no_day_is_written_as_nothing);
  g_test_add_func ("/day/begins-at-midnight-of-its-zone",
                   test_a_day_begins_at_midnight_of_its_zone);
  g_test_add_func ("/day/out-of-bounds-has-no-local-time",
                   test_what_no_calendar_holds_has_no_local_time);
  return g_test_run ();
}
