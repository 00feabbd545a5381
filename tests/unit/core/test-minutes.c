/* SPDX-License-Identifier: MIT */
#include "core/agenda/minutes.h"

static OneItem *
add_item (GPtrArray *items, OneCategoryRule rule)
{
  OneItem *item = one_item_new ("x", "X");

  item->rule = rule;
  g_ptr_array_add (items, item);
  return item;
}

static guint
sum_minutes (const GPtrArray *items)
{
  guint sum = 0;

  for (guint i = 0; i < items->len; i++)
    sum += ((OneItem *) g_ptr_array_index (items, i))->minutes;
  return sum;
}

/* `main_item`: the place of the main subject, or -1. */
static void
check (guint core, gboolean review, gint main_item, guint total)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) one_item_free);
  OneItem *update = NULL;

  if (review)
    add_item (items, ONE_RULE_REVIEW);
  update = add_item (items, ONE_RULE_UPDATE);
  for (guint i = 0; i < core; i++)
    add_item (items, ONE_RULE_CORE);
  if (main_item >= 0)
    ((OneItem *) g_ptr_array_index (items, main_item))->main = TRUE;
  one_minutes_share (items, total);
  g_assert_cmpuint (sum_minutes (items), ==, total);
  g_assert_true (update->main || update->minutes <= 2);
  for (guint i = 0; i < items->len; i++) {
    const OneItem *item = g_ptr_array_index (items, i);

    g_assert_true (item->minutes > 0 || total < items->len);
    if (main_item >= 0 && (gint) i != main_item && total >= 10)
      g_assert_cmpuint (item->minutes, <,
                        ((OneItem *) g_ptr_array_index (items, main_item))->minutes);
  }
}

static void
test_add_up (void)
{
  for (guint total = 0; total <= 600; total++)
    for (guint core = 1; core <= 4; core++) {
      check (core, TRUE, -1, total);
      check (core, FALSE, -1, total);
      for (gint main_item = 0; main_item < (gint) core + 1; main_item++)
        check (core, FALSE, main_item, total);
    }
}

static void
test_only_update (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) one_item_free);
  OneItem *update = add_item (items, ONE_RULE_UPDATE);

  one_minutes_share (items, 30);
  g_assert_cmpuint (update->minutes, ==, 2);
  update->main = TRUE;
  one_minutes_share (items, 30);
  g_assert_cmpuint (update->minutes, ==, 30);
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  one_minutes_share (items, 30);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/minutes/add-up-to-the-length-for-any-length", test_add_up);
  g_test_add_func ("/minutes/an-update-alone-does-not-fill-the-meeting", test_only_update);
  g_test_add_func ("/minutes/no-items-no-minutes", test_nothing);
  return g_test_run ();
}
