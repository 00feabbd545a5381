/* SPDX-License-Identifier: MIT */
#include "model/base/compare.h"

static void
test_far_apart_numbers_do_not_overflow (void)
{
  static const struct {
    gint64 a;
    gint64 b;
    int order;
  } rows[] = {
    { 0, 0, 0 },
    { 1, 2, -1 },
    { 2, 1, 1 },
    { -1, 1, -1 },
    { G_MININT64, G_MAXINT64, -1 },
    { G_MAXINT64, G_MININT64, 1 },
    { G_MAXINT64, G_MAXINT64, 0 },
    { (gint64) G_MAXUINT32 + 1, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (one_compare_int64 (rows[i].a, rows[i].b), ==, rows[i].order);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/far-apart-numbers-do-not-overflow",
                   test_far_apart_numbers_do_not_overflow);
  return g_test_run ();
}
