/* SPDX-License-Identifier: MIT */
#include "model/day.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/only-full-dates-are-days", test_only_full_dates_are_days);
  g_test_add_func ("/day/no-day-is-written-as-nothing", test_no_day_is_written_as_nothing);
  return g_test_run ();
}
