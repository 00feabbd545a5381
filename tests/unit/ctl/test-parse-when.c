/* SPDX-License-Identifier: MIT */
#include "ctl/time/parse-when.h"

#include "ctl/time/local.h"
#include "wire/error.h"

#define NOW 1795768500 /* Friday 2026-11-27 09:35 in Berlin */

static GTimeZone *
berlin (void)
{
  return g_time_zone_new_identifier ("Europe/Berlin");
}

static const struct {
  const char *text;
  const char *day; /* NULL: refused */
} days[] = {
  { "2026-11-27", "2026-11-27" },
  { "2024-02-29", "2024-02-29" },
  { "2026-02-29", NULL },
  { "2026-13-01", NULL },
  { "2026-00-01", NULL },
  { "2026-11-31", NULL },
  { "0000-01-01", NULL },
  { "2026-1-1", NULL },
  { "26-11-27", NULL },
  { "2026-11-27 ", NULL },
  { "2026/11/27", NULL },
  { "27.11.2026", NULL },
  { "11/27/2026", NULL },
  { "today", "2026-11-27" },
  { "Today", "2026-11-27" },
  { "tomorrow", "2026-11-28" },
  { "yesterday", "2026-11-26" },
  { "fri", "2026-11-27" },
  { "Friday", "2026-11-27" },
  { "sat", "2026-11-28" },
  { "thu", "2026-12-03" },
  { "thursday", "2026-12-03" },
  { "mon", "2026-11-30" },
  { "sun", "2026-11-29" },
  { "fre", NULL },
  { "frid", NULL },
  { "+0d", "2026-11-27" },
  { "+3d", "2026-11-30" },
  { "+5d", "2026-12-02" },
  { "+2w", "2026-12-11" },
  { "-1w", "2026-11-20" },
  { "+2 w", NULL },
  { "+2weeks", "2026-12-11" },
  { "+1h", NULL },
  { "+48h", NULL },
  { "+3660d", "2036-12-04" },
  { "+3661d", NULL },
  { "+99999d", NULL },
  { "+9999w", NULL },
  { "+d", NULL },
  { "2w", NULL },
  { "", NULL },
  { "next", NULL },
  { "m41", NULL },
  { "ada", NULL },
};

/* 2026-02-30 is no day, but nobody's name either. */
static gboolean
is_shaped (const char *text)
{
  return g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", text, 0, 0);
}

static void
test_days (void)
{
  g_autoptr (GTimeZone) zone = berlin ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *text = NULL;
    GDate day;
    gboolean parsed = one_parse_when_day (days[i].text, NOW, zone, &day, &error);

    g_test_message ("%s", days[i].text);
    g_assert_cmpint (parsed, ==, days[i].day != NULL);
    g_assert_cmpint (one_parse_when_is_day (days[i].text), ==, parsed || is_shaped (days[i].text));
    if (!parsed) {
      g_assert_error (error, ONE_ERROR, ONE_ERROR_INVALID);
      continue;
    }
    text = one_local_format_date (&day);
    g_assert_cmpstr (text, ==, days[i].day);
  }
}

/* What is past is looked for backwards; whatever else is said means what it says. */
static void
test_past_days (void)
{
  static const struct {
    const char *text;
    const char *day; /* NULL: refused */
  } rows[] = {
    { "fri", "2026-11-27" },      { "thu", "2026-11-26" },        { "sat", "2026-11-21" },
    { "Monday", "2026-11-23" },   { "sun", "2026-11-22" },        { "today", "2026-11-27" },
    { "tomorrow", "2026-11-28" }, { "yesterday", "2026-11-26" },  { "+1w", "2026-12-04" },
    { "-1w", "2026-11-20" },      { "2026-12-24", "2026-12-24" }, { "frid", NULL },
  };
  g_autoptr (GTimeZone) zone = berlin ();
  gint64 instant;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = NULL;
    GDate day;
    gboolean parsed = one_parse_when_past_day (rows[i].text, NOW, zone, &day, NULL);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpint (parsed, ==, rows[i].day != NULL);
    text = parsed ? one_local_format_date (&day) : NULL;
    g_assert_cmpstr (text, ==, rows[i].day);
  }
  g_assert_true (one_parse_when_past_instant ("thu", NOW, zone, &instant, NULL));
  g_assert_cmpint (instant, ==, 1795647600);
  g_assert_true (one_parse_when_instant ("thu", NOW, zone, &instant, NULL));
  g_assert_cmpint (instant, ==, 1796252400);
}

