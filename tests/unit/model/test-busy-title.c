/* SPDX-License-Identifier: MIT */
#include "model/calendar/busy-title.h"

static void
test_titles (void)
{
  static const struct {
    const char *title;
    gboolean busy;
  } rows[] = {
    { "Busy", TRUE },        { " BUSY ", TRUE },     { "", TRUE },           { "  ", TRUE },
    { "Beschäftigt", TRUE }, { "Occupé", TRUE },     { "OCCUPÉ", TRUE },     { "Занят", TRUE },
    { "予定あり", TRUE },    { "(No title)", TRUE }, { "Busy week", FALSE }, { "Ada", FALSE },
    { "1:1 Ada", FALSE },    { "Not busy", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("'%s'", rows[i].title);
    g_assert_cmpint (one_busy_title_has (rows[i].title), ==, rows[i].busy);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/busy-title/stands-in-for-a-title", test_titles);
  return g_test_run ();
}
