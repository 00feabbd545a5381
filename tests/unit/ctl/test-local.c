/* SPDX-License-Identifier: MIT */
#include "ctl/time/local.h"

/* One second before and at midnight, in a zone that is ahead of UTC and in one that is behind. */
static void
test_days (void)
{
  static const struct {
    const char *zone;
    gint64 instant;
    const char *day;
  } rows[] = {
    { "Europe/Berlin", 1795733999, "2026-11-26" },
    { "Europe/Berlin", 1795734000, "2026-11-27" },
    { "America/New_York", 1795755599, "2026-11-26" },
    { "America/New_York", 1795755600, "2026-11-27" },
    { "UTC", -1, "1969-12-31" },
    { "UTC", 0, "1970-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
    g_autofree char *text = one_local_format_day (rows[i].instant, zone);

    g_assert_cmpstr (text, ==, rows[i].day);
  }
}

static void
test_format (void)
{
  static const struct {
    const char *zone;
    gint64 instant;
    const char *text;
  } rows[] = {
    { "Europe/Berlin", 1795770000, "2026-11-27T10:00:00+01:00" },
    { "UTC", 1795770000, "2026-11-27T09:00:00+00:00" },
    { "America/New_York", 1795770000, "2026-11-27T04:00:00-05:00" },
    { "America/St_Johns", 1795770000, "2026-11-27T05:30:00-03:30" },
    { "Asia/Kathmandu", 1795770000, "2026-11-27T14:45:00+05:45" },
    { "Europe/Berlin", 0, "1970-01-01T01:00:00+01:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
    g_autofree char *text = one_local_format_instant (rows[i].instant, zone);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

/* Beirut's clocks went from 23:59:59 to 01:00 on 2021-03-28: that day has no midnight. */
static void
test_no_midnight (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Beirut");
  g_autofree char *text = NULL;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 28, G_DATE_MARCH, 2021);
  text = one_local_format_instant (one_local_begin_day (&day, zone), zone);
  g_assert_cmpstr (text, ==, "2021-03-28T01:00:00+03:00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/local/the-day-changes-at-the-users-midnight", test_days);
  g_test_add_func ("/local/times-in-json-do-not-depend-on-the-locale", test_format);
  g_test_add_func ("/local/a-day-without-midnight-begins-later", test_no_midnight);
  return g_test_run ();
}
