/* SPDX-License-Identifier: MIT */
#include "model/leads.h"

#include <string.h>

/* Monday, 23 November 2026, midnight UTC. */
#define MONDAY 1795392000
#define HOURS (60 * 60)
#define DAYS (24 * HOURS)
#define WEEKEND (1u << G_DATE_SATURDAY | 1u << G_DATE_SUNDAY)

static void
test_working_days (void)
{
  static const struct {
    const char *what;
    gint64 wanted[ONE_MAX_LEADS];
    guint n;
    guint quiet_days;
    gint64 start;
    gint64 leads[ONE_MAX_LEADS];
    guint n_leads;
  } rows[] = {
    { "Monday's on Friday", { -1 }, 1, 0, MONDAY + 9 * HOURS, { 3 * DAYS }, 1 },
    { "Tuesday's on Monday", { -1 }, 1, 0, MONDAY + DAYS, { DAYS }, 1 },
    { "Friday's on Thursday", { -1 }, 1, 0, MONDAY + 4 * DAYS, { DAYS }, 1 },
    { "Saturday's on Friday", { -1 }, 1, 0, MONDAY + 5 * DAYS, { DAYS }, 1 },
    { "Sunday's on Friday", { -1 }, 1, 0, MONDAY + 6 * DAYS, { 2 * DAYS }, 1 },
    { "five days are a week", { -5 }, 1, 0, MONDAY, { 7 * DAYS }, 1 },
    { "Fridays off", { -1 }, 1, 1u << G_DATE_FRIDAY, MONDAY, { DAYS }, 1 },
    { "Fridays off, too", { -1 }, 1, WEEKEND | 1u << G_DATE_FRIDAY, MONDAY, { 4 * DAYS }, 1 },
    { "as far as leads go", { -20 }, 1, 0xfc, MONDAY, { 31 * DAYS }, 1 },
    { "the longest first", { 4 * DAYS, 1800, -1 }, 3, 0, MONDAY, { 4 * DAYS, 3 * DAYS, 1800 }, 3 },
    { "each once", { 3 * DAYS, -1 }, 2, 0, MONDAY, { 3 * DAYS }, 1 },
    { "each once on another day", { 3 * DAYS, -1 }, 2, 0, MONDAY + DAYS, { 3 * DAYS, DAYS }, 2 },
    { "off", { 0 }, 0, 0, MONDAY, { 0 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneSettings) settings = one_settings_new ();
    OneLeads leads;

    g_test_message ("%s", rows[i].what);
    memcpy (settings->leads[ONE_STAGE_PREP].seconds, rows[i].wanted, sizeof rows[i].wanted);
    settings->leads[ONE_STAGE_PREP].n = rows[i].n;
    settings->quiet_days = rows[i].quiet_days;
    leads = one_leads_resolve (settings, "ada@example.com", ONE_STAGE_PREP, rows[i].start);
    g_assert_cmpuint (leads.n, ==, rows[i].n_leads);
    for (guint j = 0; j < leads.n; j++)
      g_assert_cmpint (leads.seconds[j], ==, rows[i].leads[j]);
  }
}

static void
test_the_longest (void)
{
  static const struct {
    const char *what;
    OneLeads leads[ONE_N_STAGES]; /* prep, start, nudge */
    OneLeads own;                 /* prep of one person */
    gint64 longest;
  } rows[] = {
    { "nothing comes ahead", { { { 0 }, 0 }, { { 0 }, 0 }, { { 5 * DAYS }, 1 } }, { { 0 }, 0 }, 0 },
    { "a prep", { { { 1800 }, 1 }, { { 120 }, 1 } }, { { 0 }, 0 }, 1800 },
    { "the first of several", { { { 7200, 1800 }, 2 }, { { 120 }, 1 } }, { { 0 }, 0 }, 7200 },
    { "a start", { { { 60 }, 1 }, { { 120 }, 1 } }, { { 0 }, 0 }, 120 },
    { "off does not count", { { { 7200 }, 0 }, { { 120 }, 1 } }, { { 0 }, 0 }, 120 },
    { "somebody's own", { { { 1800 }, 1 }, { { 120 }, 1 } }, { { DAYS }, 1 }, DAYS },
    { "a shorter own", { { { 1800 }, 1 }, { { 120 }, 1 } }, { { 60 }, 1 }, 1800 },
    { "working days", { { { -1 }, 1 }, { { 120 }, 1 } }, { { 0 }, 0 }, 31 * DAYS },
    { "behind others", { { { 1800, -20 }, 2 }, { { 120 }, 1 } }, { { 0 }, 0 }, 31 * DAYS },
    { "somebody's working days", { { { 1800 }, 1 }, { { 120 }, 1 } }, { { -2 }, 1 }, 31 * DAYS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneSettings) settings = one_settings_new ();
    OneLeads *own = g_new0 (OneLeads, ONE_N_STAGES);

    g_test_message ("%s", rows[i].what);
    memcpy (settings->leads, rows[i].leads, sizeof rows[i].leads);
    own[ONE_STAGE_PREP] = rows[i].own;
    g_hash_table_insert (settings->persons, g_strdup ("ada@example.com"), own);
    g_assert_cmpint (one_leads_get_longest (settings), ==, rows[i].longest);
  }
}

/* The clock on the wall counts: over the end of summer time a day has 25 hours. */
static void
test_the_time_of_the_day_stays (void)
{
  g_autoptr (OneSettings) settings = one_settings_new ();
  gint64 start = 1793001600; /* Monday, 26 October 2026, 09:00 in Berlin */
  OneLeads leads;

  settings->zone = g_time_zone_new_identifier ("Europe/Berlin");
  settings->leads[ONE_STAGE_PREP].seconds[0] = -1;
  leads = one_leads_resolve (settings, "", ONE_STAGE_PREP, start);
  g_assert_cmpint (leads.seconds[0], ==, 3 * DAYS + HOURS);
}

static void
test_quiet_days (void)
{
  static const struct {
    const char *what;
    OneQuiet hours;
    OneStage stage;
    gint64 at, about, shown;
  } rows[] = {
    { "before them",
      { 0, 0 },
      ONE_STAGE_PREP,
      MONDAY - 2 * DAYS - 1,
      MONDAY,
      MONDAY - 2 * DAYS - 1 },
    { "from their beginning", { 0, 0 }, ONE_STAGE_PREP, MONDAY - 2 * DAYS, MONDAY, MONDAY },
    { "to their end", { 0, 0 }, ONE_STAGE_PREP, MONDAY - 1, MONDAY, MONDAY },
    { "after them", { 0, 0 }, ONE_STAGE_PREP, MONDAY, MONDAY + DAYS, MONDAY },
    { "of that same day", { 0, 0 }, ONE_STAGE_PREP, MONDAY - DAYS, MONDAY - 1, MONDAY - DAYS },
    { "of the day before", { 0, 0 }, ONE_STAGE_NUDGE, MONDAY - DAYS, MONDAY - DAYS - 1, MONDAY },
    { "Sunday's on Saturday",
      { 0, 0 },
      ONE_STAGE_PREP,
      MONDAY - 2 * DAYS,
      MONDAY - DAYS,
      MONDAY - DAYS },
    { "the start comes", { 0, 0 }, ONE_STAGE_START, MONDAY - 1, MONDAY, MONDAY - 1 },
    { "then quiet hours",
      { 22 * 60, 7 * 60 },
      ONE_STAGE_PREP,
      MONDAY - DAYS,
      MONDAY,
      MONDAY + 7 * HOURS },
    { "hours that end in them",
      { 22 * 60, 7 * 60 },
      ONE_STAGE_PREP,
      MONDAY - 2 * DAYS - 1,
      MONDAY,
      MONDAY + 7 * HOURS },
    { "hours on their own day",
      { 22 * 60, 7 * 60 },
      ONE_STAGE_PREP,
      MONDAY - DAYS,
      MONDAY - 1,
      MONDAY - DAYS + 7 * HOURS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (OneSettings) settings = one_settings_new ();

    g_test_message ("%s", rows[i].what);
    settings->quiet = rows[i].hours;
    settings->quiet_days = WEEKEND;
    g_assert_cmpint (one_settings_end_quiet (settings, rows[i].stage, rows[i].at, rows[i].about),
                     ==, rows[i].shown);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/leads/working-days", test_working_days);
  g_test_add_func ("/leads/the-longest", test_the_longest);
  g_test_add_func ("/leads/the-time-of-the-day-stays", test_the_time_of_the_day_stays);
  g_test_add_func ("/leads/quiet-days", test_quiet_days);
  return g_test_run ();
}