/* One second before and at midnight, in a zone that is ahead of UTC and in one that is behind. */
static void
test_today (void)
{
  static const struct {
    const char *zone;
    gint64 now;
    const char *today;
  } rows[] = {
    { "Europe/Berlin", 1795733999, "2026-11-26" },
    { "Europe/Berlin", 1795734000, "2026-11-27" },
    { "America/New_York", 1795755599, "2026-11-26" },
    { "America/New_York", 1795755600, "2026-11-27" },
    { "UTC", 1795737599, "2026-11-26" },
    { "UTC", 1795737600, "2026-11-27" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
    g_autofree char *text = NULL;
    GDate day;

    g_assert_true (one_parse_when_day ("today", rows[i].now, zone, &day, NULL));
    text = one_local_format_date (&day);
    g_assert_cmpstr (text, ==, rows[i].today);
  }
}

static void
test_instants (void)
{
  static const struct {
    const char *text;
    gint64 instant; /* 0: refused */
  } rows[] = {
    { "2026-11-27", 1795734000 },
    { "today", 1795734000 },
    { "2026-11-27T10:00:00+01:00", 1795770000 },
    { "2026-11-27t09:00:00z", 1795770000 },
    { "2026-11-27T04:00:00-05:00", 1795770000 },
    { "2026-11-27T09:00:00.5Z", 1795770000 },
    { "2026-11-27T09:00:00", 0 },
    { "2026-11-27T25:00:00Z", 0 },
    { "2026-11-27T", 0 },
    { "20261127T090000Z", 0 },
    { "T09:00:00Z", 0 },
    { "09:00", 0 },
    { "now", 0 },
    { "", 0 },
  };
  g_autoptr (GTimeZone) zone = berlin ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    gint64 instant = 0;

    g_test_message ("%s", rows[i].text);
    if (one_parse_when_instant (rows[i].text, NOW, zone, &instant, &error))
      g_assert_cmpint (instant, ==, rows[i].instant);
    else {
      g_assert_cmpint (rows[i].instant, ==, 0);
      g_assert_error (error, ONE_ERROR, ONE_ERROR_INVALID);
    }
  }
}

static void
test_durations (void)
{
  static const struct {
    const char *text;
    gint64 seconds; /* 0: refused */
  } rows[] = {
    { "10m", 600 },
    { "10 min", 600 },
    { "1h30m", 5400 },
    { "1h 30 minutes", 5400 },
    { " 1 H ", 3600 },
    { "2 days", 172800 },
    { "1 week 2 days", 777600 },
    { "45s", 45 },
    { "366d", 31622400 },
    { "367d", 0 },
    { "99999999w", 0 },
    { "999999999s", 0 },
    { "0m", 0 },
    { "10", 0 },
    { "m", 0 },
    { "-10m", 0 },
    { "1.5h", 0 },
    { "10 mins", 0 },
    { "start", 0 },
    { "", 0 },
    { " ", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    gint64 seconds = 0;

    g_test_message ("%s", rows[i].text);
    if (one_parse_when_duration (rows[i].text, &seconds, &error))
      g_assert_cmpint (seconds, ==, rows[i].seconds);
    else {
      g_assert_cmpint (rows[i].seconds, ==, 0);
      g_assert_error (error, ONE_ERROR, ONE_ERROR_INVALID);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parse-when/days-as-people-write-them", test_days);
  g_test_add_func ("/parse-when/past-days", test_past_days);
  g_test_add_func ("/parse-when/today-is-the-users-day", test_today);
  g_test_add_func ("/parse-when/instants", test_instants);
  g_test_add_func ("/parse-when/durations", test_durations);
  return g_test_run ();
}
