/* SPDX-License-Identifier: MIT */
#include "core/page/page-due.h"

#include "model/base/day.h"

#define BASE "2026-11-25" /* a Wednesday */

static void
test_the_last_day_is_taken_out (void)
{
  static const struct {
    const char *text;
    const char *rest;
    const char *due; /* "": none */
  } rows[] = {
    { "Send it", "Send it", "" },
    { "Send it (due 2026-11-27)", "Send it", "2026-11-27" },
    { "Send it (due: 2026-11-27)", "Send it", "2026-11-27" },
    { "Send it (Due FRI)", "Send it", "2026-11-27" },
    { "Send it (due fri) to Ada", "Send it to Ada", "2026-11-27" },
    { "(due fri) Send it", "Send it", "2026-11-27" },
    { "Send it (due fri) (due sat)", "Send it (due fri)", "2026-11-28" },
    { "Send it (due wed)", "Send it", "2026-11-25" },
    { "Send it (due tue)", "Send it", "2026-12-01" },
    { "Send it (due tuesday)", "Send it", "2026-12-01" },
    { "Send it (due tu)", "Send it (due tu)", "" },
    { "Send it (due tuesdays)", "Send it (due tuesdays)", "" },
    { "Send it (due today)", "Send it", "2026-11-25" },
    { "Send it (due tomorrow)", "Send it", "2026-11-26" },
    { "Send it (due +0d)", "Send it", "2026-11-25" },
    { "Send it (due +3d)", "Send it", "2026-11-28" },
    { "Send it (due +2w)", "Send it", "2026-12-09" },
    { "Send it (due +9999d)", "Send it", "2054-04-11" },
    { "Send it (due +10000d)", "Send it (due +10000d)", "" },
    { "Send it (due +3m)", "Send it (due +3m)", "" },
    { "Send it (due +3dd)", "Send it (due +3dd)", "" },
    { "Send it (due -3d)", "Send it (due -3d)", "" },
    { "Send it (due 2026-02-29)", "Send it (due 2026-02-29)", "" },
    { "Send it (due 2028-02-29)", "Send it", "2028-02-29" },
    { "Send it (due 2026-11-2)", "Send it (due 2026-11-2)", "" },
    { "Send it (due fri", "Send it (due fri", "" },
    { "Send it (overdue fri)", "Send it (overdue fri)", "" },
    { "Send it \360\237\223\205 2026-11-27", "Send it", "2026-11-27" },
    { "Send it \360\237\223\205 2026-11-27 now", "Send it now", "2026-11-27" },
    { "Send it \360\237\223\205 soon", "Send it \360\237\223\205 soon", "" },
    { "(due fri)", "", "2026-11-27" },
    { "", "", "" },
  };
  GDate base;

  g_assert_true (one_day_parse (BASE, &base));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    GDate due;
    g_autofree char *rest = one_page_due_take (rows[i].text, &base, &due);
    g_autofree char *day = one_day_format (&due);

    g_test_message ("%s", rows[i].text);
    g_assert_cmpstr (rest, ==, rows[i].rest);
    g_assert_cmpstr (day, ==, rows[i].due);
  }
}

static void
test_without_a_base_only_dates_are_days (void)
{
  GDate base, due;
  g_autofree char *written = NULL;
  g_autofree char *relative = NULL;

  g_date_clear (&base, 1);
  written = one_page_due_take ("Send it (due 2026-11-27)", &base, &due);
  g_assert_true (g_date_valid (&due));
  g_assert_cmpstr (written, ==, "Send it");
  relative = one_page_due_take ("Send it (due fri)", &base, &due);
  g_assert_false (g_date_valid (&due));
  g_assert_cmpstr (relative, ==, "Send it (due fri)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-due/the-last-day-is-taken-out", test_the_last_day_is_taken_out);
  g_test_add_func ("/page-due/without-a-base", test_without_a_base_only_dates_are_days);
  return g_test_run ();
}
