/* SPDX-License-Identifier: MIT */
#include "ctl/time/tick.h"

#define START 1795770000    /* Friday 2026-11-27 10:00 in Berlin */
#define MIDNIGHT 1795820400 /* the end of that day */

static void
test_one (void)
{
  static const struct {
    gint64 now, next;
  } cases[] = {
    { START - 3600, START - 600 },  { START - 601, START - 600 },
    { START - 600, START - 540 },   { START - 599, START - 540 },
    { START - 541, START - 540 },   { START - 540, START - 480 },
    { START - 61, START - 60 },     { START - 60, START },
    { START - 1, START },           { START, MIDNIGHT },
    { START + 1800, MIDNIGHT },     { MIDNIGHT - 1, MIDNIGHT },
    { MIDNIGHT, MIDNIGHT + 86400 },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  const gint64 start = START;

  g_assert_nonnull (zone);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (one_tick_find (cases[i].now, &start, 1, zone), ==, cases[i].next);
}

static void
test_several (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  const gint64 starts[] = { START, START + 900 };

  g_assert_cmpint (one_tick_find (START, starts, 2, zone), ==, START + 300);
  g_assert_cmpint (one_tick_find (START - 30, starts, 2, zone), ==, START);
  g_assert_cmpint (one_tick_find (START + 900, starts, 2, zone), ==, MIDNIGHT);
  g_assert_cmpint (one_tick_find (START, NULL, 0, zone), ==, MIDNIGHT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tick/start-midnight-and-the-last-ten-minutes", test_one);
  g_test_add_func ("/tick/the-nearest-of-several", test_several);
  return g_test_run ();
}
